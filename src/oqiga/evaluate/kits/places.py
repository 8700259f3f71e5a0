"""Toponyms with coordinates (LGL and corpora of the same form): spans, points within 161 km, end to end.

Predictions name places proper: demonyms and adjectives ("Iraqi") are left out. They are mentions in LGL, but
most corpora of international news do not count them, and in a report of events they say who, not where.
A place that the reader leaves without a point gets, as a guess, that of what it lies in or of the nearest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from oqiga.errors import EvaluateError
from oqiga.evaluate.tally import Tally
from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.candidates import find_candidates
from oqiga.locate.places.choice import resolve
from oqiga.locate.places.finder import find_places
from oqiga.locate.places.gazetteer import Hit, gazetteer
from oqiga.locate.places.lexicon import demonyms
from oqiga.locate.places.reading_features import Hints
from oqiga.model.claims import Place
from oqiga.model.earth import kilometres
from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import PlacePrecision
from oqiga.read.languages import language_pack

ID_FIELD = "id"
SPLITS: Mapping[str, str] = {"dev": "lgl.jsonl"}

_WITHIN_KM = 161.0
_DOMAIN_COUNTRIES = {"uk": "GB", "eu": None, "tv": None, "me": None, "io": None, "co": None}


def predict(document: Mapping[str, Any], *, trained: bool = True) -> dict[str, Any]:  # noqa: ARG001  nothing here is trained apart
    """Read one article and return its places; the top-level domain of its source hints at the country."""
    text = _text(document)
    parsed = language_pack("en").parse(text)
    found = find_places(parsed, country=_country(document.get("source")), sites=False)
    return {"id": document["id"], "places": [_place(text, mention, found) for mention in found]}


def predict_on_gold_spans(document: Mapping[str, Any]) -> dict[str, Any]:
    """Resolve the gold mentions only: their spans are given, their points are not looked at.

    Peoples and adjectives among them mean their country; what has no entry gets the point of the nearest one.
    """
    text = _text(document)
    parsed = language_pack("en").parse(text)
    read = find_candidates(parsed, gazetteer())
    spans = [Span(place["start"], place["end"]) for place in document["places"]]
    given = [each for span in spans if (each := _candidate(parsed, span, read)) is not None]
    chosen = resolve(parsed, given, Hints(country=_country(document.get("source"))))
    known = [(each, chosen[each.first][0]) for each in given if each.first in chosen]
    places = []
    for candidate in given:
        span = candidate.span(parsed)
        entry = chosen[candidate.first][0] if candidate.first in chosen else None
        near = min(known, key=lambda pair: abs(pair[0].first - candidate.first), default=(None, None))[1]
        point = entry or near
        places.append(
            {
                "start": span.start,
                "end": span.end,
                "lat": point.latitude if point else None,
                "lon": point.longitude if point else None,
                "geonameid": str(entry.geonames_id) if entry and entry.geonames_id else None,
                "country": point.country if point else None,
            }
        )
    return {"id": document["id"], "places": places}


def tally(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
    """Compare one article's places: spans with the same offsets, and those that also lie within 161 km."""
    wanted = {(place["start"], place["end"]): place for place in gold["places"]}
    given = {(place["start"], place["end"]): place for place in predicted["places"]}
    both = wanted.keys() & given.keys()
    unscored = {span for span in _overlapping(wanted, given) if not _has_point(wanted[span[0]])}
    skipped = {span for _, span in unscored}
    near = sum(_has_point(wanted[span]) and _close(wanted[span], given[span]) for span in both)
    pointed = sum(_has_point(place) and span not in skipped for span, place in given.items())
    located = sum(_has_point(place) for place in wanted.values())
    return {
        "span": Tally(len(both), len(given), len(wanted)),
        "end_to_end": Tally(near, pointed, located),
        "within_161_km": Tally(near, *[sum(_has_point(wanted[span]) for span in both)] * 2),
    }


