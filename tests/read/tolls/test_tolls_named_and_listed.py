"""Who is counted behind a participle, in lists that begin with an unknown word, and as one more."""

import pytest

from tolling import told

CASES = {
    # a participle in front of a name is no noun of its own
    "Three suspected Tarsk Front militants were killed.": ["killed attackers 3"],
    "More than 750 suspected Tarsk members have been arrested.": ["detained attackers 751+"],
    "The suspected gunman was killed.": ["killed attackers 1"],
    # one more of those told
    "A group of armed men killed one policeman and injured another.": ["killed police 1", "injured police 1"],
    "Police killed a gunman and arrested another.": ["killed attackers 1", "detained attackers 1"],
    "The blast killed one person and injured another.": ["killed all 1", "injured all 1"],
    # lists
    "A suicide attack killed the chief of a paramilitary force and three others in Osh.": [
        "killed all 1",
        "killed all 3",
    ],
    "A bomb killed Frontier Constabulary Commandant Sifwat Gul, two security personnel and a passer-by.": [
        "killed security_forces 2",
        "killed civilians 1",
    ],
    "The attackers killed sappers Mark Bel, 23, and Ali Gul, 21, at an army base.": ["killed military 2"],
    "Gunmen killed officers Ali Bel and Said Gul.": ["killed police 2"],
    "Two civilians were killed, in addition to the bomber.": ["killed civilians 2", "killed attackers 1"],
    "The attacks claimed 15 lives – including those of five terrorists – and wounded several others.": [
        "killed all 15",
        "killed attackers 5",
        "injured all 2+",
    ],
    # whose victims they are told to be
    "One of the civilian victims died.": ["killed civilians 1"],
    "Three shooting victims died.": ["killed victims 3"],
    "Around 90 to 100 people seemed to have died.": ["killed all 90-100"],
}


@pytest.mark.parametrize("text", CASES)
def test_who_is_counted(text):
    assert told(text) == CASES[text]
