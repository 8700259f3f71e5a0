"""What a text calls today where its dateline names the day before publication, and clocks told in two zones."""

import pytest

from oqiga.locate.times import find_times
from oqiga.read.languages import language_pack


def starts(text, published, language="en"):
    found = find_times(language_pack(language).parse(text), published)
    return {each.text: each.when.start for each in found if each.when is not None}


@pytest.mark.parametrize(
    ("language", "text", "word", "start"),
    [
        ("en", "Osh, Aug. 5 (Agency): A bomb hit a hotel today.", "today", "2003-08-05"),
        ("en", "Osh, Aug. 5 (Agency): A bomb hit a hotel yesterday.", "yesterday", "2003-08-04"),
        ("en", "OSH, Kyrgyzstan, August 4 -- A bomb hit a hotel today.", "today", "2003-08-04"),
        ("en", "OSH (Agency, August 5, 2003): A bomb hit a hotel today.", "today", "2003-08-05"),
        ("ru", "Ош. 5 августа. АГЕНТСТВО - Взрыв прогремел сегодня в отеле.", "сегодня", "2003-08-05"),
        ("kk", "АСТАНА, 5 тамыз – Агенттік. Бүгін қонақүйде жарылыс болды.", "Бүгін", "2003-08-05"),
        ("en", "Osh, July 5 (Agency): A bomb hit a hotel today.", "today", "2003-08-06"),
        ("en", "On Aug. 5 a bomb hit a hotel: today they met.", "today", "2003-08-06"),
        ("en", "Suspects were held on Aug. 5 - they met today.", "today", "2003-08-06"),
    ],
)
def test_today_is_the_day_of_the_dateline(language, text, word, start):
    assert starts(text, "2003-08-06", language)[word] == start


@pytest.mark.parametrize(
    ("language", "text", "words", "start"),
    [
        (
            "en",
            "It hit at 8 p.m. (1900 GMT) on Thursday, police said Friday.",
            "8 p.m. (1900 GMT) on Thursday",
            "2014-05-01T20:00",
        ),
        (
            "en",
            "It hit at 5:30 a.m. (0430 GMT) Thursday.",
            "5:30 a.m. (0430 GMT) Thursday",
            "2014-05-01T05:30",
        ),
        (
            "ru",
            "Взрыв прогремел в 8:50 (05:50 мск) в четверг.",
            "8:50 (05:50 мск) в четверг",
            "2014-05-01T08:50",
        ),
    ],
)
def test_a_clock_told_in_two_zones_has_the_day_behind_the_bracket(language, text, words, start):
    assert starts(text, "2014-05-02", language)[words] == start


def test_a_bracket_with_another_clock_ends_with_its_sentence():
    assert "Friday" in starts("They met at 8 p.m. (1900 GMT). On Friday they left.", "2014-05-02")


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "The bombing took place exactly a year ago.", "2013-05-02"),
        ("en", "The bombing was exactly two years ago.", "2012-05-02"),
        ("en", "The bombing was one year ago to the day.", "2013-05-02"),
        ("en", "The bombing took place a year ago.", "2013-01-01"),
        ("ru", "Ровно год назад в Оше прогремел взрыв.", "2013-05-02"),
        ("ru", "Ровно три месяца назад в Оше прогремел взрыв.", "2014-02-02"),
        ("kk", "Дәл бір жыл бұрын Ошта жарылыс болды.", "2013-05-02"),
    ],
)
def test_exactly_so_long_ago_is_a_day(language, text, start):
    assert list(starts(text, "2014-05-02", language).values()) == [start]


def test_exactly_so_long_ago_is_no_day_that_the_calendar_lacks():
    assert list(starts("It was exactly a month ago.", "2014-03-31").values()) == ["2014-02-01"]


@pytest.mark.parametrize(
    ("text", "starts_on"),
    [
        ("On the evening of July 13 in 2011 a bomb went off.", "2011-07-13"),
        ("On March 13 in Osh a bomb went off.", "2014-03-13"),
    ],
)
def test_the_year_of_a_day_may_stand_behind_in(text, starts_on):
    assert list(starts(text, "2014-05-02").values()) == [starts_on]


def test_a_year_and_a_half_is_no_year():
    assert starts("It is the second of its kind within the last year and a half.", "2014-05-02") == {}
