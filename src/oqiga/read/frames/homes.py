"""Where somebody comes from: «уроженец города *Ош*», "from his home in *Osh*". His deed may lie elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from functools import lru_cache

from oqiga.locate.mentions import PlaceMention
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import PlacePrecision
from oqiga.read.context import Context
from oqiga.read.languages import LanguagePack

_CLIMB = 3
"""Nouns between a place and the word for who comes from it («уроженец *города* Ош»)."""
_OF = frozenset({"compound", "amod", "nmod", "nmod:poss", "flat", "nmod:desc", "appos", "conj", "obl", "obj"})
_WHERE = (PlacePrecision.CITY, PlacePrecision.DISTRICT, PlacePrecision.REGION, PlacePrecision.COUNTRY)
_TOWNS = (PlacePrecision.CITY, PlacePrecision.DISTRICT)
_AROUND = 2
"""Code points between a place and the one around it ("Osh, Kyrgyzstan")."""


def is_home(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a place, or the one right before it, only says where somebody comes from."""
    if _of(context, mention):
        return True
    start = mention.span.start
    before = (each for each in context.places if start - _AROUND <= each.span.end < start)
    apart = context.report.text[start - _AROUND : start].strip() == ","
    return apart and any(_of(context, each) for each in before)


def _of(context: Context, mention: PlaceMention) -> bool:
    inside = context.tokens_in(mention.span)
    if not inside:
        return False
    native = _comes_from(context.document, inside[-1], _words(context.pack).natives)
    if native or _is_left(context, inside[-1]) or _is_origin(context, mention, inside[-1]):
        return True
    return _happened_elsewhere(context, mention) and (
        _comes_from(context.document, inside[-1], _words(context.pack).residents)
        or _is_set_out_from(context, inside[-1])
        or _is_origin_behind(context, inside[0], inside[-1])
    )


def _happened_elsewhere(context: Context, mention: PlaceMention) -> bool:
    """Tell whether the sentence of a place names another town, where it happened then."""
    sentence = context.sentence_at(mention.span.start)
    own = _key(mention)
    return sentence is not None and any(
        _key(each) != own and not each.measured and each.place.precision in _TOWNS
        for each in context.places_in(sentence.span)
    )


def _key(mention: PlaceMention) -> tuple[str | None, int | str]:
    return mention.place.country, mention.place.geonames_id or mention.place.name


def _is_set_out_from(context: Context, token: Token) -> bool:
    """Tell whether somebody set out from a place: «*Оштан келген* адам», «приехавший *из Оша*»."""
    words, verb = _words(context.pack), context.document.head(token)
    if verb is None or verb.lemma not in words.going:
        return False
    links = context.document.children(token, "case")
    return any(each.lower in words.leaving for each in links) or any(
        f"Case={case}" in token.feats for case in words.leaving_cases
    )


def _is_origin_behind(context: Context, first: Token, last: Token) -> bool:
    """Tell whether a parser hung on the verb where somebody is from: «застрелили *бизнесмена из Оша*»."""
    document = context.document
    links = [each for each in document.children(last, "case") if each.lower in _words(context.pack).leaving]
    if not links or links[0].index != first.index - 1 or links[0].index == 0:
        return False
    before = document.tokens[links[0].index - 1]
    return last.dep == "obl" and before.pos == "NOUN" and before.head == last.head


def _is_origin(context: Context, mention: PlaceMention, token: Token) -> bool:
    """Tell whether a place only says where somebody or something is from: "a professor *from Osh*".

    Where the report tells of no other town or country it may be all that says where it was.
    """
    governor = context.document.head(token)
    links = context.document.children(token, "case")
    leaving = _words(context.pack).leaving
    noun = governor is not None and governor.pos in ("NOUN", "PROPN") and token.dep == "nmod"
    if not noun or not any(each.lower in leaving for each in links):
        return False
    own = mention.place.country, mention.place.geonames_id
    return any(
        (each.place.country, each.place.geonames_id) != own
        for each in context.places
        if each.place.precision in _WHERE and not each.measured
    )


def _is_left(context: Context, token: Token) -> bool:
    """Tell whether a place says where the home is from which somebody set out ("drove from his *home* …")."""
    words = _words(context.pack)
    home = context.document.head(token)
    verb = context.document.head(home) if home is not None else None
    if home is None or verb is None or token.dep not in _OF or home.lemma not in words.dwellings:
        return False
    links = context.document.children(home, "case")
    return verb.lemma in words.going and any(each.lower in words.leaving for each in links)


def _comes_from(document: Document, token: Token, natives: Collection[str]) -> bool:
    for _ in range(_CLIMB):
        governor = document.head(token)
        if governor is None or token.dep not in _OF:
            return False
        if governor.lemma in natives or governor.lower in natives:
            return True
        if governor.pos not in ("NOUN", "PROPN"):
            return False
        token = governor
    return False


@dataclass(frozen=True, slots=True)
class _HomeWords:
    """Words of one language, by its lexicon.

    natives: for who comes from a place. residents: for who lives there. dwellings: for a home. leaving: what
    leads to where somebody set out from, and the cases that do. going: verbs for setting out.
    """

    natives: frozenset[str]
    residents: frozenset[str]
    dwellings: frozenset[str]
    leaving: frozenset[str]
    leaving_cases: frozenset[str]
    going: frozenset[str]


@lru_cache(maxsize=8)
def _words(pack: LanguagePack) -> _HomeWords:
    lexicon = pack.lexicon("events") if pack.has("events") else {}
    return _HomeWords(**{each.name: frozenset(lexicon.get(each.name, ())) for each in fields(_HomeWords)})
