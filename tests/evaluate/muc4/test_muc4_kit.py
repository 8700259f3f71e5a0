"""The kit with and without the trained files: only the public form in, only the public form out."""

import pytest

from oqiga.evaluate.kits import muc4
from oqiga.read.encoder.model import encoder

REPORT = {
    "docid": "X-1",
    "text": "   BOGOTA, 10 JAN 90 -- [TEXT] GUERRILLAS KIDNAPPED TWO ENGINEERS IN MEDELLIN YESTERDAY, POLICE SAID.",
    "body_start": 31,
    "dateline_date": "1990-01-10",
    "dateline_place": "BOGOTA",
    "dateline_country": None,
}


def test_patterns_alone_fill_a_template(monkeypatch):
    monkeypatch.setattr(muc4, "encoder", lambda: None)
    [template] = muc4.predict(REPORT)["templates"]
    assert template["incident_type"] == "kidnapping"
    assert ["guerrillas"] in template["PerpInd"] + template["PerpOrg"]
    assert template["date"] == "1990-01-09"
    assert template["location"] == ["COLOMBIA", "MEDELLIN"]


@pytest.mark.skipif(encoder() is None, reason="the trained encoder is not installed")
def test_the_trained_files_fill_the_same_template():
    [template] = muc4.predict(REPORT)["templates"]
    assert template["incident_type"] == "kidnapping"
    assert template["location"] == ["COLOMBIA", "MEDELLIN"]


def test_a_report_without_an_incident_has_none(monkeypatch):
    monkeypatch.setattr(muc4, "encoder", lambda: None)
    quiet = {**REPORT, "text": "THE MINISTER PRESENTED THE BUDGET.", "body_start": 0}
    assert muc4.predict(quiet) == {"docid": "X-1", "templates": []}


def test_the_tally_counts_slots_and_relevance():
    gold = {
        "gtt": [
            {
                "incident_type": "kidnapping",
                "PerpInd": [["guerrillas"]],
                "PerpOrg": [],
                "Target": [],
                "Victim": [],
                "Weapon": [],
            }
        ],
        "templates": [{"optional": False}],
    }
    predicted = {"templates": [{"incident_type": "kidnapping", "PerpInd": [["guerrillas"], ["men"]]}]}
    found = muc4.tally(gold, predicted)
    assert (found["all"].right, found["all"].given, found["all"].wanted) == (2, 3, 2)
    assert found["relevant"].f1 == 1
    assert muc4.tally(gold, {"templates": []})["relevant"].recall == 0
    assert muc4.tally({"gtt": [], "templates": []}, predicted)["relevant"].precision == 0
