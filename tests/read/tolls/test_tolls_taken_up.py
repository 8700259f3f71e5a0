"""Whom "he" and "she" take up, whose body is found, and what did not come about."""

import pytest

from tolling import told, tolls

WHO = {
    # who speaks is not who is hurt
    "Ivan Petrov was shot, Captain Osmonov said. He died of his wounds.": "Ivan Petrov",
    "A clerk was beaten, police chief Dale Moore said. He suffered serious injuries.": "A clerk",
    "A guard was grazed in the shoulder, Moore said. He was treated and released.": "A guard",
    # but may be, in what he says himself
    "The mayor told reporters that he was wounded in the arm.": "The mayor",
    # who acts in a clause that describes him is not whom it harms
    "A clerk was hurt on Monday. He argued with a man who shot him.": "A clerk",
    "A guard was hurt on Monday. A man who argued with him ran up before shooting him.": "A guard",
    # nor is one of another sex
    "A girl ran outside. Her father told reporters that she was shot in the head.": "A girl",
    "A woman who came to see the guard told police she found him dead.": "the guard",
    # an owner is told with what is owned
    "The girl's father was shot in the leg.": "The girl's father",
    "The boy's body was found in a river.": "The boy",
    "Police named a clerk whose body was found in a ditch.": "a clerk",
}


@pytest.mark.parametrize(("text", "who"), WHO.items())
def test_a_pronoun_takes_up_who_may_be_hurt(text, who):
    assert tolls(text)[-1].group_text == who


CASES = {
    # the end stands behind whom it befell
    "He shot the guard dead.": ["killed civilians 1"],
    "Robbers hacked two farmers to death.": ["killed civilians 2"],
    "Gunmen shot three men to death.": ["killed all 3"],
    "Raiders slashed seven people to death.": ["killed all 7"],
    "Gunmen shot six villagers, two of them dead.": ["injured civilians 6", "killed all 2"],
    "A man who stabbed a nurse was sentenced to death.": ["injured health_workers 1"],
    "A man is held after the deadly shooting of a guard at a hotel.": ["killed civilians 1"],
    # in whatever words somebody is told
    "The shooting injured a 19-year-old Tuesday night.": ["injured all 1"],
    "A gunman shot a 16-year old in the mouth.": ["injured children 1"],
    "A retired dentist died Monday of a gunshot wound.": ["killed civilians 1"],
    # nouns
    "Police are investigating the shooting of three people.": ["injured all 3"],
    "Detectives are looking into the stabbing of a 16-year-old boy.": ["injured children 1"],
    "Two people face charges following the shooting death of 21-year-old John Smith.": ["killed all 1"],
    "He was arraigned on murder charges in the death of two women.": ["killed women 2"],
    # adverbs behind a number
    "Four people were shot, one fatally, at a park.": ["injured all 4", "killed all 1"],
    "Two people were shot, one of them fatally.": ["injured all 2", "killed all 1"],
    # verbs
    "A shooting at a shop sent one man to the hospital.": ["hospitalized all 1"],
    "Medics rushed two men, ages 25 and 29, to a city hospital.": ["hospitalized all 2"],
    "The man opened fire, hitting two people.": ["injured all 2"],
    "One of the men fired several shots and hit a clerk.": ["injured civilians 1"],
    "A woman had died of her injuries.": ["killed women 1"],
    "Three men arrived with non-life threatening gunshot wounds.": ["injured all 3"],
    "The second victim appeared to suffer injuries.": ["injured victims 1"],
    # one alone, and parts of others
    "A man fatally shot his wife and then himself.": ["killed women 1", "killed attackers 1"],
    "Ivan Hale, 72, shot 71-year-old Jean Hale before turning the gun on himself.": [
        "injured attackers 1",
        "injured all 1",
    ],
    "Two men were stabbed. An arrest was made on Tuesday.": ["injured all 2", "detained all 1"],
    "Two men were stabbed. There has been an arrest in the case.": ["injured all 2", "detained all 1"],
    "Police said an arrest will be made soon.": [],
    "An attack on a convoy killed seven officers and one of the inmates.": [
        "killed police 7",
        "killed all 1",
    ],
    "Police said 184 inmates escaped. Of those, 130 remain at large and 54 have been recaptured.": [
        "at_large attackers 184",
        "at_large attackers 130",
        "detained all 54",
    ],
    "The survivor said he escaped from the attack through a field.": [],
    # what did not come about, or befell no people
    "The department sent two officers to the hospital.": [],
    "The blast nearly killed a guard.": [],
    "A stray bullet almost hit a boy in the head.": [],
    "A woman ran away. It does not appear that she was injured.": [],
    "Someone shot and killed dogs at a farm.": [],
    "A woman shot and killed her neighbor's dog.": [],
    "Hunters killed five cougars this winter.": [],
    "The driver was taken out of the car by two officers.": [],
    "Call the toll-free number 877.": [],
    "A man in his thirties was shot in the leg.": ["injured all 1"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_tolls_of_a_clause(text, expected):
    assert told(text) == expected


def test_what_is_possible_is_only_suspected():
    assert [toll.certainty.value for toll in tolls("It is possible a person was shot.")] == ["suspected"]
