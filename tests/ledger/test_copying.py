import json

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from oqiga.book.book import Book
from oqiga.book.deciding import decide
from oqiga.book.questions import Question, incidents
from oqiga.cli import copying  # registers the command
from oqiga.cli.app import app
from oqiga.errors import LedgerError
from oqiga.ledger import copying as steps
from oqiga.ledger.copying import copy_ledger
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify
from oqiga.model.decision import DecisionKind
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"


@pytest.fixture
def filled(tmp_path):
    with Book.open(str(tmp_path / "from.db"), create=True) as book:
        for each in cover(make_world(seed=4, incidents=5, days=20), seed=4, reports=25):
            book.add(each.reading, now=NOW)
        names = [each.id for each in incidents(book, Question())][:2]
        decide(book, DecisionKind.MERGE, names, analyst="Анна Editor", reason="one attack", now=NOW)
        book.reject("broken.pdf", "a binary file", now=NOW)
        yield book


def copied(source, address):
    with Book.open(address, create=True) as target:
        return copy_ledger(source.engine, source.address, target.engine, address)


def state(address):
    with Book.open(address) as book:
        with reading(book.engine, address) as connection:
            checked = verify(connection)
        asked = [
            Question(background=True), Question(since="2015-01-05", until="2015-01-12"), Question(until="2015-01"),
            Question(min_killed=2), Question(changed_since="2015-01-10T12:00:00Z"), Question(limit=3),
        ]  # fmt: skip
        return checked, [[str(found) for found in incidents(book, each)] for each in asked]


def test_a_copy_of_a_file_is_the_same_book(filled, tmp_path):
    target = str(tmp_path / "to.db")
    proof = copied(filled, target)
    assert proof.rows["entries"] == 27
    assert state(target) == state(filled.address)


def test_to_a_server_and_back_nothing_differs(filled, postgres, tmp_path):
    there = postgres.database("team")
    back = str(tmp_path / "back.db")
    proof = copied(filled, there)
    with Book.open(there) as middle:
        assert copied(middle, back) == proof
    assert state(there) == state(filled.address) == state(back)
    assert state(back)[0].head == proof.head


def test_a_server_compares_words_by_their_letters_whatever_its_locale(postgres):
    """Moments are compared as text; a dictionary's order passes over their punctuation."""
    with Book.open(postgres.database("sorted"), create=True) as book, book.engine.connect() as connection:
        found = connection.execute(
            text(
                "SELECT table_name, column_name, collation_name FROM information_schema.columns"
                " WHERE table_schema = 'public' AND table_name <> 'alembic_version'"
                " AND data_type IN ('text', 'character varying')"
            )
        ).all()
    assert len(found) > 30
    assert {row.collation_name for row in found} == {"C"}


def test_a_copied_book_goes_on_as_the_first_would(filled, postgres):
    there = postgres.database("goes_on")
    copied(filled, there)
    more = cover(make_world(seed=4, incidents=5, days=20), seed=4, reports=40)[25:]
    with Book.open(there) as book:
        for each in more:
            assert book.add(each.reading, now=NOW) == filled.add(each.reading, now=NOW)
    assert state(there) == state(filled.address)


def test_a_book_with_entries_is_no_target(filled, tmp_path):
    target = str(tmp_path / "to.db")
    copied(filled, target)
    with pytest.raises(LedgerError, match="needs an empty one"):
        copied(filled, target)


def test_a_copy_that_differs_is_not_kept(filled, tmp_path, monkeypatch):
    target = str(tmp_path / "to.db")
    honest = steps._copy_table

    def careless(here, there, table):
        honest(here, there, table)
        if table.name == "claims":
            there.execute(table.delete().where(table.c.place == 1))

    monkeypatch.setattr(steps, "_copy_table", careless)
    with pytest.raises(LedgerError, match="differs in claims"):
        copied(filled, target)
    assert state(target)[0].entries == 0


def test_a_book_that_was_tampered_with_is_not_copied(filled, tmp_path):
    with filled.engine.begin() as connection:
        connection.execute(text("UPDATE entries SET at = '1999' WHERE number = 3"))
    with pytest.raises(LedgerError, match="has faults"):
        copied(filled, str(tmp_path / "to.db"))


def test_the_command_says_what_was_proved(filled, tmp_path):
    assert copying.copy_book
    target = str(tmp_path / "to.db")
    said = CliRunner().invoke(app, ["copy-ledger", filled.address, target])
    assert said.exit_code == 0, said.output
    assert "27 entries" in said.output
    assert "all rows compared equal" in said.output
    packed = CliRunner().invoke(app, ["copy-ledger", target, str(tmp_path / "third.db"), "--json"])
    assert json.loads(packed.stdout)["rows"]["entries"] == 27
