"""Authors of an attack are no victims, who only acts is nobody, and whom a commander leads tells his group."""

import pytest

from tolling import told

CASES = [
    # whose deed it was
    ("The author of the car bombing, who died in the attack, was Jose Bekov.", ["killed attackers 1"]),
    ("The driver of the car bomb was killed.", ["killed attackers 1"]),
    ("Two planners of the Osh attack were killed in a strike.", ["killed attackers 2"]),
    ("The driver of the bus was killed in the bombing.", ["killed civilians 1"]),
    ("An author was killed in the attack on a bookshop.", ["killed civilians 1"]),
    ("The organiser of the festival was killed in the attack.", ["killed all 1"]),
    # what is only acted
    ("In the film, 12 soldiers are killed.", []),
    ("During the exercise, 12 people were killed by a mock attacker.", []),
    ("Actors played 12 dead.", []),
    ("Twelve people were killed during a screening of the film.", ["killed all 12"]),
    ("Twelve people were killed as they left after the film.", ["killed all 12"]),
    ("Seven people were injured following a series of blasts.", ["injured all 7"]),
    ("A gunman posing as a policeman killed 12 people.", ["killed all 12"]),
    # whose commander
    ("A company commander was killed in the clash.", ["killed military 1"]),
    ("A Taliban company commander was killed in the strike.", ["killed attackers 1"]),
    # the name of the body says it
    (
        "Two members of the Tarsk Freedom Fighters (TFF) were killed. Troops shot three TFF members.",
        ["killed attackers 2", "injured attackers 3"],
    ),
    # how each fared, the noun told once
    ("The attack left 15 soldiers dead and 34 wounded.", ["killed military 15", "injured military 34"]),
    ("Nine policemen dead, 11 wounded, the mayor said.", ["killed police 9", "injured police 11"]),
    ("The attack left two gunmen dead and nine wounded.", ["killed attackers 2", "injured all 9"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_counted(text, expected):
    assert told(text) == expected
