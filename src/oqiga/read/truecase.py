"""Small letters given back: wires and old dumps come in capitals only, and parsers need names to stand out.

A word that a list of ordinary words holds is written small, every other one as a name; words that open a
sentence get a capital. No letter moves: every span of the result is the span of the same words in the report.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_][^\W\d_'’]{0,40}")
_OPENING = re.compile(r"(?:\A|[.!?:][\"'”’)\]]{0,3}\s{1,9}|\n\s{0,9}\n\s{0,9})[\"'“‘(\[\s]{0,5}\Z")
_ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "y")
_SHARE = 0.9
_ENOUGH = 20
_LONGEST_INITIALS = 5


def is_capital(text: str) -> bool:
    """Tell whether a text is written in capitals only, or all but."""
    letters = sum(map(str.isalpha, text))
    return letters >= _ENOUGH and sum(map(str.isupper, text)) >= _SHARE * letters


def truecase(text: str, language: str) -> str:
    """Return a text in capitals as it would be written otherwise; the same text where no list of words is."""
    ordinary = _ordinary(language)
    if not ordinary:
        return text
    written = list(text)
    for match in _WORD.finditer(text):
        lowered = match.group().lower().replace("’", "'")
        if len(lowered) == len(match.group()):
            opens = _OPENING.search(text, max(0, match.start() - 16), match.start()) is not None
            written[match.start() : match.end()] = _written(match, text, lowered, opens, ordinary)
    return "".join(written)


def _written(match: re.Match[str], text: str, lowered: str, opens: bool, ordinary: frozenset[str]) -> str:
    word = match.group()
    small = word.lower()
    if _is_ordinary(lowered, ordinary):
        return small.capitalize() if opens else small
    if _is_initials(match, text, lowered):
        return word
    return small.capitalize()


def _is_initials(match: re.Match[str], text: str, lowered: str) -> bool:
    """Tell whether an unknown word is letters of a longer name: in brackets by itself, or without vowels."""
    if len(lowered) > _LONGEST_INITIALS:
        return False
    bracketed = text[match.start() - 1 : match.start()] in ("[", "(") and text[
        match.end() : match.end() + 1
    ] in (
        "]",
        ")",
    )
    return bracketed or not set(lowered) & set("aeiouy")


def is_ordinary(lowered: str, language: str) -> bool:
    """Tell whether a word in small letters is none that only names have."""
    return _is_ordinary(lowered, _ordinary(language))


def _is_ordinary(lowered: str, ordinary: frozenset[str]) -> bool:
    if lowered in ordinary:
        return True
    return any(
        lowered.endswith(ending) and len(lowered) - len(ending) > 3 and lowered[: -len(ending)] in ordinary
        for ending in _ENDINGS
    )


@lru_cache(maxsize=4)
def _ordinary(language: str) -> frozenset[str]:
    path = files("oqiga.read") / language / "lexicon" / "small_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()
