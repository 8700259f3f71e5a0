"""Every question finds its rows by an index, whatever the size of the book; and finds the same rows as a search of all."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import event

from oqiga.book.book import Book
from oqiga.book.memory import Memory
from oqiga.book.questions import incidents, show
from oqiga.ledger.asking import Near, Question, ask
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import metadata
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"
QUESTIONS = {
    "latest": Question(limit=50),
    "week": Question(since="2015-01-05", until="2015-01-12"),
    "near": Question(near=Near(50.28, 57.2, 5000), since="2015-01-01", until="2015-03-01"),
    "killed": Question(min_killed=5),
    "changed": Question(changed_since="2015-01-20"),
    "before": Question(until="2015-01-10"),
    "words": Question(words=("armed", "attack"), since="2015-01-05"),
}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with Book.open(str(tmp_path_factory.mktemp("plans") / "book.db"), create=True) as opened:
        told = cover(make_world(seed=6, incidents=12, days=40), seed=6, reports=40)
        opened.add_many([each.reading for each in told], now=NOW)
        yield opened


@contextmanager
def asked_of(book):
    """The statements a book runs, with their values."""
    asked = []

    def note(_connection, _cursor, statement, values, _context, many):
        asked.append((statement, values[0] if many else values))

    event.listen(book.engine, "before_cursor_execute", note)
    yield asked
    event.remove(book.engine, "before_cursor_execute", note)


def steps_of(book, statement, values):
    with reading(book.engine, book.address) as connection:
        return [
            row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        ]


def plan_of(book, question):
    with asked_of(book) as asked, reading(book.engine, book.address) as connection:
        ask(connection, question)
    return steps_of(book, *next(each for each in asked if each[0].startswith("SELECT")))


@pytest.mark.parametrize("what", QUESTIONS)
def test_no_question_reads_the_whole_table(book, what):
    steps = plan_of(book, QUESTIONS[what])
    assert any("USING INDEX" in step or "USING COVERING INDEX" in step for step in steps)
    assert "SCAN incidents" not in steps


@pytest.mark.parametrize("remembered", [True, False])
@pytest.mark.parametrize(
    "work",
    [
        lambda book: [book.add(each, now=NOW) for each in later()],
        lambda book: book.add_many([changed(each) for each in later()], now=NOW),
        lambda book: [show(book, each.id) for each in incidents(book, Question(limit=5))],
        lambda book: [show(book, each.id, as_of="2090") for each in incidents(book, Question(limit=5))],
        lambda book: [incidents(book, QUESTIONS["week"], as_of=f"2015-01-{day}") for day in (12, 14, 16)],
    ],
    ids=["adding", "adding many", "showing", "showing the past", "asking for the past"],
)
def test_nothing_that_is_done_often_reads_a_whole_table(book, work, remembered):
    if not remembered:
        book.memory = Memory()
    with asked_of(book) as asked:
        work(book)
    scans = {
        (step, statement)
        for statement, values in asked
        if "LIMIT" not in statement  # the last entry is the first of a search by number
        for step in steps_of(book, statement, values)
        if step.startswith("SCAN") and step.split()[1] in metadata.tables
    }
    assert scans == set()
    assert len(asked) > 5


def later():
    told = cover(make_world(seed=6, incidents=12, days=40), seed=6, reports=60)
    return [each.reading for each in told][40:]


def changed(told):
    return replace(told, report=replace(told.report, text=f"{told.report.text} More was told later."))


def happened(row):
    return row.start or row.first_known


@pytest.mark.parametrize(
    ("since", "until"), [("2015-01-05", "2015-01-12"), ("2015-01-08", "2015-01-08"), ("2015-01", "2015-02")]
)
def test_a_period_holds_what_began_in_it_and_what_went_on_into_it(book, since, until):
    with book.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE incidents SET \"end\" = '2015-01-09' WHERE start < '2015-01-04'")
    with reading(book.engine, book.address) as connection:
        rows = ask(connection, Question(background=True))
        ends = dict(connection.exec_driver_sql('SELECT id, "end" FROM incidents').all())
        found = ask(connection, Question(background=True, since=since, until=until))
    wanted = [r.id for r in rows if happened(r) <= until + "~" and (ends[r.id] or happened(r)) >= since]
    assert [row.id for row in found] == wanted
    assert 0 < len(wanted) < len(rows) or since == "2015-01"
