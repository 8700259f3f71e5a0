"""Sites described by a noun ("bus station"): places that lie in a place that is named."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.mentions import PlaceMention, point_within
from oqiga.locate.places.lexicon import Words, words
from oqiga.model.claims import Place
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import PlacePrecision

_CITIES = (PlacePrecision.CITY, PlacePrecision.NEIGHBOURHOOD)
_DATELINE = 40
"""Code points at the start of a text in which a town in capitals is where it was sent from."""
_ANCHORS = (*_CITIES, PlacePrecision.DISTRICT, PlacePrecision.REGION)


def find_sites(document: Document, named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return sites described by a common noun, each within the place that its sentence or the lead names.

    A site without any named place to lie in is left out: nothing would be known about where it is.
    """
    lexicon = words(document.language)
    taken = {position for mention in named for position in (mention.span.start, mention.span.end)}
    found = []
    lead = _first_anchor(document, named)
    cursor = 0
    for sentence in document.sentences:
        while cursor < len(named) and named[cursor].span.end <= sentence.span.start:
            cursor += 1
        inside = _inside(named, cursor, sentence)
        for token in document.tokens_of(sentence):
            span = _site_span(document, sentence, token, lexicon)
            if span is None or span.start in taken or any(mention.span.overlaps(span) for mention in inside):
                continue
            anchor = nearest_anchor(span, inside) or lead
            if anchor is not None:
                found.append(_site(document, span, anchor))
    return found


def nearest_anchor(span: Span, inside: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place of a sentence that a site most likely lies in: the nearest, rather after it."""
    anchors = [
        each for each in inside if each.place.precision in _ANCHORS and each.place.latitude is not None
    ]
    cities = [each for each in anchors if each.place.precision in _CITIES] or anchors
    if not cities:
        return None
    return min(cities, key=lambda each: _distance(span, each.span))


def _distance(site: Span, anchor: Span) -> float:
    if anchor.start >= site.end:
        return anchor.start - site.end
    return 1.5 * max(0, site.start - anchor.end)


def _first_anchor(document: Document, named: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the first town that is named, that of a dateline only when there is no other."""
    towns = [each for each in named if each.place.precision in _CITIES and each.place.latitude is not None]
    told = [each for each in towns if not _in_dateline(document, each)]
    return next(iter([*told, *towns]), None)


def _in_dateline(document: Document, mention: PlaceMention) -> bool:
    return mention.span.start < _DATELINE and mention.span.of(document.text).isupper()


def _inside(named: Sequence[PlaceMention], cursor: int, sentence: Sentence) -> list[PlaceMention]:
    found = []
    for mention in named[cursor:]:
        if mention.span.start >= sentence.span.end:
            break
        found.append(mention)
    return found


def _site_span(document: Document, sentence: Sentence, token: Token, lexicon: Words) -> Span | None:
    """Return the words of a site that ends with this noun, with the modifier it needs."""
    before = lexicon.sites.get(token.lower)
    if before is None or token.pos not in ("NOUN", "PROPN", "X"):
        return None
    previous = document.tokens[token.index - 1] if token.index > sentence.first else None
    if previous is not None and previous.lower in before and not previous.text[:1].isupper():
        return document.span_of(previous, token)
    if (
        previous is not None
        and previous.pos == "PROPN"
        and previous.text[:1].isupper()
        and not token.text.isupper()
        and ("" in before or previous.lower in before)
    ):
        return _with_name(document, sentence, token)
    if token.text[:1].isupper() and token.index != sentence.first:
        return None
    if "" in before:
        return token.span
    return None


def _with_name(document: Document, sentence: Sentence, token: Token) -> Span:
    """Return a site with the name before it ("National Guard facility")."""
    first = token.index
    while first - 1 >= sentence.first and token.index - first < 4:
        previous = document.tokens[first - 1]
        if not (previous.pos == "PROPN" and previous.text[:1].isupper()):
            break
        first -= 1
    return document.span_of(document.tokens[first], token)


def _site(document: Document, span: Span, anchor: PlaceMention) -> PlaceMention:
    latitude, longitude = point_within(anchor.place)
    city = anchor if anchor.place.geonames_id is not None or anchor.within is None else anchor.within
    place = Place(
        name=span.of(document.text),
        geonames_id=city.place.geonames_id,
        country=anchor.place.country,
        admin1=anchor.place.admin1,
        latitude=latitude,
        longitude=longitude,
        precision=PlacePrecision.SITE,
        span=span,
    )
    return PlaceMention(span=span, place=place, feature="", within=anchor)
