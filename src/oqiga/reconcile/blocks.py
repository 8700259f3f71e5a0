"""Blocks by place and time: which sketches are worth comparing, so that a book's size does not matter.

A sketch is filed under some keys and looked for under others, so that two that could be one incident meet:
a town meets the same and neighbouring squares of the map and its namesakes, a country everything in it,
an unknown place everything in those days.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from oqiga.reconcile.comparing_times import YEAR
from oqiga.reconcile.sketch import Sketch, Spot
from oqiga.reconcile.told_days import day_before

DAYS = 4
"""Days in one block."""
BEFORE_PUBLICATION = 5
"""Days before publication in which an undated incident is looked for."""
_LONGEST = 45
"""A period of more days is filed by its years, not its days."""
_MOST_DAYS = 8
"""Days named in a report that it is looked for under."""
_DEGREES = 0.5
_ANYTIME = "*"
_UNDATED = "?"


@dataclass(frozen=True, slots=True)
class Keys:
    """Where a sketch is filed, and where those it may be one with are filed."""

    filed: tuple[str, ...]
    sought: tuple[str, ...]


def keys_of(sketch: Sketch) -> Keys:
    """Return the keys of a sketch; none for one that tells neither a day nor comes from a dated report,
    nor names a town: nothing can be compared.
    """
    filed_when, sought_when = _when(sketch)
    filed_where, sought_where = _where(sketch)
    return Keys(
        tuple(f"{where}@{time}" for where in filed_where for time in filed_when),
        tuple(f"{where}@{time}" for where in sought_where for time in sought_when),
    )


def _when(sketch: Sketch) -> tuple[list[str], list[str]]:
    if sketch.first is not None and sketch.last is not None:
        if sketch.last - sketch.first > _LONGEST:
            years = _years(sketch.first, sketch.last)
            return [*years, _ANYTIME], [*years, *(_days_of(year) for year in years), _UNDATED]
        days = [sketch.first, *sketch.days, sketch.last]
        filed = sorted({b for d in days for b in _blocks(d, d)} | set(_blocks(sketch.first, sketch.last)))
        sought = {b for d in days for b in _blocks(d - 1, d + 1)}
        sought |= set(_blocks(sketch.first - 1, sketch.last + 1))
        if sketch.late and sketch.exact:  # its year may be mistaken
            sought |= {b for d in (-YEAR, YEAR) for b in _blocks(sketch.first + d - 1, sketch.first + d + 1)}
        years = _years(sketch.first, sketch.last)
        return (
            [*filed, *(_days_of(year) for year in years), _ANYTIME],
            [*sorted(sought), *years, _UNDATED],
        )
    if sketch.published is not None and not sketch.background and not sketch.late:
        named = [day_before(each, sketch.published) for each in sketch.told[:_MOST_DAYS]]
        told = {*sketch.recalled, *(day for day in named if day is not None)}
        blocks = {*_blocks(sketch.published - BEFORE_PUBLICATION, sketch.published)}
        blocks |= {block for day in told for block in _blocks(day, day)}
        years = _years(sketch.published - BEFORE_PUBLICATION, sketch.published)
        return (
            [*sorted(blocks), *(_days_of(year) for year in years), _ANYTIME],
            [*sorted(_beside(blocks)), *years, _UNDATED],
        )
    if sketch.published is None or sketch.late:
        return [_UNDATED, _ANYTIME], [_ANYTIME]
    return [], []


def _beside(blocks: Iterable[str]) -> set[str]:
    """Return blocks and those that hold the days right before and behind: what is dated there seeks them."""
    starts = [int(each) * DAYS for each in blocks]
    return {block for start in starts for block in _blocks(start - 1, start + DAYS)}


def _blocks(first: int, last: int) -> list[str]:
    return [str(block) for block in range(first // DAYS, last // DAYS + 1)]


def _days_of(year: str) -> str:
    """Return the key of what lies on days of a year, apart from what is only known to lie in it."""
    return f"{year}-"


def _years(first: int, last: int) -> list[str]:
    return [f"Y{year}" for year in range(int(first / 365.2425), int(last / 365.2425) + 1)]


def _where(sketch: Sketch) -> tuple[list[str], list[str]]:
    towns = [spot for spot in sketch.spots if spot.town]
    countries = sorted({spot.country for spot in sketch.spots if spot.country})
    inside = [f"in:{country}" for country in countries]
    called = [f"called:{name}" for name in sorted({*sketch.towns, *sketch.localities})]
    if towns:
        own = sorted({key for spot in towns for key in _squares(spot, 0)})
        around = sorted({key for spot in towns for key in _squares(spot, 1)})
        return [*own, *called, *inside, "any"], [
            *around,
            *called,
            *(f"only:{c}" for c in countries),
            "nowhere",
        ]
    if countries:
        return [*called, *(f"only:{c}" for c in countries), *inside, "any"], [*called, *inside, "nowhere"]
    return [*called, "nowhere", "any"], ["any"]


def _squares(spot: Spot, reach: int) -> list[str]:
    if spot.latitude is None or spot.longitude is None:
        return [f"town:{spot.place}"]
    row, column = math.floor(spot.latitude / _DEGREES), math.floor(spot.longitude / _DEGREES)
    steps = range(-reach, reach + 1)
    return [f"{row + r}:{column + c}" for r in steps for c in steps]
