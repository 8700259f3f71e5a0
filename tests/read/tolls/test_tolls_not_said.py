"""Figures that nobody told: of the dead and the hurt together, of ages, of arrests only asked for."""

import pytest

from tolling import told, tolls

CASES = {
    # one figure of two outcomes tells neither
    "More than 40 people were killed and wounded in the attack.": [],
    "The blast left 40 dead and wounded.": [],
    "Some 40 people were killed or wounded.": [],
    "The attackers killed and wounded ten people.": [],
    "The attack left two dead and wounded three.": ["killed all 2", "injured all 3"],
    "Three people were killed and wounded people lay in the street.": ["killed all 3"],
    "Two were shot dead and injured victims were treated.": ["killed all 2"],
    "No officers were killed or injured.": ["killed police 0", "injured police 0"],
    # ages
    "Two children ages 8 and 10 were hurt.": ["injured children 2"],
    "He wounded two boys ages 8 and 10.": ["injured children 2"],
    "The gunman, 34, killed two people, 21 and 45, before killing himself.": [
        "killed all 2",
        "killed attackers 1",
    ],
    "He killed a man, 34, and fled.": ["killed all 1"],
    # who gets away is no fugitive
    "Four victims escaped from the bandits.": [],
    "Ten schoolgirls escaped from their abductors.": [],
    "Two teenagers fled the scene.": ["at_large children 2"],
    # who is hurt near what was attacked took no part
    "Three people were killed and another 10 wounded in shelling of a town besieged by government forces.": [
        "killed all 3",
        "injured all 10",
    ],
    "Three people were killed and 10 wounded near a village attacked by the army.": [
        "killed all 3",
        "injured all 10",
    ],
    "Ten people were wounded near a village besieged since May.": ["injured all 10"],
    # what is only asked for
    "The crowd demanded the arrest of the mayor.": [],
    "Residents called for the arrest of two gunmen.": [],
    # who is left out of a figure died of nothing told here
    "Four people were killed, not including the gunman.": ["killed all 4"],
    "Ten people died, not including two attackers.": ["killed all 10"],
    "Police killed three of the robbers and arrested four others.": [
        "killed attackers 3",
        "detained attackers 4",
    ],
    "Troops killed three of the hostages and hurt four others.": ["killed all 3", "injured all 4"],
    # the dead are not injured; "none of whom" is none of a few
    "One of the bodies was badly burned.": [],
    "Eight hostages came back, none of whom was hurt.": ["abducted all 8"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_no_figure_is_made_of_what_tells_none(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were no deaths or injuries.", ["killed all 0", "injured all 0"]),
        ("Officials reported no damage or injuries.", ["injured all 0"]),
        ("The chief said deaths from the attack had risen to 139.", ["killed all 139"]),
        (
            "They said 25 soldiers were injured and that 10 are missing.",
            ["injured military 25", "missing military 10"],
        ),
        ("Some 1,000 villagers have fled from ten villages.", ["displaced civilians 1000"]),
        (
            "Seven soldiers were killed. He said six troopers were hurt.",
            ["killed military 7", "injured military 6"],
        ),
        ("Two state troopers were hurt. Soldiers came.", ["injured police 2"]),
        (
            "Gunmen killed seven and abducted 150. The victims include four soldiers and three villagers.",
            ["killed all 7", "abducted all 150", "killed military 4", "killed civilians 3"],
        ),
    ],
)
def test_figures_that_are_told(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man suspected of opening fire in a mall was arrested.", ["detained attackers 1"]),
        ("A woman accused of killing two boys was arrested.", ["detained attackers 1", "killed children 2"]),
        (
            "Police killed four men suspected of shooting a guard.",
            ["killed attackers 4", "injured civilians 1"],
        ),
        ("A man suspected of stealing a car was arrested.", ["detained all 1"]),
        (
            "A man accused of killing a woman was shot dead by her brother.",
            ["killed all 1", "killed women 1"],
        ),
        (
            "A man suspected to have been shot was found. A woman was arrested.",
            ["injured all 1", "detained women 1"],
        ),
    ],
)
def test_who_is_believed_to_have_harmed_others_is_an_attacker(text, expected):
    assert told(text) == expected


def test_what_is_said_behind_a_denial_is_not_denied():
    text = "The governor denied reports that 30 people had been killed, saying three died."
    assert [(each.low, each.certainty.value) for each in tolls(text)] == [(30, "denied"), (3, "stated")]
