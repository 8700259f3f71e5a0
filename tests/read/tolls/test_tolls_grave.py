"""How badly some of the hurt are tells a part of them."""

import pytest

import oqiga

CASES = {
    "Twelve people were wounded, three seriously.": {12: "total", 3: "subset"},
    "A bomb killed nine and wounded 12, three of them seriously.": {9: "total", 12: "total", 3: "subset"},
    "Nineteen people were injured, four critically, in the blast.": {19: "total", 4: "subset"},
    "Twelve people were wounded and three critically injured.": {12: "total", 3: "subset"},
    "Twelve people were wounded. Three are in critical condition.": {12: "total", 3: "subset"},
    # as many as are told to be so badly hurt, and more, are no part
    "Three people were injured. Seven others were seriously injured in a second blast.": {
        3: "total",
        7: "total",
    },
    "Five people were seriously injured, two were seriously injured elsewhere.": {5: "total", 2: "total"},
}


@pytest.mark.parametrize(("text", "counts"), CASES.items())
def test_the_badly_hurt_are_a_part(text, counts):
    record = oqiga.read_report(text + "\n", published="2020-10-03", gated=False, language="en")
    assert {claim.low: claim.counts for claim in record.claims if claim.kind == "toll"} == counts


def test_those_in_intensive_care_are_a_part_of_those_in_hospital():
    text = "По данным минздрава, госпитализированы 14 человек, двое — в реанимации."
    record = oqiga.read_report(text + "\n", published="2020-10-03", gated=False, language="ru")
    assert {claim.low: claim.counts for claim in record.claims if claim.kind == "toll"} == {
        14: "total",
        2: "subset",
    }
