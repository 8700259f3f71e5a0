"""Other dead than those told right before come on top of them."""

import pytest

import oqiga

CASES = {
    "Gunmen ambushed a truck, killing six policemen. At least two other people died.": [
        "total",
        "additional",
    ],
    "The bomb killed nine people. Two others died in hospital.": ["total", "additional"],
    "The blast killed five policemen and two other people.": ["total", "additional"],
    # a figure told again is the same dead
    "Six men were killed, two others died later. Two others died of their wounds, doctors said.": [
        "total",
        "additional",
        "total",
    ],
    "The bomb killed nine people. The two others survived.": ["total"],
    "Gunmen killed three teachers. Four others were wounded.": ["total", "total"],
}


@pytest.mark.parametrize(("text", "counts"), CASES.items())
def test_others_come_on_top(text, counts):
    record = oqiga.read_report(text + "\n", published="2020-10-03", gated=False, language="en")
    tolls = [claim for claim in record.claims if claim.kind == "toll"]
    assert [claim.counts for claim in tolls] == counts


def test_one_listed_in_two_ways_counts_once():
    text = (
        "A senior leader of the rightwing Tarsk Justice Party (TJP) and his brother were late Thursday night shot dead "
        "by unidentified gunmen in Osh.\n"
    )
    record = oqiga.read_report(text, published="2020-10-03", gated=False, language="en")
    killed = [claim for claim in record.claims if claim.kind == "toll" and claim.outcome == "killed"]
    assert sum(claim.low for claim in killed) == 2


def test_those_who_only_speak_are_none_of_them():
    text = (
        "More than 40 people were injured in two bomb attacks in Osh, police said. The agency put the number "
        "of those injured at 52 and said 15 of them were in critical condition following the two attacks.\n"
    )
    record = oqiga.read_report(text, published="2020-10-03", gated=False, language="en")
    injured = [(claim.group, claim.low) for claim in record.claims if claim.kind == "toll"]
    assert injured == [("all", 41), ("all", 52), ("all", 15)]
