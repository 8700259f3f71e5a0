"""Do two reports mean the same incident? Points for and against, each with the values compared, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.reconcile.borders import borders_compared
from oqiga.reconcile.comparing_figures import figures_compared
from oqiga.reconcile.comparing_places import places_compared
from oqiga.reconcile.comparing_times import (
    hours_compared,
    one_night,
    times_compared,
    year_mistaken,
)
from oqiga.reconcile.comparing_traits import (
    background_compared,
    names_compared,
    people_compared,
    sites_compared,
    texts_compared,
    types_compared,
)
from oqiga.reconcile.comparison import Comparison, scored
from oqiga.reconcile.completing import sites_of
from oqiga.reconcile.kinship import akin, is_response, threshold, weight
from oqiga.reconcile.sketch import Sketch

_FEATURES = (
    times_compared,
    places_compared,
    borders_compared,
    types_compared,
    names_compared,
    figures_compared,
    sites_compared,
    people_compared,
    hours_compared,
    texts_compared,
    background_compared,
)


_ALL_ALIKE = 7.5
"""Points of all but the day from which of two days a year apart one is taken for a mistake."""


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
    parts = tuple(feature(left, right) for feature in _FEATURES)
    if year_mistaken(left, right, parts[0]) and _all_alike(parts[1:]):
        why = "a year apart, but all else agrees"
        parts = (scored("time", "mistaken", left.first, right.first, why), *parts[1:])
    return Match(left.id, right.id, sum(part.score for part in parts), parts)


def _all_alike(parts: Sequence[Comparison]) -> bool:
    """Tell whether all but the day agrees, a large count before all."""
    counts = next(part.score for part in parts if part.feature == "figures")
    return counts >= weight("figures", "same_large") and sum(part.score for part in parts) >= _ALL_ALIKE


def _one_attack(left: Sketch, right: Sketch) -> bool:
    """Tell whether two things that one report tells are of one attack: on one day or night, in one town.

    What is not placed in a town may be anywhere in its country.
    """
    if not _at_one_time(left, right):
        return False
    mine, theirs = ({spot.place for spot in each.spots if spot.town} for each in (left, right))
    if mine and theirs:
        return bool(mine & theirs or sites_of(left) & sites_of(right))
    if not _related(left, right):
        return False
    lands = [{spot.country for spot in each.spots if spot.country} for each in (left, right)]
    return not all(lands) or bool(lands[0] & lands[1])


def _at_one_time(left: Sketch, right: Sketch) -> bool:
    """Tell whether one report tells both on one day or night, or of one of them no time at all.

    Then both are in one town, of types that go together, and no other site is named for each.
    """
    if left.exact and right.exact:
        return left.first == right.first or one_night(left, right)
    if left.background or right.background or not (left.first is None or right.first is None):
        return False
    towns = [{spot.place for spot in each.spots if spot.town and spot.place} for each in (left, right)]
    elsewhere = left.sites and right.sites and not set(left.sites) & set(right.sites)
    return bool(towns[0] & towns[1]) and _related(left, right) and not elsewhere


def _related(left: Sketch, right: Sketch) -> bool:
    one, other = left.types[0], right.types[0]
    return is_response(one) or is_response(other) or akin(one, other)
