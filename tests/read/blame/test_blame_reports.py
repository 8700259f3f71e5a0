"""Who is blamed in turns of real reports, and who only seems to be."""

import pytest

from onreport import PUBLISHED
from oqiga.model.report import Report
from oqiga.read.reader import read_report


def blamed(text):
    report = Report(id="r", text=text, published=PUBLISHED, language="en")
    claims = read_report(report, gated=False).claims
    return [(claim.basis.value, claim.perpetrator) for claim in claims if claim.kind == "blame"]


CASES = {
    # who was admitted to a clinic admits nothing
    "The suspect, a 30-year-old Tunisian, had been admitted to a psychiatric unit.": [],
    # another's deed is not what the speaker claims
    "The military carried out more than 200 air strikes last year, the United Nations said.": [],
    "The Malian army has killed at least 90 civilians, Human Rights Watch said.": [
        ("accused", "Malian army")
    ],
    "The Interior Ministry said the security forces had killed three militants in a gunfight.": [],
    # who covers a killing did not do it
    "A Channel Nine crew was covering the slaying of a woman who had been found shot there, the sheriff said.": [],
    # deeds by a body, told by somebody
    "The United Nations condemned the attack by the Red Front on a village.": [("accused", "Red Front")],
    "Six villagers were killed in an attack by the Red Front, police said.": [("accused", "Red Front")],
    "An attack by the Red Front killed six villagers.": [],
    "The attack was condemned by the Red Front.": [],
    "The group known as RNM killed at least 22 people in Osh, police said.": [("accused", "RNM")],
    "Villagers were killed when Sudan's armed forces launched air strikes, according to a witness.": [
        ("accused", "Sudan's armed forces")
    ],
    # what those suspected are taken for
    "Men suspected to be Tarsk herdsmen attacked a village.": [("suspected", "Tarsk herdsmen")],
    "Police charged a man with murder. Harun Bel was charged with the murder of an officer.": [
        ("charged", "Harun Bel")
    ],
    # a charge to come, a room that was an attacker's
    "Bekov will be charged with murder, the sheriff said.": [],
    "North Valley officers stormed the gunman's hotel room, authorities said.": [],
    # a blast did nothing by itself, whatever town it bears
    "The Red Front claimed responsibility for the Osh suicide blast that killed 54 people.": [
        ("claimed", "Red Front")
    ],
    "Residents accuse the mayor of exacerbating tension.": [],
    # who is in a list, and who is sentenced as others are
    "Harun Bel, Yasin Oman, Ramil Moham and Hasan Osman were found guilty of the attack.": [
        ("convicted", "Yasin Oman"),
        ("convicted", "Harun Bel"),
        ("convicted", "Ramil Moham"),
        ("convicted", "Hasan Osman"),
    ],
    "Osman received a life sentence for the bombing.": [("convicted", "Osman")],
    # a name without what it is accused of
    "Rights groups accuse the army of extrajudicial killings and using air strikes.": [("accused", "army")],
    # deeds of attackers of a kind, set off, told as hearsay
    "Officials say separatist fighters carried out the attack to close schools.": [
        ("accused", "separatist fighters")
    ],
    "Officials say gunmen carried out the attack.": [],
    "Two soldiers were killed in a blast triggered by Maoists, police said.": [("accused", "Maoists")],
    "Boko Haram fighters have reportedly killed 17 fishermen.": [("accused", "Boko Haram fighters")],
    "Boko Haram fighters have killed 17 fishermen.": [],
    "Prosecutors did not identify which gang was behind the attack.": [],
    "The rebels shot at farmers and loggers, accusing them of spying for the army.": [],
    "Danish police say they have shot dead a man.": [],
    "Five alleged members of the Red Valley drug gang have been detained.": [
        ("suspected", "members of the Red Valley drug gang")
    ],
    # who kills attackers, plans, or is no more than "terrorists"
    "Iraqi forces killed at least eight of the assailants, a source said.": [],
    "Police warned that the Red Front was planning to carry out attacks.": [],
    "The incident was blamed by the army on terrorists.": [],
    "The army speculates that the Abu Karim Group carried out the attack.": [
        ("suspected", "Abu Karim Group")
    ],
    # who only says so, and where it was
    "The army was searching for the attackers, Obanda said by telephone.": [],
    "The police are looking for the gunman, Arman Bekov said.": [],
    "The attacks were carried out by a group called Red Front in the Western Zone, a mayor said.": [
        ("accused", "Red Front")
    ],
    # the armed man of an officer is no suspect
    "The injured, including the inspector's gunman Anwar Khan, are being treated.": [],
    # one person under several names
    "A man shot two people in Osh. Keith Doyle, the suspect, shot at officers, police said. "
    "Doyle was charged with murder.": [("charged", "Keith Doyle")],
    "A local man is suspected of killing the clerk. Police named the suspect as Henry Cole.": [
        ("suspected", "Henry Cole")
    ],
    "A local man is suspected of killing the clerk.": [("suspected", "local man")],
    "The minister said the culprits behind this act will be held accountable.": [],
}


@pytest.mark.parametrize("text", CASES)
def test_who_is_blamed(text):
    assert sorted(blamed(text), key=str) == sorted(CASES[text], key=str)
