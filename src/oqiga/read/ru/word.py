"""A word of a Russian sentence while its tree is brought into the common shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.model.syntax import ARGUMENTS

NOMINAL = ARGUMENTS | {"iobj", "obl", "obl:agent", "nmod", "appos"}
"""Relations in which nouns stand."""

_LETTERS = 5
"""Letters of the longest abbreviation."""


@dataclass(slots=True)
class Word:
    """One word while its sentence is reshaped. head: position in the sentence, -1 at the root."""

    text: str
    tag: str
    pos: str
    feats: frozenset[str]
    lemma: str
    dep: str
    head: int


def children(position: int, words: Sequence[Word], *deps: str) -> list[int]:
    """Return positions of the dependents of a word with one of these relations, in order."""
    return [other for other, word in enumerate(words) if word.head == position and word.dep in deps]


def is_abbreviation(word: Word) -> bool:
    """Tell whether a word is of capitals alone, which have one form for all cases («РПК»)."""
    return word.text.isupper() and 1 < len(word.text) <= _LETTERS


def marked(feats: frozenset[str], *marks: str) -> frozenset[str]:
    """Return features with these in place of others of their kinds: a word stands in one case."""
    kinds = tuple(mark.partition("=")[0] + "=" for mark in marks)
    return frozenset(feat for feat in feats if not feat.startswith(kinds)) | frozenset(marks)
