"""Tolls in the making: a count of people with its outcome, before parts and revisions are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from oqiga.model.span import Span
from oqiga.model.terms import Certainty, Counts, Group, Outcome, RevisionKind
from oqiga.read.tolls.people import People


@dataclass(slots=True)
class Draft:
    """One toll in the making; mutable, and never leaves `find_tolls`.

    first, last: tokens of the clause it rests on. whole: the draft it is a part of. newer: the draft that
    replaces it. revises: what it does to an older figure, and the older draft where the report has it.
    """

    people: People
    outcome: Outcome
    group: Group
    low: int
    high: int | None
    first: int
    last: int
    trigger_first: int
    trigger_kind: str
    certainty: Certainty = Certainty.STATED
    counts: Counts = Counts.TOTAL
    group_text: str | None = None
    shared: bool = False
    whole: Draft | None = None
    newer: Draft | None = None
    revises: tuple[RevisionKind, Draft | None, Span] | None = field(default=None)

    def covers(self, index: int) -> bool:
        """Tell whether a token belongs to the clause."""
        return self.first <= index < self.last
