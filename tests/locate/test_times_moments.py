"""The calendar: what stretch a TIMEX3 value names, and arithmetic at its edges."""

from datetime import date

import pytest

from oqiga.locate.times.moments import (
    calendar_day,
    days_from,
    easter,
    months_from,
    published_of,
    stretch_of,
    week_value,
    weekday_of_month,
)

STRETCHES = [
    ("2016", "2016-01-01", "2016-12-31", "year"),
    ("199X", "1990-01-01", "1999-12-31", "year"),
    ("19XX", "1900-01-01", "1999-12-31", "year"),
    ("2016-02", "2016-02-01", "2016-02-29", "month"),
    ("1989-Q3", "1989-07-01", "1989-09-30", "month"),
    ("1990-H1", "1990-01-01", "1990-06-30", "month"),
    ("1998-SU", "1998-06-01", "1998-08-31", "month"),
    ("1998-WI", "1998-12-01", "1999-02-28", "month"),
    ("2016-W22", "2016-05-30", "2016-06-05", "week"),
    ("2016-W22-WE", "2016-06-04", "2016-06-05", "day"),
    ("2016-06-05", "2016-06-05", "2016-06-05", "day"),
    ("2016-06-05TEV", "2016-06-05", "2016-06-05", "part_of_day"),
    ("2016-06-05T24:00", "2016-06-05", "2016-06-05", "part_of_day"),
    ("2016-06-05T14:45", "2016-06-05T14:45", "2016-06-05T14:45", "minute"),
    ("2016-05-05/2016-05-09", "2016-05-05", "2016-05-09", "day"),
]


@pytest.mark.parametrize(("value", "start", "end", "precision"), STRETCHES)
def test_value_names_its_stretch(value, start, end, precision):
    found = stretch_of(value)
    assert (found.start, found.end, found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "value",
    ["", "P3D", "PXY", "PT5H30M", "PRESENT_REF", "XXXX-06-05", "XXXX-WXX-5", "2016-WXX", "2016-02-30", "2016-13", "2016-W60", "0000"],
)  # fmt: skip
def test_value_without_a_stretch_names_none(value):
    assert stretch_of(value) is None


def test_publication_keeps_the_precision_that_is_known():
    assert published_of("2016").month is None
    assert published_of("2016-06").day is None
    assert published_of("2016-06-05T10:00:00+06:00").day == date(2016, 6, 5)


@pytest.mark.parametrize("written", [None, "", "yesterday", "2016-02-30", "2016-13-01", "0000-01-01"])
def test_no_date_of_publication_is_none(written):
    assert published_of(written) is None


def test_arithmetic_stays_on_the_calendar():
    assert days_from(date(9999, 12, 31), 1) is None
    assert calendar_day(2015, 2, 29) is None
    assert months_from(2016, 1, -1) == (2015, 12)
    assert week_value(date(2016, 1, 1)) == "2015-W53"


def test_feasts_by_rule():
    assert easter(2016) == date(2016, 3, 27)
    assert weekday_of_month(2016, 11, 4, 4) == date(2016, 11, 24)
    assert weekday_of_month(2016, 5, 0, 1) == date(2016, 5, 30)
