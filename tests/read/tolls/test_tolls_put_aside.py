"""A number that is said not to be it is no figure."""

import pytest

import oqiga

CASES = [
    ("en", "Fifteen, not 12, people were killed, the ministry said.", {12}),
    ("en", "Not 12 but 15 people were killed.", {12}),
    ("ru", "Погибли не 12, а 15 человек, сообщили в министерстве.", {12}),
]


@pytest.mark.parametrize(("language", "text", "wrong"), CASES)
def test_a_number_put_aside_counts_nobody(language, text, wrong):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language=language)
    assert not wrong & {claim.low for claim in record.claims if claim.kind == "toll"}


def test_a_figure_before_not_stands():
    text = "The ministry said 253 people, not 359, had died."
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    tolls = [claim for claim in record.claims if claim.kind == "toll"]
    assert [claim.low for claim in tolls if claim.superseded_by is None] == [253]
