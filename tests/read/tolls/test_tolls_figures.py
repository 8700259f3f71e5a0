"""Figures that change, and people told by what gathers, names or surrounds them."""

import pytest

from oqiga.model.terms import Counts
from tolling import told, tolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry raised the number of wounded from 42 to 67.",
            ["injured all 42", "injured all 67"],
        ),
        (
            "It lowered the toll from 89 to 42 and raised the number of wounded from 42 to 67.",
            ["killed all 89", "killed all 42", "injured all 42", "injured all 67"],
        ),
        (
            "The minister revised from 95 to 84 the death toll from the two blasts.",
            ["killed all 95", "killed all 84"],
        ),
        (
            "The toll was revised down to 253, from the previous figure of 359.",
            ["killed all 253", "killed all 359"],
        ),
        ("Officials revised down the casualty figure to 43 from 89.", ["killed all 43", "killed all 89"]),
        ("The official toll released by the police was reduced by 106.", []),
        ("Despite the fall in the number of deaths, the attack is one of the worst of the war.", []),
        ("Despite the toll revision, the blasts shook the nation of 21 million people.", []),
    ],
)
def test_a_figure_and_the_one_it_replaces(text, expected):
    assert sorted(told(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A family of four driving down the road was also killed.", ["killed all 4"]),
        ("A group of 12 villagers was abducted.", ["abducted civilians 12"]),
        ("A woman and three of her children were killed.", ["killed women 1", "killed children 3"]),
        ("A car bomb killed four people and wounded eight late Friday night.", ["injured all 8"]),
        ("A third member of the national guard died of her wounds.", ["killed military 1"]),
        ("The bomb killed the clerk identified as Bakyt Seitov and 17 others.", ["killed all 17"]),
        ("No children were harmed in the attack.", ["injured children 0"]),
        ("Another guest was treated at the Eastern Medical Center.", ["hospitalized civilians 1"]),
        (
            "Both officers suffered minor injuries, as did three other bystanders.",
            ["injured police 2", "injured civilians 3"],
        ),
        (
            "Two hundred people were wounded, of whom 120 were hospitalized.",
            ["injured all 200", "hospitalized all 120"],
        ),
    ],
)
def test_people_that_are_gathered_or_named(text, expected):
    assert set(expected) <= set(told(text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("It was carried out by a suicide bomber and only three were killed.", "killed attackers 1"),
        ("The clinic treated 16 injured people including two women, a doctor there said.", "doctor"),
        ("In all, 34 pupils were free: five escaped earlier, a teacher said.", "at_large"),
        ("One more militant was a citizen of Mali. He was wounded in the raid.", "injured civilians 1"),
        ("A reward is being offered in the arrest of a local man.", "detained"),
        ("Four militants were killed, including the leader of the group.", "killed all 1"),
    ],
)
def test_nobody_is_counted_for_somebody_else(text, never):
    found = [*told(text), *(toll.quote for toll in tolls(text))]
    assert not [each for each in found if never == each or each.startswith(never) or each.endswith(never)]


def test_a_part_of_attackers_is_attackers():
    whole, part = tolls("Four militants were killed, including the leader of the group.")
    assert (part.group, part.counts, part.part_of) == (whole.group, Counts.SUBSET, whole.id)


@pytest.mark.parametrize(
    "text",
    [
        "Police seized four AK-47 assault rifles and two grenade launchers.",
        "Troops captured four T-72 tanks.",
        "Police seized 15 .223-caliber clips.",
    ],
)
def test_numbers_of_weapons_count_nobody(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 50th victim died on Monday.", []),
        ("The third victim died on Monday.", ["killed victims 1"]),
        ("A 12th person died at the scene.", ["killed all 1"]),
        ("Harun Bel died of a heart attack.", []),
        ("His father, Aman Bel, died peacefully at home.", []),
        ("Six people died in an attack on a cholera clinic.", ["killed all 6"]),
        ("A cancer patient died in the blast.", ["killed all 1"]),
        ("Two women died of their wounds.", ["killed women 2"]),
    ],
)
def test_a_place_in_a_row_and_a_natural_death_count_nobody(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A farmer said he lost two wives in the strike.", ["killed women 2"]),
        ("She lost three sons in the crowd.", []),
        ("Six soldiers paid the supreme price.", ["killed military 6"]),
        ("Gunmen forcibly took 30 students from a school.", ["abducted civilians 30"]),
        ("The town is recovering from a shooting that wounded nine people.", ["injured all 9"]),
        ("Nine people are recovering from their wounds.", ["injured all 9"]),
    ],
)
def test_relatives_lost_prices_paid_and_wounds_recovered_from(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is looked for did it, and is no victim
        ("Police are looking for four men who they believe injured two boys.", ["injured children 2"]),
        ("Police are looking for two gunmen.", ["at_large attackers 2"]),
        ("Rescuers are looking for two miners.", []),
        # several things are nobody
        ("Detectives executed multiple residential and vehicle search warrants.", []),
        ("The army killed 36 North Front and South Front fighters.", ["killed attackers 36"]),
        ("Two men were burned alive.", ["killed all 2"]),
        (
            "Five militants were apprehended and a large quantity of weapons including three vests were seized.",
            ["detained attackers 5"],
        ),
        ("Rebels seized five farmers.", ["abducted civilians 5"]),
        ("Two khawarij were sent to hell in a gunfight.", ["killed attackers 2"]),
        # ages
        ("The blast killed Aman Bel, 8, at home.", ["killed children 1"]),
        ("One victim, a 17-year-old, was killed.", ["killed children 1"]),
        ("One victim, a 27-year-old, was killed.", ["killed victims 1"]),
        ("The 13-year-old male was wounded.", ["injured children 1"]),
        ("They found three juvenile males with gunshot wounds.", ["injured children 3"]),
        # one person under two names
        ("Deputy Aman Bel was in his car. Bel was killed.", ["killed police 1"]),
        ("The suspect, 29-year-old Harun Bel, was taken into custody.", ["detained attackers 1"]),
        (
            "Deputy Aman Bel was shot dead. Police are investigating the shooting of the deputy.",
            ["killed police 1"],
        ),
        # one each
        ("A man, a woman and a boy died at the scene.", ["killed all 3"]),
        ("A man, a farmer and father of two, was killed.", ["killed all 1"]),
    ],
)
def test_who_is_sought_how_old_and_under_which_name(text, expected):
    assert told(text) == expected
