"""Incidents: what happened in the world, computed from claims, never edited in place."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.model.claims import Blame, IsoDate, Measure, Participant, Place, Source, Statement, Weapon, When
from oqiga.model.phrase import Phrase
from oqiga.model.terms import EventType, Group, Outcome, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """One toll in the history of a figure.

    at: the moment the figure became known (its report's publication or `said_on`), None when unknown.
    low, high: persons; `high` None when open. origin: who it really comes from, behind syndication.
    standing: false once something later from the same origin replaced it, or an analyst struck it.
    denied: the claim says that the figure is not so; it is nobody's figure.
    """

    at: IsoDate | None
    low: int
    high: int | None
    said_by: tuple[Source, ...]
    origin: str
    claim: str
    standing: bool
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledToll:
    """One figure of one incident: low <= best <= high in persons (`high` None when open), and why.

    reasons: the sentences of `why`, to be written in any language; none in books of earlier versions.
    """

    outcome: Outcome
    group: Group
    best: int
    low: int
    high: int | None
    disputed: bool
    as_of: IsoDate | None
    why: str
    claims: tuple[str, ...]
    series: tuple[SeriesPoint, ...]
    reasons: tuple[Phrase, ...] = ()

    @property
    def at_most(self) -> bool:
        """Whether nobody tells more than the most there can be ("up to 30"): `best` is no count then."""
        standing = [point for point in self.series if point.standing]
        return self.best > 0 and bool(standing) and all(point.low == 0 and point.high for point in standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened or became known, and the ids of the claims that say so."""

    at: IsoDate | None
    what: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Claims that cannot all be true, and why.

    subject, reasons: `about` and `why` to be written in any language; none in books of earlier versions.
    """

    about: str
    claims: tuple[str, ...]
    why: str
    subject: Phrase | None = None
    reasons: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that happened at a place and a time, as far as reports tell.

    parts: ids of incidents that are its parts (the several targets of one attack), each an incident with
    `part_of` set; what they count is counted in the whole. why, reasons: why it is a part; empty for others.
    places: the most exact first. background: reports only mention it. tolls: at most one for each outcome and
    group. reports: ids of those that tell of it.
    """

    id: str
    title: str
    type: EventType
    stage: Stage
    time: When
    places: tuple[Place, ...] = ()
    parts: tuple[str, ...] = ()
    part_of: str | None = None
    why: str | None = None
    reasons: tuple[Phrase, ...] = ()
    background: bool = False
    perpetrators: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    tolls: tuple[SettledToll, ...] = ()
    blame: tuple[Blame, ...] = ()
    measures: tuple[Measure, ...] = ()
    statements: tuple[Statement, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    reports: tuple[str, ...] = ()
