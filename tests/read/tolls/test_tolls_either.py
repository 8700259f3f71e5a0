"""Who may attack or be attacked, one more of a kind told, and how many of a mixed group."""

import pytest

from tolling import told

CASES = {
    # herdsmen are attackers only where the report tells them so
    "A herdsman was shot dead by bandits in Osh.": ["killed civilians 1"],
    "A farmer and a herdsman were shot dead by suspected rebels.": ["killed civilians 2"],
    "Troops killed ten armed herdsmen in Osh.": ["killed attackers 10"],
    "Suspected herdsmen attacked the village and two of the herdsmen were killed.": ["killed attackers 2"],
    "Five herdsmen were arrested over the attack.": ["detained attackers 5"],
    "Ten pro-government fighters were killed in Osh.": ["killed security_forces 10"],
    # "another" is of the kind that was counted before it
    "Five police officers were killed while another was injured.": ["killed police 5", "injured police 1"],
    "Two gunmen were killed and another was wounded.": ["killed attackers 2", "injured attackers 1"],
    "The blast killed two policemen and injured another.": ["killed police 2", "injured police 1"],
    "Two policemen and a clerk were killed and another was wounded.": [
        "killed police 2",
        "killed civilians 1",
        "injured all 1",
    ],
    "Ali Bekov was killed and another was wounded.": ["killed all 1", "injured all 1"],
    "Two gunmen killed five people and wounded another.": [
        "involved attackers 2",
        "killed all 5",
        "injured all 1",
    ],
    # more than were of one kind are of any
    "Two soldiers and a driver were in the car when the bomb exploded. The three were killed.": [
        "killed all 3"
    ],
    "Two soldiers were in the car when the bomb exploded. The two were killed.": ["killed military 2"],
    "He commands 140 soldiers. The three were killed in Osh.": ["killed all 3"],
    # what stands for no toll told before
    "At least 15 people were killed and three others sustained injuries. Among the casualties are mostly women and "
    "children including a woman and her baby.": ["killed all 15+", "injured all 3"],
    "Three people were detained. Police said no one is a suspect.": ["detained all 3"],
}


@pytest.mark.parametrize("text", CASES)
def test_which_kind(text):
    assert told(text) == CASES[text]
