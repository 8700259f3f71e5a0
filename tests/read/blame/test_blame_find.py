import pytest

from onreport import on_desk
from oqiga.model.claims import Blame
from oqiga.model.report import Report
from oqiga.read.blame import find_blame
from oqiga.read.reader import read_report


def blamed(text):
    return [(blame.basis.value, blame.perpetrator) for blame in find_blame(on_desk(text))]


@pytest.mark.parametrize(
    ("text", "basis", "perpetrator"),
    [
        ("The Black Dawn group claimed responsibility for the attack.", "claimed", "Black Dawn group"),
        ("No group has claimed responsibility.", "unclaimed", None),
        ("There was no immediate claim of responsibility.", "unclaimed", None),
        ("Nobody claimed responsibility for the blast.", "unclaimed", None),
        ("Authorities blamed a banned Islamist organization.", "accused", "banned Islamist organization"),
        ("The attack was blamed on separatist rebels.", "accused", "separatist rebels"),
        ("Officials have suggested Islamic militants are to blame.", "accused", "Islamic militants"),
        ("Prosecutors accused Oraz Bekov of ordering the killing.", "accused", "Oraz Bekov"),
        ("The Black Dawn group has declared responsibility for the attack.", "claimed", "Black Dawn group"),
        ("The attack was carried out by Black Dawn, a spokesman said.", "accused", "Black Dawn"),
        ("The suspected bomber was identified as Oraz Bekov.", "suspected", "Oraz Bekov"),
        ("The suspect behind the attack has been named as Oraz Bekov.", "suspected", "Oraz Bekov"),
        ("Suspected Black Dawn gunmen kidnapped 20 people.", "suspected", "Black Dawn gunmen"),
        ("Police suspect a former soldier.", "suspected", "former soldier"),
        (
            "The suspect, Oraz Bekov, was arrested on suspicion of planning the attack.",
            "suspected",
            "Oraz Bekov",
        ),
        ("Two brothers were detained in connection with the shooting.", "suspected", "brothers"),
        ("Oraz Bekov was charged with murder.", "charged", "Oraz Bekov"),
        ("Oraz Bekov was convicted of murder.", "convicted", "Oraz Bekov"),
        ("Oraz Bekov pleaded guilty.", "claimed", "Oraz Bekov"),
        ("A group called Black Dawn claimed responsibility for the blast.", "claimed", "Black Dawn"),
        ("Police suspect that the drones were used by rebels.", "suspected", "rebels"),
        ("A 27-year-old man was charged with murder.", "charged", "man"),
        ("The rebels denied involvement in the attack.", "denied", "rebels"),
        ("Police suspected the Maoist rebel group Terra Livre.", "suspected", "Terra Livre"),
        ("Officials blamed the Popular Front for the attacks in the capital.", "accused", "Popular Front"),
        (
            'Officials blamed followers of "pure movements" for the attacks in the capital.',
            "accused",
            'followers of "pure movements"',
        ),
        (
            "Kabul blamed fighters of the Zamani Network for the attacks.",
            "accused",
            "fighters of the Zamani Network",
        ),
        (
            "He blamed the attack on the United Red Front, or URF, a rebel army.",
            "accused",
            "United Red Front",
        ),
        ("Aliev Oraz, a Red Front spokesman, claimed responsibility for the blast.", "claimed", "Red Front"),
        (
            "Regime spokesperson Oraz Aliev confirmed that the military carried out the strike.",
            "claimed",
            "military",
        ),
        ("The blast, suspected of being set off by Tamil rebels, hit a bus.", "suspected", "Tamil rebels"),
        ("Police attributed the action to Red Front guerrillas.", "accused", "Red Front guerrillas"),
    ],
)
def test_basis_and_perpetrator(text, basis, perpetrator):
    assert blamed(text) == [(basis, perpetrator)]


@pytest.mark.parametrize(
    "text",
    [
        "Four suspects had been detained.",
        "Officials blamed bad weather for the crash.",
        "The guard in charge of the gate was killed.",
        "Police arrested four men.",
        "Sunday's attack was carried out by dozens of gunmen.",
        "We suspect some militants escaped with the residents.",
        "He is the only suspect in the shooting.",
        "Anton Bekov denied the claim, saying the army held the district.",
        "The president promised action against those responsible for the attack.",
        "“The children joined in and then they planned to go to school,” said Oraz Aliev.",
    ],
)
def test_no_blame(text):
    assert blamed(text) == []


