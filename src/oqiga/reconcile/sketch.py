"""A sketch: what one report says about one incident, reduced to what is compared with other reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from datasketch import MinHash
from pydantic import TypeAdapter

from oqiga.model.claims import Blame, Claim, Event, Measure, Place, Statement, Toll, When
from oqiga.model.ids import incident_id
from oqiga.model.moments import day_of, earliest, latest
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import Certainty, Counts, EventType, Outcome, PlacePrecision, TimePrecision
from oqiga.reconcile.evidence import Evidence, Header, plain
from oqiga.reconcile.naming import proper_names, skeletons
from oqiga.reconcile.portrait import told, type_of

PERMUTATIONS = 48
"""Values in a signature: the resemblance of two texts is known to about 0.07."""
SHINGLE = 4
"""Words that make one shingle of a text."""
_FEWEST_SHINGLES = 12
_TOWN = (PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.CITY)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of an incident. town: whether it is at least as exact as a town; site: its name if finer."""

    place: int | None
    town: bool
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What one report says about one incident.

    id: of the incident as far as this report goes; an incident of the book has the id of one of its
    sketches. span: from its first claim to its last. known: when the report counts from. published: the day
    it came out (ordinal), None when unknown. first, last: days (ordinals) the incident may have begun on by
    what the report tells, None when it does not tell; exact when they are one day. days: other days it tells.
    figures: "outcome group" → count. signature: of the report's text, empty when it is too short.
    """

    id: str
    report: str
    span: Span
    known: str | None = None
    published: int | None = None
    background: bool = False
    types: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    days: tuple[int, ...] = ()
    spots: tuple[Spot, ...] = ()
    names: tuple[str, ...] = ()
    figures: tuple[tuple[str, int], ...] = ()
    language: str | None = None
    outlet: str | None = None
    signature: tuple[int, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it tells the day."""
        return self.first is not None and self.first == self.last

    @property
    def placed(self) -> bool:
        """Whether it tells the town."""
        return any(spot.town for spot in self.spots)


def sketches_of(report: Report, claims: Sequence[Claim], *, entered: str | None = None) -> tuple[Sketch, ...]:
    """Return one sketch for each incident that a report tells of, in the order of the text."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.incident is not None:
            groups.setdefault(claim.incident, []).append(claim)
    signature = signature_of(report.text)
    header = Header.of(report, entered=entered)
    found = [
        sketch_of(report, header, local, told_of, signature=signature) for local, told_of in groups.items()
    ]
    return tuple(sorted(found, key=lambda sketch: (sketch.span, sketch.id)))


def sketch_of(
    report: Report, header: Header, local: str, claims: Sequence[Claim], *, signature: tuple[int, ...]
) -> Sketch:
    """Return the sketch of one incident of a report. local: the id its claims carry."""
    events = told([Evidence(claim, header) for claim in claims if isinstance(claim, Event)])
    main = type_of(events)
    chosen = [each.claim for each in events if each.claim.type is main]
    others = [each.claim for each in events if each.claim.type is not main]
    first, last = _period(when for event in (*chosen, *others) for when in [event.time])
    places = _places(claims)
    return Sketch(
        id=sketch_id(report.id, local),
        report=report.id,
        span=Span(min(c.span.start for c in claims), max(c.span.end for c in claims)),
        known=header.known,
        published=day_of(report.published) if report.published else None,
        background=all(claim.background for claim in claims),
        types=tuple(dict.fromkeys(e.type.value for e in (*chosen, *others)) or [EventType.OTHER.value]),
        first=first,
        last=last,
        days=tuple(sorted({d for e in (*chosen, *others) for d in _days(e.time)} - {first})),
        spots=tuple(dict.fromkeys(_spot(place) for place in places)),
        names=tuple(sorted(_names(claims, places))),
        figures=_figures(claims),
        language=report.language,
        outlet=report.publisher,
        signature=signature,
    )


def sketch_id(report: str, local: str) -> str:
    """Return the id of what a report says of one incident, the same whenever the reading is the same."""
    return incident_id(report, local)


def signature_of(text: str) -> tuple[int, ...]:
    """Return the MinHash signature of a text's runs of words, empty for a text too short to compare."""
    words = _WORD.findall(text.casefold())
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    if len(shingles) < _FEWEST_SHINGLES:
        return ()
    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
    return tuple(int(value) for value in sketch.hashvalues)


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the share of runs of words that two texts have in common, 0 when either is too short."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def _period(times: Iterable[When]) -> tuple[int | None, int | None]:
    """Return the days of the first time that tells a day, else of the first that tells anything."""
    known = [when for when in times if when.start is not None]
    exact = [when for when in known if _days(when)]
    for when in exact or known:
        if when.start is not None:
            end = when.end or when.start
            first, last = earliest(when.start).toordinal(), latest(end).toordinal()
            if len(when.start) >= 10:
                first = day_of(when.start) or first
            if len(end) >= 10:
                last = day_of(end) or last
            return first, max(first, last)
    return None, None


