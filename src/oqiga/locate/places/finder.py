"""From a parsed text to the places it names, resolved as far as they can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.adjectives import told_by_adjective, towns_of_adjectives
from oqiga.locate.places.anchoring import anchored_in
from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.candidates import find_candidates
from oqiga.locate.places.capitals import find_capitals
from oqiga.locate.places.choice import resolve
from oqiga.locate.places.distances import measured
from oqiga.locate.places.gazetteer import Entry, Gazetteer, gazetteer
from oqiga.locate.places.houses import names_of_houses
from oqiga.locate.places.lexicon import Words, dictionary_forms, words
from oqiga.locate.places.naming import name_places
from oqiga.locate.places.reading_features import Hints
from oqiga.locate.places.resolving import resolved
from oqiga.locate.places.sites import find_sites
from oqiga.model.claims import Place
from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import PlacePrecision

_LEAST = 0.45
_SURE_ALONE = 0.1
_AROUND = {"district": PlacePrecision.DISTRICT, "region": PlacePrecision.REGION}


def find_places(
    document: Document, *, country: str | None = None, least: float = _LEAST, sites: bool = True
) -> tuple[PlaceMention, ...]:
    """Return the places a text names, in order, none overlapping another.

    country: where the report was published (ISO 3166-1 alpha-2), a hint for namesakes. least: probability
    from which a name counts as a place. sites: also those described by a noun ("bus station", "the Kenyan
    capital") or an adjective («в лондонских больницах»).
    Neighbourhoods, and sites by their noun, take the point of the city they lie in; so do `country` and
    `admin1`. A point of the compass ("northwestern Kazakhstan") leaves the point unknown.
    """
    places = gazetteer()
    candidates = find_candidates(document, places)
    named = name_places(document, candidates, least)
    kept = [candidate for candidate, _ in named]
    chosen = resolve(document, kept, Hints(country=country))
    lexicon = words(document.language)
    houses = names_of_houses(document, kept, chosen, lexicon)
    kept = [each for each in kept if each.first not in houses]
    mentions = [
        replace(_mention(document, each, chosen, places, lexicon), measured=measured(document, each, lexicon))
        for each in kept
    ]
    anchored = anchored_in(document, kept, mentions)
    if sites:
        towns = towns_of_adjectives(document, anchored)
        anchored = told_by_adjective(anchored, towns)
        beside = [*towns, *find_capitals(document, anchored)]
        anchored = sorted([*anchored, *beside], key=lambda each: each.span)
        anchored = sorted([*anchored, *find_sites(document, anchored)], key=lambda each: each.span)
    return tuple(anchored)


def _mention(
    document: Document,
    candidate: Candidate,
    chosen: Mapping[int, tuple[Entry, float]],
    places: Gazetteer,
    lexicon: Words,
) -> PlaceMention:
    span = candidate.span(document)
    entry, likely = chosen.get(candidate.first, (None, 0.0))
    name = _name_of(document, candidate)
    if entry is None or likely < _SURE_ALONE or not _rank_agrees(candidate, entry, chosen):
        precision = _unknown_precision(document, candidate, lexicon)
        return PlaceMention(span=span, place=Place(name=name, precision=precision, span=span))
    place = resolved(name, entry, span, places)
    if candidate.direction:
        return _part_of(document, candidate, place, entry)
    if entry.is_city and candidate.rank in _AROUND:  # the town stands for what is called after it
        place = replace(place, precision=_AROUND[candidate.rank])
    return PlaceMention(span=span, place=place, feature=entry.feature)


def _rank_agrees(candidate: Candidate, entry: Entry, chosen: Mapping[int, tuple[Entry, float]]) -> bool:
    """Tell whether an entry can be what "X neighborhood" or "X district" names.

    A town may stand for the district around it, in a country that the text names other places of.
    """
    if candidate.rank == "neighbourhood":
        return entry.feature == "PPLX"
    if candidate.rank != "district" or not entry.is_city:
        return True
    others = {other.country for first, (other, _) in chosen.items() if first != candidate.first}
    return entry.country in others


def _part_of(document: Document, candidate: Candidate, whole: Place, entry: Entry) -> PlaceMention:
    """Return "northwestern Kazakhstan": a region of the whole, its point not known; "north Osh" is in Osh."""
    core = candidate.core_span(document)
    city = entry.is_city
    inner = PlaceMention(
        span=core,
        place=Place(
            name=core.of(document.text) if document.language == "en" else whole.name,
            geonames_id=whole.geonames_id,
            country=whole.country,
            admin1=whole.admin1,
            latitude=whole.latitude,
            longitude=whole.longitude,
            precision=whole.precision,
            span=core,
        ),
        feature=entry.feature,
    )
    span = candidate.span(document)
    part = Place(
        name=_with_direction(document, span, core),
        country=whole.country,
        admin1=whole.admin1,
        latitude=whole.latitude if city else None,
        longitude=whole.longitude if city else None,
        precision=PlacePrecision.NEIGHBOURHOOD if city else PlacePrecision.REGION,
        span=span,
    )
    return PlaceMention(span=span, place=part, within=inner)


def _with_direction(document: Document, span: Span, core: Span) -> str:
    """Return a name with its point of the compass as written, one behind it without its case."""
    name = span.of(document.text)
    if span.end == core.end:
        return name
    whole, _, direction = name.rpartition(" ")
    _, *bare = dictionary_forms(direction, document.language)
    return f"{whole} {bare[0]}" if bare else name


def _name_of(document: Document, candidate: Candidate) -> str:
    """Return the name as written in English; in other languages in its dictionary form, without cases."""
    span = candidate.span(document)
    if document.language == "en":
        whole = span.of(document.text)
        core = candidate.core_span(document).of(document.text)
        return whole if whole[0].isupper() or candidate.direction else core
    return "-".join(_cased(part, alike) for part, alike in _parts(candidate.name, span.of(document.text)))


def _parts(name: str, written: str) -> list[tuple[str, str]]:
    names, forms = name.split("-"), written.split("-")
    return list(zip(names, forms, strict=True)) if len(names) == len(forms) else [(name, written)]


def _cased(part: str, alike: str) -> str:
    """Return a dictionary form with the capital that the written form has."""
    return part[:1].upper() + part[1:] if alike[:1].isupper() else part


def _unknown_precision(document: Document, candidate: Candidate, lexicon: Words) -> PlacePrecision:
    """Return how exact a place without an entry is, from the words of its name."""
    if candidate.rank:
        return PlacePrecision(candidate.rank)
    last = document.tokens[candidate.core[1] - 1].lower
    first = document.tokens[candidate.core[0]].lower
    if last in lexicon.streets or last in lexicon.buildings or candidate.label == "FAC":
        return PlacePrecision.SITE
    if last in lexicon.features_after or first in lexicon.features_before or candidate.label == "LOC":
        return PlacePrecision.REGION
    return PlacePrecision.CITY
