from dataclasses import replace

import pytest

from oqiga.reconcile.blocks import keys_of
from oqiga.reconcile.compare import compare
from oqiga.reconcile.sketching import sketches_of
from told import event, place, report, toll

TRIAL = "Participants in the Osh attack jailed for life. The court spoke. On 5 June gunmen attacked in Osh."
ALMATY = {"name": "Almaty", "geonames_id": 1526384, "latitude": 43.25, "longitude": 76.91, "country": "KZ"}


def trial(*acts):
    claims = [event("t", day=None, incident="a"), *acts]
    return sketches_of(report(1, published=None, text=TRIAL + " x" * 200), claims)


def act(incident="b", start=66, **more):
    return event(incident, day=None, incident=incident, background=True, start=start, **more)


def killed(incident="b", start=70):
    return toll("k", 14, incident=incident, background=True, start=start)


def test_a_trial_is_about_the_one_act_that_its_report_recalls():
    found = trial(act(), killed())[0]
    assert (found.figures, found.told) == ((("killed all", 14),), ("--06-05",))


def test_a_trial_is_not_about_one_of_two_acts_nor_about_an_act_elsewhere():
    for others in ([act(), killed(), act("c", start=40)], [act(places=[place(**ALMATY)]), killed()]):
        assert trial(*others)[0].figures == ()


def test_a_trial_meets_what_is_told_of_its_act():
    attack = [event("e", day=None, incident="a"), toll("f", 14, start=40, incident="a")]
    (told,) = sketches_of(report(2, published=None, text="On 5 June gunmen attacked. " * 20), attack)
    assert compare(trial(act(), killed())[0], told).same


def years_apart(days, count=39, name="Sadov", **more):
    """Return a trial and an account of what it is about, told under other days."""
    claims = [
        event("e", day="2016-06-05", incident="a"),
        toll("f", 39, start=40, incident="a"),
        toll("g", 79, start=60, outcome="injured", incident="a"),
    ]
    (told,) = sketches_of(
        report(2, published=None, text="On 5 June 2016 Timur Sadov attacked. " * 20), claims
    )
    (found,) = sketches_of(report(1, published=None, text=TRIAL + " x" * 200), [event("t", incident="a")])
    day = told.first + days
    late = {"late": True, "first": day, "last": day, "figures": (("injured all", 79), ("killed all", count))}
    return replace(told, names=("sadov",)), replace(found, names=(name.lower(),), **{**late, **more})


def test_a_trial_may_be_mistaken_in_the_year_where_all_else_agrees():
    told, trial = years_apart(365)
    assert compare(told, trial).same
    assert set(keys_of(trial).sought) & set(keys_of(told).filed)


@pytest.mark.parametrize("more", [{"days": 300}, {"count": 5, "name": "Berov"}, {"late": False}])
def test_another_day_or_count_or_what_is_no_trial_is_another_attack(more):
    assert not compare(*years_apart(**{"days": 365, **more})).same


def test_a_trial_is_not_about_an_act_in_another_region_of_the_land():
    elsewhere = place(name="Talas", geonames_id=1527297, precision="region", admin1="Talas")
    assert trial(act(places=[elsewhere]), killed())[0].figures == ()


def test_one_of_the_dead_whom_a_trial_names_speaks_against_no_count():
    told, found = years_apart(0, count=1)
    figures = next(
        part
        for part in compare(told, replace(found, figures=(("killed all", 1),))).parts
        if part.feature == "figures"
    )
    assert figures.score == 0


@pytest.mark.parametrize(
    "heading",
    [
        "Financiers jailed 30 years over attack",
        "Two jailed over mall attack",
        "Man gets 30 years in prison",
        "Court acquits four",
        "Look back: the bombing of a church",
        "Today in city history: a church is bombed",
    ],
)
def test_headings_that_look_back(heading):
    (found,) = sketches_of(
        report(1, published=None, text=f"{heading}. " + "x" * 200), [event("t", incident="a")]
    )
    assert found.late
