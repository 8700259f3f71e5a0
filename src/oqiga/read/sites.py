"""Nouns for sites, parts of towns and vehicles: what kind of target they are."""

from __future__ import annotations

from functools import lru_cache

from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases

KINDS = ("site", "neighbourhood", "vehicle")


@lru_cache(maxsize=8)
def site_nouns(pack: LanguagePack) -> Phrases[str]:
    """Return the nouns for sites, neighbourhoods and vehicles, each standing for its kind."""
    loaded = pack.lexicon("sites")
    return Phrases((str(noun), kind) for kind in KINDS for noun in loaded[kind])
