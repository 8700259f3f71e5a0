"""Do two reports mean the same incident? Points for and against, each with the values compared, and why."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from oqiga.codebook.targets import calls_by_name
from oqiga.reconcile.completing import SOON, sites_of
from oqiga.reconcile.kinship import akin, is_response, threshold, weight
from oqiga.reconcile.naming import country_forms, names_town
from oqiga.reconcile.sketch import Sketch, Spot, resemblance
from oqiga.reconcile.told_days import dated, same_day, told_of

COPY = 0.5
"""Resemblance from which one text is a near copy of another."""
KINDRED = 0.2
NEAR_KM = 25.0
_LARGE = 10
_DEAD = "killed all"
"""The count that others do not outweigh: many attacks wound a round number."""
_CLOSE = 1.15
"""How many times a large count may be the other, and still both may be the same count at another hour."""
_FOLLOWS = 3
"""Days within which an operation or arrests follow an attack."""
_FEWEST_MENTIONS = 5
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Comparison:
    """One feature of two sketches. score: points; left, right: the values; why: one sentence."""

    feature: str
    score: float
    left: str
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """All that was compared of two sketches. same: whether they mean one incident."""

    left: str
    right: str
    score: float
    parts: tuple[Comparison, ...]

    @property
    def same(self) -> bool:
        """Whether the points reach what one incident takes."""
        return self.score >= threshold()

    @property
    def why(self) -> str:
        """The reasons in one sentence, the weightiest first."""
        told = sorted((part for part in self.parts if part.score), key=lambda part: -abs(part.score))
        verdict = "one incident" if self.same else "not one incident"
        reasons = "; ".join(f"{part.why} ({part.score:+g})" for part in told) or "nothing to compare"
        return f"{verdict} ({self.score:g} of {threshold():g} points): {reasons}"


def compare(left: Sketch, right: Sketch) -> Match:
    """Compare two sketches; which is left does not matter to the score.

    Two incidents that one report tells apart are one only as parts of one attack: on one day in one town.
    """
    if left.report == right.report and not _one_attack(left, right):
        apart = Comparison("report", -9.0, left.report, right.report, "one report tells them apart")
        return Match(left.id, right.id, apart.score, (apart,))
    parts = [_times(left, right), _places(left, right), _types(left, right)]
    parts += [_names(left, right), _figures(left, right), _sites(left, right)]
    parts += [_texts(left, right), _passing(left, right)]
    return Match(left.id, right.id, sum(part.score for part in parts), tuple(parts))


def _one_attack(left: Sketch, right: Sketch) -> bool:
    """Tell whether two things that one report tells of are parts of one attack: on one day, in one town.

    What is not placed in a town may be anywhere in its country.
    """
    if not (left.exact and right.exact and left.first == right.first):
        return False
    mine, theirs = ({spot.place for spot in each.spots if spot.town} for each in (left, right))
    if mine and theirs:
        return bool(mine & theirs or sites_of(left) & sites_of(right))
    if not _related(left, right):
        return False
    lands = [{spot.country for spot in each.spots if spot.country} for each in (left, right)]
    return not all(lands) or bool(lands[0] & lands[1])


def _related(left: Sketch, right: Sketch) -> bool:
    one, other = left.types[0], right.types[0]
    return is_response(one) or is_response(other) or akin(one, other)


def _scored(feature: str, kind: str, left: object, right: object, why: str) -> Comparison:
    return Comparison(feature, weight(feature, kind), str(left), str(right), why)


def _times(left: Sketch, right: Sketch) -> Comparison:
    if left.exact and right.exact:
        return _two_days(left, right)
    found = [each for each in (_named_day(left, right), _recalled_day(left, right)) if each is not None]
    return max([*found, _roughly(left, right)], key=lambda part: part.score)


def _roughly(left: Sketch, right: Sketch) -> Comparison:
    """Compare times of which one is not told to the day."""
    if left.first is not None and right.first is not None:
        return _two_periods(left, right)
    dated, other = (left, right) if left.first is not None else (right, left)
    if dated.first is not None:
        return _day_and_publication(dated, other)
    if left.background or right.background:
        return _scored("time", "unknown", None, None, "one recalls without a day")
    if left.published is None or right.published is None:
        return _unpublished(left, right)
    if left.late or right.late:
        return _scored("time", "unknown", None, None, "one is about something long past")
    gap = abs(left.published - right.published)
    kinds = (("published_together", 1), ("published_near", 3), ("published_apart", 7))
    kind = next((name for name, days in kinds if gap <= days), "apart")
    return _scored("time", kind, left.published, right.published, f"they came out {gap} days apart")


def _unpublished(left: Sketch, right: Sketch) -> Comparison:
    """Compare what tells no day where publication does not help either: by the days that the texts name."""
    mine, theirs = _days_named(left), _days_named(right)
    if mine and theirs:
        return _scored("time", "other_day_named", mine, theirs, "each names a day, and not the same")
    if (weekdays := (_weekday(left), _weekday(right))) and None not in weekdays:
        if weekdays[0] != weekdays[1]:
            return _scored("time", "other_weekday", *weekdays, "each names another day of the week")
        return _scored("time", "same_weekday", *weekdays, "both name the same day of the week")
    kind = "undated" if akin(left.types[0], right.types[0]) else "unknown"
    return _scored("time", kind, None, None, "neither the day nor the publication of both is known")


def _weekday(sketch: Sketch) -> int | None:
    """Return the day of the week that a sketch is of, 1 (Monday) to 7; None when it does not tell."""
    if sketch.exact and sketch.first:
        return date.fromordinal(sketch.first).isoweekday()
    named = dated(sketch.told[0]) if len(sketch.told) == 1 else None
    if sketch.weekday is None and named is not None:
        return date.fromordinal(named).isoweekday()
    return sketch.weekday


def _days_named(sketch: Sketch) -> tuple[str, ...]:
    return (told_of(sketch.first),) if sketch.exact and sketch.first else sketch.told


def _named_day(left: Sketch, right: Sketch) -> Comparison | None:
    """Compare by a day of the calendar that the text of one names and the other tells, or both name."""
    if left.background or right.background:
        return None
    shared = [day for day in _days_named(left) if any(same_day(day, other) for other in _days_named(right))]
    if not shared:
        return None
    return _scored("time", "named_day", shared[0], shared[0], "both name the same day")


def _recalled_day(left: Sketch, right: Sketch) -> Comparison | None:
    """Compare an account without a day, late after what it recalls, with what happened on that day."""
    for one, other in ((left, right), (right, left)):
        if one.background or one.first is not None:
            continue
        for day in one.recalled:
            late = one.published is None or one.published - day > SOON
            fits = day == other.first if other.exact else _came_out_after(other, day)
            if late and fits:
                why = "one, out long after, recalls the other's day"
                return _scored("time", "recalled_day", day, other.first or other.published, why)
    return None


def _came_out_after(sketch: Sketch, day: int) -> bool:
    """Tell whether an account without a day came out within days after one."""
    undated = sketch.first is None and not sketch.background and sketch.published is not None
    return undated and 0 <= (sketch.published or 0) - day <= _FOLLOWS


def _two_days(left: Sketch, right: Sketch) -> Comparison:
    one, other = left.first or 0, right.first or 0
    if one == other:
        return _scored("time", "same_day", one, other, "the same day")
    gap = abs(one - other)
    if gap <= _FOLLOWS and _follows(left, right):
        return _scored("time", "follows", one, other, f"what one tells of follows the other by {gap} days")
    earlier, later = (left, right) if one < other else (right, left)
    if gap == 1 and earlier.night and not later.night:
        return _scored("time", "one_night", one, other, "the night between the two days")
    if one in right.days or other in left.days:
        return _scored("time", "other_day_told", one, other, "one also tells the other's day")
    return _scored("time", "next_day" if gap == 1 else "apart", one, other, f"{gap} days apart")


def _follows(left: Sketch, right: Sketch) -> bool:
    """Tell whether one only tells of a response (an operation, arrests) on a later day than the act."""
    earlier, later = (left, right) if (left.first or 0) < (right.first or 0) else (right, left)
    return is_response(later.types[0]) and not is_response(earlier.types[0])


def _two_periods(left: Sketch, right: Sketch) -> Comparison:
    start = max(left.first or 0, right.first or 0)
    end = min(left.last or 0, right.last or 0)
    values = (f"{left.first}-{left.last}", f"{right.first}-{right.last}")
    if start > end:
        kind = "next_day" if start - end == 1 else "apart"
        return _scored("time", kind, *values, f"the periods are {start - end} days apart")
    if (left.first, left.last) == (right.first, right.last):
        return _scored("time", "same_period", *values, "the same period")
    longest = max((each.last or 0) - (each.first or 0) for each in (left, right))
    return _scored(
        "time", "within_period" if longest <= 31 else "within_year", *values, "the periods overlap"
    )


def _day_and_publication(dated: Sketch, other: Sketch) -> Comparison:
    first, last = dated.first or 0, dated.last or 0
    if other.background:
        return _scored("time", "unknown", first, None, "one recalls without a day")
    if other.published is None:
        return _unpublished(dated, other)
    if other.late:
        return _scored("time", "unknown", first, None, "one is about something long past")
    values = (first, f"published {other.published}")
    after = other.published - first
    why = f"one came out {after} days after the other's day"
    if after < 0:
        return _scored("time", "apart", *values, "one came out before the day of the other")
    gap = max(0, other.published - last)
    if gap <= _FOLLOWS and other.told and not any(same_day(day, told_of(first)) for day in other.told):
        return _scored("time", "names_another", *values, f"{why}, and names another day")
    kinds = (("fits_publication", 1), ("soon_published", 3), ("week_published", 7), ("near_publication", 14))
    kind = next((name for name, days in kinds if gap <= days), "apart")
    return _scored("time", kind, *values, why)


def _places(left: Sketch, right: Sketch) -> Comparison:
    if not (left.placed and right.placed) and _named(left, right):
        return _scored("place", "named_town", _shown(left), _shown(right), "one names the other's town")
    if not left.spots or not right.spots:
        return _scored("place", "unknown", _shown(left), _shown(right), "one does not tell where")
    if left.placed and right.placed:
        return _two_lists(left, right)
    pairs = [_spots(one, other) for one in left.spots for other in right.spots]
    best = max(pairs, key=lambda part: part.score)
    return Comparison("place", best.score, _shown(left), _shown(right), best.why)


def _named(left: Sketch, right: Sketch) -> bool:
    """Tell whether a report that does not place its incident in a town names the town of the other."""
    return any(
        mentioned(one.towns, other) for one, other in ((left, right), (right, left)) if not other.placed
    )


def mentioned(towns: Sequence[str], sketch: Sketch) -> bool:
    """Tell whether a report names one of the towns anywhere, in whatever case."""
    told = (*sketch.mentions, *sketch.openings)
    return any(names_town(town, each) for town in towns for each in told)


def _two_lists(left: Sketch, right: Sketch) -> Comparison:
    """Compare the towns of both: first those each tells first, since others may belong to something else."""
    mine = [spot for spot in left.spots if spot.town]
    theirs = [spot for spot in right.spots if spot.town]
    pairs = [_spots(one, other) for one in mine for other in theirs]
    best = max(pairs, key=lambda part: part.score)
    first = [_spots(one, theirs[0]) for one in mine if one.place == mine[0].place]
    first += [_spots(mine[0], other) for other in theirs if other.place == theirs[0].place]
    elsewhere = is_response(left.types[0]) or is_response(right.types[0])  # arrests in another town
    if best.score > 0 and max(part.score for part in first) < 0 and not elsewhere:
        return _scored(
            "place", "other_town_told", _shown(left), _shown(right), "one also tells the other's town"
        )
    if best.score < 0 and (alike := set(left.towns) & set(right.towns)):
        why = f"towns apart of one name ({', '.join(sorted(alike))}), of which one may be mistaken"
        return _scored("place", "same_name", _shown(left), _shown(right), why)
    if best.score < 0 and (_reaches(left, right) or _reaches(right, left)):
        why = "one tells of a whole country, and names the other's town"
        return _scored("place", "wider", _shown(left), _shown(right), why)
    if best.score < 0 and _name_each_other(left, right):
        why = "apart, each naming the other's town"
        return _scored("place", "both_towns_named", _shown(left), _shown(right), why)
    return Comparison("place", best.score, _shown(left), _shown(right), best.why)


def _reaches(wide: Sketch, other: Sketch) -> bool:
    """Tell whether a report places its incident in a country at large too, and names the other's town."""
    lands = {spot.country for spot in wide.spots if not spot.town}
    return bool(lands & _countries(other)) and mentioned(other.towns, wide)


