"""Who those told are: behind a comma, by rank, in lists that add up; and what befalls them in other words."""

import pytest

from tolling import told

CASES = {
    # one person explained behind a comma
    "The eleventh victim, a woman, died in hospital.": ["killed women 1"],
    "One victim, a policeman, was shot dead.": ["killed police 1"],
    "A captain, an attacker and a guard were killed.": ["killed military 1", "killed attackers 1", "killed civilians 1"],
    "Capt. Siegfried Kafil was among those killed.": ["killed military 1"],
    "Pfc. Aman Bekov was killed.": ["killed military 1"],
    # whom attackers are identified as, in full and by the surname
    "Police identified the suspect as Sherif Bekat, 29. Bekat was wounded in a shootout.": ["injured attackers 1"],
    "The suspect, a 29-year-old identified as Sherif Bekat, opened fire. Bekat was shot dead.": ["killed attackers 1"],
    "The victim was identified as Sherif Bekat. Bekat was killed on Monday.": ["killed all 1"],
    "A dacoit had been killed by police.": ["killed attackers 1"],
    # groups of three figures with a space between
    "More than 2 000 people have died.": ["killed all 2001+"],
    "In 2016 120 people were killed.": ["killed all 120"],
    # what befell attackers behind those whom they harmed
    "The gunman killed four people and was shot dead by police.": ["killed attackers 1", "killed all 4"],
    "A man stabbed two people and injured seven others before being arrested.": [
        "detained attackers 1", "injured all 2", "injured all 7"],
    "A woman saved two children and was killed.": ["killed women 1"],
    # whom the sayer lost, and a subject behind whom a part is told
    "The army said it lost three men and killed 15 insurgents.": ["killed military 3", "killed attackers 15"],
    "Four persons, including a policeman, sustained injuries.": ["injured all 4", "injured police 1"],
    # one of the forces who turns on his own, and those who do not
    "A soldier opened fire on his comrades, killing five, before being shot dead.": ["killed attackers 1", "killed all 5"],
    "A policeman shot dead his wife and two children before being arrested.": [
        "detained attackers 1", "killed women 1", "killed children 2"],
    "A policeman killed two gunmen before being shot dead.": ["killed police 1", "killed attackers 2"],
    "A soldier saved two comrades and was killed.": ["killed military 1"],
    # a verb with a subject of its own tells nothing of those before
    "Two attackers were shot dead and a third was wounded and captured.": ["killed attackers 2"],
    "Four would-be bombers were killed when their device went off.": ["killed attackers 4"],
    # an age between a number and its noun
    "The charity was told of two 15-year-old boys being beheaded in Osh.": ["killed children 2"],
    "Three 20-year-old men died.": ["killed all 3"],
    "About 1,000 people who have fled from terrorist attacks to Osh district need help.": ["displaced all 1000"],
    # none who is gravely hurt is not nobody hurt
    "About a dozen people were hurt, none of them seriously.": ["injured all 12"],
    "None of the four was critically hurt.": [],
    "No one suffered serious injuries.": [],
    "Nobody was hurt.": ["injured all 0"],
    # whom a reward is for is not held yet
    "Police offered a reward for information leading to the arrest of three suspects.": [],
    "The tip led to the arrest of three suspects.": ["detained attackers 3"],
    # who is found again, who is held
    "Six people who had been reported missing have been found safe and well.": [],
    "Six people who were reported missing are villagers.": ["missing all 6"],
    "The three soldiers have been placed in provisional detention.": ["detained military 3"],
    # kinds that "both" joins, kinds of passengers
    "Both government troops and rebels have been accused of attacking aid workers.": [],
    "Both policemen and a driver died.": ["killed police 2", "killed civilians 1"],
    "A bomb killed 52 bus and subway passengers.": ["killed civilians 52"],
    # who most of the dead were says nothing of how many
    "Most of those killed were Sri Lankans.": [],
    # parts that add up to the whole, over clauses and things
    "A total of 31 people were killed in the two bombings - 12 Americans and 19 Kenyans.": [
        "killed all 31", "killed all 12", "killed all 19"],
    "Gunmen killed seven people on Monday: four policemen and three farmers.": [
        "killed all 7", "killed police 4", "killed civilians 3"],
    "Seven people, including four policemen from the Border Unit, a nurse who was returning to his station in Osh, "
    "and two other passengers were killed.": [
        "killed all 7", "killed police 4", "killed health_workers 1", "killed civilians 2"],
    "Ten people were killed, including two guards who tried to stop them, and six soldiers were wounded.": [
        "killed all 10", "killed civilians 2", "injured military 6"],
    # captives, in the passive without an auxiliary, and "as hostages"
    "Four civilians held hostage by a group of armed men were rescued.": ["abducted civilians 4"],
    "Gunmen burned huts, taking 28 people as hostages.": ["abducted all 28"],
    # attackers
    "The ten gunmen started spraying the bus with bullets.": ["involved attackers 10"],
    "Four armed men riding two motorcycles opened indiscriminate fire.": ["involved attackers 4"],
    "About eight AK-47 wielding assailants opened fire.": ["involved attackers 8"],
    "16 people were behind the attacks, police said.": ["involved attackers 16"],
    "Nobody knows whether 16 people were behind the attacks.": [],
    "Police issued photographs of seven people wanted in connection with the attacks.": ["at_large attackers 7"],
    "A survivor managed to escape.": [],
    # driven from home, by fights and not by troops
    "Clashes broke out in the south, forcing 2,000 people to flee to nearby villages.": ["displaced all 2000"],
    "Soldiers forced four gunmen to flee.": [],
    "More than 1.5 million people have fled the country.": ["displaced all 1500001+"],
    "Seven victims are in a critical, life-threatening condition.": ["injured victims 7"],
    "It is unclear whether four people are in custody.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_who_they_are_and_what_befell_them(text, expected):
    assert told(text) == expected
