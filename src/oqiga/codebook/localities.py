"""Nouns for small places that names stand beside: village, valley, «кишлак», «ауыл», from localities.yaml."""

from __future__ import annotations

import re
from functools import lru_cache

from oqiga.codebook.wording import any_of
from oqiga.datafiles import data_file


@lru_cache(maxsize=20_000)
def is_locality(word: str) -> bool:
    """Tell whether a word means a village, a valley or another small place, in any language and case."""
    return _listed("en", "ru", "kk").fullmatch(word) is not None


@lru_cache(maxsize=20_000)
def is_word(kind: str, word: str) -> bool:
    """Tell whether a word is listed: after_name, articles, led_in, goes_on, of_peoples, where."""
    return _listed(kind).fullmatch(word) is not None


@lru_cache(maxsize=8)
def _listed(*keys: str) -> re.Pattern[str]:
    listed = data_file("oqiga.codebook", "localities")
    return any_of(word for key in keys for word in listed[key])
