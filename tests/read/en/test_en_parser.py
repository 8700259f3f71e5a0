from dataclasses import replace

import pytest

from oqiga.read.en.entities import mended
from oqiga.read.en.parser import parse


def token(text, word):
    return next(each for each in parse(text).tokens if each.text == word)


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("Two people were killed by gunmen.", "gunmen", "obl:agent", "killed"),
        ("Two people were killed by gunmen.", "people", "nsubj:pass", "killed"),
        ("Gunmen killed two people in Osh.", "people", "obj", "killed"),
        ("Gunmen killed two people in Osh.", "two", "nummod", "people"),
        ("The death of four people shocked the city.", "people", "nmod", "death"),
    ],
)
def test_relations_are_universal_dependencies(text, word, dep, head):
    document = parse(text)
    found = next(each for each in document.tokens if each.text == word)
    assert (found.dep, document.tokens[found.head].text) == (dep, head)


@pytest.mark.parametrize(
    ("word", "lemma", "plural"),
    [("servicemen", "serviceman", True), ("gunmen", "gunman", True), ("regimen", "regimen", False)],
)
def test_plurals_in_men_are_told_from_singulars(word, lemma, plural):
    found = token(f"Most of them were police and {word}.", word)
    assert (found.lemma, "Number=Plur" in found.feats) == (lemma, plural)


def test_spans_are_code_points_of_the_text_and_sentences_keep_to_paragraphs():
    text = "Two “died” in Ақтөбе\n\nFour were hurt. It was late."
    document = parse(text)
    assert all(each.span.of(text) == each.text for each in document.tokens)
    assert [each.paragraph for each in document.sentences] == [0, 1, 1]


def test_a_run_that_is_no_word_costs_nothing_and_keeps_spans():
    text = '"' * 20_000 + " Two people were killed."
    document = parse(text)
    assert document.tokens[-2].span.of(text) == "killed"


@pytest.mark.parametrize(
    "dateline",
    [
        "AQTOBE, June 6 (Steppe Wire) - ",
        "OSH, Kyrgyzstan -- ",
        "KABUL (AP) — ",
        "Taraz, Kazakhstan (Reuters) – ",
    ],
)
def test_a_dateline_is_parsed_apart_from_the_sentence_it_opens(dateline):
    text = f"{dateline}Seventeen people, including 11 attackers, have died."
    document = parse(text)
    died = next(each for each in document.tokens if each.text == "died")
    people = next(each for each in document.tokens if each.text == "people")
    assert document.sentence_of(died).span.start == len(dateline)
    assert (people.dep, document.tokens[people.head].text) == ("nsubj", "died")


@pytest.mark.parametrize(
    "text", ["The attack - the third this year - killed five.", "Two died - Omarov said so - on Sunday."]
)
def test_a_dash_inside_a_sentence_opens_no_dateline(text):
    assert parse(text).sentences[0].span.end > 25


def labels(text, word):
    return [token.entity for token in parse(text).tokens if token.text == word]


def test_a_surname_told_in_full_before_is_that_person():
    assert labels("Arman Seitov was shot in the leg at noon. Seitov later died.", "Seitov") == [
        "PERSON",
        "PERSON",
    ]


def test_a_nickname_in_quotation_marks_does_not_part_a_name():
    document = parse('Police said Daniel "Danny" Cole was shot.')
    names = [each.span.of(document.text) for each in document.entities if each.label == "PERSON"]
    assert names == ['Daniel "Danny" Cole']


def test_what_is_a_place_elsewhere_is_no_person():
    document = parse("Fighting began in Nairobi. The rebels took Nairobi again. Troops are in Nairobi.")
    first, second, third = document.entities
    mistaken = replace(document, entities=(first, replace(second, label="PERSON"), third))
    assert [each.label for each in mended(mistaken).entities] == ["GPE", "GPE", "GPE"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Medics rushed him to Albert Novak Medical Center on Monday.", []),
        ("A pupil was hurt at Albert Novak High School on Monday.", []),
        ("Police said Albert Novak was hurt on Monday.", ["Albert Novak"]),
    ],
)
def test_who_gave_a_site_its_name_is_not_there(text, people):
    document = parse(text)
    assert [each.span.of(document.text) for each in document.entities if each.label == "PERSON"] == people
