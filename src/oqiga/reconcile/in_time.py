"""Figures in order of time, those too whose report tells no time of its own: undated ones and copies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from oqiga.model.claims import Toll
from oqiga.model.terms import Certainty, Counts, RevisionKind
from oqiga.reconcile.evidence import TollEvidence


def in_time(evidence: Sequence[TollEvidence]) -> list[tuple[TollEvidence, datetime | None]]:
    """Return tolls in order of time, each with the moment it is taken to be of where that is not told.

    Tolls grow: a total that nobody dates is no news where a report that is dated had already reached it. It
    stands right before the first such; one that is higher than all of them where its report was entered.
    What a copy of a report carries was told when that came out, however late the copy is, and it stands right
    before it: the report itself goes on standing. Of one moment, as of one day, what corrects a figure comes
    last.
    """
    known = [
        (each.order[0], each.claim.low) for each in evidence if each.report.dated and _is_total(each.claim)
    ]
    placed = [(each, _carried(each, evidence) or _undated(each, known)) for each in evidence]
    return sorted(
        placed,
        key=lambda pair: (
            pair[1] or pair[0].order[0],
            pair[1] is None,
            _corrects(pair[0].claim),
            pair[0].order,
        ),
    )


def _corrects(toll: Toll) -> bool:
    return toll.revision is not None and toll.revision.how is not RevisionKind.UPDATES


def _carried(evidence: TollEvidence, others: Sequence[TollEvidence]) -> datetime | None:
    """Return when the report came out whose figure a copy of it carries; None for what it tells by itself."""
    toll, report = evidence.claim, evidence.report
    if report.root in ("", report.id) or not _is_total(toll) or not report.dated:
        return None
    figure = (toll.low, toll.high, evidence.origin)
    own = [each for each in others if each.report.id == report.root]
    told = [each for each in own if (each.claim.low, each.claim.high, each.origin) == figure]
    return min((each.order[0] for each in told), default=None)


def _undated(evidence: TollEvidence, known: Sequence[tuple[datetime, int]]) -> datetime | None:
    return None if evidence.report.dated else _reached(evidence, known)


def _reached(evidence: TollEvidence, known: Sequence[tuple[datetime, int]]) -> datetime | None:
    """Return when a dated report first gave as much as an undated toll; None when none did."""
    toll = evidence.claim
    if not _is_total(toll) or _corrects(toll) or toll.said_on is not None:
        return None
    return min((moment for moment, count in known if count >= toll.low), default=None)


def _is_total(toll: Toll) -> bool:
    return toll.certainty is not Certainty.DENIED and toll.counts is not Counts.ADDITIONAL
