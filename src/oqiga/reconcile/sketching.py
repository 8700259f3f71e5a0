"""From a report's claims to its sketches, one for each incident that it tells of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from oqiga.codebook.people_hit import people_hit_in
from oqiga.codebook.plain import plain
from oqiga.codebook.targets import kinds_in
from oqiga.codebook.when_told import LEAD, feasts_in, names_night, tells_eve
from oqiga.model.claims import Blame, Claim, Event, Measure, Place, Toll
from oqiga.model.ids import incident_id
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import (
    Basis,
    EventType,
    Group,
    Outcome,
    ParticipantKind,
    PlacePrecision,
    Stage,
)
from oqiga.reconcile.borders import border_in
from oqiga.reconcile.completing import completed
from oqiga.reconcile.counts_told import figures_of
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.localities import localities
from oqiga.reconcile.naming import country_forms, proper_names, site_words, skeletons
from oqiga.reconcile.page import Page
from oqiga.reconcile.people import attackers
from oqiga.reconcile.periods import (
    days,
    hours,
    is_late,
    only_counted,
    period,
    telling_when,
    times_of,
    weekday,
)
from oqiga.reconcile.portrait import told, type_of
from oqiga.reconcile.site_names import site_names, streets
from oqiga.reconcile.sketch import Sketch, Spot
from oqiga.reconcile.title_towns import placed_by_title, sited_by_title

_BY_NAME = (PlacePrecision.CITY, PlacePrecision.DISTRICT)
"""What a place that no gazetteer knows is compared by its name as."""
_ELSEWHERE = (Outcome.HOSPITALIZED, Outcome.EVACUATED, Outcome.DETAINED)
"""Outcomes of people who are counted elsewhere than where it happened, as in the hospital of another town."""
_TOWN = (PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.CITY)


def sketches_of(report: Report, claims: Sequence[Claim], *, entered: str | None = None) -> tuple[Sketch, ...]:
    """Return one sketch for each incident that a report tells of, in the order of the text.

    They know of each other: see `completing`.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.incident is not None:
            groups.setdefault(claim.incident, []).append(claim)
    page = Page.of(report, claims, entered=entered)
    small = page.small
    apart = _placed_apart(page, groups)
    found = [_sketch(page, local, told_of, small, apart) for local, told_of in groups.items()]
    found = sited_by_title(report, placed_by_title(report, found))
    found = completed(found, page.days, page.anniversaries, page.nights)
    return tuple(sorted(found, key=lambda sketch: (sketch.span, sketch.id)))


def _placed_apart(page: Page, groups: Mapping[str, Sequence[Claim]]) -> set[str]:
    """Return which incidents lie in other regions than the one that the report leads with.

    The names and sites in the rest of the report are not theirs.
    """
    regions = {local: _regions(page, claims) for local, claims in groups.items()}
    lead = next((each for each in regions.values() if each), set[str]())
    return {local for local, each in regions.items() if each and not each & lead}


def _regions(page: Page, claims: Sequence[Claim]) -> set[str]:
    told = [claim for claim in claims if isinstance(claim, Event) and not claim.background]
    return {f"{p.country} {p.admin1}" for p in page.scenes(_places(told, claims)) if p.admin1}


