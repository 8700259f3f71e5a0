"""What only went on before an attack, was asked for, or suffered it is no measure against it."""

import pytest

import oqiga

CASES = {
    "A joint team of police was patrolling in nearby villages when rebels opened fire on them.": [],
    "Police were patrolling the streets on Monday.": ["reinforcement"],
    "The rebels came to kill in revenge for military operations in the area.": [],
    "The group wanted to avenge the deaths of its leaders in military operations.": [],
    "The army began military operations in the area.": ["security_operation"],
    "The officers radioed for reinforcements.": [],
    "The governor directed the agency to supply relief materials to families of the victims.": [
        "compensation"
    ],
    "A rescue team with dogs searched for anyone trapped in the rubble.": [],
    "The police searched the rubble for evidence.": ["investigation"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_what_answers_an_attack(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    assert [claim.type.value for claim in record.claims if claim.kind == "measure"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A checkpoint was attacked.", []),
        ("A convoy of guards was attacked in Osh by gang members as it patrolled the area.", []),
        ("Soldiers patrolled the town as residents buried their dead.", ["reinforcement"]),
        ("The gunmen stayed for hours, close to a mobile police checkpoint.", []),
        ("The chief led officers to Osh checkpoint late on Sunday.", []),
        ("Clashes broke out in front of an office in Osh and at a checkpoint in the town of Hara.", []),
        ("Police set up checkpoints on the roads to Osh.", ["checkpoint"]),
        ("He is a leader of the 140 reservists stationed in Osh.", []),
        ("Police were stationed outside the mosque.", ["reinforcement"]),
        ("Law enforcement, which includes Border Patrol officers, are clearing the area of bystanders.", []),
        ("Hundreds of rebels ambushed a column of police reinforcements, killing 16 officers.", []),
        ("Officials retain hope despite a maze of security checkpoints around the capital.", []),
        ("A truck tried to storm the police checkpoint.", []),
        ("Checkpoints were set up.", ["checkpoint"]),
        ("Investigators were looking Saturday for a motive behind the attack.", ["investigation"]),
        ("The country has been under a heightened terror alert since the stabbing.", ["alert_level"]),
    ],
)
def test_what_is_attacked_itself(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    assert [claim.type.value for claim in record.claims if claim.kind == "measure"] == expected
