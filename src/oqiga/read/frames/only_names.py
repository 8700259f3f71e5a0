"""Places that only make the name of something else, as of an outlet."""

from __future__ import annotations

from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.lexicon import words as place_words
from oqiga.read.context import Context


def names_outlet(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a place only makes the name of an outlet ("according to *Osh* Herald")."""
    inside = context.tokens_in(mention.span)
    if not inside or inside[-1].index + 1 >= context.document.sentence_of(inside[-1]).last:
        return False
    behind = context.document.tokens[inside[-1].index + 1]
    return behind.text[:1].isupper() and behind.lower in place_words(context.pack.code).media
