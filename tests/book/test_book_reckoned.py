"""A book says when an earlier version of reconciling computed its incidents; as-of computes only what moved."""

import hashlib
from importlib.resources import files

import pytest
from sqlalchemy import delete
from typer.testing import CliRunner

from oqiga.book import questions
from oqiga.book.book import Book
from oqiga.book.questions import Question, incident_lines, incidents
from oqiga.cli import app, import_module
from oqiga.ledger.engine import reading, writing
from oqiga.ledger.reckoned import note_reckoned, reckoned_by
from oqiga.ledger.tables import reckoned
from oqiga.model.record import Reading
from oqiga.reconcile.version import VERSION
from told import event, place, report, toll

NOW = "2026-01-01T00:00:00Z"
TOWNS = ("Aqtau", "Shymkent", "Taraz", "Qostanai", "Semei")


def told(number, town, day, published, count=3):
    spot = place(TOWNS[town], geonames_id=town + 1, latitude=40.0 + 3 * town, longitude=60.0 + 3 * town)
    claims = (
        event(f"e{number}", day=day, places=(spot,), incident="a"),
        toll(f"t{number}", count, start=40, incident="a"),
    )
    words = " ".join(f"word{number}x{each}" for each in range(80))
    made = report(number, words, published=published, publisher=f"Outlet {number}")
    return Reading(report=made, relevant=True, relevance=1.0, claims=claims)


@pytest.fixture
def book(tmp_path):
    with Book.open(str(tmp_path / "book.db"), create=True) as opened:
        for town in range(len(TOWNS)):
            opened.add(told(town, town, f"2020-0{town + 1}-01", f"2020-0{town + 1}-02T10:00Z"), now=NOW)
        opened.add(told(9, 2, "2020-03-01", "2020-03-04T10:00Z", count=4), now=NOW)
        yield opened


def test_as_of_computes_anew_only_what_has_changed_since(book, monkeypatch):
    anew = []
    monkeypatch.setattr(questions, "grouped", lambda *args, **more: anew.append(1) or original(*args, **more))
    found = incidents(book, Question(), as_of="2020-03-03")
    assert [each.time.start for each in found] == ["2020-03-01", "2020-02-01", "2020-01-01"]
    assert [each.tolls[0].best for each in found] == [3, 3, 3]
    assert len(anew) == 1
    assert len(incident_lines(book, Question(limit=2), as_of="2020-03-03")) == 2


original = questions.grouped


def test_what_is_as_of_the_present_is_as_it_is_filed(book):
    assert incident_lines(book, Question(), as_of="2025-01-01") == incident_lines(book, Question())


def test_a_new_book_is_of_this_version_and_one_of_an_earlier_says_so(book):
    assert not book.outdated
    with writing(book.engine, book.address) as connection:
        connection.execute(delete(reckoned))
    assert book.outdated
    book.rebuild()
    assert not book.outdated
    with reading(book.engine, book.address) as connection:
        assert reckoned_by(connection) == VERSION


def test_the_command_line_says_how_to_compute_the_incidents_anew(book):
    import_module("oqiga.cli.book"), import_module("oqiga.cli.keeping")
    with writing(book.engine, book.address) as connection:
        note_reckoned(connection, VERSION - 1)
    asked = ["incidents", "--ledger", book.address, "--json"]
    first = CliRunner().invoke(app, asked)
    assert "oqiga verify --rebuild" in first.stderr and len(first.stdout.splitlines()) == len(TOWNS)
    CliRunner().invoke(app, ["verify", "--rebuild", "--ledger", book.address])
    assert "rebuild" not in CliRunner().invoke(app, asked).stderr


def test_the_version_is_raised_with_the_points_of_comparisons():
    """When this fails, raise VERSION if books would be brought together otherwise, and pin the new digest."""
    names = (
        "compatibility.yaml",
        "name_endings.yaml",
        "month_endings.yaml",
        "targets.yaml",
        "when_told.yaml",
        "people.yaml",
    )
    text = "".join(files("oqiga.codebook").joinpath(name).read_text(encoding="utf-8") for name in names)
    assert (VERSION, hashlib.sha256(text.encode()).hexdigest()[:12]) == (13, "7973b6ef9a14")
