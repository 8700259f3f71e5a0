"""A brief on an incident that several reports tell of by and by: figures, who told first, what held when."""

from dataclasses import replace

import pytest

from oqiga.desk.views.figures import figure_of
from oqiga.model.claims import Measure
from oqiga.model.incident import SettledToll
from oqiga.model.phrase import phrase
from oqiga.model.span import Span
from oqiga.model.terms import Group, MeasureStatus, MeasureType, Outcome
from oqiga.publish.brief_sections import period_of
from oqiga.publish.brief_tolls import toll_source
from oqiga.publish.notebook import Notebook
from oqiga.publish.words import translator
from oqiga.reconcile.arithmetic import disputes_of_parts
from oqiga.reconcile.measures import standing
from oqiga.reconcile.settle import settle
from oqiga.reconcile.standing import series
from told import told, toll


def measure(start, until):
    return Measure(
        id="m",
        span=Span(0, 4),
        quote="xxxx",
        type=MeasureType.MOURNING,
        status=MeasureStatus.IN_FORCE,
        valid_from=start,
        valid_until=until,
    )


def settled(*evidence):
    return settle(series(evidence, {}))[0]


def test_a_count_of_something_less_is_no_earlier_total():
    """One person who was shot later is not what the toll has grown from; the five before are."""
    ministry = ("Health Ministry", "health")
    figure = settled(
        told(toll("t1", 5, by=ministry), 1, "2020-01-02", publisher="First"),
        told(toll("t2", 8, by=ministry), 2, "2020-01-03", publisher="First"),
        told(toll("t3", 1, counts="unknown"), 3, "2020-01-09", publisher="Second"),
    )
    line = toll_source(figure, translator("en"), Notebook({}, {}, "en"))
    assert line.endswith("earlier 5")


def test_what_a_report_adds_up_in_one_breath_is_no_earlier_total():
    """ "Five pupils and a teacher were killed": six, and nobody ever said five."""
    five, one = (toll("t1", 5, group="civilians"), toll("t2", 1, group="civilians", counts="additional"))
    four = toll("t0", 4, group="civilians")
    figure = settled(
        told(four, 1, "2020-01-02", publisher="First"),
        *(told(each, 2, "2020-01-03", publisher="First") for each in (five, one)),
    )
    assert toll_source(figure, translator("en"), Notebook({}, {}, "en")).endswith("earlier 4")
    assert figure_of(figure, translator("en"), "en").before == "4"
    later = settled(
        told(five, 1, "2020-01-02", publisher="First"), told(one, 2, "2020-01-03", publisher="First")
    )
    assert toll_source(later, translator("en"), Notebook({}, {}, "en")).endswith("earlier 5")


def whole_and_part(outcome, whole_at, part_at):
    def figure(group, count, at):
        return SettledToll(
            outcome=outcome,
            group=group,
            best=count,
            low=count,
            high=count,
            disputed=False,
            as_of=at,
            why="",
            reasons=(phrase("repeats", fallen=None),),
            claims=("c",),
            series=(),
        )

    return [figure(Group.ALL, 1, whole_at), figure(Group.CIVILIANS, 2, part_at)]


@pytest.mark.parametrize(
    ("outcome", "part_at", "disputed"),
    [
        (Outcome.DETAINED, "2020-01-09", False),
        (Outcome.DETAINED, "2020-01-02", True),
        (Outcome.KILLED, "2020-01-09", True),
    ],
)
def test_more_who_were_arrested_since_are_no_dispute(outcome, part_at, disputed):
    assert bool(disputes_of_parts(whole_and_part(outcome, "2020-01-02", part_at))) is disputed


@pytest.mark.parametrize(
    ("start", "until", "written"),
    [
        ("2020-05-16", "2020-05-16", "16 May 2020"),
        ("2020-05-16", "2020-05-18", "16 May 2020 – 18 May 2020"),
        (None, "2020-05-18", "until 18 May 2020"),
        ("2020-05-16", None, "from 16 May 2020"),
        (None, None, ""),
    ],
)
def test_the_days_of_a_measure_are_told(start, until, written):
    assert period_of([measure(start, until)], translator("en"), "en") == written


def test_a_measure_that_was_extended_holds_till_the_day_told_last():
    told = [measure("2020-05-16", "2020-05-20"), measure(None, "2020-05-30")]
    assert period_of(told, translator("en"), "en") == "16 May 2020 – 30 May 2020"


def test_what_is_lifted_does_not_hold_till_the_day_it_was_extended_to():
    told = [measure("2020-05-16", "2020-05-30"), replace(measure(None, None), status=MeasureStatus.LIFTED)]
    assert period_of(told, translator("en"), "en") == ""


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2020-05-17T09:00", "in_force"),
        ("2020-05-18", "in_force"),
        ("2020-05-20", "over"),
        (None, "in_force"),
    ],
)
def test_what_ran_out_is_in_force_no_longer(as_of, state):
    assert standing(measure("2020-05-16", "2020-05-18"), as_of) == state
