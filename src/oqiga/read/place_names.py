"""Names of places as they stand alone: in the nominative, and not in the capitals of a dateline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.locate.mentions import PlaceMention
from oqiga.model.syntax import Document
from oqiga.read.languages import LanguagePack

_SHORTEST = 5
"""Letters from which a word in capitals is no abbreviation."""


def standing_alone(
    document: Document, pack: LanguagePack, places: Sequence[PlaceMention]
) -> tuple[PlaceMention, ...]:
    """Return places with their names as they stand alone.

    A name that the gazetteer gave in its dictionary form stays; one that is only the words of the text, as of
    a district that no gazetteer has, is put in the nominative where the language inflects names.
    """
    return tuple(_alone(document, pack, mention) for mention in places)


def _alone(document: Document, pack: LanguagePack, mention: PlaceMention) -> PlaceMention:
    name = mention.place.name
    if name == mention.span.of(document.text):
        name = _nominative(document, pack, mention) or name
    name = _in_small_letters(name)
    if mention.within is not None:
        mention = replace(mention, within=_alone(document, pack, mention.within))
    if name == mention.place.name:
        return mention
    return replace(mention, place=replace(mention.place, name=name))


def _nominative(document: Document, pack: LanguagePack, mention: PlaceMention) -> str | None:
    """Return the nominative of the words of a mention, None where they cannot be inflected as one name."""
    tokens = [token for token in document.tokens if mention.span.covers(token.span)]
    inside = {token.index for token in tokens}
    if len(tokens) == 1 and tokens[0].text[:1].isupper():
        return None  # a name of one word that no gazetteer has: «в Масанчи» may be its only form
    heads = [token for token in tokens if token.head not in inside or token.head == token.index]
    words = pack.plain(tokens, heads[0]) if len(heads) == 1 else None
    if words is None:
        return None
    stays = words[tokens.index(heads[0])] == heads[0].text
    oblique = any(feat.startswith("Case=") and feat != "Case=Nom" for feat in heads[0].feats)
    pieces = (
        ("" if first is None or first.span.end == token.span.start else " ") + word
        for first, token, word in zip((None, *tokens), tokens, words, strict=False)
    )
    return None if stays and oblique else "".join(pieces)


def _in_small_letters(name: str) -> str:
    """Return the name of a dateline as it is written elsewhere: "АКТОБЕ" is Актобе, "США" stays."""
    if not name.isupper():
        return name
    parts = [part.capitalize() if len(part) >= _SHORTEST else part for part in name.split("-")]
    return "-".join(parts)
