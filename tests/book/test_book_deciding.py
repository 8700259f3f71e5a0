from dataclasses import replace

import pytest

from oqiga.book.book import Book
from oqiga.book.deciding import decide, decisions_of
from oqiga.book.differing import differences
from oqiga.book.questions import Question, incidents, show
from oqiga.book.reasons import reasons
from oqiga.book.rereading import read_anew_if_changed, reread_reports
from oqiga.errors import NotFoundError, ReconcileError, UsageError
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify
from oqiga.model.decision import DecisionKind
from oqiga.model.record import Reading, Record
from told import event, place, report, toll

NOW = "2026-01-01T00:00:00Z"
LATER = "2026-01-02T00:00:00Z"
WORDS = "x" * 400


def told(number, day, count, shift=0):
    claims = (
        event(f"e{number}-{shift}", day=day, incident="a", start=shift),
        toll(f"t{number}-{shift}", count, by=("Health Ministry", "health"), start=40 + shift, incident="a"),
    )
    made = report(number, published=f"{day}T20:0{number}Z", text=WORDS, publisher=f"Outlet {number}")
    return Reading(report=made, relevant=True, relevance=1.0, claims=claims)


@pytest.fixture
def book(tmp_path):
    with Book.open(str(tmp_path / "book.db"), create=True) as opened:
        for number, day, count in ((1, "2020-05-01", 9), (2, "2020-05-01", 11), (3, "2020-05-02", 4)):
            opened.add(told(number, day, count), now=NOW)
        yield opened


def say(book, kind, *about, now=LATER, **more):
    return decide(
        book, DecisionKind(kind), about, analyst="A. Editor", reason="checked by phone", now=now, **more
    )


def groups(book, **more):
    return {frozenset(each.reports) for each in incidents(book, Question(), **more)}


def ids(book):
    return {report: each.id for each in incidents(book, Question()) for report in each.reports}


APART = {frozenset({"r-1", "r-2"}), frozenset({"r-3"})}


def test_a_merge_joins_whole_incidents_and_both_ids_lead_to_it(book):
    before = ids(book)
    merged = say(book, "merge", before["r-1"], before["r-3"])
    assert groups(book) == {frozenset({"r-1", "r-2", "r-3"})}
    assert show(book, before["r-1"]).incident.id == show(book, before["r-3"]).incident.id
    assert groups(book, as_of="2025-12-31") == APART
    say(book, "withdraw", merged.id, now="2026-01-03T00:00:00Z")
    assert groups(book) == APART


def test_a_split_takes_reports_out_and_holds_for_reports_still_to_come(book):
    split = say(book, "split", ids(book)["r-1"], "r-2")
    assert groups(book) == {frozenset({"r-1"}), frozenset({"r-2"}), frozenset({"r-3"})}
    book.add(told(4, "2020-05-01", 9), now=LATER)
    assert frozenset({"r-2"}) in groups(book)
    say(book, "withdraw", split.id, now="2026-01-03T00:00:00Z")
    assert groups(book) == {frozenset({"r-1", "r-2", "r-4"}), frozenset({"r-3"})}


def test_a_struck_claim_no_longer_counts_and_the_reason_says_who_struck_it(book):
    say(book, "strike", "t2-0")
    figure = show(book, ids(book)["r-1"]).incident.tolls[0]
    assert figure.best == 9
    assert "struck by A. Editor, 2 January 2026: checked by phone" in figure.why


def test_a_correction_changes_the_value_but_not_the_entry(book):
    say(book, "correct", "t2-0", values={"low": 12, "high": 12})
    assert show(book, ids(book)["r-1"]).incident.tolls[0].best == 12
    with reading(book.engine, book.address) as connection:
        assert verify(connection).faults == ()
    assert show(book, ids(book)["r-1"], as_of="2025").incident.tolls[0].best == 11


def test_a_confirmed_claim_wins_over_a_later_one(book):
    say(book, "confirm", "t1-0")
    assert show(book, ids(book)["r-1"]).incident.tolls[0].best == 9


def test_decisions_hold_after_the_reports_were_read_anew(book):
    before = ids(book)
    say(book, "strike", "t2-0")
    say(book, "merge", before["r-1"], before["r-3"])
    stored = {
        f"r-{n}": told(n, day, count, 3)
        for n, day, count in ((1, "2020-05-01", 9), (2, "2020-05-01", 11), (3, "2020-05-02", 4))
    }

    def read(found):
        made = stored[found.id]
        return Record(report=found, relevant=True, relevance=1.0, claims=made.claims)

    steps = list(reread_reports(book, read, now=LATER))
    assert all(step.changed for step in steps)
    assert show(book, before["r-1"]).claims.keys() >= {"t1-0"}
    assert all(step.changed for step in reread_reports(book, read, now=LATER, keep=True))
    shown = show(book, before["r-1"])
    assert shown.claims.keys() >= {"t1-3", "t2-3", "t3-3"}
    assert {p.claim: p.standing for p in shown.incident.tolls[0].series}["t2-3"] is False
    assert set(shown.incident.reports) == {"r-1", "r-2", "r-3"}
    with reading(book.engine, book.address) as connection:
        assert verify(connection).faults == ()


