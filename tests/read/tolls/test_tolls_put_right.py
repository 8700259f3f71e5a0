"""Figures that a report puts right, and what somebody did before, which is no older figure."""

import pytest

import oqiga
from oqiga.model.terms import RevisionKind
from tolling import tolls

RIGHT = [
    ("en", "Doctors said that 10 and not 11 people were killed."),
    ("en", "10 people, and not 11 as reported earlier, were killed."),
    ("en", "Ten people were killed, not eleven."),
    ("en", "The blast killed 10 people, not 11, the ministry said."),
    ("en", "Ten people rather than 11 were killed in Osh."),
    ("ru", "Погибли 10 человек, а не 11, сообщили в министерстве."),
    ("ru", "В Оше погибли десять, а не 11 человек."),
]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_wrong_figure_beside_the_right_one_is_put_right(language, text):
    right, wrong = sorted(tolls(text, language), key=lambda toll: toll.low)
    assert (right.low, wrong.low, wrong.superseded_by) == (10, 11, right.id)
    assert (right.revision.how, right.revision.of) == (RevisionKind.CORRECTS, wrong.id)


def test_nobody_says_the_figure_that_is_only_put_right():
    text = "The ministry said that 10 and not 11 people were killed.\n"
    claims = oqiga.read_report(text, published="2021-03-10", gated=False, language="en").claims
    said = {claim.low: len(claim.said_by) for claim in claims if claim.kind == "toll"}
    assert said == {10: 1, 11: 0}


def test_what_somebody_did_before_is_no_older_figure():
    text = (
        "A gunman killed two people in Osh on Monday. Previously, gunmen had killed four people in the town."
    )
    assert [(toll.low, toll.superseded_by) for toll in tolls(text)] == [(2, None), (4, None)]


def test_a_most_closes_a_least():
    (toll,) = tolls("Witnesses gave a death toll of at least 200, and up to 400.")
    assert (toll.low, toll.high) == (200, 400)


@pytest.mark.parametrize(
    ("language", "earlier"),
    [
        ("ru", "В более ранней версии статьи говорилось, что погибли девять человек."),
        ("kk", "Алғашында тоғыз адам қаза тапты деп хабарланған."),
        ("kk", "Бұған дейін полиция тоғыз адам қаза тапқанын айтқан."),
        ("kk", "Бұрын тоғыз адам қаза тапты деген ақпарат тараған."),
    ],
)
def test_what_was_said_before_is_an_older_figure(language, earlier):
    first = {
        "ru": "Боевики напали на рынок в Оше, семь человек погибли.",
        "kk": "Содырлар Оштағы базарға шабуыл жасап, жеті адам қаза тапты.",
    }
    record = oqiga.read_report(
        f"{first[language]}\n{earlier}\n", published="2021-06-09", language=language, gated=False
    )
    stands = {claim.low: claim.superseded_by for claim in record.claims if claim.kind == "toll"}
    assert stands[9] is not None and stands[7] is None


def test_what_happened_before_is_no_older_figure():
    text = "Содырлар Оштағы базарға шабуыл жасап, жеті адам қаза тапты.\nБұрын осы ауылда тоғыз адам қаза тауып, содырлар қашып кеткен.\n"
    record = oqiga.read_report(text, published="2021-06-09", language="kk", gated=False)
    assert all(claim.superseded_by is None for claim in record.claims if claim.kind == "toll")
