"""Clauses that a semicolon parts are no words of who speaks behind it."""

import oqiga


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


def test_a_trained_reader_of_sources_takes_what_a_semicolon_parts():
    record = read(
        "Residents said that soldiers, who had come at night, had shot three men; the mayor denied it; the army said "
        "in a statement that troops had been attacked first and that the three were fighters."
    )
    assert {source.name for claim in record.claims for source in claim.said_by} >= {"Residents", "army"}
