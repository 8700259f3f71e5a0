"""Where somebody comes from: «уроженец города *Ош*», "born in *Osh*". What he did may have been elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from oqiga.locate.mentions import PlaceMention
from oqiga.model.syntax import Document, Token
from oqiga.read.context import Context
from oqiga.read.languages import LanguagePack

_CLIMB = 3
"""Nouns between a place and the word for who comes from it («уроженец *города* Ош»)."""
_OF = frozenset({"compound", "amod", "nmod", "nmod:poss", "flat", "nmod:desc", "appos", "conj", "obl", "obj"})
_AROUND = 2
"""Code points between a place and the one around it ("Osh, Kyrgyzstan")."""


def is_home(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a place, or the one right before it, only says where somebody comes from."""
    natives = _natives(context.pack)
    if not natives:
        return False
    if _of(context, mention, natives):
        return True
    start = mention.span.start
    before = (each for each in context.places if start - _AROUND <= each.span.end < start)
    apart = context.report.text[start - _AROUND : start].strip() == ","
    return apart and any(_of(context, each, natives) for each in before)


def _of(context: Context, mention: PlaceMention, natives: Collection[str]) -> bool:
    inside = context.tokens_in(mention.span)
    return bool(inside) and _comes_from(context.document, inside[-1], natives)


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
