import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from oqiga.book.book import LIES_AHEAD, Book
from oqiga.book.questions import Question, incidents, show
from oqiga.errors import LedgerError, NotFoundError
from oqiga.ledger.engine import reading, writing
from oqiga.ledger.verifying import verify
from oqiga.model.record import Reading
from told import event, place, report, toll

NOW = "2026-01-01T00:00:00Z"
WORDS = "x" * 400
ALMATY = {"name": "Almaty", "geonames_id": 1526384, "country": "KZ", "admin1": "Almaty"}
ALMATY |= {"latitude": 43.25, "longitude": 76.91}


@pytest.fixture
def book(tmp_path):
    with Book.open(str(tmp_path / "book.db"), create=True) as opened:
        yield opened


def told(number, day, *tolls, type="armed_attack", published=None, places=None, text=WORDS, **more):
    claims = (event(f"e{number}", type, day, places=places, incident="a", **more), *tolls)
    published = published or f"{day}T20:00Z"
    made = report(number, published=published, text=text, publisher=f"Outlet {number}")
    return Reading(report=made, relevant=True, relevance=1.0, claims=claims)


def killed(number, count, by=("Health Ministry", "health"), **more):
    return toll(f"t{number}", count, by=by, start=40, incident="a", **more)


def sound(book):
    with reading(book.engine, book.address) as connection:
        return verify(connection)


def test_the_same_report_twice_is_one(book):
    assert book.add(told(1, "2020-05-01"), now=NOW).status == "entered"
    again = book.add(told(1, "2020-05-01"), now="2027-01-01T00:00:00Z")
    assert (again.status, again.incidents) == ("known", ())
    assert sound(book).entries == 1


def test_a_changed_report_is_a_new_revision_whose_claims_take_the_place_of_the_old(book):
    book.add(told(1, "2020-05-01", killed(1, 9)), now=NOW)
    changed = told(1, "2020-05-01", killed(1, 11), published="2020-05-02T08:00Z")
    assert book.add(changed, now=NOW).status == "revised"
    (now,) = incidents(book, Question())
    assert [point.low for point in now.tolls[0].series] == [11]
    assert show(book, now.id, as_of="2020-05-01").incident.tolls[0].best == 9
    assert sound(book).faults == ()


def test_an_earlier_version_that_comes_late_does_not_take_the_place_of_a_later_one(book):
    book.add(told(1, "2020-05-01", killed(1, 11), published="2020-05-02T08:00Z"), now=NOW)
    late = book.add(told(1, "2020-05-01", killed(1, 9)), now=NOW)
    assert late.why == "an earlier version than the one that stands"
    (now,) = incidents(book, Question())
    assert now.tolls[0].best == 11
    assert show(book, now.id, as_of="2020-05-01").incident.tolls[0].best == 9


def test_reports_of_one_day_and_town_are_one_incident_and_others_are_not(book):
    book.add(told(1, "2020-05-01"), now=NOW)
    book.add(told(2, "2020-05-01", type="bombing"), now=NOW)
    book.add(told(3, "2020-05-02", type="bombing"), now=NOW)
    book.add(told(4, "2020-05-01", places=[place(**ALMATY)]), now=NOW)
    book.add(told(5, "2021-05-01"), now=NOW)
    found = {frozenset(each.reports) for each in incidents(book, Question())}
    assert found == {frozenset({"r-1", "r-2"}), frozenset({"r-3"}), frozenset({"r-4"}), frozenset({"r-5"})}


def test_a_report_that_tells_no_day_joins_by_its_publication(book):
    book.add(told(1, "2020-05-01"), now=NOW)
    book.add(told(2, None, published="2020-05-02T09:00Z"), now=NOW)
    book.add(told(3, None, published="2020-06-20T09:00Z"), now=NOW)
    assert sorted(len(each.reports) for each in incidents(book, Question())) == [1, 2]


def test_an_anniversary_story_and_its_background_do_not_mix_with_the_present(book):
    book.add(told(1, "2019-05-01", killed(1, 9)), now=NOW)
    old = event("old", day="2019-05-01", incident="b", background=True, start=100)
    story = told(2, "2020-05-01")
    book.add(replace(story, claims=(*story.claims, old)), now=NOW)
    first, second = sorted(incidents(book, Question()), key=lambda each: each.time.start)
    assert (first.reports, second.reports) == (("r-1",), ("r-2",))
    assert "old" in show(book, first.id).claims


def test_the_id_of_an_incident_goes_on_leading_to_it(book):
    (first,) = book.add(told(1, "2020-05-03", published="2020-05-04T09:00Z"), now=NOW).incidents
    (second,) = book.add(told(2, "2020-05-03", published="2020-05-03T22:00Z"), now=NOW).incidents
    assert first != second
    assert show(book, first).incident.id == second
    assert show(book, second[:9]).incident.id == second
    with pytest.raises(NotFoundError):
        show(book, "i-0000000000000000")


def test_a_report_without_publication_counts_from_its_entry(book):
    unknown = told(1, "2020-05-01")
    unknown = replace(unknown, report=replace(unknown.report, published=None))
    book.add(unknown, now="2020-05-03T12:00:00Z")
    assert incidents(book, Question(), as_of="2020-05-02") == []
    assert len(incidents(book, Question(), as_of="2020-05-03")) == 1