def _days(when: When) -> tuple[int, ...]:
    fine = when.precision not in (
        TimePrecision.WEEK,
        TimePrecision.MONTH,
        TimePrecision.YEAR,
        TimePrecision.UNKNOWN,
    )
    day = day_of(when.start) if when.start and fine else None
    end = day_of(when.end) if when.end else day
    return (day,) if day is not None and end == day else ()


def _places(claims: Sequence[Claim]) -> list[Place]:
    events = [place for claim in claims if isinstance(claim, Event) for place in claim.places]
    tolls = [claim.place for claim in claims if isinstance(claim, Toll) and claim.place is not None]
    return (
        events or tolls or [place for claim in claims if isinstance(claim, Measure) for place in claim.places]
    )


def _spot(place: Place) -> Spot:
    fine = place.precision in _TOWN[:2]
    region = place.name if place.precision is PlacePrecision.REGION else place.admin1
    return Spot(
        place=place.geonames_id,
        town=place.precision in _TOWN and (place.geonames_id is not None or place.latitude is not None),
        country=place.country,
        region=plain(region) if region else None,
        latitude=place.latitude,
        longitude=place.longitude,
        site=plain(place.name) if fine else None,
    )


def _names(claims: Sequence[Claim], places: Sequence[Place]) -> set[str]:
    """Return the names a report tells of the incident, those of its towns and countries left out."""
    found: set[str] = set()
    for claim in claims:
        if isinstance(claim, Event):
            for one in (*claim.perpetrators, *claim.targets):
                found |= proper_names(f"- {one.name}")
        elif isinstance(claim, Blame) and claim.perpetrator:
            found |= proper_names(f"- {claim.perpetrator}")
        elif isinstance(claim, Statement) and claim.speaker:
            found |= proper_names(f"- {claim.speaker}")
        if isinstance(claim, (Event, Toll)):
            found |= proper_names(claim.quote)
    coarse = [
        p.name for p in places if p.precision not in (PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD)
    ]
    return found - {form for name in coarse for form in skeletons(name)}


def _figures(claims: Sequence[Claim]) -> tuple[tuple[str, int], ...]:
    compared = (Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED)
    found = {
        (f"{claim.outcome.value} {claim.group.value}", claim.low)
        for claim in claims
        if isinstance(claim, Toll)
        and claim.outcome in compared
        and claim.counts is not Counts.SUBSET
        and claim.certainty is not Certainty.DENIED
        and claim.low > 2
    }
    return tuple(sorted(found))


def sketch_to_json(sketch: Sketch) -> str:
    """Return the sketch as one line of JSON."""
    return _SKETCH.dump_json(sketch).decode()


def sketch_from_json(body: str) -> Sketch:
    """Read a sketch back from the index."""
    return _SKETCH.validate_json(body)


_SKETCH: TypeAdapter[Sketch] = TypeAdapter(Sketch)
