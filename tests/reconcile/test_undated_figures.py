"""Figures of reports that do not tell when they came out: they are no news where dated ones have reached them."""

from dataclasses import replace

import pytest

from oqiga.reconcile.settle import settle
from oqiga.reconcile.standing import series
from told import told, toll

ENTERED = "2021-01-01T10:00:00Z"


def given(number, count, published, *, by=None, **more):
    claim = toll(f"t{number}", count, by=(by, "government") if by else None, **more)
    found = told(claim, number, published or ENTERED)
    return replace(found, report=replace(found.report, dated=published is not None))


def best(*evidence):
    return settle(series(evidence, {}))[0].best


@pytest.mark.parametrize("entered", [0, 1])
def test_an_early_figure_of_an_office_that_nobody_dates_is_no_news(entered):
    early = given(1 + 2 * entered, 4, None, by="The governor")
    late = given(2, 6, "2019-08-11", by="The president")
    assert best(*([early, late], [late, early])[entered]) == 6


def test_an_outlets_later_figure_overtakes_that_of_an_office_that_nobody_dates():
    dated = [given(2, 53, "2019-08-11", by="The president"), given(3, 99, "2020-05-11")]
    assert best(given(1, 38, None, by="The governor"), *dated) == 99


def test_an_undated_figure_higher_than_all_dated_ones_is_news():
    assert best(given(1, 6, "2019-08-11", by="The president"), given(2, 7, None, by="The governor")) == 7
