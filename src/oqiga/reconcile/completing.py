"""What the sketches of one report tell of each other: its day, its town, and what the report is about.

A report often tells the day once and the town once: "the verdict on the June attacks", then a paragraph that
recalls them. Its sketches are seen together here, before any is compared with those of other reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from oqiga.reconcile.comparing_places import NEAR_KM, kilometres
from oqiga.reconcile.kinship import is_response
from oqiga.reconcile.long_past import SOON, another_year, counts_others, long_past, so_long_ago
from oqiga.reconcile.naming import skeletons
from oqiga.reconcile.recalling import may_be, may_be_there, tried, with_its_act
from oqiga.reconcile.sketch import Sketch
from oqiga.reconcile.told_days import dated, day_in, same_day, told_of

_WEEK = 6
"""Days between the first and the last of a week."""
_PASSAGE = 250
"""Characters at most of what a report recalls in passing, in a sentence or two."""


def completed(
    found: Sequence[Sketch],
    at: Sequence[tuple[int, str]],
    anniversaries: Sequence[int] = (),
    nights: frozenset[str] = frozenset(),
) -> list[Sketch]:
    """Return the sketches of one report, each with what the others tell of it.

    at: the days of the calendar that the report names, and where in its text. anniversaries: days (ordinals)
    so many years before its publication as it says. nights: those of the days before which it names a night.
    """
    told = tuple(dict.fromkeys(day for _, day in at))
    about = [
        so_long_ago(long_past(another_year(sketch, told, anniversaries), found, told), told, anniversaries)
        for sketch in _what_it_is_about(found, told)
    ]
    days = _own_days(about, told)
    full = [sketch if sketch.background else _with_named_day(sketch, days) for sketch in about]
    full = [_with_day(sketch, full) for sketch in full]
    acts = {sketch.id: tried(sketch, full) for sketch in full}
    full = [sketch if (act := acts[sketch.id]) is None else with_its_act(sketch, act) for sketch in full]
    own = {
        sketch.id: _of_itself(sketch, [each for each in full if each is not acts[sketch.id]], days, at)
        for sketch in full
        if not sketch.background
    }
    return [
        sketch
        if sketch.background
        else replace(
            sketch,
            told=own[sketch.id],
            night=sketch.night or bool(nights.intersection(own[sketch.id])),
            recalled=_recalled(sketch, about, anniversaries),
        )
        for sketch in full
    ]


def _of_itself(
    sketch: Sketch, found: Sequence[Sketch], told: Sequence[str], at: Sequence[tuple[int, str]]
) -> tuple[str, ...]:
    """Leave out the days that only the words about another incident name.

    What is recalled in passing may stand among the words of the sketch itself.
    """
    others = [other for other in found if other.report == sketch.report and other.id != sketch.id]
    passing = [
        each.span for each in others if each.background and each.span.end - each.span.start <= _PASSAGE
    ]
    elses = [each.span for each in others]

    def elsewhere(position: int) -> bool:
        inside = sketch.span.start <= position < sketch.span.end
        spans = passing if inside else elses
        return any(span.start <= position < span.end for span in spans)

    places: dict[str, list[int]] = {}
    for position, day in at:
        places.setdefault(day, []).append(position)
    return tuple(day for day in told if not all(elsewhere(position) for position in places[day]))


def _what_it_is_about(found: Sequence[Sketch], told: Sequence[str]) -> list[Sketch]:
    """Let a report that only recalls be about the one incident that it recalls with day and town.

    Else about the one thing that it recalls, when it names one day of one year.
    """
    if not all(sketch.background for sketch in found):
        return list(found)
    whole = [sketch for sketch in found if sketch.exact and sketch.placed]
    dates = [day for each in told if (day := dated(each)) is not None]
    if not whole and len(dates) == 1:
        acts = [sketch for sketch in found if not is_response(sketch.types[0])]
        found = [replace(each, first=dates[0], last=dates[0]) if each in acts else each for each in found]
        whole = [each for each in found if each.first == dates[0]]
    if len(whole) != 1:
        return list(found)
    return [replace(sketch, background=False) if sketch is whole[0] else sketch for sketch in found]


def _own_days(found: Sequence[Sketch], told: Sequence[str]) -> tuple[str, ...]:
    """Return the told days but those of what the report recalls."""
    past = [sketch for sketch in found if sketch.background and sketch.exact]
    recalled = {told_of(day) for sketch in past for day in (sketch.first or 0, *sketch.days)}
    return tuple(day for day in told if not any(same_day(day, other) for other in recalled))


def _with_named_day(sketch: Sketch, told: Sequence[str]) -> Sketch:
    """Give what tells only a week, a month or a year the one day in it that the report names.

    Not what went on for some days: of "3 to 5 June" none is the one.
    """
    if sketch.exact or sketch.first is None or sketch.last is None or sketch.last - sketch.first < _WEEK:
        return sketch
    years = range(date.fromordinal(sketch.first).year, date.fromordinal(sketch.last).year + 1)
    days = {day for each in told for year in years if (day := day_in(each, year)) is not None}
    inside = [day for day in days if sketch.first <= day <= sketch.last]
    return replace(sketch, first=inside[0], last=inside[0]) if len(inside) == 1 else sketch


def _recalled(sketch: Sketch, found: Sequence[Sketch], anniversaries: Sequence[int]) -> tuple[int, ...]:
    """Return the days of what a report recalls of the same kind and town as the sketch, or commemorates."""
    return tuple(
        sorted(
            {*(anniversaries if sketch.late and not sketch.exact else ())}
            | {
                other.first or 0
                for other in found
                if other.background and other.exact and may_be(sketch, other) and may_be_there(sketch, other)
            }
        )
    )


def _with_day(sketch: Sketch, found: Sequence[Sketch]) -> Sketch:
    """Give what tells no day the day and town of the one thing that the report can mean by it."""
    if sketch.background or sketch.first is not None:
        return sketch
    whole = [each for each in found if each.exact and each.placed]
    about = [each for each in whole if not each.background]
    if len(about) == 1 and may_be(sketch, about[0]):
        if _in_another_district(sketch, about[0]):
            return sketch
        if not sketch.placed_itself:
            return _as(sketch, about[0])
        if sites_of(sketch) & sites_of(about[0]):
            return replace(sketch, first=about[0].first, last=about[0].last)
    recalled = [each for each in found if each.background and each.exact]
    if not sketch.late:  # an attack like the one a year ago is another
        recalled = [each for each in recalled if not counts_others(sketch, each)]
    if not about and len(recalled) == 1 and not recalled[0].spots and sketch.placed:
        only = recalled[0]
        fits = may_be(sketch, only) and _long_after(sketch, only) and _one_site(sketch, only)
        return replace(sketch, first=only.first, last=only.last) if fits else sketch
    if not about and len(recalled) == 1 and not sketch.placed and not recalled[0].placed and sketch.spots:
        only = recalled[0]  # of one land, and no town of its own: what is told again further down
        if may_be(sketch, only) and may_be_there(sketch, only):
            return replace(sketch, first=only.first, last=only.last)
    recalled = [each for each in recalled if each.placed]
    if not about and len(recalled) == 1 and not sketch.placed:
        only = recalled[0]
        told_late = not sketch.spots or _long_after(sketch, only)
        if told_late and may_be(sketch, only) and may_be_there(sketch, only):
            return _as(sketch, only)
    return sketch if about else _in_recalled_month(sketch, found)


def _in_another_district(sketch: Sketch, whole: Sketch) -> bool:
    """Tell whether a sketch is placed in districts of one region that are all far from another's towns.

    One of another region is rather a namesake of the town's own (Kirov district).
    """
    own = [spot for spot in sketch.spots if spot.district]
    pairs = [(spot, town) for spot in own for town in whole.spots if town.town]
    apart = [kilometres(spot, town) for spot, town in pairs if spot.region == town.region]
    return bool(apart) and all(each is not None and each > NEAR_KM for each in apart)


def _one_site(one: Sketch, other: Sketch) -> bool:
    """Tell whether two sketches name a kind of site in common, or one of them none."""
    return not (one.sites and other.sites) or not set(one.sites).isdisjoint(other.sites)


def sites_of(sketch: Sketch) -> set[str]:
    """Return the sites of a sketch, their words reduced so that cases of a language do not matter."""
    return {" ".join(sorted(skeletons(spot.site))) for spot in sketch.spots if spot.site} - {""}


def _as(sketch: Sketch, whole: Sketch) -> Sketch:
    return replace(
        sketch, first=whole.first, last=whole.last, days=whole.days, spots=whole.spots, towns=whole.towns
    )


def _long_after(sketch: Sketch, recalled: Sketch) -> bool:
    return sketch.published is not None and sketch.published - (recalled.first or 0) > SOON


def _in_recalled_month(sketch: Sketch, found: Sequence[Sketch]) -> Sketch:
    """Give what a trial or an anniversary is about, told without day or place, those of what it recalls."""
    recalled = [each for each in found if each.background and each.first is not None]
    if not sketch.late or len(recalled) != 1 or not may_be(sketch, recalled[0]):
        return sketch
    only = recalled[0]
    if only.placed and not sketch.spots:
        return _as(sketch, only)
    if (only.spots and not may_be_there(sketch, only)) or not _one_site(sketch, only):
        return sketch
    return replace(sketch, first=only.first, last=only.last)
