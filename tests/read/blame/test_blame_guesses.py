"""Whom a guess about what somebody is blames: attackers, never the dead, and no office that speaks of others."""

import pytest

import oqiga

CASES = {
    "The attackers are believed to be Chechen.": [("Chechen", "suspected")],
    "Two of the gunmen are believed to be members of the Tarsk Front.": [
        ("members of the Tarsk Front", "suspected")
    ],
    "Gunmen believed to be Tarsk Front militants killed nine people.": [
        ("Tarsk Front militants", "suspected")
    ],
    "They are believed to be members of the Tarsk Front.": [("members of the Tarsk Front", "suspected")],
    "Nine of the other victims are believed to be Kenyan.": [],
    "The dead are believed to be Pakistani workers.": [],
    "The hostages are thought to be Filipinos.": [],
    "They are believed to be Kenyan traders.": [],
    # an office tells what others did; an army or a band may say "they" of itself
    "Armed men stormed the school. The Ministry of the Interior said they killed nine pupils.": [],
    "The group said they carried out the attack.": [("group", "claimed")],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_whom_a_guess_blames(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    blamed = [(claim.perpetrator, claim.basis.value) for claim in record.claims if claim.kind == "blame"]
    assert blamed == expected
