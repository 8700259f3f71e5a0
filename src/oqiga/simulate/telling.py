"""Telling: an invented report as text, and the claims a perfect reader would find in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from babel.dates import format_date

from oqiga.model.claims import Claim, Event, Participant, Place, Revision, Source, Toll, When
from oqiga.model.ids import claim_id, incident_id
from oqiga.model.record import Reading
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import (
    Certainty,
    EventType,
    Group,
    Outcome,
    ParticipantKind,
    PlacePrecision,
    RevisionKind,
    SourceKind,
    TimePrecision,
)
from oqiga.simulate.world import TrueIncident, world_book

_MARKED = re.compile(r"\{(\w{1,20})\|([^{}]{0,400})\}")
LANGUAGES = ("en", "ru", "kk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """What a report is to tell. earlier: the figure it says was revised. recalled: another incident.

    dated: whether it names the day; rumour: hearsay, no office.
    """

    incident: TrueIncident
    outlet: str
    language: str
    published: datetime
    office: str
    killed: int
    injured: int | None = None
    earlier: int | None = None
    said_on: datetime | None = None
    dated: bool = True
    rumour: bool = False
    approximate: bool = False
    recalled: TrueIncident | None = None


def tell(dispatch: Dispatch, random: Random) -> Reading:
    """Return the report and its claims, every span on its words."""
    book, code = world_book(), dispatch.language
    parts = [_lead(dispatch, random)]
    if dispatch.injured is not None and not dispatch.rumour:
        parts.append(book["injured"][code].replace("{n}", str(dispatch.injured)))
    if dispatch.earlier is not None:
        parts.append(book["revisions"][code].replace("{n}", str(dispatch.earlier)))
    parts += [line.replace("{name}", name_of(random)) for line in random.choices(book["colour"][code], k=4)]
    main = _written(" ".join(parts))
    paragraphs = [main]
    if dispatch.recalled is not None:
        last = dispatch.recalled.announcements[-1].killed
        told = _filled(book["memories"][code], dispatch.recalled, code, last)
        paragraphs.append(_written(told))
    text = "\n\n".join(words for words, _ in paragraphs)
    report = Report(
        id=incident_id(dispatch.outlet, dispatch.published.isoformat(), text)[2:],
        publisher=dispatch.outlet,
        published=dispatch.published.strftime("%Y-%m-%dT%H:%MZ"),
        language=code,
        text=text,
    )
    claims = _claims(report, dispatch, main[1], 0, background=False)
    if dispatch.recalled is not None:
        recalled = replace(
            dispatch,
            incident=dispatch.recalled,
            killed=dispatch.recalled.announcements[-1].killed,
            approximate=False,
            dated=True,
            said_on=None,
        )
        claims += _claims(report, recalled, paragraphs[1][1], len(main[0]) + 2, background=True)
    ordered = tuple(sorted(claims, key=lambda claim: claim.span))
    return Reading(report=report, relevant=True, relevance=1.0, claims=ordered)


def name_of(random: Random) -> str:
    """Return an invented name."""
    return "".join(random.choices(world_book()["syllables"], k=3)).capitalize()


def copied(reading: Reading, *, outlet: str, published: datetime) -> Reading:
    """Return the same report as another outlet carries it, later."""
    report = replace(
        reading.report,
        id=incident_id(outlet, reading.report.id)[2:],
        publisher=outlet,
        published=published.strftime("%Y-%m-%dT%H:%MZ"),
    )
    renamed = {claim.id: claim_id(report.id, claim.kind, claim.span, claim.id) for claim in reading.claims}
    claims = []
    for claim in reading.claims:
        anew = replace(claim, id=renamed[claim.id])
        if isinstance(anew, Toll) and anew.superseded_by:
            anew = replace(anew, superseded_by=renamed[anew.superseded_by])
        if anew.revision and anew.revision.of:
            anew = replace(anew, revision=replace(anew.revision, of=renamed[anew.revision.of]))
        claims.append(anew)
    return replace(reading, report=report, claims=tuple(claims))


def _lead(dispatch: Dispatch, random: Random) -> str:
    book, code = world_book(), dispatch.language
    template = book["rumours"][code] if dispatch.rumour else random.choice(book["leads"][code])
    if not dispatch.dated:
        template = re.sub(r" (on |of )?\{day\}|\{day\} ", "", template)
    filled = _filled(template, dispatch.incident, code, dispatch.killed)
    return filled.replace("{office}", "" if dispatch.rumour else book["offices"][dispatch.office][code])


def _filled(template: str, incident: TrueIncident, code: str, killed: int) -> str:
    book = world_book()
    day = format_date(incident.at, "d MMMM y", locale=code)
    values = {
        "what": book["types"][incident.type][code],
        "site": book["sites"][incident.site][code],
        "town": book["towns"][incident.town][code],
        "day": day,
        "n": str(killed),
    }
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def _written(template: str) -> tuple[str, dict[str, Span]]:
    """Return the text without its marks, and the span of each mark."""
    spans: dict[str, Span] = {}
    text, end = "", 0
    for match in _MARKED.finditer(template):
        text += template[end : match.start()]
        spans[match.group(1)] = Span(len(text), len(text) + len(match.group(2)))
        text, end = text + match.group(2), match.end()
    return text + template[end:], spans


def _claims(
    report: Report, dispatch: Dispatch, spans: dict[str, Span], offset: int, *, background: bool
) -> list[Claim]:
    at = {name: Span(span.start + offset, span.end + offset) for name, span in spans.items()}
    local = incident_id(report.id, str(dispatch.incident.number))
    said_by = () if background else (_source(report, dispatch),)
    certainty = Certainty.REPORTED if dispatch.rumour else Certainty.STATED
    said_on = dispatch.said_on.strftime("%Y-%m-%d") if dispatch.said_on and not background else None
    event = _event(report, dispatch, at["event"], local, background=background)
    claims: list[Claim] = [event]

    def toll(name: str, outcome: Outcome, count: int) -> Toll:
        return Toll(
            id=claim_id(report.id, "toll", at[name], outcome.value, count),
            span=at[name],
            quote=at[name].of(report.text),
            said_by=said_by,
            said_on=said_on,
            certainty=certainty,
            background=background,
            incident=local,
            outcome=outcome,
            group=Group.ALL,
            low=count,
            high=count,
            approximate=dispatch.approximate,
        )

    killed = toll("killed", Outcome.KILLED, dispatch.killed)
    if "old" in at and dispatch.earlier is not None:
        old = replace(
            toll("old", Outcome.KILLED, dispatch.earlier), superseded_by=killed.id, approximate=False
        )
        killed = replace(killed, revision=Revision(how=RevisionKind.CORRECTS, of=old.id, span=at["old"]))
        claims.append(old)
    claims.append(killed)
    if "injured" in at and dispatch.injured is not None:
        claims.append(toll("injured", Outcome.INJURED, dispatch.injured))
    return claims


def _source(report: Report, dispatch: Dispatch) -> Source:
    if dispatch.rumour:
        return Source(name="residents", kind=SourceKind.WITNESS, span=Span(0, min(9, len(report.text))))
    name = world_book()["offices"][dispatch.office][dispatch.language]
    start = max(0, report.text.find(name))
    return Source(name=name, kind=SourceKind(dispatch.office), span=Span(start, start + len(name)))


def _event(report: Report, dispatch: Dispatch, span: Span, local: str, *, background: bool) -> Event:
    incident, code = dispatch.incident, dispatch.language
    town = world_book()["towns"][incident.town]
    site = world_book()["sites"][incident.site][code]
    day = incident.at.strftime("%Y-%m-%d")
    where = Place(
        name=town[code],
        geonames_id=town["id"],
        country=town["country"],
        admin1=town["region"],
        latitude=town["latitude"],
        longitude=town["longitude"],
        precision=PlacePrecision.CITY,
        span=span,
    )
    told = When(start=day, end=day, precision=TimePrecision.DAY, text=day, span=span)
    return Event(
        id=claim_id(report.id, "event", span, incident.type),
        span=span,
        quote=span.of(report.text),
        background=background,
        incident=local,
        type=EventType(incident.type),
        time=told if dispatch.dated else When(),
        places=(where,),
        targets=(Participant(name=site, kind=ParticipantKind.FACILITY, span=span),),
    )
