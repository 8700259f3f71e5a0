"""What analysts decided, as it bears on claims: which are struck, corrected, confirmed."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from oqiga.errors import ReconcileError
from oqiga.model.claims import Claim, Toll
from oqiga.model.decision import Anchor, Decision, DecisionKind
from oqiga.model.moments import known_by
from oqiga.model.phrase import Phrase, phrase
from oqiga.model.wire import claim_from_json, claim_to_json
from oqiga.reconcile.evidence import Evidence

CORRECTABLE: dict[str, tuple[str, ...]] = {
    "toll": ("outcome", "group", "low", "high", "counts"),
    "event": ("type", "stage"),
    "measure": ("type", "status", "level"),
    "blame": ("perpetrator", "basis"),
    "statement": ("speaker",),
}
"""What an analyst may correct of each kind of claim; `certainty` and `background` of any."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """What decisions do to the claims at hand. struck: claim id → why."""

    struck: dict[str, Phrase] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    corrected: dict[str, Claim] = field(default_factory=dict)
    notes: tuple[Decision, ...] = ()


def in_effect(decisions: Sequence[Decision], as_of: str | None = None) -> tuple[Decision, ...]:
    """Return the decisions made by `as_of` and not withdrawn by then, in order of time."""
    made = [each for each in decisions if known_by(each.at, as_of)]
    withdrawn = {each.withdraws for each in made if each.kind is DecisionKind.WITHDRAW}
    kept = [each for each in made if each.kind is not DecisionKind.WITHDRAW and each.id not in withdrawn]
    return tuple(sorted(kept, key=lambda each: (each.at, each.id)))


def pointing_past(decisions: Sequence[Decision], elsewhere: Container[str]) -> tuple[Decision, ...]:
    """Return the decisions without their anchors on what stands elsewhere in the book.

    What an anchor points at by its id is not looked for by its words among what the report says besides.
    elsewhere: ids of sketches or claims that stand, but not among those at hand.
    """
    kept = []
    for each in decisions:
        stays = 1 if each.kind is DecisionKind.SPLIT else 0  # what a split leaves where it is stands first
        about = (*each.about[:stays], *(a for a in each.about[stays:] if a.id not in elsewhere))
        kept.append(replace(each, about=about))
    return tuple(kept)


def bearing(decisions: Sequence[Decision], evidence: Sequence[Evidence[Claim]]) -> Bearing:
    """Return what the decisions in effect do to these claims, later ones over earlier ones."""
    struck: dict[str, Phrase] = {}
    confirmed: set[str] = set()
    corrected: dict[str, Claim] = {}
    by_id = {each.claim.id: each for each in evidence}
    for decision in decisions:
        for anchor in decision.about:
            found = met(anchor, evidence, by_id)
            if found is None:
                continue
            if decision.kind is DecisionKind.STRIKE:
                struck[found.id] = phrase(
                    "struck", analyst=decision.analyst, at=decision.at, reason=decision.reason
                )
                confirmed.discard(found.id)
            elif decision.kind is DecisionKind.CONFIRM:
                confirmed.add(found.id)
                struck.pop(found.id, None)
            elif decision.kind is DecisionKind.CORRECT:
                corrected[found.id] = with_values(corrected.get(found.id, found), decision.values)
    return Bearing(struck, frozenset(confirmed), corrected)


def met(
    anchor: Anchor, evidence: Sequence[Evidence[Claim]], by_id: dict[str, Evidence[Claim]]
) -> Claim | None:
    """Return the claim an anchor points at: by its id, else by the same words of the report read anew."""
    if anchor.id in by_id:
        return by_id[anchor.id].claim
    near = [
        each.claim
        for each in evidence
        if each.report.id == anchor.report
        and each.claim.kind == anchor.kind
        and each.claim.span.overlaps(anchor.span)
    ]
    near = [each for each in near if _alike(each, "outcome", anchor.outcome)]
    near = [each for each in near if _alike(each, "group", anchor.group)] or near
    return max(near, key=lambda claim: (_shared(claim, anchor), claim.id)) if near else None


def _alike(claim: Claim, name: str, value: str | None) -> bool:
    return value is None or getattr(claim, name, None) == value


def _shared(claim: Claim, anchor: Anchor) -> int:
    return min(claim.span.end, anchor.span.end) - max(claim.span.start, anchor.span.start)


def with_values(claim: Claim, values: dict[str, Any]) -> Claim:
    """Return the claim with corrected values. Raises ReconcileError when a value does not fit."""
    allowed = set(CORRECTABLE[claim.kind]) | {"certainty", "background"}
    wrong = sorted(set(values) - allowed)
    if wrong:
        raise ReconcileError(f"cannot correct {', '.join(wrong)} of a {claim.kind}", subject=claim.id)
    corrected = claim_from_json({**claim_to_json(claim), **values})
    if isinstance(corrected, Toll) and corrected.high is not None and corrected.high < corrected.low:
        raise ReconcileError("high is below low", subject=claim.id)
    return corrected


def apply(evidence: Sequence[Evidence[Claim]], borne: Bearing) -> list[Evidence[Claim]]:
    """Return the evidence with corrections in place, struck claims other than tolls left out.

    Struck tolls stay: the series shows them, fallen.
    """
    kept = []
    for each in evidence:
        claim = borne.corrected.get(each.claim.id, each.claim)
        if claim.id in borne.struck and not isinstance(claim, Toll):
            continue
        kept.append(Evidence(claim, each.report) if claim is not each.claim else each)
    return kept
