"""Others who died, told again: "two more have died" of one night is one news in however many reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from oqiga.model.terms import Counts
from oqiga.reconcile.evidence import TollEvidence
from oqiga.reconcile.point import Point

_ONE_NEWS = timedelta(hours=36)
"""Within which the same number of others is the same others, unless their days are told apart."""
_FRESH = timedelta(days=14)
"""Within which those who die of their wounds are news."""
_DAY = 10
"""Letters of a day of an ISO date."""


def told_before(evidence: TollEvidence, points: Sequence[Point]) -> Point | None:
    """Return the point of another report that holds those whom an additional figure counts already.

    points: of the figure so far, in order of time. It is one that came on top by the same number, or a total
    that had risen by just that number.
    """
    near = [point for point in points if _is_near(evidence, point)]
    for point in reversed(near):
        toll = point.toll
        if toll.counts is Counts.ADDITIONAL:
            if (toll.low, toll.high) == (evidence.claim.low, evidence.claim.high):
                return point
        elif any(_rose(earlier, point, evidence) for earlier in points):
            return point
    return None


def is_fresh(evidence: TollEvidence, point: Point) -> bool:
    """Tell whether others who died can come on top of another origin's figure: long after, it holds them."""
    return evidence.order[0] - point.moment <= _FRESH


def _is_near(evidence: TollEvidence, point: Point) -> bool:
    """Tell whether a point is of another report, shortly before, and of no other day."""
    other = point.evidence
    if other.report.id == evidence.report.id or point.is_denial:
        return False
    if not timedelta(0) <= evidence.order[0] - point.moment <= _ONE_NEWS:
        return False
    days = {_day(each) for each in (evidence, other)} - {None}
    return len(days) < 2  # "two more died on Monday", "two more died on Tuesday"


def _rose(earlier: Point, point: Point, evidence: TollEvidence) -> bool:
    """Tell whether a total is higher than an earlier one by the number of the others."""
    return (
        earlier.moment < point.moment
        and not earlier.is_denial
        and earlier.toll.counts is not Counts.ADDITIONAL
        and point.low - earlier.low == evidence.claim.low
    )


def _day(evidence: TollEvidence) -> str | None:
    time = evidence.claim.time
    return time.start[:_DAY] if time is not None and time.start else None
