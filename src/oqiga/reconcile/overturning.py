"""What only the whole series of a figure tells: outvoted points stand again, revised ones fall.

The rules are those written in the codebook, `settling_policies.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.phrase import Phrase, phrase
from oqiga.model.terms import Certainty, Counts, Group
from oqiga.reconcile.evidence import TollEvidence
from oqiga.reconcile.point import Point, behind_repeats
from oqiga.reconcile.policies import PART, tier

MANY, FAR_BELOW = 6, 0.5
"""A later figure below this share of a standing total of so many or more, that no word calls a revision, is
taken for the count of something less (a later raid), not for the new total."""
_GAVE_WAY = frozenset(("better_office", "same_origin", "grew"))
_WRONG = frozenset(("revised_by", "revised_here", "revised_later", "taken_back", "struck"))
_LEFT_OUT = "leaves_out"
LONE = 3
"""Origins that count less than half of a figure, by which it stands alone and is taken for a mistake."""


def overturned(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points of one figure, in order of time, with what only the series as a whole can tell."""
    return _whole_after_all(_standing_again(_corrected_downwards(_within_report(_outvoted(points)))))


def no_longer_none(points: Sequence[Point], others: Sequence[TollEvidence]) -> tuple[Point, ...]:
    """Let "nobody was killed" fall once an office or an outlet tells later, outright, of some group of people
    who were.

    points: a figure of all people. others: tolls of the same outcome, of any group; in any order.
    """
    told = [
        each
        for each in others
        if each.claim.low
        and each.claim.group is not Group.ALL
        and each.claim.certainty is Certainty.STATED
        and tier(each.kind) < PART
    ]

    def fallen(point: Point) -> Phrase | None:
        later = [each for each in told if each.order[0] > point.moment]
        if point.high != 0 or not point.standing or point.confirmed or not later:
            return point.fallen
        first = min(later, key=lambda each: each.order)
        part = phrase("part", count=first.claim.low, group=first.claim.group.value)
        return phrase("some_since", speaker=first.speaker, at=first.at, part=part)

    return tuple(replace(point, fallen=fallen(point)) for point in points)


def _whole_after_all(points: Sequence[Point]) -> tuple[Point, ...]:
    """Let totals stand again that were thought to leave attackers out, where the higher one was wrong.

    Eight were corrected to seven: other reports that tell seven agree.
    """
    standing = {(point.low, point.high) for point in points if point.standing}
    return tuple(
        replace(point, fallen=None)
        if (why := behind_repeats(point.fallen)) is not None
        and why.id == _LEFT_OUT
        and (point.low, point.high) in standing
        else point
        for point in points
    )


def _standing_again(points: Sequence[Point]) -> tuple[Point, ...]:
    """Let the last figure that only gave way to others stand again where those have all been taken back.

    Five, then twelve, and the twelve were a mistake: the five are known again.
    """
    if any(point.standing for point in points):
        return tuple(points)
    wrong = {(point.low, point.high) for point in points if _taken_back(point)}
    left = [point for point in points if _gave_way(point) and (point.low, point.high) not in wrong]
    if not left:
        return tuple(points)
    last = left[-1]
    alike = [point for point in left if (point.low, point.high) == (last.low, last.high)]
    return tuple(replace(point, fallen=None) if point in alike else point for point in points)


def _gave_way(point: Point) -> bool:
    """Tell whether a point fell only because another took its place, itself or as a repeat of such a one."""
    reason = behind_repeats(point.fallen)
    return reason is not None and reason.id in _GAVE_WAY


def _taken_back(point: Point) -> bool:
    """Tell whether somebody said, or an analyst decided, that a point is no figure of it (any more)."""
    return point.is_denial or (point.fallen is not None and point.fallen.id in _WRONG)


def said(id: str, point: Point) -> Phrase:
    """Return the phrase `id` about a point: who said which figure, and when."""
    return phrase(id, speaker=point.evidence.speaker, at=point.evidence.at, figure=point.figure)


def _outvoted(points: Sequence[Point]) -> list[Point]:
    """Let totals stand again that fell behind one more than twice as high, which one origin alone tells.

    What many count alike is no part: the one figure was of something else.
    """
    found = list(points)
    for high in [each for each in found if each.standing and each.low >= MANY]:
        as_many = {each.evidence.origin for each in found if each.low >= FAR_BELOW * high.low}
        fewer = [number for number, each in enumerate(found) if _fell_behind(each, high)]
        if len(as_many) == 1 and len({found[number].evidence.origin for number in fewer}) >= LONE:
            for number in fewer:
                found[number] = replace(found[number], fallen=None)
    return found


def _fell_behind(point: Point, high: Point) -> bool:
    """Tell whether a total fell because it is far below another."""
    why = phrase("counts_less", figure=high.figure, speaker=high.evidence.speaker)
    return point.fallen == why and point.toll.counts is not Counts.SUBSET


def _within_report(points: Sequence[Point]) -> tuple[Point, ...]:
    """Apply what reports say about earlier figures, their own and those of other reports."""
    by_id = {point.toll.id: point for point in points}
    gone: dict[str, Phrase] = {}
    for point in points:
        successor = by_id.get(point.toll.superseded_by or "")
        if successor is None and point.toll.superseded_by is None:
            continue
        why = phrase("revised_later")
        if successor is not None:
            why = phrase("revised_by", says=said("tells", successor))
        for other in points:
            same_figure = other.low == point.low and other.high == point.high
            earlier = other.moment <= point.moment
            if same_figure and earlier and (successor is None or other is not successor):
                gone.setdefault(other.toll.id, why)
    return tuple(
        replace(point, fallen=gone[point.toll.id]) if point.standing and point.toll.id in gone else point
        for point in points
    )


def _corrected_downwards(points: Sequence[Point]) -> tuple[Point, ...]:
    """Take back what lies between a figure and the lower one that an office corrected it to.

    Such counts were on the way up to what was corrected.
    """
    by_id = {point.toll.id: point for point in points}
    gone: dict[str, Phrase] = {}
    for old in points:
        new = by_id.get(old.toll.superseded_by or "")
        if new is None or not new.standing or new.tier != 1 or old.low <= new.low:
            continue
        for other in points:
            between = new.low < other.low <= old.low and not other.agrees(new)
            before = other.moment <= new.moment and other.tier >= new.tier
            if other.standing and not other.confirmed and between and before:
                gone.setdefault(other.toll.id, phrase("revised_by", says=said("tells", new)))
    return tuple(replace(point, fallen=gone.get(point.toll.id, point.fallen)) for point in points)
