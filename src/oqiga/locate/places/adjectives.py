"""Towns told by an adjective («на Лондонском мосту»), and names that are mere adjectives ("US drones")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from oqiga.locate.mentions import PlaceMention, Standing
from oqiga.locate.places.gazetteer import Entry, gazetteer
from oqiga.locate.places.lexicon import Words, demonyms, words
from oqiga.locate.places.resolving import resolved
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import PlacePrecision

_SHORTEST = 4
"""Letters of the shortest stem: shorter ones are stems of too many words."""
_BESIDE_NOUN = ("compound", "amod")
_INITIALS = 3
"""Letters of the longest initials of a country ("UAE")."""
_BETWEEN = 3
"""Further adjectives that may stand between one and its noun («Пермский *государственный* университет»)."""
_LEAST = 100_000
"""Inhabitants from which a town's adjective is taken for it: small towns share theirs with other words."""


def towns_of_adjectives(document: Document, named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return the towns whose adjective places a site or an attack, each at the adjective.

    One with a capital belongs to a name, which may come from another town («Казанский вокзал»): only nouns
    that are called after their own town tell it, and only where the text names no town. A name that no
    gazetteer has («Пермский государственный университет») does not stand in the way: see `told_by_adjective`.
    """
    lexicon = words(document.language)
    if not lexicon.town_adjectives:
        return []
    placed = any(each.place.precision is PlacePrecision.CITY for each in named)
    standing = Standing([each for each in named if each.place.geonames_id is not None])
    found = []
    for token in document.tokens[:-1]:
        if token.lower.endswith(lexicon.town_adjectives) and _places(document, token, lexicon, placed):
            entry = _town(token.lower, document.language)
            if entry is not None and not standing.overlaps(token.span):
                place = resolved(entry.name, entry, token.span, gazetteer())
                found.append(PlaceMention(span=token.span, place=place, feature=entry.feature))
    return found


def _places(document: Document, token: Token, lexicon: Words, placed: bool) -> bool:
    """Tell whether the noun behind an adjective lies in the town that the adjective is made of."""
    nouns = lexicon.called_after_town if token.text.islower() else lexicon.named_after_town
    if token.lemma in demonyms() or (placed and not token.text.islower()):
        return False
    last = min(token.index + 2 + _BETWEEN, document.sentence_of(token).last)
    behind = document.tokens[token.index + 1 : last]
    noun = next((each for each in behind if each.pos != "ADJ" or each.lemma in nouns), None)
    return noun is not None and noun.lemma in nouns


def is_adjective(document: Document, mention: PlaceMention) -> bool:
    """Tell whether a country's initials only say whose something is: "*US* drones" may be anywhere."""
    sentence = document.sentence_at(mention.span.start)
    inside = document.tokens_of(sentence) if sentence is not None else ()
    token = next((each for each in inside if each.span == mention.span), None)
    if token is None or token.dep not in _BESIDE_NOUN:
        return False
    return token.text.isupper() and len(token.text.replace(".", "")) <= _INITIALS


def told_by_adjective(named: Sequence[PlaceMention], towns: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Leave out of the places named those that no gazetteer has and whose own adjective tells their town."""
    standing = Standing(towns)
    return [each for each in named if each.place.geonames_id is not None or not standing.overlaps(each.span)]


@lru_cache(maxsize=4096)
def _town(adjective: str, language: str) -> Entry | None:
    """Return the largest town that an adjective may be made of, None without any of some size."""
    lexicon = words(language)
    ending = next(each for each in lexicon.town_adjectives if adjective.endswith(each))
    stem = adjective[: -len(ending)]
    known = lexicon.towns_of_stems.get(stem)
    if known is None and len(stem) < _SHORTEST:
        return None
    kinds = ("main",) if known is None else ("main", "other")
    entries = {
        hit.entry
        for form in ([known] if known is not None else _nouns_of(stem, lexicon))
        for hit in gazetteer().find(form)
        if hit.kind in kinds and hit.entry.is_city and hit.entry.population >= _LEAST
    }
    return max(entries, key=lambda entry: (entry.population, entry.row), default=None)


def _nouns_of(stem: str, lexicon: Words) -> Iterator[str]:
    """Yield the names that may lie behind a stem: лондон-, москов- (Москва), ялтин- (Ялта), мин- (Минск)."""
    for ending, instead in lexicon.town_stems:
        if stem.endswith(ending):
            yield from (stem[: len(stem) - len(ending)] + each for each in instead)
