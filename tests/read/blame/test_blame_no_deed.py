"""Accusations of what is no deed of ours, hints, and the bodies that fighters are told to be of."""

import pytest

import oqiga

CASES = {
    # members of a body, a group of its fighters, and what kind of body it is
    "The government said members of the Gran Tarsk gang carried out the attack in Osh.": [
        ("members of the Gran Tarsk gang", "accused")],
    "Police said members of the public carried out the attack.": [],
    "A group of 40 Tarsk Front militants attacked a village in Osh, police said.": [
        ("Tarsk Front militants", "accused")],
    "Militant group Tarsk Front claimed the attack.": [("Tarsk Front", "claimed")],
    "Gunmen from the Tarsk gang attacked homes in Osh, the mayor said.": [("Gunmen from the Tarsk gang", "accused")],
    "Police said Ali Bekov might have been behind the attack.": [("Ali Bekov", "suspected")],
    # who somebody was, and shootings that were filmed, accuse nobody
    "Police strongly suspect that the man who died in the attack was Ali Bekov, aged 32.": [],
    "Local media said Ali Bekov streamed at least one of the shooting incidents.": [],
    # all who are named in a list
    "A court convicted three men, Omar Salae, Ali Bekov and Hasan Uzen, of murder.": [
        ("Omar Salae", "convicted"), ("Ali Bekov", "convicted"), ("Hasan Uzen", "convicted")],
    "The suspected insurgents were identified as Omar Salae, 34, of Osh, and Ali Bekov, 38.": [
        ("Omar Salae", "suspected"), ("Ali Bekov", "suspected")],
    # a spokesman claims it for his body
    "The Tarsk Front claimed the attack. “We targeted ministers,” Abdi Musab, the group’s spokesperson, said.": [
        ("Tarsk Front", "claimed"), ("Tarsk Front", "claimed")],
    "Posters accused the bars' owners of supporting a rival gang.": [],
    "The gunmen stormed the village and killed the man suspected of identifying them.": [],
    "The ministry accused the Tarsk Front of killing four people.": [("Tarsk Front", "accused")],
    "Police suspect Ali Bekov of planning the attack.": [("Ali Bekov", "suspected")],
    # a spokesman speaks for the body told before
    "The Tarsk Liberation Army claimed responsibility. Spokesman Mirak Bekov said his organisation was behind the killings.": [
        ("Tarsk Liberation Army", "claimed"), ("Tarsk Liberation Army", "claimed")],
    # what hints at somebody accuses nobody yet
    "Initial hypotheses suggest the Tarsk Front was behind the attack.": [("Tarsk Front", "suspected")],
    "Officials said the Tarsk Front was behind the attack.": [("Tarsk Front", "accused")],
    # of what body attackers are
    "The attackers belong to the Red Wolf gang, police said.": [("Red Wolf gang", "accused")],
    "Police said that fighters from the Tarsk Front killed six men.": [("fighters from the Tarsk Front", "accused")],
    "A splinter group, the Red Front, killed 12 soldiers in Osh, police said.": [("Red Front", "accused")],
    "A group of gunmen, suspected to be herdsmen, attacked a village.": [("herdsmen", "suspected")],
    "The minister blamed the attack on an Islamic State sympathizer.": [("Islamic State sympathizer", "accused")],
    "It is unclear how many people were behind the attack.": [],
    "An appeals court upheld death sentences against four Tarsk Front militants.": [
        ("Tarsk Front militants", "convicted")],
    '"The whole village was burnt by Tarsk Front gunmen," said a resident.': [("Tarsk Front gunmen", "accused")],
    "Security officials suspected the involvement of the Tarsk Front, a banned group.": [("Tarsk Front", "suspected")],
    "Kenya's army denied charges that it had massacred villagers in Osh.": [("Kenya's army", "denied")],
    "Kenya's President has been accused of human rights abuses during the conflict.": [],
    # what somebody else denies, what a body denies of itself, and outlets of a body
    "The group said it had killed 20 soldiers, a claim the army denied.": [("group", "claimed")],
    "The Tarsk Front denied a report that it carried out the attack.": [("Tarsk Front", "denied")],
    "The Tarsk Front's news agency said its fighters had attacked the base.": [("Tarsk Front", "claimed")],
    "Local officials suspect cattle rustlers.": [("cattle rustlers", "suspected")],
    "The trial of Ali Bekov, accused of masterminding the bombing, opened on Monday.": [("Ali Bekov", "charged")],
    "The trial of the case starts on Monday.": [],
    "Ali Bekov is thought to have planned the bombing.": [("Ali Bekov", "suspected")],
    "The president is believed to have ordered an inquiry into the attack.": [],
    "The Tarsk Front has not claimed or denied any responsibility for the attack.": [],
    "The fifth person found dead was identified as the shooter's wife.": [],
    "A terrorist group, believed to be Islamic fundamentalists, murdered four people.": [
        ("Islamic fundamentalists", "suspected")],
    "Tarsk Front militants staged an attack in Osh, the governor said.": [("Tarsk Front militants", "accused")],
    # those told last as a subject are not those whom somebody fights
    "Three soldiers have been charged with murder in Osh, where forces are fighting separatists, the army said. "
    "The soldiers have been placed in detention, a spokesman said, adding that they had been charged with murder.": [
        ("soldiers", "charged")],
    # a dateline without a blank behind it
    "OSH (Agency) -A bomber killed six people in a market, police said.": [],
    # who only writes of them, and who is watched
    '"They stormed into alleys and dragged the victims out of their homes," said the report, authored jointly by the '
    "UN office in Osh, BINOSH, and the UN Human Rights Commissioner.": [],
    "He was on a watchlist for suspected religious extremists.": [],
    # who holds suspects is none
    "The Tarsk Bureau welcomed the conviction of two suspects in the bombing.": [],
    "The Tarsk Bureau arrested two suspects in the bombing.": [],
    "Ali Bekov became a suspect in the bombing.": [("Ali Bekov", "suspected")],
    "The Tarsk Front is among the suspects in the bombing.": [("Tarsk Front", "suspected")],
    # who frees those whom attackers hold, and who kills their leaders
    "A source said that Israeli special forces joined in storming the Osh mall to break the siege.": [],
    "Israeli troops stormed a village and killed four people, residents said.": [("Israeli troops", "accused")],
    "Tarsk Front fighters stormed a prison to free inmates, police said.": [
        ("Tarsk Front fighters", "accused")],
    "A spokesman said Ali Bekov, a jihad ideologist killed by Russian forces in May, was buried.": [],
    "Nine villagers were killed by Russian forces in Osh, residents said.": [("Russian forces", "accused")],
    # a body whose name is taken for a person's, with a translation in brackets
    "The Osh attacker shot dead four officers. A little-known group, Jund al-Khilafah (Soldiers of the Caliphate), "
    "said it was behind the Osh attack. The same group had also claimed two bombings in Bishkek.": [
        ("Jund al-Khilafah", "claimed"), ("Jund al-Khilafah", "claimed")],
    # a dateline with its region in brackets
    "OSH (Osh Region, Kyrgyzstan), Nov 4 (Agency) — Gunmen attacked a village on Wednesday, police said.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_who_is_blamed(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    blame = [claim for claim in record.claims if claim.kind == "blame"]
    assert [(claim.perpetrator, claim.basis.value) for claim in blame] == expected
