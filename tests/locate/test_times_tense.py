"""Which Saturday: the clause around an expression says whether it looks back or ahead."""

import pytest

from oqiga.locate.times import find_times
from oqiga.read.languages import language_pack

MONDAY = "2018-04-02"

CASES = [
    ("The shop will reopen on Saturday.", "2018-04-07"),
    ("The council will discuss it at a meeting Saturday.", "2018-04-07"),
    ("A vigil is planned for Saturday.", "2018-04-07"),
    ("The shop reopened on Saturday.", "2018-03-31"),
    # what is wanted, sought or pursued now is about what has happened
    ("The two are wanted in connection with a shooting Saturday.", "2018-03-31"),
    ("Police continue to seek leads into a robbery on Saturday.", "2018-03-31"),
    ("Detectives want to question a man about the attack on Saturday.", "2018-03-31"),
    ("A neighbor may have heard a shot on Saturday.", "2018-03-31"),
    # the verb that has a tense tells for an infinitive beneath it
    ("The family returned home this weekend to find the door broken.", "2018-03-31"),
    ("They plan to march this weekend.", "2018-04-07"),
]


@pytest.mark.parametrize(("text", "day"), CASES, ids=[case[0] for case in CASES])
def test_the_day_meant(text, day):
    (mention,) = find_times(language_pack("en").parse(text), MONDAY)
    assert mention.when.start == day


@pytest.mark.parametrize(("published", "day"), [("2018-04-02", "2018-03-31"), ("2018-04-05", "2018-04-07")])
def test_this_weekend_without_a_tense_is_the_nearest(published, day):
    (mention,) = find_times(language_pack("en").parse("Rain this weekend."), published)
    assert mention.when.start == day
