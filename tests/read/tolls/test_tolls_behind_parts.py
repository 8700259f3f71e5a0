"""Those told of behind a list of parts are none of them when what became of them stands beside them."""

import pytest

import oqiga

CASES = {
    "At least 35 people were killed, including the attacker, and 70 wounded.": [
        ("killed", 35, "total"),
        ("killed", 1, "subset"),
        ("injured", 70, "total"),
    ],
    "Ten people were killed, including two soldiers and three children, and 25 injured.": [
        ("killed", 10, "total"),
        ("killed", 2, "subset"),
        ("killed", 3, "subset"),
        ("injured", 25, "total"),
    ],
    "Nine people died, including two women, a guard and three children.": [
        ("killed", 9, "total"),
        ("killed", 2, "subset"),
        ("killed", 1, "subset"),
        ("killed", 3, "subset"),
    ],
    "The ministry named the gunman as Omar Bekov and said that he and the two detained men were brothers.": [
        ("detained", 2, "total"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_the_wounded_behind_a_list_of_the_dead(text, expected):
    record = oqiga.read_report(text + "\n", published="2020-10-03", gated=False, language="en")
    tolls = [claim for claim in record.claims if claim.kind == "toll"]
    assert [(claim.outcome, claim.low, claim.counts) for claim in tolls] == expected
