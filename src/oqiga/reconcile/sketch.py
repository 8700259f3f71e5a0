"""A sketch: what one report says about one incident, reduced to what is compared with other reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from datasketch import MinHash
from pydantic import TypeAdapter

from oqiga.codebook.plain import plain
from oqiga.model.claims import Blame, Claim, Event, Measure, Place, Statement, Toll, When
from oqiga.model.ids import incident_id
from oqiga.model.moments import day_of, earliest, latest
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import Certainty, Counts, EventType, Outcome, PlacePrecision, TimePrecision
from oqiga.reconcile.evidence import Evidence, Header
from oqiga.reconcile.kinship import akin, is_response
from oqiga.reconcile.naming import mentions, proper_names, skeletons
from oqiga.reconcile.portrait import told, type_of

PERMUTATIONS = 48
"""Values in a signature: the resemblance of two texts is known to about 0.07."""
SHINGLE = 4
"""Words that make one shingle of a text."""
_FEWEST_SHINGLES = 12
_MENTIONS = 80
_FRESH = 14
"""Days before publication in which the incident that a report is about mostly lies."""
_TOWN = (PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.CITY)
_DATELINE = re.compile(r"[^\n.!?:;]{3,70}(?:\s-{1,2}|\s?[—–])\s")
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
    figures: "outcome group" and count. towns: names of its places; mentions: names anywhere in the report.
    placed_itself: whether its own words name a town, not only words elsewhere in the report.
    signature: of the report's text, empty when it is too short.
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
    towns: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    figures: tuple[tuple[str, int], ...] = ()
    language: str | None = None
    outlet: str | None = None
    placed_itself: bool = False
    signature: tuple[int, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it tells the day."""
        return self.first is not None and self.first == self.last

    @property
    def placed(self) -> bool:
        """Whether it tells the town."""
        return any(spot.town for spot in self.spots)


@dataclass(frozen=True, slots=True)
class _Page:
    """What all sketches of a report share."""

    report: Report
    header: Header
    signature: tuple[int, ...]
    named: tuple[str, ...]

    @property
    def day(self) -> int | None:
        return day_of(self.report.published) if self.report.published else None

    def in_dateline(self, span: Span | None) -> bool:
        """Tell whether the words stand in the dateline: where it was written, not where it happened."""
        match = _DATELINE.match(self.report.text)
        return span is not None and match is not None and span.end <= match.end()


def sketches_of(report: Report, claims: Sequence[Claim], *, entered: str | None = None) -> tuple[Sketch, ...]:
    """Return one sketch for each incident that a report tells of, in the order of the text.

    What a report is about and tells neither when nor where (the verdict on an attack, its anniversary) is the
    incident it recalls with day and town, when it recalls one only.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.incident is not None:
            groups.setdefault(claim.incident, []).append(claim)
    named = mentions(f"{report.title or ''}\n{report.text}", _MENTIONS)
    page = _Page(report, Header.of(report, entered=entered), signature_of(report.text), named)
    found = [_sketch(page, local, told_of) for local, told_of in groups.items()]
    return tuple(sorted(_completed(found), key=lambda sketch: (sketch.span, sketch.id)))


def _completed(found: Sequence[Sketch]) -> list[Sketch]:
    """Give what tells no day the day and town of the one thing that the report can mean by it."""
    whole = [each for each in found if each.exact and each.placed]
    about = [each for each in whole if not each.background]
    recalled = [each for each in whole if each.background]
    completed = []
    for sketch in found:
        vague = not sketch.background and sketch.first is None
        source = about if about else recalled if not sketch.spots else []
        if vague and not sketch.placed_itself and len(source) == 1 and _may_be(sketch, source[0]):
            first = source[0]
            sketch = replace(sketch, first=first.first, last=first.last, spots=first.spots, towns=first.towns)
        completed.append(sketch)
    return completed


def _may_be(vague: Sketch, whole: Sketch) -> bool:
    one, other = vague.types[0], whole.types[0]
    return is_response(one) or akin(one, other)


def _sketch(page: _Page, local: str, claims: Sequence[Claim]) -> Sketch:
    events = told([Evidence(claim, page.header) for claim in claims if isinstance(claim, Event)])
    main = type_of(events)
    chosen = [each.claim for each in events if each.claim.type is main]
    acts = [*chosen, *(each.claim for each in events if each.claim.type is not main)]
    background = all(claim.background for claim in claims)
    telling = [event for event in chosen if event.time.start] or [
        event for event in acts if not is_response(event.type.value)
    ]
    times = [event.time for event in telling if not page.in_dateline(event.time.span)]
    first, last = _period(times, None if background else page.day)
    places = _places(acts, claims)
    places = [each for each in places if not page.in_dateline(each.span)] or places
    towns = [place.name for place in places if place.precision is PlacePrecision.CITY]
    span = Span(min(c.span.start for c in claims), max(c.span.end for c in claims))
    return Sketch(
        id=sketch_id(page.report.id, local),
        report=page.report.id,
        span=span,
        known=page.header.known,
        published=page.day,
        background=background,
        types=tuple(dict.fromkeys(event.type.value for event in acts)) or (EventType.OTHER.value,),
        first=first,
        last=last,
        days=tuple(sorted({day for event in telling for day in _days(event.time)} - {first})),
        spots=tuple(dict.fromkeys(_spot(place) for place in places)),
        names=tuple(sorted(_names(claims, places))),
        towns=tuple(sorted({form for name in towns for form in skeletons(name)})),
        mentions=() if background else page.named,
        figures=_figures(claims),
        language=page.report.language,
        outlet=page.report.publisher,
        placed_itself=any(place.precision in _TOWN and span.covers(place.span) for place in places),
        signature=page.signature,
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


def _period(times: Sequence[When], published: int | None) -> tuple[int | None, int | None]:
    """Return the days of the first time that tells a day, else of the first that tells anything.

    published: of what a report is about, the days shortly before it came out are taken before others.
    """
    known = [when for when in times if when.start is not None]
    exact = [when for when in known if _days(when)]
    fresh = [when for when in exact if published and -_FRESH <= _days(when)[0] - published <= 0]
    for when in (*fresh, *exact, *known):
        if when.start is not None:
            end = when.end or when.start
            first, last = earliest(when.start).toordinal(), latest(end).toordinal()
            first = day_of(when.start) or first
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


def _places(acts: Sequence[Event], claims: Sequence[Claim]) -> list[Place]:
    """Return the places of the incident, those of its main acts first; measures when nothing else tells."""
    events = [place for event in acts for place in event.places]
    tolls = [claim.place for claim in claims if isinstance(claim, Toll) and claim.place is not None]
    measures = [place for claim in claims if isinstance(claim, Measure) for place in claim.places]
    return events or tolls or measures


def _spot(place: Place) -> Spot:
    fine = place.precision in _TOWN[:2]
    region = place.name if place.precision is PlacePrecision.REGION else place.admin1
    return Spot(
        place=place.geonames_id,
        town=place.precision in _TOWN and (place.geonames_id is not None or place.latitude is not None),
        country=place.country,
        region=" ".join(sorted(skeletons(region))) if region else None,
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
