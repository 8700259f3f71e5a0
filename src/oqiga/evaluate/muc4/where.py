"""The location of an incident, as the task writes it: country, then the most exact place that is named."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from oqiga.evaluate.muc4.options import Option, nearness, sentences_of
from oqiga.evaluate.muc4.rules import rules
from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.gazetteer import gazetteer
from oqiga.locate.places.lexicon import demonyms
from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import PlacePrecision

_NAMED = {PlacePrecision.CITY, PlacePrecision.REGION, PlacePrecision.DISTRICT, PlacePrecision.NEIGHBOURHOOD}
_OPENING = 250
_BESIDE = 24
"""Letters that open a report, and letters looked at beside a name."""


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
    country = _country(document, places, near, home)
    if country is None:
        return []
    for each in near:
        if each.place.precision in _NAMED and not each.place.name[:1].islower():
            name = _bare(each.place.name)
            if each.place.country in (country, None) or each.place.country not in countries:
                return [countries[country], name]
    return [countries[country]]


def _country(
    document: Document, places: Sequence[PlaceMention], near: Sequence[PlaceMention], home: str | None
) -> str | None:
    countries = rules()["countries"]
    country = next((each.place.country for each in near if each.place.country in countries), None)
    return country or (home if home in countries else None) or _most_named(document, places)


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


def place_options(
    document: Document, places: Sequence[PlaceMention], fillers: Sequence[Span], home: str | None
) -> list[Option[list[str]]]:
    """Return the locations that an incident may have: its country alone, and with each place that is named.

    Arguments as for `location_of`; empty when the country is not known.
    """
    countries = rules()["countries"]
    country = _country(document, places, list(_near(document, places, fillers)), home)
    if country is None:
        return []
    named: dict[str, list[PlaceMention]] = {}
    for each in places:
        if each.place.precision in _NAMED and not each.place.name[:1].islower():
            named.setdefault(_bare(each.place.name), []).append(each)
    at = sentences_of(document, fillers)
    options = [Option([countries[country]], {"alone": 1.0, f"named {min(len(named), 4)}": 1.0})]
    for name, mentions in named.items():
        features = _of_place(document, mentions, country) | nearness(
            sentences_of(document, [each.span for each in mentions]), at
        )
        options.append(Option([countries[country], name], features))
    return options


def _of_place(document: Document, mentions: Sequence[PlaceMention], country: str) -> dict[str, float]:
    first = mentions[0]
    hits = gazetteer().find(first.place.name)
    people = max((hit.entry.population for hit in hits if hit.entry.country == country), default=0)
    features = {
        "one": 1.0,
        f"precision {first.place.precision}": 1.0,
        f"feature {first.feature[:4]}": 1.0,
        "here": float(first.place.country == country),
        "abroad": float(first.place.country not in (country, None)),
        "mentions": math.log(len(mentions)),
        "opening": float(first.span.start < _OPENING),
        "people": math.log10(people + 1) / 7,
    }
    for each in mentions:
        words = document.text[max(0, each.span.start - _BESIDE) : each.span.start].lower().split()
        after = document.text[each.span.end : each.span.end + _BESIDE].lower().split()
        features |= {f"behind {word.strip('[],.')}": 1.0 for word in words[-1:]}
        features |= {f"ahead {word.strip('[],.')}": 1.0 for word in after[:1]}
    return features
