import pytest

from oqiga.model.moments import calendar_moment, day_of, earliest, instant, known_by, latest, written


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        ("2019", "2019-01-01T00:00:00", "2019-12-31T23:59:59"),
        ("2020-02", "2020-02-01T00:00:00", "2020-02-29T23:59:59"),
        ("2019-12", "2019-12-01T00:00:00", "2019-12-31T23:59:59"),
        ("9999", "9999-01-01T00:00:00", "9999-12-31T23:59:59"),
        ("9999-12", "9999-12-01T00:00:00", "9999-12-31T23:59:59"),
        ("9999-12-31", "9999-12-31T00:00:00", "9999-12-31T23:59:59"),
        ("2019-04-25", "2019-04-25T00:00:00", "2019-04-25T23:59:59"),
        ("2019-04-25T12", "2019-04-25T12:00:00", "2019-04-25T12:59:59"),
        ("2019-04-25T12:30Z", "2019-04-25T12:30:00", "2019-04-25T12:30:59"),
        ("2019-04-25T02:30:10+06:00", "2019-04-24T20:30:10", "2019-04-24T20:30:10"),
        ("2019-04-25T22:30:10.5-03:00", "2019-04-26T01:30:10", "2019-04-26T01:30:10"),
    ],
)
def test_a_moment_means_all_it_may_mean(moment, first, last):
    assert earliest(moment).strftime("%Y-%m-%dT%H:%M:%S") == first
    assert latest(moment).strftime("%Y-%m-%dT%H:%M:%S") == last == instant(moment)


def test_a_date_is_known_when_its_day_is_over():
    assert known_by("2019-04-25", "2019-04-25")
    assert not known_by("2019-04-25", "2019-04-25T12:00")
    assert known_by("2019-04-25T11:00", "2019-04-25T12:00")
    assert known_by("2019-04-25T11:00", None)


def test_days_are_as_exact_as_they_are():
    assert day_of("2019-04-25T23:00") == day_of("2019-04-25")
    assert day_of("2019-04") is None
    assert (written("2019-04-25"), written("2019-04"), written("2019")) == (
        "25 April 2019",
        "April 2019",
        "2019",
    )
    assert written(None) == "an unknown day"


@pytest.mark.parametrize("moment", ["yesterday", "", "2019-4-5", "2019-04-25 12:00"])
def test_what_is_no_moment_is_refused(moment):
    with pytest.raises(ValueError, match="not an ISO 8601"):
        earliest(moment)


@pytest.mark.parametrize(
    "moment", ["", "Sunday", "2016-13", "2016-02-30", "5 June 2016", "9999-12-31T23:00-05:00"]
)
def test_what_the_calendar_lacks_is_refused(moment):
    with pytest.raises(ValueError, match=r".+"):
        calendar_moment(moment)
