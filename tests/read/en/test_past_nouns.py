"""Verbs in the past that the parser takes for the end of a compound."""

import pytest

from oqiga.model.report import Report
from oqiga.read.en.parser import parse
from oqiga.read.reader import read_report


@pytest.mark.parametrize(
    ("text", "doer", "goal"),
    [
        ("Gunmen on a motorcycle shot dead two policemen in Osh on Monday.", "Gunmen", "policemen"),
        ("Two men on a motorcycle shot dead a policeman in Osh on Monday.", "men", "policeman"),
        ("Gunmen riding a motorcycle shot dead a teacher in Osh on Monday.", "Gunmen", "teacher"),
        ("Two gunmen on a motorbike shot dead a senior police officer, officials said.", "gunmen", "officer"),
    ],
)
def test_whoever_sits_on_a_motorcycle_shot_somebody(text, doer, goal):
    document = parse(text)
    words = {token.text: token for token in document.tokens}
    assert (words["shot"].pos, words["shot"].lemma) == ("VERB", "shoot")
    assert (words[doer].dep, document.tokens[words[doer].head].text) == ("nsubj", "shot")
    assert (words[goal].dep, document.tokens[words[goal].head].text) == ("obj", "shot")
    assert document.tokens[words["dead"].head].text == "shot"


def test_a_second_verb_hangs_on_the_first():
    document = parse("Two gunmen on a motorcycle shot and killed a policeman in Osh on Monday.")
    words = {token.text: token for token in document.tokens}
    assert words["shot"].dep == "root"
    assert (words["killed"].dep, document.tokens[words["killed"].head].text) == ("conj", "shot")


@pytest.mark.parametrize(
    "text",
    [
        "Villagers heard a gun shot and fled.",
        "A guard fired a pistol shot and called for help.",
        "Soldiers fired a cannon shot and waited.",
        "The officer fired a warning shot and left.",
        "The men on the drone shot and the tape were named.",
        "Police at the scene of the pistol shot found a body.",
    ],
)
def test_a_shot_that_is_heard_stays_a_noun(text):
    assert all(token.pos != "VERB" for token in parse(text).tokens if token.text == "shot")


def test_an_attack_from_a_motorcycle_is_told_with_its_toll():
    text = "Gunmen on a motorcycle shot dead two policemen in Osh on Monday."
    claims = read_report(Report(id="r", text=text, language="en")).claims
    assert [claim.type.value for claim in claims if claim.kind == "event"] == ["armed_attack"]
    tolls = [(claim.group.value, claim.low) for claim in claims if claim.kind == "toll"]
    assert tolls == [("police", 2)]
