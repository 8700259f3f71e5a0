"""Days of the calendar that a text names, in three languages, with and without a year."""

from datetime import date

import pytest

from oqiga.reconcile.told_days import day_before, day_in, next_to, same_day, told_at, told_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Gunmen struck on June 5, 2016, and again on Aug. 6.", ("2016-06-05", "--08-06")),
        ("It happened on the 1st of May.", ("--05-01",)),
        ("Взрыв прогремел 29 декабря 2013 года, второй 30 декабря.", ("2013-12-29", "--12-30")),
        ("2016 жылғы 5 маусымда шабуыл жасалды, 13 ақпан күні тағы бірі.", ("2016-06-05", "--02-13")),
        ("No day here: 45 June, version 2.5, may 2016.", ()),
    ],
)
def test_a_text_names_its_days(text, days):
    assert tuple(dict.fromkeys(day for _, day in told_at(text))) == days


def test_two_days_are_one_unless_a_year_speaks_against_it():
    assert same_day("--06-05", "2016-06-05")
    assert same_day("--06-05", "--06-05")
    assert not same_day("2015-06-05", "2016-06-05")
    assert not same_day("--06-05", "--06-06")


def test_a_day_without_a_year_is_the_last_one_before_publication():
    published = date(2016, 10, 24).toordinal()
    assert day_before("--06-05", published) == date(2016, 6, 5).toordinal()
    assert day_before("--12-29", published) == date(2015, 12, 29).toordinal()
    assert day_before("2017-01-01", published) is None


def test_a_day_that_a_year_does_not_have_is_none():
    assert day_in("--02-29", 2015) is None
    assert day_in("--02-29", 2016) == date(2016, 2, 29).toordinal()
    assert told_of(date(2016, 2, 29).toordinal()) == "2016-02-29"


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        ("--05-11", "--05-12", True),
        ("2021-05-12", "--05-11", True),
        ("2021-12-31", "2022-01-01", True),
        ("--05-11", "--05-13", False),
        ("--05-11", "--05-11", False),
        ("2020-05-11", "2021-05-12", False),
        ("2021-02-28", "--02-29", False),
    ],
)
def test_days_next_to_each_other(one, other, beside):
    assert next_to(one, other) is beside
    assert next_to(other, one) is beside


def test_a_hyphen_may_stand_between_a_day_and_its_month():
    told = [day for _, day in told_at("22-наурызда болған жарылыс, 5-June")]
    assert told == ["--03-22", "--06-05"]
