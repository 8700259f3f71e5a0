"""Words beside others: who is named as the attacker, of whom one is told, whom a participle describes."""

import pytest

from tolling import told

CASES = [
    # attackers beside whom others are counted
    ("A man told reporters there were two gunmen and more than 15 killed at the church.", ["killed all 16+"]),
    ("Two gunmen and three soldiers were killed.", ["killed attackers 2", "killed military 3"]),
    ("Soldiers killed two gunmen and wounded three.", ["killed attackers 2", "injured attackers 3"]),
    # named as those who did it
    ("A man identified as the attacker was killed by police.", ["killed attackers 1"]),
    ("Two men named as the bombers, Azat Osmon and Aibek Bekov, died at the scene.", ["killed attackers 2"]),
    ("A man identified as the attacker's brother was killed by police.", ["killed all 1"]),
    ("Two men identified as brothers were killed.", ["killed all 2"]),
    ("Two others blew up themselves.", ["killed attackers 2"]),
    # a participle that only describes some who are among them
    ("About 500 people, including displaced families, were in the camp when it was hit.", []),
    ("Some 20 people, including wounded soldiers, were evacuated.", ["evacuated all 20"]),
    ("About 500 people are displaced, including 200 children.", ["displaced all 500", "displaced children 200"]),
    # one out of all of whom it is told
    ("He was one of five soldiers killed in the ambush.", ["killed military 5"]),
    ("One of three people taken to hospital has died.", ["killed all 1", "hospitalized all 3"]),
    # who is said to be a suspect; what catches nobody; where bodies were found
    ("A student was a suspect in the shooting. The student was found dead.", ["killed attackers 1"]),
    ("A teacher was not a suspect. The teacher was found dead.", ["killed civilians 1"]),
    ("The attackers came at midnight, an act he said caught the people unaware.", []),
    ("Police found 13 bodies at two different locations with gunshot wounds to their heads.", ["killed all 13"]),
    # parts of the dead and the injured at once
    (
        "At least two of those killed and most of the injured are civilians, including seven children.",
        ["killed all 2+"],
    ),
    # those not accounted for
    ("At the moment we cannot account for 152 students, the source said.", ["missing civilians 152"]),
    ("Six workers have not been accounted for.", ["missing civilians 6"]),
    ("All 152 students have been accounted for.", []),
    ("At least 135 Amhara were killed, the group said.", ["killed all 135+"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_counted(text, expected):
    assert sorted(told(text)) == sorted(expected)
