"""Attackers told without a word for them must never be counted as victims, nor victims as attackers."""

import pytest

from tolling import told

CASES = {
    # who is hurt as he is caught, behind somebody who attacked; a protester is none
    "A student had killed six people in Osh. Police met him; he was wounded as they detained him.": [
        "killed all 6",
        "injured attackers 1",
    ],
    "A protester shouted in Osh. He was injured as police arrested him.": ["injured protesters 1"],
    # the driver who is held after a car was driven into people, whatever it is called
    "A driver raced his car into a group of people in Osh. The driver of a dark BMW was arrested. The driver of "
    "a bus was hurt.": ["detained attackers 1", "injured civilians 1"],
    "A truck sped into a tree in Osh. The driver of the truck was arrested.": ["detained civilians 1"],
    # who only was a soldier is an attacker as anybody is
    "Ali Bekov, 42, a former army soldier, drove a truck into a crowd in Osh. Bekov fired at officers and injured "
    "two before he was fatally shot.": ["injured all 2", "killed attackers 1"],
    "Two soldiers and a former mayor were killed in Osh.": ["killed military 2", "killed officials 1"],
    # taken up by the object of a relative clause
    "The governor met 344 students of the school in Osh, whom bandits had abducted on Friday.": [
        "abducted civilians 344"
    ],
    "Police met 20 villagers whom soldiers had wounded in Osh.": ["injured civilians 20"],
    # who blows himself up is one
    "A man blew himself up in a bazaar on Sunday, killing four.": ["killed attackers 1", "killed all 4"],
    "A girl blew herself up at a checkpoint.": ["killed attackers 1"],
    "A man blew a bridge up.": [],
    # a number, a pronoun, "the men", killed by those who fight attackers
    "Three gunmen stormed a house. One set off a bomb while the other two were killed by security forces.": [
        "involved attackers 3",
        "killed attackers 2",
    ],
    "Gunmen attacked a village on Sunday. Two were shot dead by soldiers.": ["killed attackers 2"],
    "Militants attacked a post on Sunday. Troops returned fire, killing four.": ["killed attackers 4"],
    "Two men attacked a checkpoint. Both were killed by soldiers.": [
        "involved attackers 2",
        "killed attackers 2",
    ],
    "A postal worker opened fire at a depot, killing 12 people before he was shot dead by police.": [
        "killed all 12",
        "killed attackers 1",
    ],
    "A man stabbed five people in a bazaar. The man was shot dead by police.": [
        "injured all 5",
        "killed attackers 1",
    ],
    "The ministry put the number of attackers at 45 and said 18 of them had been killed and nine detained.": [
        "killed attackers 18",
        "detained attackers 9",
    ],
    "One of the servicemen wounded in the raid died overnight.": ["killed military 1"],
    # those told before, whoever they are
    "Two soldiers were wounded in the raid. Both were taken to hospital.": [
        "injured military 2",
        "hospitalized military 2",
    ],
    "When one reached the gate he blew himself up.": ["killed attackers 1"],
    # not attackers
    "Two rights groups accused police of killing 30 protesters. Police also injured hundreds more.": [
        "killed protesters 30",
        "injured all 200+",
    ],
    "A gunman walked up to the mayor's guard. He shot him in the leg and fled.": ["injured civilians 1"],
    "Five people were killed and 60 wounded. Four of the victims were soldiers.": [
        "killed all 5",
        "injured all 60",
        "killed military 4",
    ],
    "Protesters threw stones at the station. Two were killed by police.": ["killed all 2"],
    "A man was shot dead by police during a protest.": ["killed all 1"],
    "Gunmen stormed a hotel on Sunday. Ten were killed, police said.": ["killed all 10"],
    "Seven people were killed by the attackers and 37 were injured.": ["killed all 7", "injured all 37"],
    "An officer killed two robbers before he was shot dead.": ["killed attackers 2", "killed police 1"],
}


@pytest.mark.parametrize("text", CASES)
def test_groups_told_by_what_is_done(text: str) -> None:
    assert told(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said one of its top commanders was killed in an ambush in Gao.", ["killed military 1"]),
        ("Police said two of their commanders were killed in an ambush in Gao.", ["killed police 2"]),
        ("The commander of the base was killed in Gao.", ["killed military 1"]),
        ("A battalion commander was killed in Gao.", ["killed military 1"]),
        ("The rebels said the army had killed one of their top commanders in Gao.", ["killed attackers 1"]),
        ("Soldiers killed two of their top commanders in Gao, the army said.", ["killed attackers 2"]),
        ("The Taliban said one of its top commanders was killed in Gao.", ["killed attackers 1"]),
        ("The commander of a rebel brigade was killed in Gao.", ["killed attackers 1"]),
    ],
)
def test_whose_commander_it_was_tells_his_group(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five soldiers were ambushed by ten rebels near Gao.", ["involved attackers 10"]),
        ("The base was stormed by about 40 fighters.", ["involved attackers 40"]),
        ("The village was raided by dozens of bandits on motorcycles.", ["involved attackers 24+"]),
        ("A house was raided by 40 police officers.", []),
        ("A bus was attacked by a gunman.", []),
        ("The base could be attacked by 20 gunmen.", []),
    ],
)
def test_attackers_are_counted_behind_a_passive(text, expected):
    assert told(text) == expected
