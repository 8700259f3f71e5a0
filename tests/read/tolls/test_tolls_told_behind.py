"""Counts whose people stand behind them, between dashes or beside "himself"; who is caught by attackers."""

import pytest

from tolling import told

CASES = {
    "The attack resulted in at least nine deaths of policemen and eight civilians.": [
        "killed police 9+",
        "killed civilians 8",
    ],
    "An attacker rammed into a car, killing himself, the general and three other people.": [
        "killed attackers 1",
        "killed military 1",
        "killed all 3",
    ],
    "A bomber killed himself, police said.": ["killed attackers 1"],
    # names between dashes only say who the counted are
    "Police claimed three of the suspects - Ahsan, Allah Gul and Khizar Bel - had been arrested.": [
        "detained attackers 3"
    ],
    "Two men – Ali Bel, 23, and Said Gul, 20 – were killed.": ["killed all 2"],
    # "one" that takes up a noun counts nobody
    "Later an insurgent group (possibly the same one) attacked a village.": [],
    "Only one was killed.": ["killed all 1"],
    # attackers arrest nobody
    "Rebels captured 12 soldiers.": ["abducted military 12"],
    "The villager was caught by the insurgents near his home.": ["abducted civilians 1"],
    "Police caught the suspect.": ["detained attackers 1"],
}


@pytest.mark.parametrize("text", CASES)
def test_who_is_meant(text):
    assert told(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Twelve people died, among them two policemen, and 54 wounded in a bombing.",
            ["killed all 12", "killed police 2", "injured all 54"],
        ),
        # women taken say nothing of who was hurt before
        ("Gunmen wounded 15 and abducted seven women.", ["injured all 15", "abducted women 7"]),
        ("Soldiers killed 30 and arrested 40 militants.", ["killed attackers 30", "detained attackers 40"]),
    ],
)
def test_counts_without_a_noun(text, expected):
    assert told(text) == expected
