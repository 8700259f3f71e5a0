"""Subjects and reduced relatives that the English parser gets wrong, put right before anything is read."""

import pytest

import oqiga
from oqiga.read.languages import language_pack


def claims(text, kind):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    return [claim for claim in record.claims if claim.kind == kind]


def subject_of(text, verb):
    document = language_pack("en").parse(text)
    token = next(each for each in document.tokens if each.text == verb)
    return [child.text for child in document.children(token, "nsubj", "nsubj:pass")]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Some 40 pupils are said to be injured from the blast and the militant group has claimed it.",
            "claimed",
            ["group"],
        ),
        ("A woman shot in the arm was brought out of the hotel.", "brought", ["woman"]),
        ("Two women shot in the attack remain in hospital.", "remain", ["women"]),
        ("Men suspected to be Tarsk Front fighters attacked the town.", "attacked", ["Men"]),
        ("Gunmen believed to be Tarsk militants killed nine people.", "killed", ["Gunmen"]),
        ("A woman shot her husband and was arrested.", "shot", ["woman"]),
    ],
)
def test_a_verb_has_its_subject(text, verb, subject):
    assert subject_of(text, verb) == subject


def test_who_was_shot_attacked_nobody():
    (event,) = claims("A woman shot in the arm was brought out of the hotel, and two men fled.", "event")
    assert event.perpetrators == ()
    assert [target.name for target in event.targets] == ["woman"]


def test_a_country_is_no_person():
    document = language_pack("en").parse("Men launched raids from a valley between western Niger and Mali.")
    assert {each.span.of(document.text): each.label for each in document.entities}["Mali"] == "GPE"


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("Peshawar - Gunmen killed two policemen on Monday.", "Peshawar - "),
        ("Kenya: At least 15 dead in hotel attack", "Kenya: "),
        ("Maiduguri, Nigeria: A bomb killed six people.", "Maiduguri, Nigeria: "),
        ("OUAGADOUGOU, Burkina Faso Gunmen killed nine farmers.", "OUAGADOUGOU, Burkina Faso "),
        (
            "OSH (Osh Region, Kyrgyzstan), Nov 4 (Agency) — Gunmen attacked a village.",
            "OSH (Osh Region, Kyrgyzstan), Nov 4 (Agency) — ",
        ),
        ("OSH (Agency) -A bomber killed six people.", "OSH (Agency) -"),
        ("COVID-19 cases rose.", ""),
        ("Police: Gunmen killed six people.", ""),
        ("Update: Gunmen killed six people.", ""),
        ("Boko Haram: Gunmen killed six people.", ""),
        ("NATO, Burkina says, is late.", ""),
    ],
)
def test_a_dateline_is_parsed_apart(text, dateline):
    from oqiga.read.en.datelines import dateline_end

    assert text[: dateline_end(text)] == dateline


def test_a_town_of_a_dateline_is_accused_of_nothing():
    text = "Ouagadougou: Gunmen killed nine farmers in northern Burkina Faso, army sources said Friday."
    assert claims(text, "blame") == []
    (event,) = claims(text, "event")
    assert "Ouagadougou" not in [place.name for place in event.places]


@pytest.mark.parametrize(
    "text",
    [
        "Around 30 pupils are said to be injured.",
        "Some 30 people are thought to be wounded.",
        "The 30 are known to be injured.",
    ],
)
def test_who_is_said_to_be_hurt_is_counted(text):
    (toll,) = claims(text, "toll")
    assert (toll.outcome, toll.low) == ("injured", 30)


def test_who_is_to_be_hurt_is_not_counted():
    assert claims("They ordered 30 people to be killed.", "toll") == []
