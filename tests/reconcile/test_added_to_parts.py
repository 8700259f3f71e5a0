"""Others who died come on top of the groups that their report counted, where it tells no total."""

from oqiga.reconcile.decisions import Bearing
from oqiga.reconcile.incident import settled
from told import told, toll


def figures(*evidence):
    tolls, disputes = settled(evidence, Bearing(), policy="default")
    assert disputes == ()
    return {each.group.value: (each.best, each.low, each.high) for each in tolls}


def test_others_come_on_top_of_the_parts_their_report_told():
    police = told(toll("t1", 6, group="police"), 1, "2020-01-02")
    others = told(toll("t2", 2, None, start=40, counts="additional"), 1, "2020-01-02")
    assert figures(police, others) == {"all": (8, 8, None), "police": (6, 6, 6)}


def test_others_come_on_top_of_a_total_where_one_is_told():
    total, police = (
        told(toll("t0", 9), 1, "2020-01-02"),
        told(toll("t1", 6, group="police", start=25), 1, "2020-01-02"),
    )
    others = told(toll("t2", 2, start=40, counts="additional"), 1, "2020-01-02")
    assert figures(total, police, others)["all"] == (11, 11, 11)


def test_parts_of_another_report_are_no_base():
    police = told(toll("t1", 6, group="police"), 1, "2020-01-02")
    others = told(toll("t2", 2, start=40, counts="additional"), 2, "2020-01-02")
    assert figures(police, others)["all"] == (2, 2, None)


def test_parts_of_its_own_report_come_before_the_total_of_another():
    total = told(toll("t0", 5), 1, "2020-01-02")
    gunman = told(toll("t1", 1, group="attackers"), 2, "2020-01-03")
    others = told(toll("t2", 5, start=40, counts="additional"), 2, "2020-01-03")
    assert figures(total, gunman, others)["all"] == (6, 6, 6)
