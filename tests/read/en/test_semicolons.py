"""Clauses that a semicolon parts are no words of who speaks behind it."""

import oqiga
from oqiga.read.attribution.features import Surroundings, word_features
from oqiga.read.languages import language_pack


def read(text):
    return oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")


def test_a_figure_before_a_semicolon_is_not_said_by_who_speaks_behind_it():
    record = read("The army said it killed 45 militants; residents said those killed were farmers.")
    (toll,) = (claim for claim in record.claims if claim.kind == "toll")
    assert [source.name for source in toll.said_by] == ["army"]


def test_a_belief_behind_a_semicolon_makes_no_figure_before_it_unsure():
    record = read("Three people were found dead in a house; the owner is believed to have fled.")
    (toll,) = (claim for claim in record.claims if claim.kind == "toll")
    assert toll.certainty == "stated"


def test_what_is_said_may_hold_a_semicolon():
    record = read('"Three people were killed; it was horrible," said Bakyt Osmonov, a farmer.')
    (toll,) = (claim for claim in record.claims if claim.kind == "toll")
    assert [source.name for source in toll.said_by] == ["Bakyt Osmonov"]


def test_the_features_of_a_cue_take_words_that_hang_on_no_word_of_its_tree():
    document = language_pack("en").parse("The army killed four men; residents said they were farmers.")
    cue = next(token for token in document.tokens if token.text == "said")
    rows = word_features(Surroundings(document, frozenset()), cue, range(len(document.tokens)))
    assert len(rows) == len(document.tokens)
