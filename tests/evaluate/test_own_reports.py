"""Scores of reports that a user has judged and sorted: figures, measures, blame, and which are of one incident."""

import json

import pytest

from oqiga.errors import EvaluateError
from oqiga.evaluate.grouped import grouping_table, groupings, sorted_reports
from oqiga.evaluate.kit import kit
from oqiga.evaluate.kits.reports_event import day_told
from oqiga.evaluate.run import best_split, load_documents, split_path
from oqiga.model.claims import When
from oqiga.model.terms import TimePrecision

TOLD = (
    "Gunmen shot dead six people at a market in Osh on Tuesday, police said. Two of the gunmen were killed as well. "
    "The city was put under a curfew. Nobody has claimed responsibility for the attack."
)


def toll(group, number, outcome="killed", **more):
    return {"outcome": outcome, "group": group, "low": number, "high": number, **more}


def judged(**fields):
    return {
        "id": "a",
        "language": "en",
        "published": "2021-03-03",
        "text": TOLD,
        "blame": [],
        "measures": [],
    } | fields


def test_what_is_told_is_scored():
    gold = judged(
        tolls=[toll("all", 6), toll("attackers", 2)],
        measures=["curfew"],
        blame=[{"name": None, "basis": "unclaimed"}],
    )
    reports = kit("reports")
    tally = reports.tally(gold, reports.predict(gold))
    assert (tally["tolls"].recall, tally["measures"].f1, tally["blame"].f1) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("wanted", "given", "right_given_wanted"),
    [
        ([toll("victims", 6)], [toll("all", 6)], (1, 1, 1)),
        ([toll("all", 6)], [toll("all", 7)], (0, 1, 1)),
        ([toll("all", 6)], [toll("all", 6), toll("all", 6)], (1, 1, 1)),
        ([toll("attackers", 6)], [toll("all", 6)], (0, 1, 1)),
        ([toll("all", 6, optional=True)], [], (0, 0, 0)),
        ([toll("all", 6, optional=True)], [toll("all", 6)], (0, 0, 0)),
    ],
)
def test_a_figure_counts_once_and_of_its_own_group(wanted, given, right_given_wanted):
    predicted = {"tolls": given, "measures": [], "blame": []}
    tally = kit("reports").tally({"tolls": wanted}, predicted)["tolls"]
    assert (tally.right, tally.given, tally.wanted) == right_given_wanted


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        (("Ali Karimov", "charged"), ("Karimov", "charged"), 1),
        (("Ali Karimov", "charged"), ("Karimov", "convicted"), 0),
        (("Ali Karimov", "charged"), ("Mamedov", "charged"), 0),
        ((None, "unclaimed"), (None, "unclaimed"), 1),
        ((None, "unclaimed"), ("Karimov", "unclaimed"), 0),
    ],
)
def test_blame_is_of_one_name_on_one_ground(wanted, given, right):
    gold, told = ([dict(zip(("name", "basis"), each, strict=True))] for each in (wanted, given))
    tally = kit("reports").tally({"blame": gold}, {"tolls": [], "measures": [], "blame": told})["blame"]
    assert tally.right == right


@pytest.mark.parametrize(
    ("event", "right"),
    [
        ({"type": "armed_attack", "day": "2021-03-02", "place": "Osh"}, {"type": 1, "day": 1, "place": 1}),
        ({"type": ["bombing", "armed_attack"], "place": ["Batken", "Ош"]}, {"type": 1, "place": 1}),
        ({"type": "bombing", "day": "2021-03", "place": "Batken"}, {"type": 0, "day": 0, "place": 0}),
        ({"day": "2021-03-03", "place": "Kyrgyzstan"}, {"day": 0, "place": 1}),
        ({"place": {"latitude": 40.5, "longitude": 72.8, "within_km": 10}}, {"place": 1}),
        ({"place": {"latitude": 40.5, "longitude": 73.8, "within_km": 10}}, {"place": 0}),
        ({"day": None, "place": None}, {"day": 0, "place": 0}),
        (None, {"type": 0}),
        ({}, {}),
    ],
)
def test_the_main_event_is_scored_as_far_as_it_is_judged(event, right):
    gold, reports = judged(event=event), kit("reports")
    tallies = reports.tally(gold, reports.predict(gold))
    found = {name.removeprefix("event "): each for name, each in tallies.items() if name.startswith("event")}
    assert {name: each.right for name, each in found.items()} == right
    assert all(each.given == 1 for each in found.values())
    assert {name: each.wanted for name, each in found.items()} == {
        name: float(bool(event and event[name])) for name in right
    }