def test_a_pronoun_takes_the_name_told_before():
    assert blamed("Police arrested Oraz Bekov on Monday. He was charged with murder.") == [
        ("charged", "Oraz Bekov")
    ]


def test_two_who_are_blamed_are_two_claims():
    assert blamed("Officials blamed Black Dawn and separatist rebels.") == [
        ("accused", "Black Dawn"),
        ("accused", "separatist rebels"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Red Front said its fighters had attacked the base.", ("claimed", "Red Front")),
        ("A spokesman for the Red Front said it staged the attack.", ("claimed", "Red Front")),
        ("The rebels said they did not carry out the bombing.", ("denied", "rebels")),
        ("The group said it had nothing to do with the killings.", ("denied", "group")),
        ("The Red Front distanced itself from the bombing.", ("denied", "Red Front")),
        ("Detectives are looking at whether suspect Daniel Cole acted alone.", ("suspected", "Daniel Cole")),
        ("The shop was robbed by suspected bandits.", ("suspected", "bandits")),
        ("The assailants, believed to be Red Front members, fled.", ("suspected", "Red Front members")),
        ("A blast, allegedly by the Red Front, hit the market.", ("suspected", "Red Front")),
        ("Oraz Bekov was charged in the bombing of a clinic.", ("charged", "Oraz Bekov")),
        ("Oraz Bekov was booked into jail on a warrant for the shooting.", ("suspected", "Oraz Bekov")),
    ],
)
def test_blame_without_a_plain_verb_of_blaming(text, told):
    assert told in blamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army said its soldiers had killed ten militants.",
        "The agency is responsible for setting the threat level.",
        "The ministry rejected claims by the group that it carried out the bombing.",
        "The villagers said they attacked the problem.",
        "Officials blamed it for an explosion on Monday.",
    ],
)
def test_answers_and_duties_are_no_blame(text):
    assert blamed(text) == []


def test_an_accusation_and_its_denial_are_two():
    text = "Oraz Bekov, who has been accused of the shootings, pleaded not guilty."
    assert {basis for basis, _ in blamed(text)} == {"accused", "denied"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A van bomb blamed on Islamist rebels wrecked the market.", ("accused", "Islamist rebels")),
        ("Police said the attack was the work of the Red Front.", ("accused", "Red Front")),
        (
            "The attackers were members of the Red Front, the army said.",
            ("accused", "members of the Red Front"),
        ),
        ("Witnesses accused the police of firing on the crowd.", ("accused", "police")),
        ("Prosecutors allege that Oraz Bekov planned the attack.", ("accused", "Oraz Bekov")),
        ("Two raids that killed 12 people were claimed by the Red Front.", ("claimed", "Red Front")),
        (
            "It was one of two raids claimed by a splinter group, the Red Front.",
            ("claimed", "Red Front"),
        ),
        (
            "A caller claimed responsibility for the blast in the name of the Red Front.",
            ("claimed", "Red Front"),
        ),
        (
            "A man claiming to speak for the Red Front said the group set the bomb off.",
            ("claimed", "Red Front"),
        ),
        (
            "A spokesman for the Red Front told reporters that the group had attacked the convoy.",
            ("claimed", "Red Front"),
        ),
        ("No organisation has said it was behind the bombing.", ("unclaimed", None)),
        ("Astana struck the camp at dawn. It denies targeting civilians.", ("denied", "Astana")),
        ("The Red Front has denied that its fighters attacked the village.", ("denied", "Red Front")),
        ("The army denied that its soldiers had fired on civilians.", ("denied", "army")),
        ("A Red Front spokesman said the group was not involved.", ("denied", "Red Front")),
        ("A charge Astana denies was made again.", ("denied", "Astana")),
        ("The leader of the rebels disputed the allegation.", ("denied", "leader of the rebels")),
        ("Suspicion for the blast quickly fell on separatists.", ("suspected", "separatists")),
        ("Investigators believe the Red Front was involved in the plot.", ("suspected", "Red Front")),
        ("Photographs suggest the killers belong to the Red Front.", ("suspected", "Red Front")),
        ("Suspected members of the Red Front burned the school.", ("suspected", "members of the Red Front")),
        ("A man has been detained over the stabbing.", ("suspected", "man")),
        (
            "A man, believed to be in his 20s, was arrested on suspicion of causing bodily harm.",
            ("suspected", "man"),
        ),
        ("A suspected rebel suicide bomber struck the office.", ("suspected", "rebel suicide bomber")),
        ("An arrest warrant was issued for Oraz Bekov.", ("suspected", "Oraz Bekov")),
        ("The gunman, Oraz Bekov, had worked there for years.", ("suspected", "Oraz Bekov")),
        ("A court found Oraz Bekov guilty of murder.", ("convicted", "Oraz Bekov")),
    ],
)
def test_blame_in_the_many_ways_that_reports_tell_it(text, told):
    assert told in blamed(text)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The Red Front has denied it was behind the attack.", "accused"),
        ("The Red Front denied carrying out the bombing.", "accused"),
        ("The Red Front said its fighters were behind the raid.", "accused"),
        ("Soldiers killed three suspected militants in the raid.", "suspected"),
        ("The army held five men suspected of theft.", "accused"),
    ],
)
def test_what_is_denied_or_told_of_oneself_is_no_accusation(text, basis):
    assert basis not in {told for told, _ in blamed(text)}


