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
