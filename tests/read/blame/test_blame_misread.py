"""Who only stands near a deed is accused of nothing: places, speakers, those who suffered, what is to come."""

import pytest

import oqiga

CASES = {
    # a place, and where a report was sent from
    "The governor said gunmen stormed Tarsk village killing ten people.": [],
    "MANILA, Philippines—Communist rebels have killed five soldiers, the military said Friday.": [
        "accused Communist rebels"
    ],
    # of whom "they" and "it" speak behind an accusation
    "Osh's military accused the Tarsk rebels of breaching a truce, saying that they killed at least 50 people.": [
        "accused Tarsk rebels"
    ],
    # who was struck, who killed "him", what may still come, what is usual
    "The army said the strike targeted a militant belonging to the Tarsk Front.": [],
    "The army said the attackers belonged to the Tarsk Front.": ["accused Tarsk Front"],
    "It is not believed he was known to his alleged killer, police said.": [],
    "Officials suspected that a new suicide bomber will use an ambulance.": [],
    "Police said militants carry out frequent attacks on traders in the state.": [],
    # a spokesman behind his name, suspicion to come, what fighters are thought to have done
    "Omar Bekov, the Tarsk Front's spokesman, sharply denied the allegations of involvement in the raid.": [
        "denied Tarsk Front"
    ],
    "Omar Bekov, a spokesman for the Tarsk Front, denied that it was behind the attack.": [
        "denied Tarsk Front"
    ],
    "A bomb killed five; suspicion is likely to fall on the Tarsk Front, an armed group.": [
        "suspected Tarsk Front"
    ],
    # an outlet behind what it reports
    "Five killed in shooting at Osh market; suspect dead - police (AFP)": [],
    "Tarsk Front fighters are thought to have killed ten villagers, the governor said.": [
        "suspected Tarsk Front fighters"
    ],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_who_is_accused(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    found = [f"{claim.basis.value} {claim.perpetrator}" for claim in record.claims if claim.kind == "blame"]
    assert found == expected
