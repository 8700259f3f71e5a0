"""Totals that a report reaches by adding up replace what they were added to."""

import pytest

import oqiga

CASES = {
    "An army source said the bodies of 13 people were found on Friday. Five more bodies were found after a "
    "second raid, a farmer said, bringing the death toll to at least 18.": {13: True, 5: False, 18: False},
    "Police said nine people were killed. Two more died on Monday, bringing the death toll to 11.": {
        9: True,
        2: False,
        11: False,
    },
    # what does not add up is a dispute, and both figures stand
    "Police said nine people were killed. Two more died on Monday, bringing the death toll to 13.": {
        9: False,
        2: False,
        13: False,
    },
}


@pytest.mark.parametrize(("text", "replaced"), CASES.items())
def test_an_exact_sum_replaces_the_figure_before_it(text, replaced):
    record = oqiga.read_report(text + "\n", published="2019-11-04", gated=False, language="en")
    tolls = [claim for claim in record.claims if claim.kind == "toll"]
    assert {claim.low: claim.superseded_by is not None for claim in tolls} == replaced
