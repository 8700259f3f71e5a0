"""Who believes, asks, speaks or is asked for is not who did it; who is described is told by his name."""

import pytest

import oqiga

CASES = {
    # who believes it did nothing
    "The bandits were believed by the farmers to be responsible for the killing of 20 people.": [
        ("bandits", "suspected")
    ],
    # an office is no body, and a body with a name is not its own
    'Prime Minister Adil Bekov said the "murderous Tarsk organization" was behind it.': [
        ("murderous Tarsk organization", "accused")
    ],
    # whom somebody asks for was not told before
    "Omar Bekov said it was too early to say who was responsible for the bombing.": [],
    "Omar Bekov said the investigation into who was behind the attack went on.": [],
    # what is taken for a person may be a county
    "One of them, a 26-year-old, fired at officers in the village of Kilkeel, Co Down, on Saturday. "
    "He and a 32-year-old man face charges.": [("man", "charged")],
    # who strikes where attackers are is blamed for nothing
    "The sources said Turkish security forces shelled hills to which the rebels had fled.": [],
    "Witnesses said Turkish security forces shelled a village.": [("Turkish security forces", "accused")],
    # a deed that is only alleged, one that is habitual
    "Red Front guerrillas allegedly attacked a police patrol, the governor said.": [
        ("Red Front guerrillas", "suspected")
    ],
    "The Red Front is often accused of killing farmers.": [],
    # whom a noun describes is called by his name
    "They include Ali Oman, a Moroccan convicted of placing a bomb on a train.": [("Ali Oman", "convicted")],
    "But Karim Osman, an Egyptian accused of planning the attacks, was freed.": [("Karim Osman", "accused")],
    # a suspect of whom nothing is told is nobody, whichever he is
    "A prime suspect in the blast was held.": [],
    # who an attacker is told to be
    "The gunman was Omar Bekov, 29, police said.": [("Omar Bekov", "suspected")],
    "The gunman was not Omar Bekov, police said.": [],
    "The gunman was known to Omar Bekov.": [],
    # a plea is an admission, which no court has found yet
    "Daniel Cole did not plead guilty to murder.": [],
    "Daniel Cole will plead guilty to murder.": [],
    "Daniel Cole pleaded not guilty to murder.": [("Daniel Cole", "denied")],
    "Daniel Cole entered a guilty plea on Monday.": [("Daniel Cole", "claimed")],
    "Daniel Cole pleaded guilty to murder and was sentenced to life.": [
        ("Daniel Cole", "claimed"),
        ("Daniel Cole", "convicted"),
    ],
    # who blames it on others is not blamed himself; whom "they" means when others acted is not told
    "Soldiers were hurt in an attack that the spokesman, Brigadier Adil Sama, blamed on the Tarsk rebels.": [
        ("Tarsk rebels", "accused")
    ],
    "The Red Front does not target innocent people. Some officials left before the attack. "
    "It is clear that they were behind the killing.": [],
    # where it was filed did nothing
    "MARADANA, Sri Lanka: Red Tiger rebels set off a powerful bomb at a popular store Wednesday, the military said, "
    "killing 17 people.": [("Red Tiger rebels", "accused")],
    # one name of which "and" makes two
    "The attacks were claimed by the Red Front in Iraq and the Tarsk (RFIT/Front).": [
        ("Red Front in Iraq and the Tarsk", "claimed")
    ],
    "Jurors deliberated before finding Juan Bekov Martinez guilty.": [("Juan Bekov Martinez", "convicted")],
    "Three suspects – Ali Bel, Said Gul and Omar Rao – were arrested.": [
        ("Ali Bel", "suspected"),
        ("Omar Rao", "suspected"),
        ("Said Gul", "suspected"),
    ],
    # how a suspect is described accuses nobody
    "The suspect was described as a man in his 40s.": [],
    "Police described Omar Bekov as the mastermind.": [("Omar Bekov", "accused")],
    "The explosions were carried out by the Red Front, the governor said.": [("Red Front", "accused")],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_whom_it_is_told_of(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    blamed = [(claim.perpetrator, claim.basis.value) for claim in record.claims if claim.kind == "blame"]
    assert sorted(blamed) == sorted(expected)
