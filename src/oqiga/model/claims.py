"""Claims: the things a report says, each with the exact words it rests on.

Field names and meanings are fixed by the record format, version 1. All values are immutable; `None`
means that the text does not say. Dates are ISO 8601 strings of whatever precision is known
(`2016`, `2016-06`, `2016-06-05`, `2016-06-05T14:45`, with an offset where one is known).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from oqiga.model.span import Span
from oqiga.model.terms import (
    Basis,
    Certainty,
    Counts,
    EventType,
    Group,
    MeasureStatus,
    MeasureType,
    Outcome,
    ParticipantKind,
    PlacePrecision,
    RevisionKind,
    SourceKind,
    Stage,
    TimePrecision,
    WeaponType,
)

IsoDate = Annotated[
    str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$")
]
"""A date or moment in ISO 8601 with the precision that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who a claim comes from: one link of a `said_by` chain."""

    name: str
    kind: SourceKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as far as it is known. `start` and `end` are inclusive; both None when unresolved."""

    start: IsoDate | None = None
    end: IsoDate | None = None
    precision: TimePrecision = TimePrecision.UNKNOWN
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as far as it is known. Degrees are WGS 84; `country` is ISO 3166-1 alpha-2."""

    name: str
    geonames_id: int | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A perpetrator or a target. `count` is in persons or things; `effect` is what became of it."""

    name: str
    kind: ParticipantKind
    count: int | None = None
    effect: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """A weapon as named in the report."""

    name: str
    type: WeaponType
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a claim does to an earlier one; `of` is None when the earlier claim is not in the report."""

    how: RevisionKind
    of: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseClaim:
    """What every claim has, whatever its kind.

    said_by: nearest the claim first; empty when the report says it in its own voice.
    said_on, as_of: never filled from the publication date.
    extractor: name and version of the part of the reader that made it.
    """

    id: str
    span: Span
    quote: str
    said_by: tuple[Source, ...] = ()
    said_on: IsoDate | None = None
    as_of: IsoDate | None = None
    certainty: Certainty = Certainty.STATED
    background: bool = False
    incident: str | None = None
    revision: Revision | None = None
    confidence: Annotated[float, Field(ge=0, le=1)] = 0.5
    extractor: str = "frames/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll(BaseClaim):
    """A claim that counts people; `low` and `high` are persons, `high` None when open."""

    kind: Literal["toll"] = "toll"
    outcome: Outcome
    group: Group
    group_text: str | None = None
    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)] | None
    approximate: bool = False
    counts: Counts = Counts.TOTAL
    part_of: str | None = None
    place: Place | None = None
    time: When | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(BaseClaim):
    """A claim that something happened. `places` are most exact first."""

    kind: Literal["event"] = "event"
    type: EventType
    stage: Stage = Stage.ACCOMPLISHED
    time: When = When()
    places: tuple[Place, ...] = ()
    perpetrators: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    weapons: tuple[Weapon, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame(BaseClaim):
    """A claim about who did it; `perpetrator` as named, None when nobody is."""

    kind: Literal["blame"] = "blame"
    perpetrator: str | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(BaseClaim):
    """A claim about what authorities did or ordered; `level` as written."""

    kind: Literal["measure"] = "measure"
    type: MeasureType
    level: str | None = None
    level_rank: int | None = None
    level_scale: str | None = None
    status: MeasureStatus = MeasureStatus.IN_FORCE
    issuer: str | None = None
    places: tuple[Place, ...] = ()
    valid_from: Annotated[IsoDate | None, Field(alias="from")] = None
    valid_until: Annotated[IsoDate | None, Field(alias="until")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(BaseClaim):
    """A claim that somebody said something; `words` are verbatim."""

    kind: Literal["statement"] = "statement"
    speaker: str | None
    role: str | None = None
    words: str
    direct: bool
    channel: str | None = None


Claim = Toll | Event | Blame | Measure | Statement
"""Any claim; told apart by `kind`."""