def _name_each_other(left: Sketch, right: Sketch) -> bool:
    """Tell whether two reports of one country, as of a wave of attacks, name each other's town."""
    if not _countries(left) & _countries(right):
        return False
    return mentioned(left.towns, right) and mentioned(right.towns, left)


def _countries(sketch: Sketch) -> set[str]:
    return {spot.country for spot in sketch.spots if spot.country}


def _spots(one: Spot, other: Spot) -> Comparison:
    values = (one.place or one.site, other.place or other.site)
    if one.country and other.country and one.country != other.country:
        return _scored("place", "other_country", one.country, other.country, "different countries")
    if one.town and other.town:
        return _two_towns(one, other, values)
    if one.place is not None and one.place == other.place:
        kind = "same_region" if one.region else "same_country"
        return _scored("place", kind, *values, "the same region or country")
    if one.region and one.region == other.region:
        return _scored("place", "same_region", one.region, other.region, "the same region")
    both_regions = one.region and other.region
    if both_regions or not (one.country and other.country):
        return _scored("place", "unknown", *values, "places that cannot be compared")
    return _scored("place", "same_country", one.country, other.country, "the same country")


def _two_towns(one: Spot, other: Spot, values: tuple[object, object]) -> Comparison:
    if one.site and one.site == other.site and one.place == other.place and calls_by_name(one.site):
        return _scored("place", "same_site", one.site, other.site, "the same site")
    if one.place is not None and one.place == other.place:
        return _scored("place", "same_town", *values, "the same town")
    distance = kilometres(one, other)
    if distance is None:
        return _scored("place", "unknown", *values, "places that cannot be compared")
    kind = "near" if distance <= NEAR_KM else "apart"
    return _scored("place", kind, *values, f"{distance:.0f} km apart")


