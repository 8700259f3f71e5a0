from datetime import date

import pytest

from oqiga.read.calendar_days import first_day, last_day


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-06-05", date(2016, 6, 5), date(2016, 6, 5)),
        ("2016-06-05T14:45+06:00", date(2016, 6, 5), date(2016, 6, 5)),
        ("2016-13", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_days_of_a_moment(moment, first, last):
    assert (first_day(moment), last_day(moment)) == (first, last)
