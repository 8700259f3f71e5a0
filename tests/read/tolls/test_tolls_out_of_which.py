"""Some out of a number: the number is a toll of its own, and the part points at it."""

import pytest

from tolling import told, tolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six of the 12 dead were children.", ["killed children 6", "killed all 12"]),
        ("Six of the 12 people killed were children.", ["killed children 6", "killed all 12"]),
        ("At least two of the nine injured were officers.", ["injured police 2+", "injured all 9"]),
        ("Four of the ten hostages were foreigners.", ["abducted foreigners 4", "abducted all 10"]),
        ("Four of the ten hostages were freed.", ["abducted all 10"]),
        ("Five of the 20 people arrested were released.", ["detained all 20"]),
        ("Two of the 12 attackers killed were foreigners.", ["killed attackers 2", "killed attackers 12"]),
        ("Five of the eight missing were found dead.", ["killed all 5", "missing all 8"]),
        # what is told of the part alone counts no more of them
        ("Six of the 12 soldiers died.", ["killed military 6"]),
        ("Only two of the 12 attackers were killed.", ["killed attackers 2"]),
        ("Ten of the 12 people on board were killed.", ["killed all 10"]),
        ("Two of those arrested were police officers.", ["detained police 2"]),
        ("Two of those arrested were released.", []),
    ],
)
def test_the_whole_out_of_which_some_are_told_counts(text, expected):
    assert told(text) == expected


def test_the_part_points_at_its_whole():
    part, whole = tolls("Six of the 12 dead were children.")
    assert (part.counts, part.part_of, whole.counts) == ("subset", whole.id, "total")
