"""Those to whom attackers do it are none of them; who only may suffer it, stands there or is jailed is no toll."""

import pytest

from tolling import told

CASES = {
    # whom attackers kill and wound is none of them, a number without a noun neither
    "Seven gunmen killed 12 in the village.": ["involved attackers 7", "killed all 12"],
    "Police arrested seven gunmen who killed 12 in the village.": ["detained attackers 7", "killed all 12"],
    "Ten rebels attacked the post, killing 12 and wounding six.": [
        "involved attackers 10",
        "killed all 12",
        "injured all 6",
    ],
    "Two suspects were held over the deaths of 15.": ["killed all 15"],
    "Police arrested seven gunmen suspected of the massacre of 72 Central and South American migrants.": [
        "detained attackers 7",
        "killed civilians 72",
    ],
    # whom soldiers kill and hold are attackers still
    "Soldiers killed ten rebels, wounded 12 and captured five.": [
        "killed attackers 10",
        "injured attackers 12",
        "detained attackers 5",
    ],
    "Four gunmen were killed and two arrested.": ["killed attackers 4", "detained attackers 2"],
    "The killing of four rebels and the capture of two ended the siege.": [
        "killed attackers 4",
        "detained attackers 2",
    ],
    # what may befall somebody has not yet
    "Doctors said 12 people may die.": [],
    "The suspect said he might get killed or jailed.": [],
    "Police said 12 people may have died.": ["killed all 12"],
    "Police said 20 people may be injured.": ["injured all 20"],
    # whom a clause calls the bomber, and who only stood by him
    "The blasts killed one man whom media described as a suicide bomber.": ["killed attackers 1"],
    "A blast killed a man who police said was the bomber.": ["killed attackers 1"],
    "Gunfire killed a man who was not the gunman.": ["killed all 1"],
    "The blast killed a man identified as the bomber's brother.": ["killed all 1"],
    "The blast killed a man who was standing beside the bomber.": ["killed all 1"],
    # where somebody stands
    "Soldiers stood over three bodies of the attackers.": ["killed attackers 3"],
    "Over three people died.": ["killed all 4+"],
    # "they" are those told last, not those counted before
    "The bomb killed 12 people, police said. They include two children.": [
        "killed all 12",
        "killed children 2",
    ],
    "The bomb wounded more than 1,800. The attackers hid in the hills. They include a Moroccan.": [
        "injured all 1801+"
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_who_suffers_it(text):
    assert told(text) == CASES[text]
