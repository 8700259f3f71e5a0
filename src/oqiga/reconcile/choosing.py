"""Which of the standing figures is called best, policy by policy.

The rules are those written in the codebook, `settling_policies.yaml` and `sources_order.yaml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from oqiga.model.terms import Certainty, SourceKind
from oqiga.reconcile.point import Point
from oqiga.reconcile.policies import policy_named

_DOUBT = {
    Certainty.STATED: 0,
    Certainty.REPORTED: 1,
    Certainty.SUSPECTED: 2,
    Certainty.UNCLEAR: 3,
    Certainty.DENIED: 4,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The point a policy chose. reason: id of the phrase that says how."""

    point: Point
    reason: str


def choose(standing: Sequence[Point], *, policy: str) -> Choice:
    """Return the best of one or more standing points by a named policy, and how it was chosen."""
    return _CHOOSERS[policy_named(policy).name](standing)


def latest_of(points: Sequence[Point]) -> Point:
    """Return the point to trust of several of one standing: the surest, then latest, then best placed."""
    return max(
        points,
        key=lambda p: (
            p.confirmed,
            -_DOUBT[p.toll.certainty],
            p.moment,
            -p.rank,
            p.exact,
            p.low,
            p.toll.id,
        ),
    )


def _default(standing: Sequence[Point]) -> Choice:
    vouched = [point for point in standing if point.confirmed]
    if vouched:
        return Choice(latest_of(vouched), "vouched")
    official = [point for point in standing if point.tier == 1]
    others = [point for point in standing if point.tier == 2 and _told_outright(point)]
    if not official:
        return _unofficial(standing)
    chosen = _best_placed(official)
    later = [p for p in others if _overtakes(p, chosen)] or _higher_together(others, chosen)
    if later:
        return Choice(_commonest(later), "overtaken")
    return Choice(chosen, "latest_office")


def _told_outright(point: Point) -> bool:
    """Tell whether an outlet gives a figure as its own, also where another reports that it does."""
    certainty = point.toll.certainty
    return certainty is Certainty.STATED or (
        certainty is Certainty.REPORTED and point.evidence.kind == SourceKind.MEDIA.value
    )


def _best_placed(official: Sequence[Point]) -> Point:
    """Return the figure of the best-placed office; what it should replace has fallen already."""
    rank = min(point.rank for point in official)
    return latest_of([point for point in official if point.rank == rank])


def _higher_together(others: Sequence[Point], official: Point) -> list[Point]:
    """Return the higher figures of outlets at the moment of an office's, where several origins give such.

    Of one day it is seldom told which came first; tolls grow.
    """
    top = official.low if official.high is None else official.high
    higher = [p for p in others if p.moment == official.moment and p.low > top and not p.agrees(official)]
    return higher if len({p.evidence.origin for p in higher}) > 1 else []


def _overtakes(point: Point, official: Point) -> bool:
    """Tell whether an outlet's own figure is later and higher than the last one of an office.

    What an office told the least of ("at least 30") agrees with any higher count, and is outgrown by it.
    """
    top = official.low if official.high is None else official.high
    told_apart = official.high is None or not point.agrees(official)
    return point.low > top and told_apart and point.moment > official.moment


def _unofficial(standing: Sequence[Point]) -> Choice:
    collected = [point for point in standing if point.tier == 2]
    if collected:
        newest = _not_outgrown(collected)
        sure = [p for p in newest if _told_outright(p)] or newest
        return Choice(_commonest(sure), "most_carried")
    return Choice(latest_of(standing), "nobody_better")


def _not_outgrown(points: Sequence[Point]) -> list[Point]:
    """Return the points than which no later one, told as surely, is higher; in their order."""
    outgrown: set[int] = set()
    highest: dict[int, int] = {}  # of later points, by how doubtful they are
    ordered = sorted(range(len(points)), key=lambda number: points[number].moment, reverse=True)
    for _, together in groupby(ordered, key=lambda number: points[number].moment):
        numbers = list(together)
        for number in numbers:
            point = points[number]
            doubt, top = _DOUBT[point.toll.certainty], point.high or point.low
            if any(low > top for other, low in highest.items() if other <= doubt):
                outgrown.add(number)
        for number in numbers:
            doubt = _DOUBT[points[number].toll.certainty]
            highest[doubt] = max(points[number].low, highest.get(doubt, points[number].low))
    return [point for number, point in enumerate(points) if number not in outgrown]


def _commonest(points: Sequence[Point]) -> Point:
    """Return a point with the figure that most origins give; between equals, the latest and highest."""
    votes = Counter(low for low, _ in {(p.low, p.evidence.origin) for p in points})
    return max(
        points,
        key=lambda p: (votes[p.low], p.moment, p.exact, p.low, -p.rank, p.toll.id),
    )


def _official_first(standing: Sequence[Point]) -> Choice:
    official = [point for point in standing if point.tier == 1]
    if official:
        return Choice(_best_placed(official), "latest_state")
    return _default(standing)


def _highest(standing: Sequence[Point]) -> Choice:
    return Choice(max(standing, key=lambda p: (p.low, p.toll.id)), "highest")


def _lowest(standing: Sequence[Point]) -> Choice:
    return Choice(min(standing, key=lambda p: (p.low, p.toll.id)), "lowest")


def _majority(standing: Sequence[Point]) -> Choice:
    return Choice(_commonest(standing), "most_origins")


_CHOOSERS: dict[str, Callable[[Sequence[Point]], Choice]] = {
    "default": _default,
    "highest-standing": _highest,
    "lowest-standing": _lowest,
    "official-first": _official_first,
    "majority": _majority,
}
