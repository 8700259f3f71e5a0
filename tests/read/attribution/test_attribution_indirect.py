"""Statements in the reporter's words, where nothing else tells what was said."""

import pytest
from tests.read.attribution.attribution_make import context, toll

from oqiga.model.claims import Statement
from oqiga.model.report import Report
from oqiga.model.terms import Certainty
from oqiga.read.attribution import find_attributions, find_indirect
from oqiga.read.reader import read_report


def indirect(text, *told):
    ctx = context(text)
    return find_indirect(ctx, find_attributions(ctx), [toll(ctx, words) for words in told])


def test_what_a_named_one_said_is_a_statement():
    text = "Premier Aida Omarova said on Sunday that the president was leading the response to the attack."
    (each,) = indirect(text)
    assert (each.speaker, each.role, each.direct) == ("Aida Omarova", "Premier", False)
    assert each.words == "the president was leading the response to the attack"
    assert each.said_on == "2019-08-11"
    assert each.quote == text.removesuffix(".")


def test_a_body_speaks_too():
    (each,) = indirect("The Interior Ministry said that all exits from the town had been closed at dawn.")
    assert each.speaker == "Interior Ministry"


def test_hearsay_is_said_by_nobody():
    (each,) = indirect("President Daniyar Alimov was said to be leading the response to the attacks himself.")
    assert (each.speaker, each.said_by, each.certainty) == (None, (), Certainty.REPORTED)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Premier Aida Omarova said that six people had died in the two attacks.", ["six people had died"]),
        ("Residents said they had seen smoke over the bus station.", []),
        ("Premier Aida Omarova said no more.", []),
        ("Premier Aida Omarova denied that the president had left the town.", []),
    ],
)
def test_no_statement(text, told):
    assert indirect(text, *told) == ()


def test_the_reader_tells_them_beside_the_other_claims():
    text = (
        "Six people died when gunmen attacked a police station in Osh on Sunday, the Interior Ministry said. "
        "Premier Aida Omarova said that the president was leading the response."
    )
    claims = read_report(Report(id="r-1", text=text, published="2019-08-12", language="en")).claims
    (each,) = [claim for claim in claims if isinstance(claim, Statement)]
    assert each.words == "the president was leading the response"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Premier Aida Omarova said on Sunday that the president was overseeing the response to the attack.",
            "Aida Omarova",
        ),
        (
            "Interior Minister Askar Omarov said that the rebels were behind the attack in Osh.",
            "Askar Omarov",
        ),
        (
            "The Security Committee announced that it suspected a businessman of organizing the attack.",
            "Security Committee",
        ),
    ],
)
def test_promises_and_accusations_of_officials_are_also_statements(text, speaker):
    claims = read_report(Report(id="r", text=text, published="2016-06-06", language="en"), gated=False).claims
    assert {"measure", "blame"} & {claim.kind for claim in claims}
    assert [claim.speaker for claim in claims if isinstance(claim, Statement)] == [speaker]
