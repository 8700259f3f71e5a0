"""Where somebody comes from: «уроженец города *Ош*», "from his home in *Osh*". His deed may lie elsewhere."""

from __future__ import annotations

from collections.abc import Collection
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
    native = _comes_from(context.document, inside[-1], _natives(context.pack))
    return native or _is_left(context, inside[-1]) or _is_origin(context, mention, inside[-1])


def _is_origin(context: Context, mention: PlaceMention, token: Token) -> bool:
    """Tell whether a place only says where somebody or something is from: "a professor *from Osh*".

    Where the report tells of no other town or country it may be all that says where it was.
    """
    governor = context.document.head(token)
    links = context.document.children(token, "case")
    leaving = _left(context.pack)[1]
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
    dwellings, leaving, going = _left(context.pack)
    home = context.document.head(token)
    verb = context.document.head(home) if home is not None else None
    if home is None or verb is None or token.dep not in _OF or home.lemma not in dwellings:
        return False
    links = context.document.children(home, "case")
    return verb.lemma in going and any(each.lower in leaving for each in links)


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


@lru_cache(maxsize=8)
def _natives(pack: LanguagePack) -> frozenset[str]:
    """Return words for somebody who comes from a place, by the lexicon."""
    lexicon = pack.lexicon("events") if pack.has("events") else {}
    return frozenset(lexicon.get("natives", ()))


@lru_cache(maxsize=8)
def _left(pack: LanguagePack) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return words for a home, what leads to where somebody set out from, verbs for setting out."""
    lexicon = pack.lexicon("events") if pack.has("events") else {}
    dwellings, leaving, going = (frozenset(lexicon.get(key, ())) for key in ("dwellings", "leaving", "going"))
    return dwellings, leaving, going
