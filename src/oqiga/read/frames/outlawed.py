"""Where a body is outlawed, told in brackets: «(*запрещена в России*)», "(*banned in Russia*)"."""

from __future__ import annotations

from functools import lru_cache

from oqiga.locate.mentions import PlaceMention
from oqiga.read.context import Context
from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases, words_of

_NEAR = 15
"""Most tokens from a place to either bracket."""


def in_note_of_ban(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a place stands in brackets that only tell where a body is outlawed."""
    banned = _banned(context.pack)
    inside = context.tokens_in(mention.span)
    if banned is None or not inside:
        return False
    tokens, sentence = context.document.tokens, context.document.sentence_of(inside[0])
    first, last = inside[0].index, inside[-1].index + 1
    before = range(first - 1, max(sentence.first, first - _NEAR) - 1, -1)
    behind = range(last, min(sentence.last, last + _NEAR))
    opening = next((at for at in before if tokens[at].text in "()"), None)
    closing = next((at for at in behind if tokens[at].text in "()"), None)
    if opening is None or closing is None or tokens[opening].text + tokens[closing].text != "()":
        return False
    return banned.among(context.document, range(opening, closing)) is not None


@lru_cache(maxsize=8)
def _banned(pack: LanguagePack) -> Phrases[str] | None:
    """Return words for being outlawed, by the lexicon; None where it has none."""
    words = pack.lexicon("events").get("outlawed", ()) if pack.has("events") else ()
    return words_of(words) if words else None
