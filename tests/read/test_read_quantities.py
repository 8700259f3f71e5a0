"""Numbers, ranges and hedges of English as quantities."""

import pytest

from oqiga.read.languages import language_pack
from oqiga.read.quantities import find_quantities


def figures(text):
    """Return (low, high, approximate, additional) of each quantity."""
    pack = language_pack("en")
    document = pack.parse(text)
    return [
        (each.low, each.high, each.approximate, each.additional) for each in find_quantities(document, pack)
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("Seven people came.", 7, 7, False),
        ("The 18 people came.", 18, 18, False),
        ("Some 2,500 people came.", 2500, 2500, True),
        ("Twenty-one men came.", 21, 21, False),
        ("One hundred and five men came.", 105, 105, False),
        ("About two dozen men came.", 24, 24, True),
        ("A hundred men came.", 100, 100, False),
        ("Half a dozen men came.", 6, 6, False),
        ("At least nine people came.", 9, None, False),
        ("More than 1,000 people came.", 1001, None, False),
        ("Over 40 people came.", 41, None, False),
        ("Fewer than 10 people came.", 0, 9, False),
        ("Up to 20 people came.", 0, 20, False),
        ("As many as 20 people came.", 0, 20, False),
        ("Nearly 50 people came.", 50, 50, True),
        ("Six or seven people came.", 6, 7, False),
        ("Five to seven people came.", 5, 7, False),
        ("Between 20 and 30 people came.", 20, 30, False),
        ("Two or more people came.", 2, None, False),
        ("Dozens came.", 24, None, True),
        ("Scores of people came.", 40, None, True),
        ("Hundreds of people came.", 200, None, True),
        ("Tens of thousands of people came.", 20000, None, True),
        ("Several people came.", 2, None, True),
        ("No one came.", 0, 0, False),
    ],
)
def test_how_many(text, low, high, approximate):
    assert [figure[:3] for figure in figures(text)] == [(low, high, approximate)]


@pytest.mark.parametrize("text", ["Two more came.", "Another two came.", "Two others and three more came."])
def test_on_top_of_an_earlier_figure(text):
    assert figures(text)[-1][3]


@pytest.mark.parametrize(
    "text",
    [
        "He is 24 years old.",
        "A 24-year-old man came.",
        "It cost $5 a day.",
        "It lies 12 miles away.",
        "It began at 10:30 p.m.",
        "It happened on June 6 there.",
        "Prices rose 12 percent.",
        "They live in the 100 block of the road.",
        "The boys, ages 25, 27 and 29, came.",
        "The price rose by 3.5 points.",
    ],
)
def test_what_counts_no_people(text):
    assert figures(text) == []


def test_two_numbers_side_by_side_are_two_figures():
    assert [figure[0] for figure in figures("Five came, two left.")] == [5, 2]


def test_a_number_in_words_may_stand_behind_a_clock_time():
    assert [figure[0] for figure in figures("15:10 Two of the injured came.")] == [2]