@pytest.mark.parametrize(
    ("kind", "about", "values", "error"),
    [
        ("merge", ["i-0000"], {}, UsageError),
        ("merge", ["i-0000", "i-1111"], {}, NotFoundError),
        ("strike", ["nothing"], {}, NotFoundError),
        ("correct", ["t1-0"], {}, UsageError),
        ("correct", ["t1-0"], {"quote": "other words"}, ReconcileError),
        ("correct", ["t1-0"], {"low": 20}, ReconcileError),
        ("withdraw", ["d-0"], {}, NotFoundError),
    ],
)
def test_a_decision_that_cannot_be_is_refused_and_not_entered(book, kind, about, values, error):
    with pytest.raises(error):
        say(book, kind, *about, values=values)
    assert decisions_of(book) == ()


def test_a_decision_needs_somebody_and_a_reason(book):
    with pytest.raises(UsageError, match="analyst and a reason"):
        decide(book, DecisionKind.STRIKE, ["t1-0"], analyst=" ", reason="x", now=LATER)


def test_a_difference_names_the_reports_that_made_it(book):
    changes = differences(book, ids(book)["r-1"], since="2020-05-01T20:01Z", until="2020-05-03")
    (killed,) = [each for each in changes if each.about == "killed"]
    assert (killed.before, killed.after, killed.reports) == ("9", "11", ("r-2",))
    (reports,) = [each for each in changes if each.about == "reports"]
    assert reports.reports == ("r-2",)


def test_why_leads_to_sentences(book):
    (reason,) = reasons(show(book, ids(book)["r-1"]), "killed", "all")
    assert [(ground.claim, ground.standing) for ground in reason.grounds] == [("t1-0", False), ("t2-0", True)]
    assert all(ground.span.of(ground.report.text) in ground.sentence for ground in reason.grounds)
    with pytest.raises(NotFoundError):
        reasons(show(book, ids(book)["r-1"]), "missing")


def test_what_was_merged_stays_merged_when_the_index_is_computed_anew(book):
    book.add(told(4, "2021-03-01", 2), now=NOW)
    book.add(told(5, "2022-03-01", 2), now=NOW)
    apart = ids(book)
    say(book, "merge", apart["r-4"], apart["r-1"])
    undone = say(book, "merge", apart["r-5"], apart["r-1"])
    say(book, "withdraw", undone.id, now="2026-01-03T00:00:00Z")
    before, known = groups(book), ids(book)
    assert known["r-4"] == known["r-1"] != known["r-5"]
    book.rebuild()
    assert groups(book) == before
    assert ids(book) == known
    book.add(told(6, "2021-03-01", 3), now=NOW)
    assert ids(book)["r-6"] == ids(book)["r-1"]


ALMATY = {"name": "Almaty", "geonames_id": 1526384, "latitude": 43.25, "longitude": 76.92}


def of_two_incidents(number):
    """Return a report on the attack in Osh that tells of another in Almaty, eight killed there, besides."""
    here = told(number, "2020-05-01", 9)
    there = (
        event("there", day="2020-04-20", incident="b", start=30, places=(place(**ALMATY, country="KZ"),)),
        toll("u", 8, start=35, incident="b"),
    )
    return replace(here, claims=(*here.claims, *there))


def test_a_decision_about_one_incident_of_a_report_leaves_what_it_tells_of_another(tmp_path):
    with Book.open(str(tmp_path / "two.db"), create=True) as book:
        for each in (told(1, "2020-05-01", 9), of_two_incidents(2), told(3, "2020-05-09", 4)):
            book.add(each, now=NOW)
        found = {each.tolls[0].best: each.id for each in incidents(book, Question())}
        say(book, "merge", found[8], found[4])
        say(book, "split", found[9], "r-2", now="2026-01-03T00:00:00Z")
        assert show(book, found[8]).incident.id == show(book, found[4]).incident.id
        assert groups(book) == {frozenset({"r-1"}), frozenset({"r-2"}), frozenset({"r-2", "r-3"})}


def test_striking_a_claim_leaves_the_same_words_about_another_incident(tmp_path):
    with Book.open(str(tmp_path / "two.db"), create=True) as book:
        for each in (told(1, "2020-05-01", 9), of_two_incidents(2)):
            book.add(each, now=NOW)
        say(book, "strike", "t2-0")
        (other,) = (each for each in incidents(book, Question()) if each.places[0].country == "KZ")
        assert [(point.low, point.standing) for point in other.tolls[0].series] == [(8, True)]


def test_what_analysts_took_out_stands_among_what_changed_with_their_reason(book):
    incident = ids(book)["r-1"]
    say(book, "split", incident, "r-2")
    say(book, "strike", "t1-0")
    changes = differences(book, incident, since="2026-01-01T12:00:00Z", until="2026-01-03")
    why = {change.about: (change.why, change.reports) for change in changes}
    assert why["reports"] == ("reports that no longer are about it", ("r-2",))
    assert "struck by A. Editor, 2 January 2026: checked by phone" in why["killed"][0]


def test_a_report_that_is_read_otherwise_is_entered_anew_and_else_left(book):
    better = told(1, "2020-05-01", 12)
    assert read_anew_if_changed(book, better, now=LATER)
    assert not read_anew_if_changed(book, better, now=LATER)
    assert show(book, ids(book)["r-1"]).incident.tolls[0].series[0].low == 12
