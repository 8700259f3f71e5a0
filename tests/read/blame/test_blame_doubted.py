"""What is doubted blames nobody, and a denial only answers what somebody was blamed for before."""

import pytest

import oqiga

DOUBTED = {
    ("en", "Officials said they did not believe the Tarsk Front was behind the attack."): [],
    ("en", "Police doubt that the Tarsk Front was behind the bombing."): [],
    ("en", "It is unlikely that the Tarsk Front was behind the attack."): [],
    ("en", "He did not say the Tarsk Front was behind the attack."): [],
    ("en", "The governor refused to blame the Tarsk Front for the attack."): [],
    ("en", "The Tarsk Front is yet to claim responsibility for the attack."): [],
    ("en", "Police believe the Tarsk Front was behind the attack."): [("Tarsk Front", "suspected")],
    ("en", "Police do not doubt that the Tarsk Front was behind the bombing."): [("Tarsk Front", "accused")],
    ("ru", "Полиция сомневается, что за взрывом в Оше стоит «Тарский фронт»."): [],
    ("ru", "Власти не считают, что за взрывом стоит «Тарский фронт»."): [],
    ("ru", "Власти считают, что за взрывом стоит «Тарский фронт»."): [("Тарский фронт", "suspected")],
}  # fmt: skip
ANSWERS = {
    "The army denied the claim.": [],
    "The Tarsk Front said it had shot down a helicopter. The army denied the claim.": [("Tarsk Front", "claimed")],
    "The army said 12 militants were killed. Villagers denied the claim, saying the dead were farmers.": [],
    "Residents accused the army of killing 12 people. The army denied the claims.": [
        ("army", "accused"), ("army", "denied")],
    "Villagers said soldiers killed 12 people and burned houses. The army denied the claim.": [
        ("soldiers", "accused"), ("army", "denied")],
    "Police blamed the Tarsk Front for the attack. The group denied the claim.": [
        ("Tarsk Front", "accused"), ("Tarsk Front", "denied")],
}  # fmt: skip


def blamed(text, language):
    record = oqiga.read_report(f"{text}\n", published="2021-06-09", language=language, gated=False)
    return [(each.perpetrator, each.basis.value) for each in record.claims if each.kind == "blame"]


@pytest.mark.parametrize(("told", "expected"), DOUBTED.items())
def test_what_is_doubted(told, expected):
    language, text = told
    assert blamed(text, language) == expected


@pytest.mark.parametrize(("text", "expected"), ANSWERS.items())
def test_who_answers(text, expected):
    assert blamed(text, "en") == expected
