"""Scores of reports that a user has judged and sorted: figures, measures, blame, and which are of one incident."""

import json

import pytest

from oqiga.errors import EvaluateError
from oqiga.evaluate.grouped import grouping_table, groupings, sorted_reports
from oqiga.evaluate.kit import kit
from oqiga.evaluate.run import best_split, load_documents, split_path

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
