"""Expressions of time in English: what is found, and what it is resolved to."""

import pytest

from oqiga.locate.times import find_times
from oqiga.read.languages import language_pack

SUNDAY = "2016-06-05"


@pytest.fixture(scope="module")
def parse():
    return language_pack("en").parse


CASES = [
    ("They gave the town until 6 a.m. Tuesday to surrender.", "6 a.m. Tuesday", "TIME", "2016-06-07T06:00"),
    (
        "They gave the town until 6 a.m. GMT Tuesday to surrender.",
        "6 a.m. GMT Tuesday",
        "TIME",
        "2016-06-07T06:00",
    ),
    ("It happened on Saturday evening.", "Saturday evening", "TIME", "2016-06-04TEV"),
    ("In March five gunmen died.", "March", "DATE", "2016-03"),
    ("In March nineteen eighty a bomb went off.", "March nineteen eighty", "DATE", "1980-03"),
    ("The ministry said on Sunday.", "Sunday", "DATE", "2016-06-05"),
    ("The exam will be held on Sunday.", "Sunday", "DATE", "2016-06-05"),
    ("The exam will be held on Tuesday.", "Tuesday", "DATE", "2016-06-07"),
    ("The shops are closed until Tuesday.", "Tuesday", "DATE", "2016-06-07"),
    ("They were shot over the weekend.", "the weekend", "DATE", "2016-W22-WE"),
    ("Shots were fired in early June.", "early June", "DATE", "2016-06"),
    ("He was arrested in January.", "January", "DATE", "2016-01"),
    ("He was arrested in October.", "October", "DATE", "2015-10"),
    ("It began in 2011.", "2011", "DATE", "2011"),
    ("It was worse in June 2010.", "June 2010", "DATE", "2010-06"),
    ("They met last week.", "last week", "DATE", "2016-W21"),
    ("It began at 5:30 p.m. on 18 July 2015.", "5:30 p.m. on 18 July 2015", "TIME", "2015-07-18T17:30"),
    ("On June 4, at 14:45, it began.", "June 4, at 14:45", "TIME", "2016-06-04T14:45"),
    ("It fell in the third quarter.", "the third quarter", "DATE", "2015-Q3"),
    ("It was so in the 1990s.", "the 1990s", "DATE", "199X"),
    ("It was so in the '80s.", "the '80s", "DATE", "198X"),
    ("They fought from May 5 to 9.", "May 5 to 9", "DATE", "2016-05-05/2016-05-09"),
    ("It was published on 2016-05-09.", "2016-05-09", "DATE", "2016-05-09"),
    ("It was published on 18/05/2016.", "18/05/2016", "DATE", "2016-05-18"),
    ("It was published on 05/06/2016.", "05/06/2016", "DATE", "2016-XX-XX"),
    ("They fought for three days.", "three days", "DURATION", "P3D"),
    ("It took 5 1/2 hours.", "5 1/2 hours", "DURATION", "PT5H30M"),
    ("They meet every Thursday.", "every Thursday", "SET", "XXXX-WXX-4"),
    ("It is calm now.", "now", "DATE", "PRESENT_REF"),
    ("He was shot two days ago.", "two days ago", "DATE", "2016-06-03"),
    ("He came back last December.", "last December", "DATE", "2015-12"),
    (
        "It was nineteen ninety-four when it began in nineteen ninety-four.",
        "nineteen ninety-four",
        "DATE",
        "1994",
    ),
    ("It happened the day before last Tuesday.", "the day before last Tuesday", "DATE", "2016-05-30"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), CASES, ids=[case[1] for case in CASES])
def test_expression_is_found_and_resolved(parse, text, words, kind, value):
    found = [(each.text, each.type, each.value) for each in find_times(parse(text), SUNDAY)]
    assert (words, kind, value) in found


def test_preposition_of_place_in_time_belongs_to_the_words_of_when(parse):
    (found,) = find_times(parse("Gunmen stormed it on Saturday evening."), SUNDAY)
    assert found.text == "Saturday evening"
    assert found.when.text == "on Saturday evening"
    assert (found.when.start, found.when.end, found.when.precision) == (
        "2016-06-04",
        "2016-06-04",
        "part_of_day",
    )


def test_a_month_in_a_name_is_no_time(parse):
    text = "Prime Minister Theresa May spoke to reporters on Friday. May said it would last until May."
    assert [each.text for each in find_times(parse(text), "2016-06-06")] == ["Friday", "May"]
