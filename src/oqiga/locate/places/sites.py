"""Sites described by a noun ("bus station"): places that lie in a place that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from oqiga.codebook.targets import kinds_in
from oqiga.locate.mentions import PlaceMention, point_within
from oqiga.locate.places.adjectives import is_adjective
from oqiga.locate.places.lexicon import Words, words
from oqiga.model.claims import Place
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import PlacePrecision

_CITIES = (PlacePrecision.CITY, PlacePrecision.NEIGHBOURHOOD)
_DATELINE = 40
"""Code points at the start of a text in which a town in capitals is where it was sent from."""
_SENT = re.compile(r"\s(?:-{1,2}|–|—)\s?|[.,] \d|: [A-ZА-ЯӘҒҚҢӨҰҮҺІ\d]")
"""What parts a dateline from the text ("Nairobi - …", "Nairobi: Six …")."""
_GOES_ON = re.compile(r",? (?:and|и|және) (?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ])")
"""What stands before another name of a list that is none of a known place."""
_SHORT = 12
"""Code points within which two places of a list stand."""
_LISTED = 2
"""Other places beside a town that make it one of a list."""
_NEAR = 30
"""Code points beside a town in which the word of a hospital stands."""
_OPENING = 6
"""Words before a country within which it opens a sentence."""
_CLAUSE = ("VERB", "AUX", "NOUN")
"""Words that a sentence has begun with."""
_LANDS = (PlacePrecision.REGION, PlacePrecision.COUNTRY)
_ANCHORS = (*_CITIES, PlacePrecision.DISTRICT, PlacePrecision.REGION)


def find_sites(document: Document, named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return sites described by a common noun, each within the place that its sentence or the lead names.

    A site without any named place to lie in is left out: nothing would be known about where it is. A
    settlement without a name lies in no town that is told elsewhere, but in its country.
    """
    lexicon = words(document.language)
    taken = {position for mention in named for position in (mention.span.start, mention.span.end)}
    found = []
    lead = _first_anchor(document, named)
    lands = (each for each in named if each.place.precision in _LANDS and not each.measured)
    land = next((each for each in lands if not is_adjective(document, each)), None)
    cursor = 0
    for sentence in document.sentences:
        while cursor < len(named) and named[cursor].span.end <= sentence.span.start:
            cursor += 1
        inside = _inside(named, cursor, sentence)
        for token in document.tokens_of(sentence):
            span = _site_span(document, sentence, token, lexicon)
            if span is None or span.start in taken or any(mention.span.overlaps(span) for mention in inside):
                continue
            near = inside if lead is None else [each for each in inside if not in_dateline(document, each)]
            near = [
                each
                for each in near
                if is_hospital(span.of(document.text)) or not of_hospital(document, each)
            ]
            if lead is not None and in_dateline(document, lead) and _of_a_land(document, span, near):
                lead = None  # "BISHKEK -- An attack on a court in southern Kenya"
            around = land if _settles(token, lexicon) else lead
            anchor = nearest_anchor(span, near) or (None if _abroad(document, span, near, lead) else around)
            if anchor is not None:
                found.append(_site(document, span, anchor))
    return found


def _settles(token: Token, lexicon: Words) -> bool:
    """Tell whether a site is a settlement of its own: no village lies in the town told before."""
    return lexicon.ranks.get(token.lower) == PlacePrecision.CITY.value


def _of_a_land(document: Document, site: Span, inside: Sequence[PlaceMention]) -> bool:
    """Tell whether a site is placed in a country or a part of one, and no town: "a court *in Mali*"."""
    lands = [each for each in inside if each.place.precision in _LANDS]
    return any(_right_behind(document, site, each) for each in lands)


def _abroad(
    document: Document, site: Span, inside: Sequence[PlaceMention], lead: PlaceMention | None
) -> bool:
    """Tell whether a sentence places a site in a country that is not that of the town told before.

    The country opens the sentence («Кроме того, в Ираке …») or stands right behind the site ("a mosque in
    Kuwait"); elsewhere it may only be where somebody is from.
    """
    if lead is None or any(each.place.country == lead.place.country for each in inside):
        return False
    lands = [each for each in inside if each.place.precision is PlacePrecision.COUNTRY]
    return any(_opens(document, each) or _right_behind(document, site, each) for each in lands)


