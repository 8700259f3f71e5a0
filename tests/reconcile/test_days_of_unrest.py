"""What went on for some days: which day it is put on, and that no day in it is the one."""

from dataclasses import replace
from datetime import date

from oqiga.model.claims import When
from oqiga.model.report import Report
from oqiga.model.terms import EventType, TimePrecision
from oqiga.read.reader import read_report
from oqiga.reconcile.chronicle import timeline
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.periods import period
from oqiga.reconcile.portrait import time_of
from oqiga.reconcile.sketching import sketches_of
from told import event, header


def evidence(*events):
    return [Evidence(each, header(number)) for number, each in enumerate(events)]


def week(start, end):
    return When(start=start, end=end, precision=TimePrecision.WEEK)


def test_a_day_of_another_type_says_more_than_a_week():
    riot = replace(event("e1", "riot"), time=week("2027-01-25", "2027-01-31"))
    told = evidence(riot, event("e2", "clash", "2027-02-03"))
    assert time_of(told, EventType.RIOT).start == "2027-02-03"


def test_no_day_of_several_is_the_one():
    text = "В ходе беспорядков 3–5 февраля в Оше погибли 12 человек."
    report = Report(id="r-1", text=text, language="ru", published="2027-02-15")
    (sketch,) = sketches_of(report, read_report(report, gated=False).claims)
    assert sketch.last - sketch.first == 2


def days(start, end, published):
    first, last = period([week(start, end)], date.fromisoformat(published).toordinal())
    return last - first + 1


def test_last_week_may_end_with_the_day_before_the_sunday_on_which_it_is_told():
    assert days("2027-01-25", "2027-01-31", "2027-02-07") == 13
    assert days("2027-02-01", "2027-02-07", "2027-02-08") == 7


def test_a_timeline_puts_nothing_on_the_first_day_of_a_week_or_a_year():
    riot = replace(event("e1", "riot"), time=week("2027-01-25", "2027-01-31"))
    year = When(start="2027-01-01", end="2027-12-31", precision=TimePrecision.YEAR)
    clash = replace(event("e2", "clash"), time=year)
    assert [each.at for each in timeline(evidence(riot, clash), ())] == ["2027", None]
