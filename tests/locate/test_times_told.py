"""Expressions that lean on what the text has told before, and parts that make one moment."""

from datetime import date

import pytest

from oqiga.locate.times import find_times, single_day
from oqiga.model.syntax import Document


def times(text, published="2016-06-06"):
    return find_times(Document(text, "en", (), (), ()), published)


CASES = [
    ("On June 3 they left. Two days later they were back.", "Two days later", "2016-06-05"),
    ("On June 3 they left. They had met in May, and a week later fell out.", "a week later", "XXXX-WXX"),
    ("On June 3 they left. Two weeks later they were back.", "Two weeks later", "XXXX-WXX"),
    ("On June 3 they left. They had met the day before.", "the day before", "2016-06-02"),
    ("On June 3 they left. The next morning it burned.", "The next morning", "2016-06-04TMO"),
    ("It began Saturday night. At about 1 a.m. it ended.", "about 1 a.m.", "2016-06-05T01:00"),
    ("It began Saturday. At about 7 p.m. it ended.", "about 7 p.m.", "2016-06-04T19:00"),
    ("Profit fell in the third quarter. A year earlier it rose.", "A year earlier", "2014-Q3"),
    ("They fought in May 2010. The following month they stopped.", "The following month", "2010-06"),
    ("They said on June 3 that the overnight siege was over.", "the overnight", "2016-06-03TNI"),
    ("Three were killed overnight.", "overnight", "2016-06-06TNI"),
    ("It closed on New Year's Day in 2015.", "New Year's Day in 2015", "2015-01-01"),
    ("It was Thursday, June 2, when it began.", "Thursday, June 2", "2016-06-02"),
    ("It began at noon Friday.", "noon Friday", "2016-06-03T12:00"),
    ("It began at 10:30 in the evening on June 2.", "10:30 in the evening on June 2", "2016-06-02T22:30"),
    ("It began on June 2 in the morning.", "June 2 in the morning", "2016-06-02TMO"),
    ("It began just after 4:30 Friday afternoon.", "just after 4:30 Friday afternoon", "2016-06-03T16:30"),
    ("It began at 9:15 Thursday night.", "9:15 Thursday night", "2016-06-02T21:15"),
    ("It began at 6:45 a.m. this past Friday.", "6:45 a.m. this past Friday", "2016-06-03T06:45"),
    ("It began at 12:30 Friday morning.", "12:30 Friday morning", "2016-06-03T00:30"),
    ("A bridge fell on June 2. That same morning a mill burned.", "That same morning", "2016-06-02TMO"),
    ("A bridge fell on June 2. The same evening a mill burned.", "The same evening", "2016-06-02TEV"),
    ("On this day in 1995, a mill burned.", "this day in 1995", "1995-06-06"),
    ("This day, in 1995, a mill burned.", "This day, in 1995", "1995-06-06"),
    ("On this day a mill burned.", "this day", "2016-06-06"),
    ("It fell the day before yesterday (Friday), they said.", "the day before yesterday", "2016-06-03"),
    ("It fell yesterday (5).", "yesterday", "2016-06-05"),
    ("It closed this past weekend.", "this past weekend", "2016-W22-WE"),
]


@pytest.mark.parametrize(("text", "words", "value"), CASES, ids=[case[1] for case in CASES])
def test_expression_leans_on_what_was_told(text, words, value):
    assert (words, value) in [(each.text, each.value) for each in times(text)]


def test_clock_without_a_day_has_a_value_but_no_day():
    (mention,) = times("It began at 7:30 p.m. in the market.")
    assert mention.value == "2016-06-06T19:30"
    assert (mention.when.start, mention.when.precision) == (None, "unknown")


def test_hour_without_minutes_is_exact_to_the_hour():
    (mention,) = times("It began at 7 p.m. on Friday.")
    assert (mention.when.start, mention.when.precision) == ("2016-06-03T19:00", "hour")


def test_hour_of_the_twelve_hour_dial_stays_open():
    (mention,) = times("It began at 7:30 on Friday.")[:1]
    assert mention.when.start is None


def test_one_single_day_is_told_from_longer_stretches():
    mentions = times("Since 2010 and until June 20, 2016, last week: shot on Friday, told on Sunday.")
    found = [(each.text, single_day(each)) for each in mentions]
    assert ("Friday", date(2016, 6, 3)) in found
    assert ("last week", None) in found


def test_clock_near_a_told_day_is_of_that_day():
    found = times("It was quiet on the afternoon of June 5. It began at 14:45.")[-1]
    assert (found.when.start, found.when.precision) == ("2016-06-05T14:45", "minute")


def test_clock_far_from_a_told_day_is_not_taken_to_be_of_it():
    found = times(
        "It was quiet on June 5. " + "Nobody was seen in the streets. " * 12 + "It began at 14:45."
    )[-1]
    assert (found.value, found.when.start) == ("2016-06-05T14:45", None)


def test_dotted_date_has_the_day_first():
    assert times("Detained on 05.06.2016.")[0].value == "2016-06-05"


def test_clock_is_not_of_a_day_of_the_background():
    found = times("It was the worst since the May 1, 2015, attack. It began at 14:45.")[-1]
    assert (found.text, found.when.start) == ("14:45", None)


def test_four_digits_with_a_zone_are_a_clock():
    (found,) = times("At 1430 GMT on Friday it began.")
    assert (found.value, found.when.precision) == ("2016-06-03T14:30", "minute")


YEARS = [
    (
        "The trial over the June 28, 2012, attack goes on. On June 28 a bomb hit a mill.",
        "2014-11-20",
        "2012-06-28",
    ),
    ("On June 28 a bomb hit a mill. It was on June 28, 2012.", None, "2012-06-28"),
    ("On June 28 a bomb hit a mill. It was as on June 28, 2012.", "2014-07-02", "2014-06-28"),
    ("A bomb on June 28, 2012, and one on June 28, 2013. On June 28 they met.", "2014-11-20", "2014-06-28"),
]


@pytest.mark.parametrize(("text", "published", "start"), YEARS)
def test_a_day_is_of_the_one_year_that_the_text_names_with_it_where_it_is_not_near(text, published, start):
    bare = [each for each in times(text, published) if each.text == "June 28"]
    assert [each.when.start for each in bare] == [start]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("The attack of November 2019 came on November 29.", "2021-05-28", "2019-11-29"),
        ("The bomb went off on June 5. In June 2010 clashes killed 400.", "2016-06-06", "2016-06-05"),
        (
            "It came on November 29, after attacks in November 2017 and November 2018.",
            "2021-05-28",
            "2020-11-29",
        ),
    ],
)
def test_a_day_far_back_is_of_the_year_that_its_month_is_named_with(text, published, day):
    assert day in [each.when.start for each in times(text, published) if each.when]
