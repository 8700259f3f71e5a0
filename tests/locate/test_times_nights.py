"""Nights that belong to two days, hours of the day of an event, dates in brackets and in addresses."""

import pytest

from oqiga.locate.times import find_times
from oqiga.read.languages import language_pack

MONDAY = "2016-06-06"

CASES = [
    # a night that is over began on the day before; one that is named begins on its day
    ("Two were hurt overnight. The first was hit about 11:20 p.m. on Mill Lane.", "2016-06-05T23:20"),
    ("Two were hurt overnight. The first was hit about 2:10 a.m. on Mill Lane.", "2016-06-06T02:10"),
    (
        "Shots were heard Saturday night. One fell at 11 p.m. and another fell at 1:15 a.m.",
        "2016-06-05T01:15",
    ),
    ("They attacked the mill overnight Thursday.", "2016-06-02"),
    # an hour is of the day on which it happened, not of the day on which somebody spoke
    ("A clerk was shot Friday, police said Saturday. Officers came at 9:50 p.m.", "2016-06-03T21:50"),
    ("On Saturday, police said, a clerk was shot. Officers came at 9:50 p.m.", "2016-06-04T21:50"),
    # an hour without minutes
    ("The mill burned shortly before 4 this morning.", "2016-06-06T04:00"),
    ("The mill burned at about 9 Thursday night.", "2016-06-02T21:00"),
    # a day of the week with its date in brackets
    ("The clerk was robbed Monday night (May 30).", "2016-05-30"),
    ("The clerk was robbed Monday night (May 31).", "2016-05-31"),
]


@pytest.mark.parametrize(("text", "start"), CASES, ids=[case[0] for case in CASES])
def test_the_last_moment_told(text, start):
    assert find_times(language_pack("en").parse(text), MONDAY)[-1].when.start == start


def test_a_weekday_is_of_the_date_that_stands_behind_it_in_brackets():
    night, _ = find_times(language_pack("en").parse("The clerk was robbed Monday night (May 30)."), MONDAY)
    assert (night.value, night.text) == ("2016-05-30TNI", "Monday night")
    other, _ = find_times(language_pack("en").parse("The clerk was robbed Monday night (May 31)."), MONDAY)
    assert other.value == "2016-06-06TNI"


def test_russian_hour_is_not_of_the_day_on_which_somebody_spoke():
    text = "Магазин ограбили в пятницу, сообщили в субботу в полиции. Налётчики вошли в 21.50."
    assert find_times(language_pack("ru").parse(text), MONDAY)[-1].when.start == "2016-06-03T21:50"


def test_the_same_day_where_none_was_told_is_not_known():
    (mention,) = find_times(language_pack("en").parse("Two banks were robbed on the same day."), MONDAY)
    assert (mention.value, mention.when.start) == ("2016-06-06", None)


@pytest.mark.parametrize(
    "text",
    [
        "Read on: https://news.example/2016/06/03/shop-burned-overnight/",
        "Lee Marsh, USA TODAY",
        "They own 15 mills at 20 sites and hold about 9.",
    ],
)
def test_what_is_no_time(text):
    assert find_times(language_pack("en").parse(text), MONDAY) == ()


def test_a_night_towards_a_day_ends_on_it():
    text = "В ночь на 4 июня в Оше горел склад. Тушить начали в 23.40, закончили в 2.15."
    night, began, ended = find_times(language_pack("ru").parse(text), MONDAY)
    assert [each.when.start for each in (night, began, ended)] == [
        "2016-06-04",
        "2016-06-03T23:40",
        "2016-06-04T02:15",
    ]


def test_a_unit_named_after_a_day_tells_none():
    text = "The base of the 12th April Army Brigade, near July 20 Stadium, burned on June 3."
    assert [each.text for each in find_times(language_pack("en").parse(text), MONDAY)] == ["June 3"]


def test_kazakh_before_this_is_no_time_to_come():
    text = "Бұған дейін сәрсенбі күні екі адам жараланғанын полиция хабарлаған еді."
    (day,) = find_times(language_pack("kk").parse(text), MONDAY)
    assert day.when.start == "2016-06-01"