def _sketch(
    page: Page, local: str, claims: Sequence[Claim], small: frozenset[str], apart: Collection[str]
) -> Sketch:
    chosen, acts = _acts(page, claims)
    background = all(claim.background for claim in claims)
    aside = background or local in apart
    telling = [each for each in telling_when(chosen, acts) if background or not page.recalls(each.time.span)]
    times = times_of(page, telling, acts, claims)
    first, last = period(times, None if background else page.day)
    places = page.scenes(_places(acts, claims))
    lands = {form for p in places if p.country for form in country_forms(p.country)}
    own = "\n".join(event.quote for event in acts)
    alone = [event for event in acts if background or not page.beside(event.span)]
    sites = _sites(alone, page.sources if background else page.not_its_own) or _sites(acts, page.sources)
    sites = sites or _sites_of(places)
    no_names = {form for p in places for form in skeletons(p.name) if p.precision not in _TOWN[:2]} | lands
    figures, least = figures_of(claims)
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
        counted=only_counted(first, times) and page.dateline is None,
        days=tuple(sorted({day for event in telling for day in days(event.time)} - {first})),
        spots=tuple(dict.fromkeys(_spot(place) for place in places)),
        names=tuple(sorted(_names(claims, places, page.report.language) - small)),
        groups=tuple(sorted(_groups(claims, page.report.language))),
        towns=_towns(places),
        mentions=() if aside else page.named,
        openings=() if aside else page.openings,
        people=() if aside else page.people,
        officials=() if aside else page.officials,
        attackers=() if aside else attackers(claims, set(page.people) - set(page.officials)),
        sites=sites,
        kinds=() if aside else page.kinds,
        figures=figures,
        least=least,
        language=page.report.language,
        outlet=page.report.publisher,
        caught=any(map(_caught, claims)) and not background,
        told_weekdays=() if background else page.told_weekdays,
        written=page.dateline if page.day is None and not background else None,
        late=page.late and not background,
        commemorates=page.commemorates and not background,
        mourns=bool(page.mourned) and not background,
        weekday=weekday(telling),
        hours=hours(telling),
        eve=any(tells_eve(event.quote) for event in telling if first in days(event.time)),
        feasts=feasts_in(own if background else f"{page.whole[:LEAD]}\n{own}"),
        night=any(names_night(event.quote) or is_late(event.time) for event in telling),
        site_names=site_names(own if aside else page.whole, sites, no_names, page.report.language),
        named_too=()
        if aside
        else site_names(page.own, set(page.kinds) - set(sites), no_names, page.report.language),
        hit=tuple(sorted({sort for quote in _quotes(claims) for sort in people_hit_in(quote)})),
        streets=() if background else streets(page.own, no_names, page.report.language),
        border=() if aside else border_in(f"{page.whole[:LEAD]}\n{own}"),
        localities=localities(own if aside else page.own, places, lands | _known(places)),
        placed_itself=any(place.precision in _TOWN and span.covers(place.span) for place in places),
        signature=page.signature,
    )


def _acts(page: Page, claims: Sequence[Claim]) -> tuple[list[Event], list[Event]]:
    """Return the events of the main type, and all, those first; threats only where nothing happened."""
    events = told([Evidence(claim, page.header) for claim in claims if isinstance(claim, Event)])
    main = type_of(events)
    chosen = [each.claim for each in events if each.claim.type is main]
    acts = [*chosen, *(each.claim for each in events if each.claim.type is not main)]
    acts = [event for event in acts if event.stage is not Stage.THREATENED] or acts
    return [event for event in chosen if event in acts] or acts, acts


def _towns(places: Sequence[Place]) -> tuple[str, ...]:
    """Return the skeletons of the towns, of those that the gazetteer has where there are any."""
    cities = [place for place in places if place.precision is PlacePrecision.CITY]
    known = [place for place in cities if place.geonames_id is not None]
    return tuple(sorted({form for place in known or cities for form in skeletons(place.name)}))


def _known(places: Sequence[Place]) -> set[str]:
    """Return the skeletons of the names of places that the gazetteer has, buildings left out."""
    names = (each.name for each in places if each.geonames_id is not None and each.precision not in _TOWN[:2])
    return {form for name in names for form in skeletons(name)}


def _caught(claim: Claim) -> bool:
    """Tell whether a claim counts attackers whom the authorities hold."""
    if not isinstance(claim, Toll) or claim.group is not Group.ATTACKERS:
        return False
    return claim.outcome is Outcome.DETAINED and claim.low > 0


def sketch_id(report: str, local: str) -> str:
    """Return the id of what a report says of one incident, the same whenever the reading is the same."""
    return incident_id(report, local)


