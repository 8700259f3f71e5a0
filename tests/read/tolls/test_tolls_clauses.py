"""What one clause tells: who, how many, and what became of them."""

import pytest

from tolling import told

CASES = {
    # passive, active, nominal
    "Four villagers were killed.": ["killed civilians 4"],
    "The gunmen killed two policemen and wounded four others.": ["killed police 2", "injured all 4"],
    "Troops killed 12 militants in a raid, the army said.": ["killed attackers 12"],
    "An explosion at a temple killed 32 worshippers.": ["killed civilians 32"],
    "The attack left at least 28 people dead and more than 40 others injured.": [
        "killed all 28+",
        "injured all 41+",
    ],
    "The blast claimed the lives of 20 people.": ["killed all 20"],
    "More than 30 people lost their lives.": ["killed all 31+"],
    "The bodies of five men were found in a river.": ["killed all 5"],
    "The death toll stands at 17.": ["killed all 17"],
    "The officer succumbed to his wounds.": ["killed police 1"],
    "The man arrived at the hospital with three gunshot wounds.": ["injured all 1"],
    "Five brave soldiers sacrificed their lives.": ["killed military 5"],
    # gapping and headlines
    "Four were killed and six wounded.": ["killed all 4", "injured all 6"],
    "Gunmen kill 3, wound 4 in desert town": ["killed all 3", "injured all 4"],
    "Five dead, 12 hurt as bomb hits market": ["killed all 5", "injured all 12"],
    "FIVE DEAD, 12 HURT AS BOMB HITS MARKET": ["killed all 5", "injured all 12"],
    # a number repeats the noun before it
    "The rebels killed 14 policemen and wounded seven in an ambush.": [
        "killed police 14",
        "injured police 7",
    ],
    "Police said three soldiers were killed and five wounded.": ["killed military 3", "injured military 5"],
    "At least 40 bandits, including a cook, were killed while 25 were wounded.": [
        "killed attackers 40+",
        "killed attackers 1",
        "injured attackers 25",
    ],
    "So far 18 fighters were killed and nine others were injured.": [
        "killed attackers 18",
        "injured attackers 9",
    ],
    "One source said 21 were killed and 31 wounded, by its own count.": ["killed all 21", "injured all 31"],
    # the noun for the figure says whom it counts; parts of it
    "The clashes bring the number of security forces killed in three days to 12.": [
        "killed security_forces 12"
    ],
    "The raid left 100 dead, with 20 children and nine nurses included in the tally.": [
        "killed all 100",
        "killed children 20",
        "killed health_workers 9",
    ],
    "Twelve people suffered, including eight killed and four wounded.": ["killed all 8", "injured all 4"],
    "They killed 18 soldiers, including an officer.": ["killed military 18", "killed military 1"],
    "Five bandits, including a Malian national, were killed.": ["killed attackers 5", "killed attackers 1"],
    # told by an age alone, by a body that is found
    "A 24-year-old was killed and the 16-year-old was injured.": ["killed all 1", "injured children 1"],
    "The bomb went off, injuring the 52-year-old.": ["injured all 1"],
    "Arman Bekov, a 24-year-old from Osh, was killed.": ["killed all 1"],
    "A policeman was kidnapped on Monday. His body was found on Tuesday.": [
        "abducted police 1",
        "killed police 1",
    ],
    "A policeman was killed on Monday. His body was found on Tuesday.": ["killed police 1"],
    "Three people were killed, including a 16-year-old killed by a shell.": [
        "killed all 3",
        "killed children 1",
    ],
    # verbs and nouns of some only
    "The rebels were believed to have lost at least six fighters.": ["killed attackers 6+"],
    "A mother lost two children in the crowd.": [],
    "He was lost, and the driver lost control. The driver was taken to a hospital.": [
        "hospitalized civilians 1"
    ],
    "The victim was a 69-year-old woman, and the suspect in custody is a man.": ["detained attackers 1"],
    "Five people had their throats cut.": ["killed all 5"],
    "Gunmen slashed the throats of 11 women.": ["killed women 11"],
    "They met after the killings by rebels of a general, a policeman and four farmers in May.": [
        "killed military 1",
        "killed police 1",
        "killed civilians 4",
    ],
    "On the day 30 Taliban were killed and 19 wounded.": ["killed attackers 30", "injured attackers 19"],
    "Three soldiers were wounded and an officer killed.": ["injured military 3", "killed military 1"],
    "Among the dead there were three children.": ["killed children 3"],
    "Of the 350 people killed, 310 were alleged gang members.": ["killed all 350", "killed attackers 310"],
    "Five people were hurt, three of whom needed hospital treatment.": [
        "injured all 5",
        "hospitalized all 3",
    ],
    "The agency said 5,000 fled the Old Port district this week.": ["displaced all 5000"],
    # whose clause it is
    "This year 902 people were injured and 951 kidnapped.": ["injured all 902", "abducted all 951"],
    "At least 40 had been killed, 902 injured and 951 kidnapped.": [
        "killed all 40+",
        "injured all 902",
        "abducted all 951",
    ],
    "They said two of the navy's fast boats were destroyed.": [],
    "Nine soldiers were wounded and six are unaccounted for. Arman Bekov, a member of parliament, was there.": [
        "injured military 9",
        "missing military 6",
    ],
    "A local official told reporters that 30 Uzbeks were killed on Sunday.": ["killed all 30"],
    "The army said 30 Leopards were destroyed on Sunday.": [],
    "One child was trampled to death.": ["killed children 1"],
    "Two soldiers were wounded when leftist Red Front, or RF, guerrillas ambushed a patrol.": [
        "injured military 2"
    ],
    "Troops found a group of seven militants in the hills, and three policemen were killed.": [
        "killed police 3"
    ],
    "Three men were suspected to have been abducted by the gang.": ["abducted all 3"],
    "Three army men were wounded. Two among them were taken to a hospital.": [
        "injured military 3",
        "hospitalized military 2",
    ],
    "But eight of the missing, none of whom had been hurt, came back to their camp.": [],
    "Police fired both into the air and at the crowd.": [],
    "Police picked up seven suspects and the bus picked up 20 passengers.": ["detained attackers 7"],
    "The officer was hit, but he escaped injury.": [],
    "Some 12 soldiers raided the village and three police opened fire.": [],
    # lists and enumerations
    "They fled after killing two people at a shop and three police officers.": [
        "killed all 2",
        "killed police 3",
    ],
    "The raiders shot dead a clerk and a guard.": ["killed civilians 2"],
    "One soldier and three insurgents died in the clash.": ["killed military 1", "killed attackers 3"],
    "A policeman and two civilians were killed.": ["killed police 1", "killed civilians 2"],
    "Four police officers were killed alongside two civilians.": ["killed police 4", "killed civilians 2"],
    "The clashes left 3 policemen, 2 soldiers and 11 militants dead.": [
        "killed police 3",
        "killed military 2",
        "killed attackers 11",
    ],
    # numbers that look like dates, a second gerund, what is no subject
    "The blast tore through a bazaar, killing 25 people and wounding 40, police said.": [
        "killed all 25",
        "injured all 40",
    ],
    "A further 1247 have been hospitalised, a spokeswoman said.": ["hospitalized all 1247"],
    "The fighting has made more than 2.6 million people homeless.": ["displaced all 2600001+"],
    "Nobody says if the toll could rise above the 25 people already confirmed dead.": ["killed all 25"],
    "The death toll may further rise as around 10 wounded were in critical condition.": ["injured all 10"],
    "Two of the raiders were killed and the rest fled.": ["killed attackers 2"],
    "Police were searching for six suspects who were still on the run.": ["at_large attackers 6"],
    "A woman was hospitalized in critical condition.": ["hospitalized women 1"],
    "Another man, the brother of Bekov, has been arrested.": ["detained all 1"],
    "Four people died on the spot and one, a woman, died later.": ["killed all 4", "killed women 1"],
    "So far 12 corpses were recovered.": ["killed all 12"],
    "The blast brought the roof down, injuring at least 150, said Arman Bekov.": ["injured all 150+"],
    "Rescuers found two more bodies of policemen in the rubble.": ["killed police 2"],
    "They have recovered a total of 160 bodies from three mass graves.": ["killed all 160"],
    "The death toll in a pair of car bombings rose to 27.": ["killed all 27"],
    "Eleven people suspected of a part in the well planned and executed assault were in custody.": [
        "detained all 11"
    ],
    "Daniel Mercer, 19, and Arman Bekov, 22, were taken into custody.": ["detained all 2"],
    "The shooting left more than a dozen people wounded.": ["injured all 13+"],
    "The three men were arrested after fleeing the scene.": ["detained all 3"],
    "There are no missing people from the attack.": ["missing all 0"],
    # the group of those left unsaid
    "Four militiamen were killed and thirteen were wounded.": [
        "killed security_forces 4",
        "injured security_forces 13",
    ],
    "Arman Bekov, a policeman, was killed.": ["killed police 1"],
    "Two guards and a driver, Bakyt Seitov, were killed.": ["killed civilians 2", "killed civilians 1"],
    # one person
    "A man was shot dead.": ["killed all 1"],
    "Arman Beketov, 34, died at the scene.": ["killed all 1"],
    "The suspect was shot and killed by officers.": ["killed attackers 1"],
    "The gunman, who killed five people before being shot dead, was a student.": [
        "killed attackers 1",
        "killed all 5",
    ],
    "A gunman killed his mother and himself.": ["killed women 1", "killed attackers 1"],
    "A boy is dead and two other teens are in critical condition.": [
        "killed children 1",
        "injured children 2",
    ],
    "One man is dead and another is in the hospital.": ["killed all 1", "hospitalized all 1"],
    # numbers out of numbers, states told beside another verb, verbs that say it was done
    "Six out of 40 people injured in the attack died from their wounds.": ["killed all 6"],
    "Police found a man with a gunshot wound to the head.": ["injured all 1"],
    "A woman arrived at a hospital suffering from a gunshot wound.": ["injured women 1"],
    "The protests led police to detain more than 1,000 people.": ["detained all 1001+"],
    "Attacks went on, claiming more than 100 lives in two weeks.": ["killed all 101+"],
    "Eleven of the 15 hostages were freed and four were killed.": ["abducted all 15", "killed all 4"],
    "The death toll could pass 20.": [],
    "None of the wounded had life-threatening injuries.": [],
    # the other outcomes
    "Two people were shot and wounded.": ["injured all 2"],
    "Nearly 50 people were taken to hospital.": ["hospitalized all 50"],
    "Up to 20 people are still missing.": ["missing all 0-20"],
    "Militants abducted 14 teachers.": ["abducted civilians 14"],
    "Fourteen teachers were taken hostage.": ["abducted civilians 14"],
    "Police arrested 12 people.": ["detained all 12"],
    "He said four suspects had been detained and two more were on the run.": [
        "detained attackers 4",
        "at_large attackers 2",
    ],
    "Thousands fled their homes.": ["displaced all 2000+"],
    "Some 2,000 people were evacuated from the area.": ["evacuated all 2000"],
    "Dozens of armed assailants carried out attacks.": ["involved attackers 24+"],
    # people told by their nation, behind a title, by a name with a nickname in it
    "A 19-year-old Georgian was shot dead by soldiers.": ["killed all 1"],
    "Constable Ravi Singh succumbed to his injuries.": ["killed police 1"],
    'Daniel "Danny" Cole suffered a gunshot wound to the leg.': ["injured all 1"],
    "Police said Arman Seitov was shot at noon. Seitov later died in hospital.": [
        "injured all 1",
        "killed all 1",
    ],
    "Officials said 7 soldiers had died and 21 more were wounded.": [
        "killed military 7",
        "injured military 21",
    ],
    "A constable embraced martyrdom on the spot.": ["killed police 1"],
    # a number behind its noun
    "The bandits, numbering about 300, stormed the village.": ["involved attackers 300"],
    # what hits somebody, and where
    "A stray bullet hit a 6-year-old girl.": ["injured children 1"],
    "Two guards were struck by shrapnel.": ["injured civilians 2"],
    "A waiter was hit in the chest.": ["injured civilians 1"],
    "Paramedics were treating a third victim.": ["injured victims 1"],
    # pronouns
    "A gunman opened fire on a guard, wounding him and seven others.": [
        "injured all 7",
        "injured civilians 1",
    ],
    "Two villagers were hit by bullets and they later died.": ["injured civilians 2", "killed civilians 2"],
    "He shot one person in the car park, who was pronounced dead at the scene.": ["killed all 1"],
    # who they are
    "Three leaders of the bandit group were killed.": ["killed attackers 3"],
    "Troops killed five Maoists.": ["killed attackers 5"],
    # crimes that count people
    "More than 2,100 murders were registered in the state.": ["killed all 2101+"],
    "Journalists at the scene saw the bodies of four victims, including two children.": [
        "killed victims 4",
        "killed children 2",
    ],
    "No-one was injured in the blast.": ["injured all 0"],
    # nought is not unknown
    "No one was hurt.": ["injured all 0"],
    "No officers were injured.": ["injured police 0"],
    "There was no word on casualties.": [],
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_clause_tells(text):
    assert sorted(told(text)) == sorted(CASES[text])


NOTHING = [
    "Air defences destroyed 10 out of 14 missiles.",
    "Air defences destroyed 14 drones.",
    "They threw bottles of petrol, badly burning one of the shops.",
    "A shell hit two schools.",
    "The storm struck three villages.",
    "None of the wounded had severe injuries.",
    "The city of 300,000 people lies 100 kilometers from the border.",
    "The attacks shocked the 18 million people of this country.",
    "Police with 200 officers surrounded the house.",
    "The parliament killed the bill by 51 votes.",
    "He shot a video of the event.",
    "The bomb could have killed dozens of people.",
    "If 20 people were killed, it would be a disaster.",
    "Police foiled a plot to kill 50 people.",
    "The man threatened to kill two guards.",
    "Gunmen were killed.",
    "The three rockets hit a house.",
    "He was charged with two counts of attempted murder.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_makes_no_toll(text):
    assert told(text) == []


def test_an_endless_list_is_cut_off():
    assert len(told("five people and " * 300 + "two others were killed.")) < 100


def test_attackers_are_never_among_the_victims_of_their_own_attack():
    assert told("Three gunmen killed nine worshippers.") == ["involved attackers 3", "killed civilians 9"]


def test_a_doer_is_not_among_those_a_later_clause_tells_of():
    text = "A suicide bomber killed five soldiers at a checkpoint, while another American was killed in the east."
    assert "killed attackers 1" not in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gunman went on to kill five people.", ["killed all 5"]),
        ("Police went to the village to arrest six offenders.", []),
    ],
)
def test_going_to_do_something_is_no_deed(text, expected):
    assert told(text) == expected
