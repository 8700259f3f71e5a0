"""A report that looks back tells of what it looks back on: what followed is no background of it."""

import pytest

from oqiga.codebook.when_told import years_after
from oqiga.model.report import Report
from oqiga.read.reader import read_report


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("A year after unrest in Osh, families still wait.", (1,)),
        ("Two years on, families still wait.", (2,)),
        ("Пять лет спустя в Оше вспоминают погибших.", (5,)),
        ("Three years ago a bomb killed six people in Osh.", ()),
        ("On the tenth anniversary of the attack, Osh fell silent.", (10,)),
    ],
)
def test_how_long_ago_it_was(text, years):
    assert years_after(text) == years


def test_a_sentence_and_a_new_toll_since_then_are_of_the_story():
    text = (
        "A year after unrest in Osh left 12 people dead, families still wait. A court in December sentenced Omar"
        " Bekov to 14 years in prison for organising the riots. A commission in June found that 17 people had"
        " been killed."
    )
    report = Report(id="r-1", text=text, language="en", published="2028-02-03")
    claims = read_report(report, gated=False).claims
    told = [claim for claim in claims if claim.kind in ("toll", "blame")]
    assert len(told) == 3
    assert not any(claim.background for claim in told)
