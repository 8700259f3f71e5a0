"""Others who died come on top of the groups that their report counted, where it tells no total."""

from oqiga.model.phrase import phrase
from oqiga.reconcile.decisions import Bearing
from oqiga.reconcile.incident import settled
from told import told, toll, when


def figures(*evidence, struck=()):
    why = phrase("struck", analyst="A. Desk", at="2020-01-03", reason="a misprint")
    tolls, _ = settled(evidence, Bearing(struck=dict.fromkeys(struck, why)), policy="default")
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


def test_a_struck_part_is_nothing_to_come_on_top_of():
    police = told(toll("t1", 6, group="police"), 1, "2020-01-02")
    soldiers = told(toll("t2", 3, group="military", start=20), 1, "2020-01-02")
    others = told(toll("t3", 2, start=60, counts="additional"), 1, "2020-01-02")
    assert figures(police, soldiers, others)["all"] == (11, 11, 11)
    assert figures(police, soldiers, others, struck=["t2"]) == {"all": (8, 8, 8), "police": (6, 6, 6)}


def test_a_denied_part_is_nothing_to_come_on_top_of():
    police = told(toll("t1", 6, group="police"), 1, "2020-01-02")
    soldiers = told(toll("t2", 3, group="military", start=20, certainty="denied"), 1, "2020-01-02")
    others = told(toll("t3", 2, start=60, counts="additional"), 1, "2020-01-02")
    assert figures(police, soldiers, others)["all"] == (8, 8, 8)


MINISTRY = ("Health Ministry", "health")


def first(count, when="2020-01-02T10:00"):
    return told(toll("a", count, by=MINISTRY), 1, when, publisher="First")


def more(id, number, when, by=None, **kind):
    return told(toll(id, 2, counts="additional", by=by, **kind), number, when, publisher=f"Outlet {number}")


def test_others_who_died_are_added_once_in_however_many_reports():
    told_twice = (more("b", 2, "2020-01-03T10:00"), more("c", 3, "2020-01-03T18:00"))
    assert figures(first(6), *told_twice)["all"] == (8, 8, 8)
    by_one_office = (more("b", 2, "2020-01-03T10:00", MINISTRY), more("c", 3, "2020-01-03T11:00", MINISTRY))
    assert figures(first(6), *by_one_office)["all"] == (8, 8, 8)


def test_others_who_are_in_the_total_that_rose_by_them_are_not_added():
    risen = told(toll("t", 8, by=MINISTRY), 4, "2020-01-03T09:00", publisher="First")
    assert figures(first(6), risen, more("b", 2, "2020-01-03T10:00"))["all"] == (8, 8, 8)


def test_others_days_later_or_of_another_day_are_added():
    later = (more("b", 2, "2020-01-03T10:00"), more("c", 3, "2020-01-06T10:00"))
    assert figures(first(6), *later)["all"] == (10, 10, 10)
    monday, tuesday = when("2020-01-02"), when("2020-01-03")
    apart = (
        more("b", 2, "2020-01-03T01:00", time=monday),
        more("c", 3, "2020-01-03T10:00", time=tuesday),
    )
    assert figures(first(6), *apart)["all"] == (10, 10, 10)


def test_long_afterwards_the_total_of_another_holds_them():
    assert figures(first(6), more("b", 2, "2020-03-03T10:00"))["all"][0] == 6
