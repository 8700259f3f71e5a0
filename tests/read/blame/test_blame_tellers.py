"""Who speaks of a deed: the body itself, its voice, an office that accuses it, witnesses who accuse an army."""

import pytest

import oqiga

BEFORE = "The Tarsk Front is active in the region. "
CASES = {
    # an office, or anybody who is no voice of its own, accuses "the group"
    BEFORE + "The minister said the group was behind the attack.": ["accused Tarsk Front"],
    BEFORE + "A military spokesman said the group carried out the attack.": ["accused Tarsk Front"],
    BEFORE + "Residents said the group killed five people.": ["accused Tarsk Front"],
    BEFORE + "A spokesman said the group carried out the attack.": ["claimed Tarsk Front"],
    "The interior minister said the Front was behind the bombing.": ["accused Front"],
    "Police said the group carried out the attack in Osh on Monday.": [],
    "The governor said the militia attacked the village near Osh.": [],
    # troops without a name are accused by those who are no officials of their state
    "The Syrian army shelled a town, killing five, activists said.": ["accused Syrian army"],
    "Residents said the army bombed the village near Osh.": ["accused army"],
    "A rights group said soldiers killed 12 villagers near Osh.": ["accused soldiers"],
    "The rebels said government forces shelled the hospital.": ["accused government forces"],
    "Officials said the army killed 12 people near Osh.": [],
    "Witnesses said soldiers shot the man in front of a bank.": [],
    "Residents said troops detonated a bomb near the market.": [],
    "Residents said the army killed three gunmen in Osh.": [],
    # rebels and the like, not those who may be anybody
    "Residents said jihadists killed 12 people in the village.": ["accused jihadists"],
    "Residents said Kurdish militants killed 12 people in the village.": ["accused Kurdish militants"],
    "Residents said bandits killed 12 people in the village.": [],
    "The Tarsk Front said its fighters carried out the attack.": ["claimed Tarsk Front"],
    # what is denied is accused of nobody
    "The Tarsk Front has denied being behind the attack.": ["denied Tarsk Front"],
    "The Tarsk Front denied being behind the blast and blamed the army.": [
        "denied Tarsk Front",
        "accused army",
    ],
    "A spokesman for the Tarsk Liberation Army (TLA) denied responsibility.": [
        "denied Tarsk Liberation Army"
    ],
    "The Lord's Tarsk Army denied any involvement in the attack.": ["denied Lord's Tarsk Army"],
    # somebody held responsible by somebody else
    "The Front held the government responsible for the killings in Osh.": ["accused government"],
    "The government said it was responsible for security in Osh.": [],
    "The United Nations said it was behind schedule with aid for Osh.": [],
    "The party said it was behind the protest in Osh on Monday.": [],
    "The Tarsk Front said it was behind the abduction of 12 pupils.": ["claimed Tarsk Front"],
    # messages, spokesmen, one of its fighters
    "The Tarsk Front issued a statement claiming responsibility for the blast.": ["claimed Tarsk Front"],
    "A newspaper published a statement claiming responsibility for the blast.": [],
    "The Tarsk Front's spokesman, Omar Bekov, claimed responsibility for the attack.": [
        "claimed Tarsk Front"
    ],
    "The Tarsk Front said one of its fighters blew himself up at the gate.": ["claimed Tarsk Front"],
    "The Tarsk Front hailed the attackers as heroes but did not claim responsibility.": [],
    # what is suspected
    "The main suspect is the Tarsk Front, which is active in Osh.": ["suspected Tarsk Front"],
    "Five people were killed in a suspected Tarsk Front attack.": ["suspected Tarsk Front"],
    "Five soldiers died in a suspected jihadist raid near Osh.": ["suspected jihadist"],
    "Five people were killed in a suspected gas explosion in Osh.": [],
    "The army blamed the attack on suspected Tarsk Front militants.": ["suspected Tarsk Front militants"],
    "The mayor blamed the police for failing to prevent the attack.": [],
    "Police said Omar Bekov, 23, drove a van into pedestrians.": ["accused Omar Bekov"],
    "Police said Omar Bekov, 23, drove a van into the city.": [],
    "The rebels met on Monday, with one soldier killed in a week, the agency said.": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_who_is_blamed_by_whom(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    found = [f"{claim.basis.value} {claim.perpetrator}" for claim in record.claims if claim.kind == "blame"]
    assert sorted(found) == sorted(expected)
