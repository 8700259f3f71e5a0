"""Whom "him" means: nobody who judges him, charges him or says that he was held."""

import pytest

import oqiga

CASES = {
    "Peter Doyle was arrested after the attack. Judge Mary Okoro sentenced him to life in prison.": [
        ("Peter Doyle", "convicted")
    ],
    "Police sought Peter Doyle. Prosecutor Ann Lee charged him with murder.": [("Peter Doyle", "charged")],
    "Commander Tim Ross said they had arrested him over the attack.": [],
    "Peter Doyle fled after the shooting. Police Chief Omar Daud said he was arrested over the shooting.": [
        ("Peter Doyle", "suspected")
    ],
    # who leads a raid may be charged for it, and who says so himself
    "Colonel Samir Adel led the raid. He was charged with murder on Monday.": [
        ("Colonel Samir Adel", "charged")
    ],
    "Peter Doyle said he was charged with murder.": [("Peter Doyle", "charged")],
}


RUSSIAN = {
    "Полиция задержала Петра Дорина. Судья Ольга Белова приговорила его к пожизненному заключению.": [
        ("Пётр Дорин", "convicted")
    ],
    "Полиция разыскивала Петра Дорина. Прокурор Иван Лисин обвинил его в убийстве.": [
        ("Пётр Дорин", "accused")
    ],
    "Командир отряда Тимур Росин сообщил, что его задержали по подозрению в нападении.": [],
    "Пётр Дорин скрылся. Начальник полиции Омар Даудов сообщил, что он задержан по подозрению в убийстве.": [
        ("Пётр Дорин", "suspected")
    ],
    "Пётр Дорин скрылся, его ищут с женой Анной. Он признал вину в теракте.": [("Пётр Дорин", "claimed")],
}


def blamed(text, language):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language=language)
    return [(claim.perpetrator, claim.basis) for claim in record.claims if claim.kind == "blame"]


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_pronoun_means_no_one_who_judges_or_reports(text, expected):
    assert blamed(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN.items())
def test_a_russian_pronoun_means_no_one_who_judges_or_reports(text, expected):
    assert blamed(text, "ru") == expected


def test_the_police_chief_who_tells_of_an_arrest_is_not_held():
    text = "Peter Doyle fled. Police Chief Omar Daud said he was arrested on Monday.\n"
    record = oqiga.read_report(text, published="2026-03-12", gated=False, language="en")
    assert not [claim for claim in record.claims if claim.kind == "toll" and claim.group == "police"]


def test_defendants_without_a_name_are_nobody():
    text = "Twenty-two other defendants received prison terms of up to 23 years over the attack."
    assert blamed(text, "en") == []
    assert blamed("The defendant, Peter Doyle, was convicted of murder.", "en") == [
        ("Peter Doyle", "convicted")
    ]
