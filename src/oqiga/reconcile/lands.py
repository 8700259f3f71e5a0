"""Whose a site is: «посольство *Китая*», "the *Chinese* embassy" and «ҚХР елшілігі» are of one land."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from oqiga.codebook.targets import lands_abbreviated
from oqiga.locate.places.gazetteer import gazetteer
from oqiga.locate.places.lexicon import demonyms
from oqiga.reconcile.naming import all_lands, names_town, skeleton, small_adjectives

_ADJECTIVES = ("ский", "цкий")
"""How the adjectives of lands end in their first form, by which they are listed."""
_LONGEST_ABBREVIATION = 4
_SHORTEST_NAME = 3
"""Letters; what is shorter is no name of a land, though it may sound like one («*На* границе», Niue)."""


@lru_cache(maxsize=20_000)
def land_called(word: str) -> str | None:
    """Return the code (ISO 3166-1 alpha-2) of the land that a noun or adjective names, in any case."""
    return _by_adjective(word.lower()) or _abbreviated(word) or (_named(word) if word[:1].isupper() else None)


def _by_adjective(word: str) -> str | None:
    if word in demonyms():
        return _land(demonyms()[word])
    ending = next((each for each in small_adjectives() if word.endswith(each)), "")
    first = (f"{word.removesuffix(ending)}{each}" for each in _ADJECTIVES if ending and ending[0] == each[0])
    return next((_land(demonyms()[each]) for each in first if each in demonyms()), None)


def _land(listed: str) -> str | None:
    """Return the land of an adjective; one of a region is of no land."""
    return None if "/" in listed else listed


def _abbreviated(word: str) -> str | None:
    if not word.isupper() or len(word) > _LONGEST_ABBREVIATION:
        return None
    listed = lands_abbreviated().get(word.lower())
    return listed or next((hit.entry.country for hit in gazetteer().find(word) if hit.entry.is_country), None)


def _named(word: str) -> str | None:
    form = skeleton(word)
    lands = _lands() if len(word) >= _SHORTEST_NAME else {}
    if form in lands:
        return lands[form]
    return next((code for land, code in lands.items() if land[0] == form[0] and names_town(land, form)), None)


@lru_cache(maxsize=1)
def _lands() -> Mapping[str, str]:
    """Return the lands of which a language has one word, by its skeleton."""
    return {skeleton(name): code for code, names in all_lands().items() for name in names if " " not in name}
