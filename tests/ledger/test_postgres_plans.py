"""On PostgreSQL, too, an index leads to the rows of whatever is asked for often."""

import re

import pytest
from sqlalchemy import event, text

from oqiga.book.book import Book
from oqiga.book.questions import incidents, show
from oqiga.desk.asking import Asked
from oqiga.desk.listing import incident_page, report_page
from oqiga.desk.pulse import Pulse
from oqiga.desk.reports import copies, told
from oqiga.ledger.asking import Near, Question
from oqiga.ledger.engine import reading
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"
WEEK = {"since": "2015-01-05", "until": "2015-01-12"}


def pages(book):
    for order in ("time", "changed"):
        page = incident_page(book, Asked(), order=order, size=2, cursor=None)
        incident_page(book, Asked(), order=order, size=2, cursor=page.cursor)
    report_page(book, size=5, cursor=report_page(book, size=5, cursor=None).cursor)


def reports(book):
    copies(book, told(book, incidents(book, Question(limit=1))[0].reports[0]))


def pulse(book):
    beat = Pulse(book)
    beat.stamp(incidents(book, Question(limit=1))[0].id)
    beat.after(beat.last() - 2)


WORK = {
    "week": lambda book: incidents(book, Question(**WEEK)),
    "week as of then": lambda book: incidents(book, Question(**WEEK), as_of="2015-01-13"),
    "near": lambda book: incidents(book, Question(near=Near(50.28, 57.2, 500), **WEEK)),
    "killed": lambda book: incidents(book, Question(min_killed=5)),
    "words": lambda book: incident_page(
        book, Asked(search="armed attack"), order="changed", size=2, cursor=None
    ),
    "changed": lambda book: incidents(book, Question(changed_since="2015-01-20")),
    "show": lambda book: [show(book, each.id) for each in incidents(book, Question(limit=3))],
    "pages": pages,
    "reports": reports,
    "pulse": pulse,
}


@pytest.fixture(scope="module")
def book(postgres):
    readings = [each.reading for each in cover(make_world(seed=6, incidents=12, days=40), seed=6, reports=60)]
    with Book.open(postgres.database("plans"), create=True) as opened:
        opened.add_many(readings, now=NOW)
        yield opened


@pytest.mark.slow
@pytest.mark.parametrize("what", WORK)
def test_an_index_leads_to_the_rows(book, what):
    asked = []

    def note(_connection, _cursor, statement, values, _context, many):
        asked.append((statement, values[0] if many else values))

    book.memory = type(book.memory)()
    event.listen(book.engine, "before_cursor_execute", note)
    WORK[what](book)
    event.remove(book.engine, "before_cursor_execute", note)
    with book.engine.connect() as connection:
        connection.exec_driver_sql("SET enable_seqscan = off")  # a small table is read whole if it may be
        plans = {
            statement: "\n".join(connection.exec_driver_sql(f"EXPLAIN {statement}", values).scalars())
            for statement, values in asked
            if statement.startswith("SELECT") and "pg_catalog" not in statement
        }
    assert plans
    assert {name for plan in plans.values() for name in re.findall(r"Seq Scan on (\w+)", plan)} == set()


def test_no_question_starts_workers_or_compiles(book):
    with reading(book.engine, book.address) as connection:
        for setting, value in (("max_parallel_workers_per_gather", "0"), ("jit", "off")):
            assert connection.execute(text(f"SHOW {setting}")).scalar() == value
