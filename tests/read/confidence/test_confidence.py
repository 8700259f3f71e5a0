"""Confidence: which model a claim belongs to, what it is computed from, and what happens without weights."""

from dataclasses import replace

import pytest

from oqiga.model.claims import Measure, Toll
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import Certainty, Group, MeasureType, Outcome
from oqiga.pipeline import read_text
from oqiga.read.confidence import calibrated
from oqiga.read.confidence.calibrated import family, installed
from oqiga.read.confidence.features import Surroundings, features
from oqiga.read.templates.linear import Logistic

TEXT = (
    "Four people were killed when gunmen attacked a market in Taraz on Sunday, police said. Six were reportedly "
    "wounded. Police sealed off the area."
)


def toll(low, *, outcome=Outcome.KILLED, identity="t", **changes):
    made = Toll(
        id=identity, span=Span(0, 23), quote="Four people were killed", outcome=outcome, group=Group.ALL,
        low=low, high=low, confidence=0.85,
    )  # fmt: skip
    return replace(made, **changes)


MODELS = {
    "toll": Logistic(0.0, {"certainty suspected": -1.0, "agreeing 1": 1.0}),
    "pooled": Logistic(2.0, {"background": -4.0}),
}


def test_each_claim_gets_the_chance_of_its_own_model_or_the_pooled_one():
    measure = Measure(id="m", span=Span(0, 9), quote="Four peop", type=MeasureType.CORDON)
    claims = (toll(4), toll(9, identity="s", certainty=Certainty.SUSPECTED), measure)
    assert [each.confidence for each in calibrated(claims, 100, MODELS)] == [0.5, 0.269, 0.881]


def test_claims_that_agree_support_each_other_and_background_is_pooled():
    claims = (toll(4), toll(4, identity="u"), toll(7, identity="b", background=True))
    assert [each.confidence for each in calibrated(claims, 100, MODELS)] == [0.731, 0.731, 0.119]


def test_claims_of_others_keep_their_confidence():
    outside = toll(4, extractor="openai-compatible/small", confidence=0.5)
    claims = calibrated((outside, toll(9)), 100, MODELS, but={outside.extractor})
    assert claims[0] is outside


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        (toll(4), "toll"),
        (toll(4, outcome=Outcome.DETAINED), "pooled"),
        (toll(4, background=True), "pooled"),
    ],
)
def test_a_model_of_its_own_only_where_data_judge(claim, name):
    assert family(claim) == name


def test_features_hold_no_word_of_the_report():
    claim = toll(4, group_text="Karasu", quote="Karasu people")
    assert not any("karasu" in name.lower() for name in features(claim, Surroundings((claim,), 100)))


@pytest.mark.skipif(installed() is None, reason="the weights stand apart and are not installed")
def test_reading_calibrates_and_without_the_model_the_rule_of_thumb_stays():
    report = Report(id="r", text=TEXT, language="en", published="2016-06-06")
    with_model, without = read_text(report), read_text(report, trained=False)
    assert [replace(each, confidence=0.5) for each in with_model.claims] == [
        replace(each, confidence=0.5) for each in without.claims
    ]
    assert {each.confidence for each in without.claims} <= {0.5, 0.7, 0.85}
    assert all(0 < each.confidence < 1 for each in with_model.claims)
    assert [each.confidence for each in with_model.claims] != [each.confidence for each in without.claims]
