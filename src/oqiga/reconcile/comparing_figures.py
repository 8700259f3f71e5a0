"""The counts of people that two sketches tell: the same, close to each other, or too far apart."""

from __future__ import annotations

import math
from collections.abc import Sequence

from oqiga.reconcile.comparison import Comparison, scored
from oqiga.reconcile.kinship import weight
from oqiga.reconcile.sketch import Sketch

_FEW = 2
"""Counts up to this are no evidence where they are the same: many attacks kill one or two."""
_LARGE = 10
_HUGE = 100
_ROUND = 10
_ANYONE = "all"
_ATTACKERS = "attackers"
_FAR = 5
"""How many times a count must be the other to be of other people."""
_DEAD = f"killed {_ANYONE}"
"""The count that others do not outweigh: many attacks wound a round number."""
_CLOSE = 1.15
"""How many times a large count may be the other, and still both may be the same count at another hour."""
_COUNTED = ("killed", "injured")
_DEAD_APART = 2.5
"""How many times the dead that one report counts may be the other's."""
_TOGETHER = 8.0
"""How many times the dead and the wounded may be the other's, both multiplied."""


def figures_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare the counts of people."""
    shared = _shared(left, right)
    mine, theirs = dict(left.figures), dict(right.figures)
    far = [what for what in sorted(set(mine) & set(theirs)) if _far(what, left, right)]
    if _DEAD in mine and _DEAD in theirs and _DEAD not in far:
        far = []  # the wounded of the first hour are few
    if shared and (_DEAD not in far or any(what == _DEAD for what, _ in shared)):
        weighed = [(_counted_alike(what, count, left, right), count, what) for what, count in shared]
        points, count, what = max(weighed, key=lambda each: each[0])
        return Comparison("figures", points, str(count), str(count), f"both count {count} {what}")
    for what in sorted(set(mine) & set(theirs)):
        low, high = sorted((mine[what], theirs[what]))
        if low >= _LARGE and high <= _CLOSE * low and _DEAD not in far and not _others(what, left, right):
            return scored("figures", "close", low, high, f"{low} and {high} {what}")
        if what in far:
            one, other = _nearest(_counts(what, left), _counts(what, right))
            return scored("figures", "far", one, other, f"{one} and {other} {what}")
    if not (left.timed and right.timed) and (told := _apart_as_told(left, right)) is not None:
        return scored(
            "figures", "apart_undated", *told, "counts of the dead and the wounded far apart together"
        )
    if min(mine.get(_DEAD, 0), theirs.get(_DEAD, 0)) >= _HUGE and left.timed and right.timed:
        return scored("figures", "hundreds", mine[_DEAD], theirs[_DEAD], "both count a hundred dead or more")
    return Comparison("figures", 0.0, "", "", "no count in common")


def _counted_alike(what: str, count: int, left: Sketch, right: Sketch) -> float:
    """Return the points of one count that both tell. A round one that is only about so many says less."""
    rough = count % _ROUND == 0 and (what in left.least or what in right.least)
    kind = "same_large" if count >= _LARGE and not rough else "same"
    kind = "same_undated" if count < _LARGE and not (left.timed and right.timed) else kind
    kind = "same_huge" if count >= _HUGE and count % _ROUND else kind
    return weight("figures", kind) + _counted_too(what, count, left, right)


def _shared(left: Sketch, right: Sketch) -> list[tuple[str, int]]:
    """Return the counts that both tell, the largest first, each under what it counts.

    22 civilians here and 22 people there are one count, of whom it is told otherwise; small and round counts,
    and those of attackers, are compared only with their like.
    """
    found = {
        (mine if mine == theirs else f"{mine.split()[0]} {_ANYONE}", count)
        for mine, count in left.figures
        for theirs, other in right.figures
        if count == other > _FEW and (mine == theirs or _told_otherwise(mine, theirs, count))
    }
    return sorted(found, key=lambda figure: (-figure[1], figure[0] != _DEAD, figure[0]))


def _told_otherwise(mine: str, theirs: str, count: int) -> bool:
    """Tell whether one count of one outcome may be the same people under two names."""
    outcomes = {each.split()[0] for each in (mine, theirs)}
    attackers = any(each.endswith(_ATTACKERS) for each in (mine, theirs))
    return len(outcomes) == 1 and not attackers and count >= _LARGE and bool(count % _ROUND)


def _counted_too(what: str, most: int, left: Sketch, right: Sketch) -> float:
    """Return the points of a count of something else that is the same too: the wounded beside the dead.

    So is that of dead attackers beside dead police, if it is another count. A round one says less than one
    told to the last person.
    """
    both = set(left.figures) & set(right.figures)
    outcome = what.split()[0]
    other = {count for kind, count in both if kind.split()[0] != outcome or (kind != what and count != most)}
    if not other:
        return 0.0
    return weight("figures", "both" if any(count % _ROUND for count in other) else "both_round")


def _others(what: str, left: Sketch, right: Sketch) -> bool:
    """Tell whether the only other counts of a thing, as of the wounded, are not close either."""
    mine, theirs = dict(left.figures), dict(right.figures)
    pairs = [sorted((mine[each], theirs[each])) for each in set(mine) & set(theirs) - {what}]
    large = [(low, high) for low, high in pairs if low >= _LARGE]
    return bool(large) and all(high > _CLOSE * low for low, high in large)


def _apart_as_told(left: Sketch, right: Sketch) -> tuple[str, str] | None:
    """Return the dead and wounded of both where they are far apart together, None where they may grow so.

    Of each outcome the two counts that are nearest to each other are taken.
    """
    told = [(_of(outcome, left), _of(outcome, right)) for outcome in _COUNTED]
    if not all(mine and theirs for mine, theirs in told):
        return None
    pairs = [_nearest(mine, theirs) for mine, theirs in told]
    times = [max(pair) / min(pair) for pair in pairs]
    smaller = left if pairs[0][0] <= pairs[0][1] else right
    if any(what.startswith("killed ") for what in smaller.least):
        return None  # of the first hour: it may grow
    if times[0] <= _DEAD_APART or math.prod(times) <= _TOGETHER:
        return None
    mine, theirs = (" and ".join(map(str, each)) for each in zip(*pairs, strict=True))
    return mine, theirs


def _of(outcome: str, sketch: Sketch) -> list[int]:
    counted = ((what.split(), count) for what, count in sketch.figures)
    return [count for (told, who), count in counted if told == outcome and who != _ATTACKERS]


def dead_in(sketch: Sketch) -> set[int]:
    """Return the counts of all dead that a sketch tells."""
    return set(_counts(_DEAD, sketch))


def far_fewer(few: Sketch, many: Sketch) -> bool:
    """Tell whether the dead of one sketch, counted in full, are too few to be those of the other."""
    return max(dead_in(many)) > _FAR * max(dead_in(few)) and _DEAD not in few.least


def _far(what: str, left: Sketch, right: Sketch) -> bool:
    """Tell whether two counts of one thing are too far apart, unless an early one was only the least.

    Where a report tells several counts of one thing, the two that are nearest to each other are taken.
    """
    mine, theirs = _nearest(_counts(what, left), _counts(what, right))
    smaller = left if mine <= theirs else right
    may_grow = what in smaller.least and smaller.timed
    if smaller.late and min(mine, theirs) == 1:
        return False  # a trial tells of one of the dead, or of who was killed since
    return max(mine, theirs) > _FAR * min(mine, theirs) and not may_grow


def _counts(what: str, sketch: Sketch) -> list[int]:
    return [count for each, count in sketch.figures if each == what]


def _nearest(mine: Sequence[int], theirs: Sequence[int]) -> tuple[int, int]:
    """Return the counts of two reports that are nearest to each other, none of them 0."""
    pairs = ((one, other) for one in mine for other in theirs)
    return min(pairs, key=lambda pair: max(pair) / min(pair))
