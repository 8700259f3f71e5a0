"""Who is counted, and as whom, in turns of real reports."""

import pytest

from tolling import told

CASES = {
    # where a verb of getting hurt has people inside it, they are hurt and nobody else
    "A hospital in Osh said it had received five people wounded in the blast.": ["injured all 5"],
    "A doctor said his clinic received three civilians wounded by mortar fire on the besieged town.": [
        "injured civilians 3"
    ],
    # "besieged" before a noun is no attack
    "Nine farmers were hurt in the besieged town.": ["injured civilians 9"],
    # nobody hurt and nobody killed
    "No officers were injured or killed in the blast.": ["injured police 0", "killed police 0"],
    # lists go on over names and owners
    "Robbers stormed the village, kidnapped the village head, Alhaji Garba Musa, and his three wives.": [
        "abducted officials 1",
        "abducted women 3",
    ],
    "The bandits kidnapped the neighbour of the village head, Malam Yusuf, and his two children.": [
        "abducted all 1",
        "abducted children 2",
    ],
    "The bodies of six men and three women were found in the hotel.": ["killed all 6", "killed women 3"],
    "Gunmen killed two men and three women were wounded.": ["killed all 2", "injured women 3"],
    # how many they are told to be
    "The robbers numbering over 100, riding motorcycles, besieged the village.": ["involved attackers 101+"],
    "More than a dozen gunmen went on a shooting spree in the town.": ["involved attackers 13+"],
    "Another woman was found with gunshot injuries.": ["injured women 1"],
    # beside the subject, behind where it was
    "The colonel was killed in the attack along with his driver and a bodyguard.": [
        "killed military 1",
        "killed civilians 1",
        "killed security_forces 1",
    ],
    # what attackers are stays attackers
    "Last year 168 militants were killed. Among them, 19 were foreigners, while 149 were locals.": [
        "killed attackers 168",
        "killed attackers 19",
        "killed attackers 149",
    ],
    # the armed man of an officer is his guard
    "The injured, including the inspector's gunman, are being treated.": [],
    "The inspector's gunman was killed in the raid.": ["killed security_forces 1"],
    "The gunman was killed in the raid.": ["killed attackers 1"],
    # whom police shoot or hold for it is one of them
    "Police say they have shot dead a man, Karim Haddad, they believe was behind two attacks.": [
        "killed attackers 1"
    ],
    "Police shot dead a man suspected of being behind the stabbing.": ["killed attackers 1"],
    "Police shot dead a man who had called for help.": ["killed all 1"],
    "A 37-year-old Danish citizen was arrested on Wednesday and charged overnight.": ["detained attackers 1"],
    "Two men were arrested on suspicion of murder.": ["detained attackers 2"],
    "A suspected Maoist was killed in the gunfight.": ["killed attackers 1"],
    # prisoners attack nobody by being some
    "Gunmen ambushed a convoy, killing seven officers and one of the inmates.": [
        "killed police 7",
        "killed all 1",
    ],
    'Four soldiers and "nine of the terrorists" were killed in the fighting.': [
        "killed military 4",
        "killed attackers 9",
    ],
    "Two were hurt, including an off-duty policeman.": ["injured all 2", "injured police 1"],
    # figures that stand beside other figures
    "The number of dead has increased to five while 13 are injured.": ["killed all 5", "injured all 13"],
    "Officials confirmed the toll, but said the number of the wounded was 32.": ["injured all 32"],
    "In June at least 12 people were killed.": ["killed all 12+"],
    "In June 12 people were killed.": ["killed all 12"],
    "On June 12 people were told to leave.": [],
    # who is left how
    "The attack left a man and a woman hospitalized with serious injuries and a man in custody.": [
        "hospitalized all 2",
        "detained all 1",
    ],
    "Two blasts killed 13 people whilst leaving dozens injured.": ["killed all 13", "injured all 24+"],
    "At least 13 dead bodies were taken to the hospital.": ["killed all 13+"],
    # a "Red Front" is no Red Cross
    "Police arrested two members of the Red Front.": ["detained all 2"],
    # attackers counted by what they do
    "Around 30 armed men killed nine people in a village.": ["involved attackers 30", "killed all 9"],
    "The lawyer was shot dead by two armed assailants.": ["killed civilians 1", "involved attackers 2"],
    # what brackets hold belongs to what stands before them
    "Police said 27 were killed (20 civilians and 7 soldiers) and 77 others wounded.": [
        "killed all 27",
        "injured all 77",
    ],
    "A clinic received 15 dead bodies, some of them had serious wounds.": ["killed all 15"],
    "The suspect was caught on security camera footage near the church.": [],
    "The suspect was caught near the church.": ["detained attackers 1"],
    "In December 2019, 81 people were killed by a car bomb.": ["killed all 81"],
    "A bomber killed 15 army recruits.": ["killed military 15"],
    # one of them is one
    "Six people were injured, one of them a child, who later died in hospital.": [
        "injured all 6",
        "injured children 1",
        "killed children 1",
    ],
    "Four others were injured, including a brigadier.": ["injured all 4", "injured military 1"],
}


@pytest.mark.parametrize("text", CASES)
def test_who_is_counted(text):
    assert told(text) == CASES[text]
