"""The Russian words that bear on the shape of a tree: of bounds, quantities, ages, accusing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from oqiga.read.languages import language_pack


@dataclass(frozen=True, slots=True)
class TreeWords:
    """Words of «trees» and pronouns that stand for people told before."""

    latter: frozenset[str]
    many: frozenset[str]
    bounds: frozenset[str]
    links: frozenset[str]
    quantities: frozenset[str]
    agents: frozenset[str]
    ages: frozenset[str]
    accusing: frozenset[str]
    claimed: frozenset[str]
    suffered: frozenset[str]
    perpetrating: frozenset[str]
    called: frozenset[str]
    deeds: frozenset[str]
    passive: frozenset[str]
    denied: frozenset[str]
    instead: frozenset[str]


@lru_cache(maxsize=1)
def tree_words() -> TreeWords:
    """Return the lists, read once."""
    lexicon = language_pack("ru").lexicon("trees")
    names = (
        *("bounds", "links", "quantities", "agents", "ages", "accusing", "claimed", "suffered"),
        *("perpetrating", "called", "deeds", "passive", "denied", "instead"),
    )
    pronouns = language_pack("ru").lexicon("people")["pronouns"]
    told = (frozenset(pronouns[name]) for name in ("latter", "many"))
    return TreeWords(*told, *(frozenset(lexicon[name]) for name in names))
