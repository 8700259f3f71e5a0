"""Between which towns a road, a bus or a train runs, which is not where something befell it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.sites import in_dateline
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import PlacePrecision
from oqiga.read.context import Context
from oqiga.read.frames.sent_from import place_key
from oqiga.read.languages import LanguagePack

_DASHES = frozenset("-–—")
_TOWNS = (PlacePrecision.CITY, PlacePrecision.DISTRICT, PlacePrecision.NEIGHBOURHOOD)
_NEAR = 3
"""Tokens between the towns of a route and what runs on it: "the *Osh–Batken* mountain road"."""


@dataclass(frozen=True, slots=True)
class _RouteWords:
    """runs: lemmas of what runs or lies between towns. before, link: words of "*from* Osh *to* Batken"."""

    runs: frozenset[str]
    before: frozenset[str]
    link: frozenset[str]


def names_route(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a town is one end of a route, in a sentence that names another town beside its ends.

    "A bus *from Osh to Batken* was stopped near Aravan", «автобус *Ош – Баткен* близ Аравана»; where neither
    the sentence nor the dateline has another town, the ends are all that is known.
    """
    ends = _ends(context, mention, _words(context.pack))
    sentence = context.sentence_at(mention.span.start)
    if ends is None or sentence is None:
        return False
    own = {place_key(each.place) for each in context.places if ends.covers(each.span)}
    beside = {
        place_key(each.place)
        for each in context.places
        if each.place.precision in _TOWNS
        and not each.measured
        and (sentence.span.covers(each.span) or in_dateline(context.document, each))
    }
    return bool(beside - own)


def _ends(context: Context, mention: PlaceMention, words: _RouteWords) -> Span | None:
    """Return the words for both ends of the route that a town is one end of, None when it is of none."""
    tokens, inside = context.document.tokens, context.tokens_in(mention.span)
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index + 1
    for begin, link, end in ((first, last, last + 2), (first - 2, first - 1, last)):
        if begin < 0 or end > len(tokens) or not _is_name(tokens[end - 1]) or not _is_name(tokens[begin]):
            continue
        before = tokens[max(0, begin - 1 - _NEAR) : begin]
        if tokens[link].text in _DASHES:
            runs = (*before[-1:], *tokens[end : end + _NEAR])
        elif tokens[link].lower in words.link and before and before[-1].lower in words.before:
            runs = before[:-1]
        else:
            continue
        if any(each.lemma in words.runs for each in runs):
            return Span(tokens[begin].span.start, tokens[end - 1].span.end)
    return None


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper()


@lru_cache(maxsize=8)
def _words(pack: LanguagePack) -> _RouteWords:
    lexicon = pack.lexicon("events") if pack.has("events") else {}
    routes = lexicon.get("routes", {})
    return _RouteWords(
        runs=frozenset((*lexicon.get("journeys", ()), *routes.get("roads", ()))),
        before=frozenset(routes.get("from", ())),
        link=frozenset(routes.get("to", ())),
    )
