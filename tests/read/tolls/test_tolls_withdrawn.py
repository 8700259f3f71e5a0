"""Figures that their own source takes back are denied; "of them" are those whom the sentence tells of last."""

import pytest

from tolling import short, told, tolls


def denied(text, language="en"):
    return [short(each) for each in tolls(text, language) if each.certainty.value == "denied"]


@pytest.mark.parametrize(
    ("language", "text", "withdrawn"),
    [
        ("en", "The Osh hospital corrected its own figure of nine dead given on Friday.", ["killed all 9"]),
        ("en", "The ministry withdrew its earlier estimate of 40 rebels killed.", ["killed attackers 40"]),
        ("en", "The ministry corrected its toll of 12 dead, saying ten had died.", ["killed all 12"]),
        ("en", "The agency corrected the number of wounded to 15.", []),
        ("en", "A bank withdrew from Osh after the blast that killed nine.", []),
        ("en", "Police withdrew a number of officers who had killed four rebels.", []),
        ("ru", "Больница отозвала данные о девяти погибших.", ["killed all 9"]),
        ("ru", "Министерство отозвало сотрудников, убивших троих боевиков.", []),
    ],
)
def test_a_figure_that_is_taken_back_is_denied(language, text, withdrawn):
    assert denied(text, language) == withdrawn


@pytest.mark.parametrize(
    ("rest", "part"),
    [
        ("Bekova said 15 people were being treated, two of them children.", "hospitalized children 2"),
        ("Twenty were missing, two of them police officers.", "missing police 2"),
        ("Twelve people were wounded, three of them children.", "injured children 3"),
        ("Twenty were evacuated. Two of the dead were children.", "killed children 2"),
    ],
)
def test_of_them_are_those_of_whom_the_sentence_tells_last(rest, part):
    assert told(f"Nine people died in the attack in Osh on Friday, a doctor said.\n\n{rest}")[-1] == part
