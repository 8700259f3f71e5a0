"""Figures that are told only to be called untrue are denied."""

import pytest

from tolling import short, tolls


def told(text):
    return [(short(each), each.certainty.value == "denied") for each in tolls(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "Reports of 12 deaths are false, police said.",
        "Reports that 12 people had died turned out to be untrue.",
        "The claim that 12 people were killed is not true, the mayor said.",
        "It is not true that 12 people died, the mayor said.",
        "Police described as false reports that 12 people had been killed.",
        "Some media falsely claimed that 12 people had died.",
        "Contrary to early reports of 12 deaths, the bus was empty.",
        "Police corrected an earlier report of 12 deaths.",
        "There is no truth to reports that 12 people died.",
    ],
)
def test_a_figure_that_is_called_untrue_is_denied(text):
    assert told(text) == [("killed all 12", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Reports of 12 deaths proved true.",
        "Reports of 12 deaths could not be verified.",
        "The reports that 12 people died are not false, he said.",
        "The gunman made false statements to police before he killed 12 people.",
        "Twelve people were killed in the wrong house, police said.",
        "The attack killed 12 people. Claims that it was staged were false, he said.",
        "The attack killed 12 people. Reports of a second blast were untrue.",
    ],
)
def test_what_is_called_untrue_of_other_things_denies_no_figure(text):
    assert told(text) == [("killed all 12", False)]


@pytest.mark.parametrize(
    ("denial", "denied"),
    [
        ("Officials called the reports false.", True),
        ("The mayor said this was not true.", True),
        ("Police dismissed the claim as baseless.", True),
        ("The army denied this.", True),
        ("Police confirmed the reports.", False),
        ("The army did not deny the reports.", False),
        ("The mayor said this was wrong.", False),  # a bad thing, perhaps
    ],
)
def test_the_account_before_is_denied(denial, denied):
    figures = told(f"Residents said that 30 people had been killed. {denial}")
    assert figures == [("killed all 30", False)] + [("killed all 30", True)] * denied


def test_only_what_somebody_told_is_called_untrue():
    text = "The Tarsk Front claimed the blast, which killed nine people. Police said the claim was false."
    assert told(text) == [("killed all 9", False)]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Five militants were neutralised in Osh.", "suspected"),
        ("Five militants were killed in Osh.", "stated"),
    ],
)
def test_a_word_that_does_not_say_death_leaves_it_suspected(text, certainty):
    (toll,) = tolls(text, "en")
    assert (short(toll), toll.certainty) == ("killed attackers 5", certainty)
