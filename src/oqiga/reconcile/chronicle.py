"""The timeline of an incident: what happened and what became known, in order, with the claims that say so."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.claims import Blame, Claim, Event, Measure
from oqiga.model.incident import SettledToll, TimelineEntry
from oqiga.model.moments import earliest
from oqiga.model.terms import Certainty, Group, TimePrecision
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.point import figure

_KNOWN = {TimePrecision.MONTH: 7, TimePrecision.YEAR: 4}
"""Letters of an ISO date that are known where it is no day; the first day of a week is none."""


def timeline(evidence: Sequence[Evidence[Claim]], tolls: Sequence[SettledToll]) -> tuple[TimelineEntry, ...]:
    """Return the timeline. The same thing at the same moment is one entry with all its claims.

    Figures enter when they become known, once for each new value; copies add their claim to the entry.
    """
    entries: dict[tuple[str, str], list[str]] = {}
    for each in sorted(evidence, key=lambda each: each.order):
        told = _told(each.claim)
        if told is not None:
            at = _moment(each) or ""
            entries.setdefault((at, told), []).append(each.claim.id)
    for toll in tolls:
        for at, what, claims in _figures(toll):
            entries.setdefault((at, what), []).extend(claims)
    ordered = sorted(entries, key=lambda key: (earliest(key[0]).isoformat() if key[0] else "9999", key[1]))
    return tuple(
        TimelineEntry(at=at or None, what=what, claims=tuple(dict.fromkeys(entries[at, what])))
        for at, what in ordered
    )


def _told(claim: Claim) -> str | None:
    if isinstance(claim, Event):
        denied = claim.certainty is Certainty.DENIED
        return f"{_words(claim.type.value)} ({'denied' if denied else claim.stage.value})"
    if isinstance(claim, Measure):
        level = f" {claim.level}" if claim.level else ""
        return f"{_words(claim.type.value)}{level}: {_words(claim.status.value)}"
    if isinstance(claim, Blame):
        return f"{claim.perpetrator or 'nobody'}: {claim.basis.value}"
    return None


def _moment(evidence: Evidence[Claim]) -> str | None:
    claim = evidence.claim
    if isinstance(claim, Event):
        exact = claim.time.start if claim.time.precision is not TimePrecision.WEEK else None
        return exact[: _KNOWN.get(claim.time.precision)] if exact else None
    if isinstance(claim, Measure) and claim.valid_from:
        return claim.valid_from
    return evidence.at


def _figures(toll: SettledToll) -> list[tuple[str, str, list[str]]]:
    found: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for point in toll.series:
        told = f"{figure(point.low, point.high)}{' (denied)' if point.denied else ''}"
        key = (told, point.said_by[0].name if point.said_by else point.origin)
        found.setdefault(key, (point.at or "", []))[1].append(point.claim)
    group = "" if toll.group is Group.ALL else f"{_words(toll.group.value)} "
    label = f"{group}{_words(toll.outcome.value)}"
    return [(at, f"{label}: {told}, {speaker}", claims) for (told, speaker), (at, claims) in found.items()]


def _words(value: str) -> str:
    return value.replace("_", " ")
