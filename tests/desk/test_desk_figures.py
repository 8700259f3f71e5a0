"""Figures as the desk shows them: what is drawn, and what was before."""

from oqiga.desk.views.figures import charts_of, figure_of, value_of
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
