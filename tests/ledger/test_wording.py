"""Searching for words: the same on both databases, kept true to the incidents, there in books of earlier layouts."""

import pytest
from sqlalchemy import select, text

from oqiga.book.book import Book
from oqiga.book.deciding import decide
from oqiga.book.questions import Question, incidents
from oqiga.desk.asking import Asked
from oqiga.desk.listing import incident_page
from oqiga.ledger.engine import reading, writing
from oqiga.ledger.migrate import LATEST
from oqiga.ledger.tables import wordings
from oqiga.ledger.verifying import verify
from oqiga.ledger.wording import asked_words, folded, holds, words_in
from oqiga.model.decision import DecisionKind
from oqiga.model.record import Reading
from told import event, place, report, statement, toll

NOW = "2026-01-01T00:00:00Z"
SEARCHES = {
    "aqtau": ["aqtau"], "AQT": ["aqtau"], "ақтауда": ["aqtau"], "жарылыс": ["aqtau"], "шум": ["taraz"],
    "ШЁЛ": ["taraz"], "шел шум": ["taraz"], "шел aqtau": [], "outlet": ["taraz", "aqtau"], "gulf": ["aqtau"], "ulf": [],
    "don't": [], "%": [], '" OR *': [], "'": [], "(": [], "\\": [], "e-1": [], "aqtau:*": ["aqtau"], "!aqtau": ["aqtau"],
}  # fmt: skip


def told(name, town, words, day, publisher):
    spot = place(town, latitude=43.0, longitude=51.0 if town == "Aqtau" else 71.0, geonames_id=len(town))
    claims = (
        event(f"e-{name}", day=day, places=(spot,), incident="a"),
        toll(f"t-{name}", 3, start=40, incident="a"),
        statement(f"s-{name}", words, start=60, incident="a"),
    )
    made = report(name, "x" * 80 + f" {words}" * 9, published=f"{day}T10:00Z", publisher=publisher)
    return Reading(report=made, relevant=True, relevance=1.0, claims=claims)


TOLD = [
    told("one", "Aqtau", "Жарылыс туралы Ақтауда айтылды.", "2020-03-01", "Gulf Outlet"),
    told("two", "Taraz", "Шёл шум, говорят: “%” и \\ тоже", "2020-05-01", "Taraz Outlet"),
]


@pytest.fixture(params=["file", "server"])
def book(request, tmp_path):
    if request.param == "file":
        address = str(tmp_path / "book.db")
    else:
        address = request.getfixturevalue("postgres").database("wording")
    with Book.open(address, create=True) as opened:
        opened.add_many(TOLD, now=NOW)
        yield opened


def found(book, search, **more):
    page = incident_page(book, Asked(search=search, **more), order="changed", size=9, cursor=None)
    bodies = (row.body for row in page.rows)
    return ["aqtau" if "Aqtau" in body else "taraz" for body in bodies]


def test_words_are_found_by_their_beginnings_whatever_their_case_and_accents(book):
    assert {search: found(book, search) for search in SEARCHES} == SEARCHES


def test_the_past_is_searched_as_the_present_is(book):
    assert {search: sorted(found(book, search, as_of="2030")) for search in SEARCHES} == {
        search: sorted(towns) for search, towns in SEARCHES.items()
    }
    assert found(book, "outlet", as_of="2020-04-01") == ["aqtau"]


def filed(book):
    with reading(book.engine, book.address) as connection:
        assert verify(connection).faults == ()
        return {row.incident: row.words for row in connection.execute(select(wordings))}


def test_what_is_filed_follows_the_incidents(book):
    before = filed(book)
    later = told("three", "Taraz", "Позже сообщили о стрельбе.", "2020-05-01", "Late Outlet")
    book.add(later, now=NOW)
    assert found(book, "стрельб late шум") == ["taraz"]
    assert found(book, "шум") == ["taraz"]
    names = [each.id for each in incidents(book, Question())]
    decide(book, DecisionKind.MERGE, names, analyst="ana", reason="one", now="2026-01-02T00:00:00Z")
    assert len(filed(book)) == 1
    assert found(book, "стрельб жарылыс gulf") == found(book, "late") == found(book, "aqtau")
    kept = filed(book)
    assert set(kept) < set(before)
    book.rebuild()
    assert filed(book) == kept
    assert found(book, "стрельб жарылыс gulf") == found(book, "late")


def test_sqlite_looks_up_what_the_table_holds(tmp_path):
    with Book.open(str(tmp_path / "book.db"), create=True) as book:
        for each in (*TOLD, told("three", "Taraz", "Позже.", "2020-05-01", "Late Outlet")):
            book.add(each, now=NOW)
        with writing(book.engine, book.address) as connection:
            connection.execute(text("INSERT INTO wordings_found (wordings_found) VALUES ('integrity-check')"))
            connection.execute(text("DELETE FROM wordings"))
            connection.execute(text("INSERT INTO wordings_found (wordings_found) VALUES ('integrity-check')"))


def step_back(book, version):
    """Make the book one of an earlier layout, as that version left it."""
    with writing(book.engine, book.address) as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TABLE wordings_found"))
        connection.execute(text("DROP TABLE wordings"))
        if version < "0005":
            connection.execute(text("DROP TABLE reckoned"))
        if version < "0004":
            connection.execute(text("DROP INDEX sketches_until"))
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})


@pytest.mark.parametrize("version", ["0003", "0004", "0005"])
def test_a_book_of_an_earlier_layout_is_brought_up_with_its_words(book, version):
    before = filed(book)
    step_back(book, version)
    book.engine.dispose()
    with Book.open(book.address) as again:
        with reading(again.engine, again.address) as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == LATEST
        assert filed(again) == before
        assert {search: found(again, search) for search in SEARCHES} == SEARCHES
        again.add(told("three", "Taraz", "Позже.", "2020-05-01", "Late Outlet"), now=NOW)
        assert found(again, "late") == ["taraz"]


@pytest.mark.parametrize(("search", "words"), [("Ёлка-2, «Ақтөбе»", ["елка", "2", "ақтөбе"])])
def test_folding(search, words):
    assert folded(search) == words


def test_a_search_of_no_words_finds_nothing_and_one_of_many_is_cut():
    assert not holds(["a"], asked_words("!!! ..."))
    assert len(asked_words(" ".join(map(str, range(50))))) == 8
    assert len(asked_words("x" * 500)[0]) == 64


def test_only_words_for_people_are_taken():
    body = '{"id": "i-1", "title": "A b", "places": [{"name": "C", "country": "KZ"}], "reports": ["r-1"]}'
    assert words_in(body, ["Die Zeit"]) == ("a", "b", "c", "die", "zeit")
