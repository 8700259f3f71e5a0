"""Whom an attack hits, beyond "people": tourists, journalists, recruits, from targets.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from oqiga.codebook.wording import any_of
from oqiga.datafiles import data_file

_WHOLE = "="


@lru_cache(maxsize=20_000)
def people_hit_in(text: str) -> frozenset[str]:
    """Return the sorts of people that some words name, in whatever language."""
    return frozenset(sort for sort, pattern in _patterns().items() if pattern.search(text))


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    sorts = data_file("oqiga.codebook", "targets")["people_hit"]
    return {
        str(sort): any_of(_form(str(stem)) for stems in languages.values() for stem in stems)
        for sort, languages in sorts.items()
    }


def _form(stem: str) -> str:
    return stem.removeprefix(_WHOLE) if stem.startswith(_WHOLE) else f"{stem}*"
