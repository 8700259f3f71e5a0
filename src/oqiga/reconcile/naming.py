"""Names reduced to what all their spellings share, so that sets of them can be compared across scripts."""

from __future__ import annotations

import re
from functools import lru_cache

from oqiga.locate.names import rough_form

_VOWELS = re.compile(r"[aeiou]+")
_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Shorter words are left out: too much looks alike."""


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return what spellings of one name share: the consonants of its rough form, and its first letter.

    Words of few consonants keep their vowels, since little else tells them apart.
    """
    rough = rough_form(word)
    consonants = _VOWELS.sub("", rough[1:])
    if len(consonants) < 3:
        return rough
    return ("a" if rough[0] in "aeiou" else rough[0]) + consonants


def proper_names(text: str) -> set[str]:
    """Return the skeletons of the capitalised words of a text; the word that opens it is left out."""
    words = list(_WORD.finditer(text))
    return {
        skeleton(match.group())
        for match in words[1:]
        if len(match.group()) >= _SHORTEST and match.group()[0].isupper()
    }


def skeletons(name: str) -> set[str]:
    """Return the skeletons of all longer words of a name."""
    return {skeleton(word) for word in _WORD.findall(name) if len(word) >= _SHORTEST}
