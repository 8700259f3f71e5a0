"""Claims: the things a report says, each with the exact words it rests on.

Field names and meanings are fixed by the record format, version 1. All values are immutable; `None`
means that the text does not say. Dates are ISO 8601 strings of whatever precision is known
(`2016`, `2016-06`, `2016-06-05`, `2016-06-05T14:45`, with an offset where one is known). Spans are code
points of the report's text. What each term may be, and means, stands in the codebook.
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
    """Who a claim comes from: one link of a `said_by` chain. name: in the nominative; span: as it stands."""

    name: str
    kind: SourceKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as far as it is known. `start` and `end` are inclusive; both None when unresolved.

    precision: of both. text, span: the words that tell it; None where the time was computed from others.
    """

    start: IsoDate | None = None
    end: IsoDate | None = None
    precision: TimePrecision = TimePrecision.UNKNOWN
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as far as it is known. Degrees are WGS 84; `country` is ISO 3166-1 alpha-2.

    geonames_id: of GeoNames, None for what the gazetteer does not hold, as most sites. admin1: the name of
    the region it lies in. precision: how exact the degrees are.
    """

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
    """A perpetrator or a target. `count` is in persons or things; `effect` is what became of people.

    effect: an outcome of the codebook ("killed"), from the toll whose words hold them.
    """

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
    """What a claim does to an earlier one. of: its id, None when the report does not hold it."""

    how: RevisionKind
    of: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseClaim:
    """What every claim has, whatever its kind.

    span, quote: the clause it rests on, and its exact text.
    said_by: nearest the claim first; empty when the report says it in its own voice.
    said_on: when it was said; as_of: the moment it holds for; never filled from the publication date.
    background: it is about another event than those the report is about.
    incident: id of the incident in the record that it is about.
    confidence: share of such claims that are right, calibrated on public benchmarks (`docs/confidence.md`).
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
    """A claim that counts people; `low` and `high` are persons, `high` None when open ("at least 27").

    approximate: told with "some" or "about". group_text: the words for the people. part_of: id of the toll
    it is a part of; superseded_by: id of the toll that replaces it within the report.
    """

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
    """A claim that something happened, was tried or threatened. `places` are most exact first."""

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
    """A claim about who did it, never a finding. perpetrator: as named, None when nobody claimed it."""

    kind: Literal["blame"] = "blame"
    perpetrator: str | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(BaseClaim):
    """A claim about what authorities did or ordered.

    level: as written ("red"); level_rank: 1 for the lowest of `level_scale`, the name of a country's scale in
    the codebook; both None where it is not known. valid_from, valid_until (`from`, `until` in JSON): the
    first and the last day on which it holds.
    """

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
    """A claim that somebody said something. words: verbatim; direct: they stand in quotation marks.

    speaker, role: as named ("Serik Omarov", "a spokesman"). channel: where it was said ("state TV").
    """

    kind: Literal["statement"] = "statement"
    speaker: str | None
    role: str | None = None
    words: str
    direct: bool
    channel: str | None = None


Claim = Toll | Event | Blame | Measure | Statement
"""Any claim; told apart by `kind`."""
