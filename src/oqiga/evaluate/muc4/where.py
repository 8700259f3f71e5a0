"""The location of an incident, as the task writes it: country, then the most exact place that is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from oqiga.evaluate.muc4.rules import rules
from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.gazetteer import gazetteer
from oqiga.locate.places.lexicon import demonyms
from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import PlacePrecision

_NAMED = {PlacePrecision.CITY, PlacePrecision.REGION, PlacePrecision.DISTRICT, PlacePrecision.NEIGHBOURHOOD}


def home_country(dateline_place: str | None, dateline_country: str | None) -> str | None:
    """Return the code of the country where a report was written, None when its dateline does not say."""
    if dateline_country:
        hits = gazetteer().find(dateline_country.title())
        return next((hit.entry.country for hit in hits if hit.entry.is_country), None)
    if not dateline_place:
        return None
    hits = gazetteer().find(dateline_place.title())
    ranked = sorted((hit.entry for hit in hits if hit.entry.is_city), key=lambda entry: -entry.population)
    ours = [entry.country for entry in ranked if entry.country in rules()["countries"]]
    return ours[0] if ours else ranked[0].country if ranked else None


def location_of(
    document: Document, places: Sequence[PlaceMention], fillers: Sequence[Span], home: str | None
) -> list[str]:
    """Return country and place of the incident whose fillers stand at these spans; empty when unknown."""
    countries = rules()["countries"]
    near = list(_near(document, places, fillers))
    country = next((each.place.country for each in near if each.place.country in countries), None)
    country = country or (home if home in countries else None) or _most_named(document, places)
    if country is None:
        return []
    for each in near:
        if each.place.precision in _NAMED and not each.place.name[:1].islower():
            name = _bare(each.place.name)
            if each.place.country in (country, None) or each.place.country not in countries:
                return [countries[country], name]
    return [countries[country]]


def _near(
    document: Document, places: Sequence[PlaceMention], fillers: Sequence[Span]
) -> Iterator[PlaceMention]:
    """Yield the places of the sentences that hold fillers, those nearest a filler first."""
    for filler in fillers:
        for sentence in document.sentences:
            if sentence.span.start <= filler.start < sentence.span.end:
                inside = [
                    each
                    for each in places
                    if sentence.span.covers(each.span) and not filler.covers(each.span)
                ]
                yield from sorted(inside, key=lambda each: abs(each.span.start - filler.start))


def _most_named(document: Document, places: Sequence[PlaceMention]) -> str | None:
    countries = rules()["countries"]
    told = Counter(each.place.country for each in places if each.place.country in countries)
    known = demonyms()
    told.update(
        code for token in document.tokens if (code := known.get(token.lower, "")[:2].upper()) in countries
    )
    return told.most_common(1)[0][0] if told else None


def _bare(name: str) -> str:
    words = name.upper().split()
    while len(words) > 1 and words[-1].lower() in rules()["ranks"]:
        words.pop()
    return " ".join(words)
