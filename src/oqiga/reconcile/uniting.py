"""Whole incidents joined when their reports agree, after each report has been placed by itself.

Two groups of reports may each have opened with a report that tells little of what the other's tells. No one
of them then leaves its group for the other, and only seen together do they mean one incident.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from oqiga.reconcile.kinship import threshold
from oqiga.reconcile.refining import Order
from oqiga.reconcile.sketch import Sketch

MOST = 4
"""Sketches of an incident that are compared with those of another, those that tell most."""
FEWEST = 2
"""Pairs of reports on which it is judged at least: one report by itself was placed already."""
SLACK = 0.5
"""Points less than `same` that an average may have, since it stands on several comparisons; none where
nothing tells when they were."""


def linked(one: Sketch, other: Sketch, points: float) -> bool:
    """Tell whether two sketches are divided into incidents together: whether they may mean one.

    points: of their comparison. Where something tells when both were half a point less suffices, as it does
    to be placed in one incident: what agrees so with several is of theirs.
    """
    return points >= threshold() - (SLACK if one.timed and other.timed else 0.0)


def united(
    incidents: Sequence[list[Sketch]],
    *,
    score: Callable[[Sketch, Sketch], float],
    telling: Callable[[Sketch], Order],
    apart: Callable[[Sketch, Sequence[Sketch]], bool],
) -> list[list[Sketch]]:
    """Return the incidents, those joined whose reports mean one on average, the surest first.

    Not what a report tells apart, nor what is only recalled. telling: sorts sketches by how much they tell.
    apart: whether its day or its count keeps a sketch out of an incident.
    """
    found = {number: sorted(each, key=telling) for number, each in enumerate(incidents)}
    meeting = {
        pair: points
        for pair in combinations(found, 2)
        if (points := _meet(found, pair, score, apart)) is not None
    }
    while meeting:
        one, other = max(meeting, key=lambda pair: (meeting[pair], -pair[0], -pair[1]))
        found[one] = sorted(found[one] + found.pop(other), key=telling)
        meeting = {pair: points for pair, points in meeting.items() if {one, other}.isdisjoint(pair)}
        for number in found:
            pair = (min(one, number), max(one, number))
            if number != one and (points := _meet(found, pair, score, apart)) is not None:
                meeting[pair] = points
    return list(found.values())


def _meet(
    found: Mapping[int, Sequence[Sketch]],
    pair: tuple[int, int],
    score: Callable[[Sketch, Sketch], float],
    apart: Callable[[Sketch, Sequence[Sketch]], bool],
) -> float | None:
    """Return how many points above what is asked two incidents agree, None where they are two."""
    one, other = found[pair[0]], found[pair[1]]
    points = _agreement(one, other, score)
    if points is None or points < 0:
        return None
    kept = all(apart(each, other) for each in one[:MOST]) or all(apart(each, one) for each in other[:MOST])
    return None if kept else points


def _agreement(
    one: Sequence[Sketch], other: Sequence[Sketch], score: Callable[[Sketch, Sketch], float]
) -> float | None:
    """Return how many points above what is asked two incidents agree, None where that cannot be said."""
    if all(each.background for each in one) or all(each.background for each in other):
        return None
    told = [(mine, theirs, score(mine, theirs)) for mine in one[:MOST] for theirs in other[:MOST]]
    if any(mine.report == theirs.report and points < 0 for mine, theirs, points in told):
        return None
    pairs = [points for mine, theirs, points in told if mine.report != theirs.report]
    if len(pairs) < FEWEST:
        return None
    timed = any(each.timed for each in one) and any(each.timed for each in other)
    return sum(pairs) / len(pairs) - threshold() + (SLACK if timed else 0.0)
