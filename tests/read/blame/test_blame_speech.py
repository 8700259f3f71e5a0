"""Speech in quotation marks names nobody by its words; whom clauses behind a name take up."""

import pytest

import oqiga

CASES = {
    # words of a speaker are no name
    "“The rebels killed 12 villagers,” Colonel Bekov said.": [("rebels", "accused")],
    "“The Tarsk Front attacked the village,” Governor Bekov told reporters.": [("Tarsk Front", "accused")],
    "“Bandits attacked the village,” Governor Bekov told reporters.": [],
    # "they" are others than the one who says it
    "\"They shot everyone,\" Aibek Bekov, a survivor, said of the gunmen.": [],
    "“They attacked us at night,” Musa Bekov, a resident of Osh, said.": [],
    "“We attacked the base,” Musa Bekov, the Front's spokesman, said.": [("Front", "claimed")],
    # who speaks behind the marks is none of those spoken of
    "“Four attackers blew themselves up and the other two attackers were shot dead,” Major Nur Aden, a police"
    " officer told Reuters from Osh.": [],
    # who is held and charged is one
    "Officials said Olmedo owned the car used in the attack. The prosecutor said it captured Ricardo Tarskal,"
    " who authorities say was behind the attack, and charged him with homicide and terrorism.": [
        ("Ricardo Tarskal", "accused"), ("Ricardo Tarskal", "charged")],
    "Police captured Azat Osmon, who officials believe carried out the attack.": [("Azat Osmon", "suspected")],
    # whom troops pursue are the attackers told before
    "They said the attackers were being tracked, and as soon as the attack happened, the military pursued them,"
    " and killed “many”.": [],
    "Residents said soldiers rounded them up and killed 12 people.": [("soldiers", "accused")],
    # a day does nothing
    "The army said there was a strike on Tuesday, which killed five people.": [],
    # troops who tell of attackers killed claim nothing
    "Soldiers of the 5th Brigade said they had killed or captured 20 jihadists.": [],
    "The Tarsk Front said it had killed or wounded 20 soldiers.": [("Tarsk Front", "claimed")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_who_is_blamed(text, expected):
    record = oqiga.read_report(f"{text}\n", published="2021-06-09", language="en", gated=False)
    assert [
        (each.perpetrator, each.basis.value) for each in record.claims if each.kind == "blame"
    ] == expected


def test_who_claims_a_deed_does_not_tell_its_figure():
    text = "Five soldiers were killed in an attack, for which the Tarsk Front claimed responsibility.\n"
    record = oqiga.read_report(text, published="2021-06-09", language="en", gated=False)
    assert [each.said_by for each in record.claims if each.kind == "toll"] == [()]
