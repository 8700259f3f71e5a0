"""Decisions: what a named analyst decided about claims and incidents, and why. Entries, never edits."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from oqiga.model.claims import IsoDate
from oqiga.model.span import Span


class DecisionKind(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    SPLIT = "split"
    STRIKE = "strike"
    CORRECT = "correct"
    CONFIRM = "confirm"
    NOTE = "note"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a decision points at: a claim, or what one report says about one incident.

    id: of the claim or the incident when the decision was made. report, kind and span find the same words
    again after the report was read anew and its claims have other ids. kind: that of the claim, or
    "incident". outcome and group: of a toll, None otherwise.
    """

    id: str
    report: str
    kind: str
    span: Span
    outcome: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision by one analyst.

    at: when it was made. about: what it points at; a merge joins all of them, a split keeps the first apart
    from each of the others. values: for a correction, field of the claim → the right value.
    withdraws: id of the decision that this one takes back.
    """

    id: str
    kind: DecisionKind
    analyst: str
    reason: str
    at: IsoDate
    about: tuple[Anchor, ...] = ()
    values: dict[str, str | int | bool | None] = field(default_factory=dict)
    withdraws: str | None = None
