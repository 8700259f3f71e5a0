"""A figure that gave way to one that was taken back stands again; of one day, what corrects comes last."""

from dataclasses import replace

import pytest

from oqiga.errors import NoClaimsError
from oqiga.reconcile.settle import settle
from oqiga.reconcile.standing import series
from told import told, toll

MINISTRY, POLICE = ("Health Ministry", "health"), ("Interior Ministry", "police")


def best(*evidence):
    settled, _ = settle(series(evidence, {}))
    return settled.best


@pytest.mark.parametrize("start", [10, 90])
def test_a_correction_holds_against_what_was_told_of_the_same_day(start):
    """The wire's seven are those that the ministry corrects, wherever they stand in its report."""
    six = told(toll("t1", 6, by=MINISTRY, start=40, revises=("corrects", "t2")), 1, "2020-01-02")
    seven = told(toll("t2", 7, by=MINISTRY, start=50, superseded_by="t1"), 1, "2020-01-02")
    wire = told(toll("t3", 7, by=("officials", "official"), start=start), 2, "2020-01-02", publisher="Wire")
    assert best(wire, six, seven) == best(six, seven, wire) == 6


def test_what_gave_way_to_a_figure_that_is_denied_stands_again():
    five = told(toll("t1", 5, by=MINISTRY), 1, "2020-01-02")
    twelve = told(toll("t2", 12, by=MINISTRY), 2, "2020-01-03")
    denied = told(toll("t3", 12, by=MINISTRY, certainty="denied"), 3, "2020-01-04")
    assert best(five, twelve) == 12
    assert best(five, twelve, denied) == 5


def test_what_was_denied_itself_does_not_stand_again():
    five = told(toll("t1", 5, by=MINISTRY), 1, "2020-01-02")
    denied = told(toll("t2", 5, by=MINISTRY, certainty="denied"), 2, "2020-01-03")
    with pytest.raises(NoClaimsError):
        best(five, denied)


def test_a_figure_that_gave_way_stays_behind_one_that_stands():
    three = told(toll("t1", 3, by=POLICE), 1, "2020-01-02")
    eight = told(toll("t2", 8, by=MINISTRY), 2, "2020-01-03")
    points = series((three, eight, replace(eight, report=replace(eight.report, id="r-9"))), {})
    assert not points[0].standing


def test_a_total_thought_to_leave_an_attacker_out_agrees_once_the_higher_one_is_corrected():
    eight = told(toll("t1", 8, by=MINISTRY), 1, "2020-01-02")
    seven = told(toll("t2", 7, by=MINISTRY, revises=("corrects", "t3")), 2, "2020-01-03")
    old = told(toll("t3", 8, by=MINISTRY, superseded_by="t2"), 2, "2020-01-03")
    wire = told(toll("t4", 7), 3, "2020-01-04", publisher="Wire")
    early = told(toll("t5", 7), 4, "2020-01-02T20:00", publisher="Other")
    points = series((eight, seven, old, wire, early), {}, attackers=frozenset((1,)))
    assert {point.toll.id: point.standing for point in points} == {
        "t1": False,
        "t2": True,
        "t3": False,
        "t4": True,
        "t5": True,
    }