def _text(document: Mapping[str, Any]) -> str:
    text = document.get("text")
    if not isinstance(text, str) or "id" not in document:
        raise EvaluateError("a line of the benchmark needs an id and a text", subject=str(document.get("id")))
    return text


def _country(source: object) -> str | None:
    """Return the country of a web domain ("dailystar.com.lb" is LB); None for those open to all."""
    last = str(source or "").rsplit(".", 1)[-1].lower()
    if len(last) != 2 or not last.isalpha():
        return None
    return _DOMAIN_COUNTRIES.get(last, last.upper())


def _place(text: str, mention: PlaceMention, found: Sequence[PlaceMention]) -> dict[str, Any]:
    """Return a mention as score.py reads it: without generic nouns in lower case, sites without a point."""
    span = _trimmed(text, mention.span)
    place = mention.within.place if mention.within and mention.place.latitude is None else mention.place
    part = mention.within is not None and mention.span.covers(mention.within.span)  # "southern Poland"
    if not part and (place.latitude is None or (place is not mention.place and _is_country(place))):
        place = _nearest(mention, found, place)
    pointed = mention.place.precision is not PlacePrecision.SITE
    return {
        "start": span.start,
        "end": span.end,
        "lat": place.latitude if pointed else None,
        "lon": place.longitude if pointed else None,
        "geonameid": str(place.geonames_id) if place.geonames_id else None,
        "country": place.country,
    }


def _nearest(mention: PlaceMention, found: Sequence[PlaceMention], place: Place) -> Place:
    """Return the nearest place with a point, no country, in the country of a place where it has one."""
    around = [
        each
        for each in found
        if each.place.latitude is not None
        and not _is_country(each.place)
        and place.country in (None, each.place.country)
    ]
    if not around or mention.feature:
        return place
    near = min(around, key=lambda each: abs(each.span.start - mention.span.start))
    return replace(place, latitude=near.place.latitude, longitude=near.place.longitude)


def _is_country(place: Place) -> bool:
    return place.precision is PlacePrecision.COUNTRY


def _trimmed(text: str, span: Span) -> Span:
    """Leave out words in lower case at either end ("region of Aqtobe", "Takhar province")."""
    words = span.of(text).split(" ")
    start, end = span
    while len(words) > 1 and words[0][:1].islower():
        start += len(words.pop(0)) + 1
    while len(words) > 1 and words[-1][:1].islower():
        end -= len(words.pop()) + 1
    return Span(start, end)


def _candidate(parsed: Document, span: Span, read: Sequence[Candidate]) -> Candidate | None:
    """Return the mention at a span: as the reader sees it where it does, else by its words as they stand."""
    inside = [
        token.index for token in parsed.tokens if token.span.start < span.end and token.span.end > span.start
    ]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    seen = next((each for each in read if each.core[0] < last and first < each.core[1]), None)
    name, rank, hits = span.of(parsed.text), "", gazetteer().find(span.of(parsed.text))
    if seen is not None and seen.hits and (not hits or seen.core == (first, last)):
        name, rank, hits = seen.name, seen.rank, seen.hits
    country = demonyms().get(name.lower()) or demonyms().get(name.lower().removesuffix("s"))
    row = gazetteer().country_rows().get(country or "")
    if not hits and row is not None:
        hits = (Hit(gazetteer().entry(row), "main"),)
    return Candidate(first, last, name, hits, parsed.tokens[first].entity, rank, (first, last))


def _overlapping(
    wanted: Mapping[tuple[int, int], Any], given: Mapping[tuple[int, int], Any]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(one, two) for one in wanted for two in given if one[0] < two[1] and two[0] < one[1]]


def _has_point(place: Mapping[str, Any]) -> bool:
    return place.get("lat") is not None and place.get("lon") is not None


def _close(one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    if not _has_point(two):
        return False
    return kilometres(one["lat"], one["lon"], two["lat"], two["lon"]) <= _WITHIN_KM