def test_a_deed_that_only_the_report_itself_lays_to_a_name_is_no_blame():
    def perpetrators(text):
        claims = read_report(
            Report(id="r-1", published="2021-03-10", language="en", text=text), gated=False
        ).claims
        return [claim.perpetrator for claim in claims if isinstance(claim, Blame)]

    assert perpetrators("Ruritania carried out an airstrike on a border camp on Monday.") == []
    assert perpetrators("Officials said Ruritania carried out an airstrike on a border camp.") == [
        "Ruritania"
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Police said the Red Front kidnapped three engineers on Monday.", ["Red Front"]),
        ("Red Front militants killed nine soldiers on Monday, officials said.", ["Red Front militants"]),
        ("The ministry said Ruritanian forces killed two farmers.", []),
        ("The ministry said Israeli forces killed two farmers.", ["Israeli forces"]),
        ("Nine farmers were killed by the Red Front, the governor said.", ["Red Front"]),
        (
            "The minister alleges that police were lured into a trap and attacked by the Red Front group.",
            ["Red Front group"],
        ),
        ("“We have no doubt that the Red Front carried out the attack,” an officer said.", ["Red Front"]),
        ("The Red Front killed nine soldiers on Monday.", []),
        ("The army said troops killed nine Red Front militants.", []),
        ("Residents said police shot dead two protesters.", []),
        ("Officials said Hurricane Nora killed 12 people.", []),
        ("The governor said the Red Front had not attacked the village.", []),
    ],
)
def test_a_deed_that_somebody_lays_to_a_name_accuses_it(text, named):
    report = Report(id="r-1", published="2021-03-10", language="en", text=text)
    claims = read_report(report, gated=False).claims
    assert [claim.perpetrator for claim in claims if isinstance(claim, Blame)] == named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen suspected of belonging to the Red Front killed six soldiers.", ("suspected", "Red Front")),
        ("Militants from Hamas were blamed for the raid.", ("accused", "Militants from Hamas")),
        ("Attackers, presumably from the Islamic State, hit a checkpoint.", ("suspected", "Islamic State")),
        (
            "The prosecutor identified the alleged attacker as a 37-year-old man from Algeria.",
            ("suspected", "man"),
        ),
    ],
)
def test_of_whom_attackers_are_said_to_be(text, told):
    assert blamed(text) == [told]


def test_a_body_that_takes_up_another_is_told_by_its_name():
    text = "The Red Front claimed the blast. The same group also claimed an ambush in May."
    assert blamed(text) == [("claimed", "Red Front"), ("claimed", "Red Front")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mission said it was aware of the blast.", []),
        ("The Front said it was behind the blast.", [("claimed", "Front")]),
        (
            "An air strike, most likely by the Northern coalition, hit a clinic.",
            [("suspected", "Northern coalition")],
        ),
        ("A blast, probably by the rebels, hit Osh.", [("suspected", "rebels")]),
        ("Dozens of suspected bandits attacked a village.", [("suspected", "bandits")]),
        ("The killings of suspected bandits led to an attack.", []),
        ("The minister blames the Front for killings of guests on Kenyan soil.", [("accused", "Front")]),
        ("Daniel Cole denied two counts of murder.", [("denied", "Daniel Cole")]),
    ],
)
def test_what_is_likely_known_or_denied(text, expected):
    assert blamed(text) == expected
