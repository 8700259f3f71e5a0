"""The telling words of a text: which entries of the gate's lexicon it holds, by how words begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from oqiga.read.languages import language_pack

_WORD = re.compile(r"[^\W\d_]{3,40}")
_LONGEST_WORD = 40
"""Letters of a word, as in the pattern."""


@dataclass(frozen=True, slots=True)
class Openings:
    """Openings of words by length, and whole words."""

    by_length: tuple[tuple[int, frozenset[str]], ...]
    whole: frozenset[str]

    def entries(self, word: str) -> tuple[str, ...]:
        """Return the entries that a word is an instance of."""
        found = tuple(word[:length] for length, openings in self.by_length if word[:length] in openings)
        return (*found, word + "$") if word in self.whole else found


def words_in(text: str) -> list[str]:
    """Return the words of a text in lower case, in order; words of one or two letters are none."""
    return _WORD.findall(text)


def distinct_words(text: str) -> set[str]:
    """Return the different words of a text in lower case; half as long as finding every word."""
    words: set[str] = set()
    for piece in set(text.split()):
        if piece.isalpha() and 3 <= len(piece) <= _LONGEST_WORD:
            words.add(piece)
        else:
            words.update(_WORD.findall(piece))
    return words


def phrases_in(language: str, text: str) -> set[str]:
    """Return the different entries of several words, all of them strong, in a text in lower case."""
    entries = language_pack(language).lexicon("relevance").get("phrases", ())
    return {entry for entry in entries if entry in text and _stands_alone(entry, text)}


def _stands_alone(entry: str, text: str) -> bool:
    """Tell whether words stand in a text as whole words."""
    start = text.find(entry)
    while start >= 0:
        beside = text[start - 1 : start] + text[start + len(entry) : start + len(entry) + 1]
        if not any(letter.isalnum() for letter in beside):
            return True
        start = text.find(entry, start + 1)
    return False


@lru_cache(maxsize=65536)
def entries_of(language: str, word: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the entries of a word, None for most; remembered, as the same words come again and again."""
    strong, weak = _openings(language)
    found = strong.entries(word), weak.entries(word)
    return found if found != ((), ()) else None


@lru_cache(maxsize=8)
def _openings(language: str) -> tuple[Openings, Openings]:
    lexicon = language_pack(language).lexicon("relevance")
    return openings_of(lexicon["strong"]), openings_of(lexicon["weak"])


def openings_of(entries: list[str]) -> Openings:
    """Return entries to look words up in: openings of words, with a final $ whole words."""
    by_length: dict[int, set[str]] = {}
    for entry in entries:
        if not entry.endswith("$"):
            by_length.setdefault(len(entry), set()).add(entry)
    whole = frozenset(entry[:-1] for entry in entries if entry.endswith("$"))
    return Openings(tuple((length, frozenset(each)) for length, each in sorted(by_length.items())), whole)
