"""The queue asks what it must and opens again only incidents that have changed."""

from dataclasses import replace

import pytest

from oqiga.book.book import Book
from oqiga.book.deciding import decide
from oqiga.book.questions import Question, incidents
from oqiga.desk.pages import review
from oqiga.model.decision import DecisionKind
from oqiga.model.record import Reading
from oqiga.publish.words import translator
from told import event, place, report, toll

NOW, LATER = "2030-01-01T00:00:00Z", "2030-01-02T00:00:00Z"
SAY = translator("en")


def told(number, day, count, *, town="Osh", by=("Health Ministry", "health"), confidence=0.9, north=40.53):
    spot = place(town, latitude=north, geonames_id=round(north * 100))
    claims = (
        event(f"e-{number}", day=day, places=(spot,), incident="a"),
        replace(toll(f"t-{number}", count, by=by, start=40, incident="a"), confidence=confidence),
    )
    made = report(number, "x" * 200, published=f"{day}T{9 + number}:00Z", publisher=f"Outlet {number}")
    return Reading(report=made, relevant=True, relevance=1.0, claims=claims)


@pytest.fixture
def desk(desk):
    """The desk with a book of three incidents: one disputed, one doubtful, one that may be the same as it."""
    desk.book.close()
    address = desk.settings.ledger.replace("book.db", "review.db")
    desk.book = desk.pulse._book = Book.open(address, create=True)
    told_by = [
        told(1, "2020-05-01", 9),
        told(2, "2020-05-01", 30, by=("residents", "witness")),
        told(3, "2021-05-01", 5, confidence=0.2),
        told(4, "2021-05-02", 4, town="Nookat", north=40.26),
    ]
    desk.book.add_many(told_by, now=NOW)
    return desk


@pytest.fixture
def opened(monkeypatch):
    """Ids of incidents as they are opened."""
    found = []
    original = review.looked_at

    def looked_at(incident, *others):
        found.append(incident.id)
        return original(incident, *others)

    monkeypatch.setattr(review, "looked_at", looked_at)
    return found


def asked(desk):
    return [each.kind for each in review.queue(desk, SAY, "en")]


def test_it_asks_about_disputes_doubts_and_pairs(desk):
    assert asked(desk) == ["dispute", "same", "doubt"]
    shown = review.grounded(desk, review.queue(desk, SAY, "en"), SAY, "en")
    grounds = [(question.kind, [each.claim for each in found]) for question, found in shown]
    assert grounds == [("dispute", ["t-1", "t-2"]), ("same", []), ("doubt", ["t-3"])]
    assert "x" * 20 in shown[0][1][0].marked


def test_what_was_confirmed_and_kept_apart_is_asked_no_more(desk, opened):
    pair = next(each for each in review.queue(desk, SAY, "en") if each.kind == "same")
    assert len(opened) == 3
    decide(desk.book, DecisionKind.CONFIRM, ["t-3"], analyst="ana", reason="seen", now=LATER)
    apart = f"{pair.other.id} is another"
    decide(desk.book, DecisionKind.NOTE, [pair.incident], analyst="ana", reason=apart, now=LATER)
    assert asked(desk) == ["dispute"]


def test_only_what_has_changed_is_opened_again(desk, opened):
    asked(desk)
    assert sorted(opened) == sorted(each.id for each in incidents(desk.book, Question()))
    opened.clear()
    asked(desk)
    assert opened == []
    desk.book.add(told(5, "2020-05-01", 31, by=("residents", "witness")), now=LATER)
    assert asked(desk) == ["dispute", "same", "doubt"]
    (again,) = opened
    assert "r-5" in next(each.reports for each in incidents(desk.book, Question()) if each.id == again)