def test_easter_2019_as_it_was_known_at_each_moment(book):
    police = ("police spokesman", "police")
    where = [
        place("Colombo", geonames_id=1248991, country="LK", admin1="Western", latitude=6.93, longitude=79.86)
    ]
    dispatches = [
        (1, "2019-04-22T07:00Z", 290, ("police", "police")),
        (2, "2019-04-24T06:00Z", 359, police),
        (3, "2019-04-25T15:30Z", 253, ("Health Ministry", "health")),
        (4, "2019-04-26T02:00Z", 359, police),
    ]
    for number, published, count, by in dispatches:
        about = told(
            number, "2019-04-21", killed(number, count, by), published=published, places=where, type="bombing"
        )
        book.add(about, now=NOW)
    (incident,) = incidents(book, Question())
    figure = incident.tolls[0]
    assert (figure.best, figure.low, figure.high) == (253, 253, 253)
    assert "359 by police spokesman no longer stands" in figure.why
    assert [point.standing for point in figure.series] == [False, False, True, False]
    at_noon = show(book, incident.id, as_of="2019-04-25T12:00Z").incident
    assert at_noon.tolls[0].best == 359
    assert show(book, incident.id, as_of="2019-04-22").incident.tolls[0].best == 290


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question(), {"r-1", "r-2", "r-3"}),
        (Question(since="2020-05-02"), {"r-2", "r-3"}),
        (Question(until="2020-05-02"), {"r-1", "r-2"}),
        (Question(types=("bombing",)), {"r-2"}),
        (Question(min_killed=5), {"r-1"}),
        (Question(disputed=True), set()),
        (Question(changed_since="2020-05-03"), {"r-3"}),
        (Question(limit=1), {"r-3"}),
    ],
)
def test_questions_are_answered_the_same_now_and_as_of_the_end(book, question, expected):
    book.add(told(1, "2020-05-01", killed(1, 9)), now=NOW)
    book.add(told(2, "2020-05-02", killed(2, 2), type="bombing"), now=NOW)
    book.add(told(3, "2020-05-04", killed(3, 4)), now=NOW)
    assert {each.reports[0] for each in incidents(book, question)} == expected
    assert {each.reports[0] for each in incidents(book, question, as_of="2025")} == expected


def test_near_is_a_circle(book):
    from oqiga.ledger.asking import Near

    book.add(told(1, "2020-05-01"), now=NOW)
    book.add(told(2, "2020-05-01", places=[place(**ALMATY)]), now=NOW)
    (found,) = incidents(book, Question(near=Near(43.3, 76.8, 30)))
    assert found.reports == ("r-2",)
    assert len(incidents(book, Question(near=Near(42, 75, 500)))) == 2


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE entries SET at = '1999' WHERE number = 1", "was changed after it was entered"),
        ("DELETE FROM claims WHERE place = 1", "report or its claims were changed"),
        (
            "UPDATE revisions SET body = replace(body, 'Outlet 1', 'Other')",
            "report or its claims were changed",
        ),
        ("DELETE FROM entries WHERE number = 2", "entries 2 to 2 are missing"),
        ("DELETE FROM incidents", "the index lacks incident"),
    ],
)
def test_verify_finds_what_was_tampered_with(book, damage, fault):
    for number in (1, 2, 3):
        book.add(told(number, "2020-05-01", killed(number, 9)), now=NOW)
    assert sound(book).faults == ()
    with book.engine.connect() as connection:
        connection.execute(text("PRAGMA foreign_keys = OFF"))
    with writing(book.engine, book.address) as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        if "entries WHERE" in damage:
            connection.execute(text("DELETE FROM claims WHERE entry = 2"))
            connection.execute(text("DELETE FROM revisions WHERE entry = 2"))
        connection.execute(text(damage))
    assert any(fault in each.what for each in sound(book).faults)


def test_rebuilding_the_index_gives_the_same_incidents(book):
    for number in range(8):
        book.add(told(number, f"2020-05-0{1 + number % 3}", killed(number, number + 1)), now=NOW)
    book.add(told(1, "2020-05-02", killed(1, 30), published="2020-05-09T08:00Z"), now=NOW)
    before = [json.dumps(str(each)) for each in incidents(book, Question(background=True))]
    book.rebuild()
    assert [json.dumps(str(each)) for each in incidents(book, Question(background=True))] == before
    assert sound(book).faults == ()


def test_what_is_no_book_is_refused(tmp_path):
    with pytest.raises(LedgerError, match="no book here"):
        Book.open(str(tmp_path / "none.db"))
    with pytest.raises(LedgerError, match="folder does not exist"):
        Book.open(str(tmp_path / "no" / "none.db"), create=True)
    words = tmp_path / "words.db"
    words.write_text("these are words, not a book, and there are enough of them to be read as a header " * 20)
    with pytest.raises(LedgerError, match="not a book"):
        Book.open(str(words))
    import sqlite3

    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE things (name TEXT)")
    other.close()
    with pytest.raises(LedgerError, match="not a book"):
        Book.open(str(tmp_path / "other.db"), create=True)
    with pytest.raises(LedgerError, match=r"postgresql://"):
        Book.open("mysql://somewhere/else")


@pytest.mark.parametrize(
    ("published", "warned"),
    [("2099-01-01T10:00Z", True), ("2026-01-03", True), ("2026-01-01T23:00+00:00", False), (None, False)],
)
def test_a_report_from_the_future_is_warned_of(book, published, warned):
    read = Reading(report=report(1, published=published), relevant=True, relevance=1.0)
    for added in (book.add(read, now="2026-01-01T12:00:00Z"), *book.add_many([read], now=NOW)):
        assert (LIES_AHEAD in added.warnings) is warned
