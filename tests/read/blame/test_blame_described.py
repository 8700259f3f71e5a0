"""A body is blamed by its name, without what only describes it, and gives it as a source too."""

import pytest

import oqiga

CASES = {
    "The Somali Islamist group Al-Shabaab has said it carried out Friday's raid.": ("Al-Shabaab", "claimed"),
    "Gunmen stormed a hotel in an assault claimed by the Osh-based Tarsk Front.": ("Tarsk Front", "claimed"),
    "The banned Tarsk Liberation Army claimed responsibility for the bombing.": (
        "Tarsk Liberation Army",
        "claimed",
    ),
    "Authorities blamed the attack on the al-Qaeda-linked group Ansar Tarsk.": ("Ansar Tarsk", "accused"),
    "Islamist militant group al-Shabaab claimed responsibility.": ("al-Shabaab", "claimed"),
}


def read(text):
    return oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_body_is_called_by_its_name(text, expected):
    (blame,) = (claim for claim in read(text).claims if claim.kind == "blame")
    assert (blame.perpetrator, blame.basis) == expected


def test_a_group_speaks_under_its_name():
    (blame,) = (claim for claim in read(next(iter(CASES))).claims if claim.kind == "blame")
    assert [source.name for source in blame.said_by] == ["Al-Shabaab"]


@pytest.mark.parametrize(
    "text", ["Gunmen have blasted their way into a bank.", "Militants slammed a truck into the gate."]
)
def test_deeds_of_hands_say_nothing(text):
    assert [claim for claim in read(text).claims if claim.kind == "statement"] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dozens more remained inside and some needed water, a medic told reporters.", []),
        ("Police told residents to remain inside.", ["shelter_advisory"]),
    ],
)
def test_who_stayed_inside_was_told_nothing(text, told):
    assert [claim.type for claim in read(text).claims if claim.kind == "measure"] == told


def test_a_spokesman_claims_it_in_the_name_of_his_body():
    text = "Omar Gul, a spokesman for Tarsk-ul-Islam — the banned militant faction — claimed responsibility for it."
    (blame,) = (claim for claim in read(text).claims if claim.kind == "blame")
    assert blame.perpetrator == "Tarsk-ul-Islam"


def test_an_age_is_no_part_of_a_name():
    text = "A survivor, 38-year-old police officer Mina Gul, said he was inside the mosque when the bomb went off."
    (said,) = (claim for claim in read(text).claims if claim.kind == "statement")
    assert (said.speaker, said.role) == ("Mina Gul", "survivor")
