import pytest

from oqiga.errors import GatherError
from oqiga.gather.report import Known, make_report
from oqiga.gather.zones import feed_moment, zoned


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Sun, 05 Jun 2016 13:30:00 GMT", "2016-06-05T13:30:00Z"),
        ("Sun, 05 Jun 2016 18:30:00 +0500", "2016-06-05T18:30:00+05:00"),
        ("Sun, 05 Jun 2016 16:30:00 MSK", "2016-06-05T16:30:00+03:00"),
        ("Sun, 05 Jun 2016 18:30:00", "2016-06-05T18:30:00"),
        ("Sun, 05 Jun 2016 18:30:00 XYZ", "2016-06-05T18:30:00"),
        ("Sun, 05 Jun 2016 18:30:00 -0000", "2016-06-05T18:30:00"),
        ("2016-06-05T18:30:00+05:00", "2016-06-05T18:30:00+05:00"),
        ("2016-06-05 18:30:00", "2016-06-05T18:30:00"),
        ("2016-06-05", "2016-06-05"),
        ("Sun, 45 Jun 2016 18:30:00", None),
        ("yesterday", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("", None),
        (None, None),
    ],
)
def test_moments_of_feeds_keep_the_offset_they_give_and_no_other(written, moment):
    assert feed_moment(written) == moment


@pytest.mark.parametrize(
    ("moment", "zone", "expected"),
    [
        ("2016-06-05T18:30:00", "Asia/Aqtobe", "2016-06-05T18:30:00+05:00"),
        ("2016-06-05T18:30:00Z", "Asia/Aqtobe", "2016-06-05T18:30:00Z"),
        ("2016-06-05", "Asia/Aqtobe", "2016-06-05"),
        ("2016-06-05T18:30:00", None, "2016-06-05T18:30:00"),
        (None, "Asia/Aqtobe", None),
    ],
)
def test_an_outlets_zone_is_put_only_on_moments_without_one(moment, zone, expected):
    assert zoned(moment, zone) == expected


def test_a_report_of_the_first_day_of_the_calendar_is_refused_and_a_page_of_it_has_no_date():
    text = "Gunmen killed four people at a market in Osh on Friday, police said."
    for moment in ("0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"):
        with pytest.raises(GatherError, match="published takes an ISO 8601 date"):
            make_report(text, subject="a text", known=Known(published=moment))
        page = (
            f'<html><head><meta property="article:published_time" content="{moment}"></head><body><article>'
        )
        found = make_report(
            f"{page}<p>{text}</p><p>{text} Shops closed.</p></article></body></html>", subject="page"
        )
        assert found.published is None
