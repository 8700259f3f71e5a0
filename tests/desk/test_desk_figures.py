"""Figures as the desk shows them: what is drawn, and what was before."""

from oqiga.desk.views.figures import charts_of, figure_of, value_of
from oqiga.desk.views.words import clock_of, in_its_zone, spoken
from oqiga.publish.words import translator
from oqiga.reconcile.settle import settle
from oqiga.reconcile.standing import series
from told import told, toll

SAY = translator("en")
HEALTH = ("Health Ministry", "health")
POLICE = ("police", "police")


def figure(*evidence):
    return settle(series(evidence, {}, frozenset()))[0]


def at(hour):
    return f"2020-01-01T{hour:02d}:00+05:00"


def test_who_denies_a_figure_does_not_give_it():
    settled = figure(
        told(toll("a", 6, by=POLICE), 1, at(8)),
        told(toll("b", 9, by=HEALTH), 2, at(9)),
        told(toll("c", 11, by=POLICE, certainty="denied"), 3, at(10)),
    )
    (chart,) = charts_of([settled], SAY, "en", {})
    assert {line.name: line.ys for line in chart.lines} == {"police": (6,), "Health Ministry": (9,)}
    assert [row.value for row in chart.rows] == ["6", "9", "11 (denied)"]


def test_the_line_of_the_best_figure_is_drawn_however_many_told_one_before():
    early = [told(toll(f"w{n}", 3 + n, by=(f"witness {n}", "witness")), 1 + n, at(1 + n)) for n in range(9)]
    settled = figure(*early, told(toll("a", 30, by=HEALTH), 20, at(20)))
    (chart,) = charts_of([settled], SAY, "en", {})
    assert len(chart.lines) == 6
    assert chart.lines[-1].name == "Health Ministry"
    assert len(chart.rows) == 10


def test_the_most_there_could_be_was_never_the_figure_before():
    settled = figure(
        told(toll("a", 6, by=POLICE), 1, at(8)),
        told(toll("b", 0, 30, by=("residents", "witness")), 2, at(9)),
        told(toll("c", 9, by=POLICE), 3, at(10)),
    )
    assert figure_of(settled, SAY, "en").before == "6"
    assert value_of(0, 30) == "≤30"
    assert value_of(0, 0) == "0"


def test_a_chart_goes_by_the_clock_of_most_reports():
    settled = figure(told(toll("a", 6, by=POLICE), 1, at(8)), told(toll("b", 9, by=HEALTH), 2, at(9)))
    (chart,) = charts_of([settled], SAY, "en", {})
    assert (chart.shift, chart.zone) == (5 * 3_600, "UTC+5")
    assert clock_of(["2020-01-01T08:00-03:30", "2020-01-01", None]) == (-12_600, "UTC-3:30")
    assert clock_of(["2020-01-01T08:00Z", "2020-01-01"]) == (0, "UTC")


def test_a_moment_asked_for_without_a_zone_is_said_to_be_of_the_one_it_is_taken_in():
    assert spoken(in_its_zone("2031-03-14T14:20"), "en") == "14 Mar 2031, 14:20 UTC"
    for whole in ("2031-03-14", "2031-03-14T14:20+05:00", "2031-03-14T14:20Z"):
        assert in_its_zone(whole) == whole


def test_one_office_is_one_line_in_whatever_language_reports_name_it():
    ministry = (("Interior Ministry", "government"), ("Министерство внутренних дел", "government"))
    early, late = (
        told(toll(id, count, by=by), number, at(8 + number), publisher=f"Outlet {number}")
        for number, (id, count, by) in enumerate((("a", 9, ministry[1]), ("b", 8, ministry[0])), 1)
    )
    (chart,) = charts_of([figure(early, late)], SAY, "en", {})
    assert [(line.name, line.ys) for line in chart.lines] == [("Interior Ministry", (9, 8))]
