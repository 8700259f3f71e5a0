"""The day of the incident among the days that a report on a shooting names."""

import pytest

from oqiga.evaluate.kits.shootings import predict

CASES = {
    # published on Wednesday, 14 March 2018
    "A man was shot on Monday, police said Tuesday.": "2018-03-12",
    "Police said Tuesday that a man was robbed. It happened about 9:30 p.m. Sunday.": "2018-03-11",
    "A man was arrested Tuesday in a shooting that killed two. Officers responded at 3 a.m. Saturday.": "2018-03-10",
    "A woman was wounded. The sheriff spoke on Tuesday. Deputies were called at 8 p.m. Monday.": "2018-03-12",
    "He was charged Monday. The robbery took place on Feb. 9.": "2018-02-09",
    "One person was wounded in a shooting. No other details were known.": "2018-03-14",
    "A man was shot on Saturday. The hearing is on March 20.": "2018-03-10",
}


@pytest.mark.parametrize(("text", "day"), CASES.items())
def test_the_day_is_that_of_what_happened(text, day):
    assert predict({"id": 1, "text": text, "published": "2018-03-14"})["date"] == day


def test_without_a_publication_no_day_is_guessed():
    assert predict({"id": 1, "text": "A man was shot on Monday.", "published": None})["date"] is None
