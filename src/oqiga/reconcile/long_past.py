"""The day of what is long past: which a trial, an anniversary or a commemoration "12 years on" is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from oqiga.reconcile.comparing_figures import dead_in
from oqiga.reconcile.kinship import is_response
from oqiga.reconcile.recalling import may_be, may_be_there
from oqiga.reconcile.sketch import Sketch
from oqiga.reconcile.told_days import dated, day_in, same_day, told_of

_NEAR = 62
"""Days from a month or year told within which the one date that is told is meant by it."""
_SAME_DAY = 1
"""Days between an anniversary and the publication of a report on it."""
_BEFOREHAND = 10
"""Days between an anniversary and a report that tells of it beforehand or afterwards."""
SOON = 14
"""Days after an incident within which a report without a day of its own may be about a new one."""


def long_past(sketch: Sketch, found: Sequence[Sketch], told: Sequence[str]) -> Sketch:
    """Give what a trial or an anniversary is about the day that the report recalls, or the one date it names.

    A day of its own shortly before publication is that of the trial.
    """
    fresh = sketch.exact and sketch.published is not None and _days_before(sketch, sketch.first) <= SOON
    guessed = sketch.exact and not any(same_day(day, told_of(sketch.first or 0)) for day in told)
    if not sketch.late or is_response(sketch.types[0]) or (sketch.exact and not (fresh or guessed)):
        return sketch
    recalled = [
        each
        for each in found
        if each.background and each.exact and may_be(sketch, each)
        if not each.spots or may_be_there(sketch, each)
    ]
    if fresh and any(counts_others(sketch, each) for each in recalled):
        return sketch  # an attack of its own, beside the trial for another
    days = {each.first for each in recalled if _days_before(sketch, each.first) > SOON}
    dates = {day for each in told if (day := dated(each)) is not None}
    if not recalled:
        days = {day for day in dates if _days_before(sketch, day) > SOON}
    elif guessed and not fresh:
        days &= dates
    day = days.pop() if len(days) == 1 else None
    if day is None or not _near(sketch, day):
        return sketch
    return replace(sketch, first=day, last=day, days=tuple(each for each in sketch.days if each != day))


def counts_others(sketch: Sketch, recalled: Sketch) -> bool:
    """Tell whether a sketch counts other dead than what its report recalls."""
    mine, theirs = dead_in(sketch), dead_in(recalled)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def so_long_ago(sketch: Sketch, told: Sequence[str], anniversaries: Sequence[int]) -> Sketch:
    """Give what is commemorated "12 years on" the day that the report names, so many years ago."""
    days = sorted({day for each in told for day in _days_of(each, anniversaries)})
    within = len(days) == 1 and (sketch.first is None or sketch.first <= days[0] <= (sketch.last or 0))
    if not sketch.late or sketch.exact or is_response(sketch.types[0]) or not within:
        return sketch
    return replace(sketch, first=days[0], last=days[0])


def another_year(sketch: Sketch, told: Sequence[str], anniversaries: Sequence[int]) -> Sketch:
    """Leave the year open of what an anniversary recalls by the day it is held on ("the June 3 attack").

    A day yet to come is of the year that is commemorated.
    """
    if not sketch.late or not sketch.exact or is_response(sketch.types[0]):
        return sketch
    named = any(each.startswith("-") and same_day(each, told_of(sketch.first or 0)) for each in told)
    if not named or sketch.published is None:
        return sketch
    ahead = (sketch.first or 0) - sketch.published
    if ahead > _SAME_DAY:
        days = _days_of(told_of(sketch.first or 0)[4:].rjust(7, "-"), anniversaries)
        day = days[0] if len(days) == 1 else None
        return replace(sketch, first=day, last=day, days=())
    if ahead < -_SAME_DAY:
        return sketch
    return replace(sketch, first=None, last=None, days=())


def _days_of(told: str, anniversaries: Sequence[int]) -> list[int]:
    """Return the days that a told day is in the years that are commemorated, near the day of the year."""
    days = (day_in(told, date.fromordinal(each).year) for each in anniversaries)
    pairs = zip(days, anniversaries, strict=True)
    return [day for day, each in pairs if day is not None and abs(day - each) <= _BEFOREHAND]


def _near(sketch: Sketch, day: int) -> bool:
    """Tell whether a day lies near the month or year that a sketch tells, if it tells any."""
    if sketch.first is None or sketch.last is None or sketch.exact:
        return True
    return sketch.first - _NEAR <= day <= sketch.last + _NEAR


def _days_before(sketch: Sketch, day: int | None) -> int:
    """Return how many days before publication a day was; many when the publication is not known."""
    return SOON + 1 if sketch.published is None else sketch.published - (day or 0)
