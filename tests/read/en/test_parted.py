"""Passives that a time parts, and clauses with "who", put right before anything is read."""

import pytest

import oqiga
from oqiga.read.languages import language_pack


def claims(text, kind):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    return [claim for claim in record.claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Two reservists were on Thursday night shot dead in Osh.", "shot", ["reservists"]),
        ("A man was on Wednesday morning stabbed to death.", "stabbed", ["man"]),
        ("Four students were in the early hours of Monday kidnapped in Osh.", "kidnapped", ["students"]),
        ("The meeting was on Monday, wounded pride or not.", "wounded", []),
    ],
)
def test_a_passive_that_a_time_parts_has_its_subject(text, verb, subject):
    document = language_pack("en").parse(text)
    token = next(each for each in document.tokens if each.text == verb)
    assert [child.text for child in document.children(token, "nsubj:pass")] == subject


def test_it_is_the_clause_that_its_auxiliary_was():
    document = language_pack("en").parse("Police said a man was on Wednesday morning stabbed to death.")
    stabbed = next(each for each in document.tokens if each.text == "stabbed")
    assert (document.tokens[stabbed.head].text, stabbed.dep) == ("said", "ccomp")


@pytest.mark.parametrize(
    ("text", "verb", "person"),
    [
        ("Police chased bandits from the Tarsk community who raided a village.", "raided", "bandits"),
        ("The residents of Osh who fled the fighting have returned.", "fled", "residents"),
        ("The brother of Bekov, who was killed, said so.", "killed", "Bekov"),
        ("The attack on Kenya, which killed 40 people, shocked many.", "killed", "attack"),
        (
            "It was triggered by the Front’s October 7 attacks on Israel, which killed many.",
            "killed",
            "attacks",
        ),
        ("The town of Osh, which has 400 schools, is large.", "has", "Osh"),
    ],
)
def test_who_tells_of_people(text, verb, person):
    document = language_pack("en").parse(text)
    token = next(each for each in document.tokens if each.text == verb)
    assert document.tokens[token.head].text == person


def test_a_land_is_not_accused_of_the_attack_on_it():
    text = "Police said the attack on Kenya, which killed 40 people, was an act of terror."
    assert not claims(text, "blame")


def test_a_community_is_accused_of_nothing_that_its_bandits_did():
    text = "Police said they were chasing armed bandits from the Tarsk community who raided a village in Osh."
    assert not claims(text, "blame")
    assert [each.type for each in claims(text, "measure")] == ["manhunt"]
