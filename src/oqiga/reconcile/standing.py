"""Which claims about one figure still stand: replaced, revised, repeated, denied and struck ones do not.

The rules are those written in the codebook, `settling_policies.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from oqiga.model.phrase import Phrase, phrase
from oqiga.model.terms import Certainty, Counts, PlacePrecision, RevisionKind
from oqiga.reconcile.arithmetic import SAME_BREATH, Parts
from oqiga.reconcile.evidence import TollEvidence
from oqiga.reconcile.in_time import in_time
from oqiga.reconcile.overturning import FAR_BELOW, MANY, overturned, said
from oqiga.reconcile.point import DENIED, Point
from oqiga.reconcile.same_news import is_fresh, told_before

FEW = 3
"""A total for which one person told of alone ("killed *an Iranian*") is no new one, whoever tells of him."""


def series(
    evidence: Sequence[TollEvidence],
    struck: Mapping[str, Phrase],
    confirmed: frozenset[str] = frozenset(),
    attackers: frozenset[int] = frozenset(),
    parts: Mapping[str, Parts] | None = None,
) -> tuple[Point, ...]:
    """Return the history of one figure in order of time, each point with whether it still stands.

    evidence: tolls of one incident, outcome and group; subsets are left out, they count a part.
    struck: id of a struck claim → why. confirmed: ids an analyst vouches for. attackers: counts of attackers
    with that outcome; a total that another exceeds by one of them leaves the attackers out. parts: id of an
    additional figure → the groups of its own report that it comes on top of, where that report told no total.
    """
    points: list[Point] = []
    for each, since in in_time(_wholes(evidence)):
        if each.claim.certainty is Certainty.DENIED:
            points = [_denied_by(point, each) for point in points]
            points.append(Point(each, each.claim.low, each.claim.high, fallen=DENIED, since=since))
            continue
        point = replace(_running(each, points, (parts or {}).get(each.claim.id)), since=since)
        if each.claim.id in struck:
            points.append(replace(point, fallen=struck[each.claim.id]))
            continue
        point = replace(point, confirmed=each.claim.id in confirmed, fallen=_repeats(point, points))
        point = _without_attackers(point, points, attackers)
        if point.standing:
            point = replace(point, fallen=_counts_less(point, points))
        points = [_replaced_by(earlier, point) for earlier in points]
        points.append(point)
    return overturned(points)


def _wholes(evidence: Sequence[TollEvidence]) -> list[TollEvidence]:
    wholes = [
        each
        for each in evidence
        if each.claim.counts is not Counts.SUBSET or each.claim.group.value not in ("all", "victims")
    ]
    return [each for each in wholes if not _of_one_site(each, wholes)]


def _of_one_site(evidence: TollEvidence, others: Sequence[TollEvidence]) -> bool:
    """Tell whether a figure counts one site only, where its report also has a higher one for the whole.

    One that is denied, or of another who speaks while this one is put right, is no whole of it.
    """
    if not _at_site(evidence):
        return False
    return any(
        other.report.id == evidence.report.id
        and other.claim.low > evidence.claim.low
        and not _at_site(other)
        and other.claim.certainty is not Certainty.DENIED
        and not (evidence.claim.revision is not None and other.origin != evidence.origin)
        for other in others
    )


def _at_site(evidence: TollEvidence) -> bool:
    place = evidence.claim.place
    return place is not None and place.precision is PlacePrecision.SITE


def _running(evidence: TollEvidence, points: Sequence[Point], parts: Parts | None) -> Point:
    """Return the point of a claim; an additional figure is added to the total before it, or to parts."""
    toll = evidence.claim
    if toll.counts is not Counts.ADDITIONAL:
        return Point(evidence, toll.low, toll.high)
    if (known := told_before(evidence, points)) is not None:
        return Point(evidence, known.low, known.high, added_to=known.added_to)
    base = _base(evidence, points)
    own = base is not None and base.evidence.report.id == evidence.report.id
    if parts is not None and not own:
        high = None if parts.high is None or toll.high is None else parts.high + toll.high
        return Point(evidence, parts.low + toll.low, high, added_to=parts.last)
    if base is None:
        return Point(evidence, toll.low, None)
    open_ended = base.high is None or toll.high is None
    high = None if open_ended else (base.high or 0) + (toll.high or 0)
    return Point(evidence, base.low + toll.low, high, added_to=base.toll.id)


def _base(evidence: TollEvidence, points: Sequence[Point]) -> Point | None:
    same = [p for p in points if p.evidence.report.id == evidence.report.id]
    if any(p.toll.counts is not Counts.ADDITIONAL for p in same):
        start = evidence.claim.span.start
        near = [p for p in same if p.toll.span.start <= start <= p.toll.span.end + SAME_BREATH]
        return near[-1] if near else None
    standing = [p for p in points if p.standing]
    own = [p for p in standing if p.evidence.origin == evidence.origin]
    if own:
        return own[-1]
    near = [p for p in standing if is_fresh(evidence, p)]
    return min(near, key=lambda p: (p.tier, -points.index(p))) if near else None


def _repeats(point: Point, points: Sequence[Point]) -> Phrase | None:
    """Say why a figure that was replaced before does not come back by being repeated.

    Only a text that says it corrects the present figure brings an old one back.
    """
    if point.toll.revision is not None or any(p.standing and p.low == point.low for p in points):
        return None
    for earlier in reversed(points):
        gone = earlier.fallen if not earlier.is_denial else None
        same = (earlier.low, earlier.high) == (point.low, point.high)
        if gone is not None and same and point.tier >= earlier.tier:
            return gone if gone.id == "repeats" else phrase("repeats", fallen=gone)
    return None


def _without_attackers(point: Point, points: Sequence[Point], attackers: frozenset[int]) -> Point:
    """Let a total that leaves the attackers out stand aside for the one that holds them."""
    if not attackers or not (point.standing and point.exact) or point.toll.revision is not None:
        return point
    for other in points:
        if other.standing and other.exact and other.low - point.low in attackers:
            left_out = other.low - point.low
            return replace(point, fallen=phrase("leaves_out", count=left_out, total=other.low))
    return point


def _counts_less(point: Point, points: Sequence[Point]) -> Phrase | None:
    """Say why a figure far below a standing total is no new total."""
    if point.toll.revision is not None or point.toll.counts is Counts.ADDITIONAL:
        return None
    alone = point.high == point.low == 1 and point.toll.counts is Counts.UNKNOWN
    for other in points:
        whole = other.standing and other.low >= (FEW if alone else MANY)
        whole = whole and (alone or other.tier <= point.tier)
        if whole and (point.high or point.low) < FAR_BELOW * other.low and point.moment >= other.moment:
            return phrase("counts_less", figure=other.figure, speaker=other.evidence.speaker)
    return None


def _replaced_by(earlier: Point, later: Point) -> Point:
    if not (earlier.standing and later.standing) or earlier.confirmed:
        return earlier
    why = _why_replaced(earlier, later)
    return replace(earlier, fallen=why) if why else earlier


def _why_replaced(earlier: Point, later: Point) -> Phrase | None:
    revision = later.toll.revision
    if earlier.toll.superseded_by == later.toll.id or (revision and revision.of == earlier.toll.id):
        return phrase("revised_here", says=said("gives", later))
    if later.added_to == earlier.toll.id:
        evidence = later.evidence
        return phrase("grew", speaker=evidence.speaker, at=evidence.at, count=later.toll.low)
    if earlier.evidence.report.id == later.evidence.report.id or later.toll.superseded_by is not None:
        return None  # what a report tells only to correct it is no news
    if earlier.evidence.origin == later.evidence.origin:
        return phrase("same_origin", says=said("gives", later))
    if _one_count(earlier, later):
        return phrase("better_office", says=said("gives", later))
    return None


def _one_count(earlier: Point, later: Point) -> bool:
    """Tell whether a later official total takes the place of an earlier one by another office."""
    if earlier.tier != 1 or later.tier != 1:
        return False
    return later.rank < earlier.rank or later.low > (earlier.high or earlier.low)


def _denied_by(point: Point, denial: TollEvidence) -> Point:
    """Take back a figure that its own origin, or the revision of the same report, denies."""
    toll = denial.claim
    same = point.low == toll.low and point.evidence.origin == denial.origin
    takes_back = toll.revision is not None and toll.revision.how in (
        RevisionKind.RETRACTS,
        RevisionKind.DENIES,
    )
    if point.standing and (
        same or (takes_back and toll.revision is not None and toll.revision.of == point.toll.id)
    ):
        return replace(point, fallen=phrase("taken_back", speaker=denial.speaker, at=denial.at))
    return point
