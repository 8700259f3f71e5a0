from dataclasses import replace

from oqiga.reconcile.compare import compare
from oqiga.reconcile.sketching import sketches_of
from told import event, report, toll


def points_of_figures(*tolls):
    claims = [event("e", day=None, incident="a"), *tolls]
    (one,) = sketches_of(report(1, published=None, text="x" * 400), claims)
    match = compare(one, replace(one, id="b", report="b"))
    return next(part.score for part in match.parts if part.feature == "figures")


def test_dead_of_two_groups_are_two_counts_if_they_differ():
    police = toll("p", 12, group="police", incident="a")
    attackers = toll("q", 9, group="attackers", start=30, incident="a")
    as_many = toll("q", 12, group="victims", start=30, incident="a")
    assert points_of_figures(police, attackers) > points_of_figures(police)
    assert points_of_figures(police, as_many) == points_of_figures(police)
