"""Who is held or harmed for what he did himself is an attacker."""

import pytest

from tolling import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A man was shot dead by police after he stabbed two people.",
            ["killed attackers 1", "injured all 2"],
        ),
        ("A man was arrested after stabbing two people.", ["detained attackers 1", "injured all 2"]),
        ("A man was arrested for stabbing two people.", ["detained attackers 1", "injured all 2"]),
        ("Three men were shot dead while attacking a checkpoint.", ["killed attackers 3"]),
        ("Two men were killed by soldiers as they tried to storm a post.", ["killed attackers 2"]),
        ("Police shot dead a man after he stabbed two people.", ["killed attackers 1", "injured all 2"]),
        ("A gunman killed three people before police shot him dead.", ["killed all 3", "killed attackers 1"]),
        # who suffers, or does something else
        ("A man was arrested after two people were stabbed in Osh.", ["detained all 1", "injured all 2"]),
        ("Five civilians were killed when they opened fire.", ["killed civilians 5", "involved attackers 5"]),
        ("Police shot dead a man after storming a house in Osh.", ["killed all 1"]),
        ("A villager was killed while shooting at bandits.", ["killed civilians 1"]),
        ("Three men were shot dead while guarding a checkpoint.", ["killed all 3"]),
        ("A man was killed by a bomb, injuring three others.", ["killed all 1", "injured all 3"]),
    ],
)
def test_who_attacked_is_an_attacker_where_he_is_held_or_harmed_for_it(text, expected):
    assert told(text) == expected