def test_the_main_event_is_the_one_that_most_is_told_of():
    text = (
        "A bomb went off at a bus station in Oral on Monday. On Tuesday gunmen shot dead six people at a market in Osh. "
        "Two of the gunmen in Osh were killed, and eleven people were wounded there. The curfew in Osh goes on."
    )
    event = kit("reports").predict(judged(text=text))["event"]
    assert (event["type"], event["day"]) == ("armed_attack", "2021-03-02")
    assert "Osh" in [place["name"] for place in event["place"]]


def test_no_event_is_none():
    event = kit("reports").predict(judged(text="The museum in Osh opened a new wing on Friday."))["event"]
    assert event is None


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        ("2021-03-02T14:00", "2021-03-02T14:59", "hour", "2021-03-02"),
        ("2021-02-22", "2021-02-28", "week", "2021-02-22/2021-02-28"),
        ("2021-02-01", "2021-02-28", "month", "2021-02"),
        ("2020-01-01", "2020-12-31", "year", "2020"),
        (None, None, "unknown", None),
    ],
)
def test_a_day_is_told_as_exactly_as_it_is_known(start, end, precision, told):
    assert day_told(When(start=start, end=end, precision=TimePrecision(precision))) == told


def test_own_reports_have_one_part(tmp_path):
    assert best_split("reports", kit("reports"), tmp_path) == "judged"
    path = split_path("reports", kit("reports"), folder=tmp_path, split="judged")
    assert path == tmp_path / "reports" / "reports.jsonl"


def sorted_lines():
    told = {
        "osh-1": ("osh", "2021-03-03", TOLD),
        "osh-2": (
            "osh",
            "2021-03-04",
            "The gunmen who killed six people at a market in Osh on Tuesday are identified.",
        ),
        "oral": (
            "oral",
            "2021-06-10",
            "A bomb went off at a bus station in Oral on Thursday, wounding 11 people.",
        ),
    }
    return [
        {"id": name, "incident": label, "published": day, "text": text, "language": "en"}
        for name, (label, day, text) in told.items()
    ]


def test_reports_are_brought_together_with_and_without_dates():
    found = {each.dates: each for each in groupings(sorted_lines())}
    assert list(found) == ["all", "half", "none"]
    assert found["all"].score.f1 == 1.0
    assert found["all"].found["osh-1"] == found["all"].found["osh-2"] != found["all"].found["oral"]
    assert found["none"].score.precision == 1.0
    assert "| all | 100.0 | 100.0 | 100.0 | 3 | 2 |" in grouping_table(list(found.values()))


def test_what_tells_of_nothing_stands_by_itself():
    lines = [
        {
            "id": name,
            "incident": "one",
            "text": "The museum opened a new wing on Friday, and many people came to see it.",
        }
        for name in "ab"
    ]
    found = groupings(lines)[0]
    assert found.score.recall == 0.5


def test_a_report_sorted_nowhere_is_named():
    with pytest.raises(EvaluateError, match="osh-2"):
        groupings([each | ({"incident": ""} if each["id"] == "osh-2" else {}) for each in sorted_lines()])


def test_sorted_reports_are_read_from_their_folder(tmp_path):
    path = sorted_reports(tmp_path)
    path.parent.mkdir()
    path.write_text("\n".join(json.dumps(each) for each in sorted_lines()), encoding="utf-8")
    assert [each["id"] for each in load_documents(path)] == ["osh-1", "osh-2", "oral"]