def _sites(acts: Sequence[Event], sources: Collection[Span]) -> tuple[str, ...]:
    """Return the kinds of sites that the words of events name, the names of who says it left out."""
    return tuple(sorted({kind for event in acts for kind in kinds_in(_without(event, sources))}))


def _sites_of(places: Sequence[Place]) -> tuple[str, ...]:
    """Return the kinds of sites among places, where the words of events name none."""
    sites = (place.name for place in places if place.precision is PlacePrecision.SITE)
    return tuple(sorted({kind for name in sites for kind in kinds_in(name)}))


def _without(event: Event, sources: Collection[Span]) -> str:
    """Return the words of an event without the names of sources ("Ariana television said …")."""
    words, start = event.quote, event.span.start
    for source in sources:
        if event.span.covers(source):
            first, last = source.start - start, source.end - start
            words = f"{words[:first]}{' ' * (last - first)}{words[last:]}"
    return words


def _quotes(claims: Sequence[Claim]) -> set[str]:
    """Return the words by which events and tolls are told."""
    return {claim.quote for claim in claims if isinstance(claim, Event | Toll)}


def _places(acts: Sequence[Event], claims: Sequence[Claim]) -> list[Place]:
    """Return the places of the incident, those of its main acts first; measures when nothing else tells."""
    events = [place for event in acts for place in event.places]
    counted = [claim for claim in claims if isinstance(claim, Toll) and claim.outcome not in _ELSEWHERE]
    tolls = [claim.place for claim in counted if claim.place is not None]
    measures = [place for claim in claims if isinstance(claim, Measure) for place in claim.places]
    return events or tolls or measures


def _spot(place: Place) -> Spot:
    fine = place.precision in _TOWN[:2]
    region = place.name if place.precision is PlacePrecision.REGION else place.admin1
    if place.geonames_id is None and place.country and region and _part_of_land(region, place.country):
        region = None
    unknown = place.precision in _BY_NAME and place.geonames_id is None
    return Spot(
        place=place.geonames_id,
        town=place.latitude is not None
        if fine
        else place.precision in _TOWN and place.geonames_id is not None,
        country=place.country,
        region=" ".join(sorted(skeletons(region))) if region else None,
        latitude=place.latitude,
        longitude=place.longitude,
        site=plain(place.name) if fine or unknown else None,
        district=place.precision is PlacePrecision.DISTRICT and place.latitude is not None,
    )


def _part_of_land(region: str, country: str) -> bool:
    """Tell whether a region is only a side of its land ("southern Kazakhstan"), which others may lie in."""
    return bool(skeletons(region) & country_forms(country))


def _names(claims: Sequence[Claim], places: Sequence[Place], language: str | None) -> set[str]:
    """Return the names a report tells of the incident, those of its towns and countries left out."""
    found: set[str] = set()
    for claim in claims:
        if isinstance(claim, Event):
            for one in (*claim.perpetrators, *claim.targets):
                found |= proper_names(one.name, language, opening=True)
        elif isinstance(claim, Blame) and claim.perpetrator:
            found |= proper_names(claim.perpetrator, language, opening=True)
        if isinstance(claim, (Event, Toll)):
            found |= proper_names(claim.quote, language)
    coarse = [p.name for p in places if p.precision not in _TOWN[:2]]
    coarse += [place.admin1 for place in places if place.admin1]
    countries = {place.country for place in places if place.country}
    found -= {form for name in coarse for form in skeletons(name)}
    found -= site_words()
    return found.difference(*(country_forms(country) for country in countries))


def _groups(claims: Sequence[Claim], language: str | None) -> set[str]:
    """Return the names of organisations told to have done it, or that say so themselves."""
    found: set[str] = set()
    for claim in claims:
        if isinstance(claim, Blame) and claim.perpetrator and claim.basis is Basis.CLAIMED:
            found |= proper_names(claim.perpetrator, language, opening=True)
        if isinstance(claim, Event):
            told = (each for each in claim.perpetrators if each.kind is ParticipantKind.ORGANIZATION)
            found |= {form for each in told for form in proper_names(each.name, language, opening=True)}
    return found