def kilometres(one: Spot, other: Spot) -> float | None:
    """Return the distance between two places, None when either has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = (one.latitude - other.latitude) * _KM_A_DEGREE
    east = (one.longitude - other.longitude) * _KM_A_DEGREE * math.cos(math.radians(one.latitude))
    return math.hypot(north, east)


def _shown(sketch: Sketch) -> str:
    return ", ".join(str(spot.site or spot.place or spot.country) for spot in sketch.spots[:3])


def _types(left: Sketch, right: Sketch) -> Comparison:
    one, other = left.types[0], right.types[0]
    if is_response(one) or is_response(other):
        return _scored("type", "response", one, other, "one names only a response")
    if one == other:
        return _scored("type", "same", one, other, f"both {one.replace('_', ' ')}")
    if akin(one, other):
        return _scored("type", "family", one, other, "types that are used for one incident")
    if one in right.types or other in left.types:
        return _scored("type", "family", one, other, "one also tells of the other's type")
    return _scored("type", "different", one, other, f"{one} is not {other}".replace("_", " "))


def _names(left: Sketch, right: Sketch) -> Comparison:
    shared = set(left.names) & set(right.names)
    places = {*left.towns, *right.towns, *_lands(left), *_lands(right)}  # compared by themselves
    told = set(left.mentions) & set(right.mentions) - places
    smaller = min(len(set(each.mentions) - places) for each in (left, right))
    points = weight("names", "each") * len(shared)
    if smaller >= _FEWEST_MENTIONS:
        points += weight("names", "report") * min(1.0, 2 * len(told) / smaller)
    score = round(min(weight("names", "most"), points), 2)
    why = f"{len(shared)} names told of both, {len(told)} in both reports"
    return Comparison("names", score, ", ".join(sorted(shared)), ", ".join(sorted(told)), why)


def _lands(sketch: Sketch) -> Iterator[str]:
    return (form for country in _countries(sketch) for form in country_forms(country))


def _figures(left: Sketch, right: Sketch) -> Comparison:
    shared = sorted(set(left.figures) & set(right.figures), key=lambda figure: -figure[1])
    mine, theirs = dict(left.figures), dict(right.figures)
    far = [what for what in sorted(set(mine) & set(theirs)) if _far(what, left, right)]
    if shared and (_DEAD not in far or any(what == _DEAD for what, _ in shared)):
        what, count = shared[0]
        kind = "same_large" if count >= _LARGE else "same"
        return _scored("figures", kind, count, count, f"both count {count} {what}")
    for what in sorted(set(mine) & set(theirs)):
        low, high = sorted((mine[what], theirs[what]))
        if low >= _LARGE and high <= _CLOSE * low and _DEAD not in far:
            return _scored("figures", "close", low, high, f"{low} and {high} {what}")
        if what in far:
            why = f"{mine[what]} and {theirs[what]} {what}"
            return _scored("figures", "far", mine[what], theirs[what], why)
    return Comparison("figures", 0.0, "", "", "no count in common")


def _far(what: str, left: Sketch, right: Sketch) -> bool:
    """Tell whether two counts of one thing are too far apart, unless an early one was only the least."""
    mine, theirs = dict(left.figures)[what], dict(right.figures)[what]
    smaller = left if mine <= theirs else right
    may_grow = what in smaller.least and smaller.timed
    return max(mine, theirs) > 5 * min(mine, theirs) and not may_grow


def _sites(left: Sketch, right: Sketch) -> Comparison:
    """Compare the kinds of sites that the claims name: a station and a bus are told of as two attacks."""
    called = set(left.site_names) & set(right.site_names)
    if called:
        names = ", ".join(sorted(called))
        return _scored("sites", "named", names, names, "both call the site by the same name")
    mine, theirs = ", ".join(left.sites), ", ".join(right.sites)
    if not mine or not theirs:
        return Comparison("sites", 0.0, mine, theirs, "one names no site")
    if set(left.sites) & set(right.sites):
        return _scored("sites", "same", mine, theirs, "both name the same kind of site")
    kind = "other" if left.timed and right.timed else "other_undated"
    return _scored("sites", kind, mine, theirs, "they name other kinds of sites")


def _texts(left: Sketch, right: Sketch) -> Comparison:
    alike = resemblance(left.signature, right.signature)
    values = (f"{alike:.2f}", f"{alike:.2f}")
    if alike >= COPY and left.background == right.background:
        return _scored("text", "copy", *values, "one text is mostly the other's")
    if alike >= KINDRED and left.background == right.background:
        return _scored("text", "kindred", *values, "the texts share long stretches")
    return Comparison("text", 0.0, *values, "the texts differ")


def _passing(left: Sketch, right: Sketch) -> Comparison:
    score = weight("background", "one_only") if left.background != right.background else 0.0
    return Comparison(
        "background", score, str(left.background), str(right.background), "one only mentions it in passing"
    )
