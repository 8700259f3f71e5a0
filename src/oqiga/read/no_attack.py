"""Reports that are of no attack by what they open with: an accident, a day of remembrance, a drill.

Their words are those of attacks, so the gate's counts cannot tell them apart. What opens such reports, and
what speaks against it, stands in the lexicon `relevance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from oqiga.read.languages import language_pack
from oqiga.read.telling import Openings, distinct_words, entries_of, openings_of, phrases_in

_OPENING = 900
"""Code points within which a report tells what it is of."""
_TOP = 400
"""Code points within which it tells that nothing happened in earnest."""


def tells_no_attack(text: str, language: str) -> bool:
    """Tell whether a report is of such a case and tells of harm alone, or of a drill in which nobody died.

    text: in small letters, the title first, as much of it as the gate looks at.
    """
    lexicon = language_pack(language).lexicon("relevance")
    return _drilled(text, language, lexicon) or _harm_alone(text, language, lexicon)


def _harm_alone(text: str, language: str, lexicon: Mapping[str, Any]) -> bool:
    opened = [each["harm"] for each in lexicon.get("no_attack", ()) if _holds(text[:_OPENING], each["opens"])]
    if not opened:
        return False
    words = distinct_words(text)
    telling = (entries_of(language, word) for word in words)
    strong = {entry for found in telling if found is not None for entry in found[0]}
    harm = {str(entry) for each in opened for entry in each}
    against = phrases_in(language, text) or _holds(text, _of_several_words(language))
    return strong <= harm and not against and not _any(words, language, "against")


def _drilled(text: str, language: str, lexicon: Mapping[str, Any]) -> bool:
    drilled = _holds(text[:_TOP], lexicon.get("drills", ()))
    return drilled and not _any(distinct_words(text), language, "deaths")


def _holds(text: str, entries: Iterable[str]) -> bool:
    return any(entry in text for entry in entries)


def _any(words: Iterable[str], language: str, key: str) -> bool:
    """Tell whether one of the words begins with an entry of a list."""
    openings = _listed(language, key)
    return any(openings.entries(word) for word in words)


@lru_cache(maxsize=16)
def _listed(language: str, key: str) -> Openings:
    return openings_of(language_pack(language).lexicon("relevance").get(key, []))


@lru_cache(maxsize=8)
def _of_several_words(language: str) -> tuple[str, ...]:
    """Return the entries of `against` that are of several words, which stand anywhere in a text."""
    entries = language_pack(language).lexicon("relevance").get("against", ())
    return tuple(entry for entry in entries if " " in entry)