def _opens(document: Document, land: PlaceMention) -> bool:
    sentence = next((each for each in document.sentences if each.span.covers(land.span)), None)
    if sentence is None:
        return False
    before = [each for each in document.tokens_of(sentence) if each.span.end <= land.span.start]
    led_in = any(each.lower in words(document.language).inside for each in before[-2:])
    return led_in and len(before) <= _OPENING and not any(each.pos in _CLAUSE for each in before)


def _right_behind(document: Document, site: Span, land: PlaceMention) -> bool:
    between = document.text[site.end : land.span.start]
    led = between.strip().lower().removesuffix(" the")
    return land.span.start > site.end and led in words(document.language).inside


def of_hospital(document: Document, town: PlaceMention) -> bool:
    """Tell whether a town is only that of the hospital that the wounded are taken to, and no other site's.

    "Wounded in an attack on a school … taken to *hospitals in Osh*", «доставлены в *больницы Оша*».
    """
    text = document.text
    before = text[max(0, town.span.start - _NEAR) : town.span.start].split()
    behind = text[town.span.end : town.span.end + _NEAR].split()
    known = words(document.language)
    while before and (before[-1].lower() in known.leading or before[-1].lower() in known.ranks):
        before.pop()  # "the hospital *in the town of* Osh"
    beside = [*before[-1:], *behind[:1]]
    return any(map(is_hospital, beside))


@lru_cache(maxsize=10_000)
def is_hospital(word: str) -> bool:
    """Tell whether words name a hospital."""
    return "hospital" in kinds_in(word)


def nearest_anchor(span: Span, inside: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place of a sentence that a site most likely lies in: the nearest, rather after it."""
    anchors = [
        each
        for each in inside
        if each.place.precision in _ANCHORS and each.place.latitude is not None and not each.measured
    ]
    cities = [each for each in anchors if each.place.precision in _CITIES] or anchors
    if not cities:
        return None
    return min(cities, key=lambda each: _distance(span, each.span))


def listed(document: Document, mentions: Sequence[PlaceMention]) -> frozenset[Span]:
    """Return the mentions that stand in a list of several places ("as in Manchester, Westminster and …")."""
    found: set[Span] = set()
    run: list[Span] = []
    for mention in mentions:
        if run and not _joined(document, run[-1], mention.span):
            found.update(_of_list(document, run))
            run = []
        run.append(mention.span)
    found.update(_of_list(document, run))
    return frozenset(found)


def _joined(document: Document, left: Span, right: Span) -> bool:
    between = document.text[left.end : right.start] if right.start - left.end < _SHORT else "."
    told = between.strip(" ,").lower()
    return not told or told in words(document.language).joints


def _of_list(document: Document, run: Sequence[Span]) -> Sequence[Span]:
    """Return a run of joined places that is long enough to be a list, with the name that may end it."""
    more = bool(run) and _GOES_ON.match(document.text, run[-1].end) is not None
    return run if len(run) + more > _LISTED else ()


def _distance(site: Span, anchor: Span) -> float:
    if anchor.start >= site.end:
        return anchor.start - site.end
    return 1.5 * max(0, site.start - anchor.end)


def _first_anchor(document: Document, named: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the first town that is named outside of a list, that of a dateline only without another."""
    towns = [each for each in named if each.place.precision in _CITIES and each.place.latitude is not None]
    lists = listed(document, named)
    towns = [each for each in towns if not each.measured and each.span not in lists]
    return next(iter(of_story(document, towns)), None)


def of_story(document: Document, towns: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """Return the towns that a text tells of: none of a hospital or a dateline, where it names others."""
    own = [each for each in towns if not of_hospital(document, each)]
    told = [each for each in own if not in_dateline(document, each)]
    return told or own or towns


def in_dateline(document: Document, mention: PlaceMention) -> bool:
    """Tell whether a mention opens the text as its dateline ("NAIROBI", "Nairobi - ", "Nairobi. 5 June")."""
    behind = document.text[mention.span.end : mention.span.end + 3]
    sent = mention.span.of(document.text).isupper() or _SENT.match(behind) is not None
    return mention.span.start < _DATELINE and sent and not document.text[: mention.span.start].strip()


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
