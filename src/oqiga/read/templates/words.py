"""A second opinion on roles: a linear model over each word and the words around it, apart from the encoder.

It is asked of the first and of the last word of a filler. Features are hashed; nothing is parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from oqiga.model.span import Span
from oqiga.read.encoder.model import Floats
from oqiga.read.templates.hashed import HashedModel, hashed

BITS = 17
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.-](?=[^\W_])){0,40}|[.,;:()\[\]\"]")
_SENTENCE = frozenset(".;")
_REACH = 4
_BAG = 25
_LEAST = -4.0
_LONGEST = 7
_FIRSTS = 2


@dataclass(frozen=True, slots=True)
class Worded:
    """A text cut into words and marks, in small letters, with the offsets where each starts and ends."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def at(self, end: int) -> int:
        """Return the number of the last word that ends at or before `end`, -1 before the first."""
        return bisect_right(self.ends, end) - 1


def cut(text: str) -> Worded:
    """Cut a text into words and marks, in small letters."""
    found = list(_WORD.finditer(text))
    return Worded(
        tuple(each.group().lower() for each in found),
        tuple(each.start() for each in found),
        tuple(each.end() for each in found),
    )


def hashes(worded: Worded) -> list[list[int]]:
    """Return the hashed features of every word."""
    words = worded.words
    rows: list[list[int]] = []
    start = 0
    while start < len(words):
        stop = next((i for i in range(start, len(words)) if words[i] in _SENTENCE), len(words) - 1) + 1
        bag = sorted({f"in {word}" for word in words[start:stop] if word.isalpha() and len(word) > 3})[:_BAG]
        shared = hashed(bag, BITS)
        rows.extend([*shared, *_around(words, start, stop, at)] for at in range(start, stop))
        start = stop
    return rows


def _around(words: Sequence[str], start: int, stop: int, at: int) -> list[int]:
    near = {k: words[at + k] if start <= at + k < stop else "-" for k in range(-_REACH, _REACH + 1)}
    texts = [f"{k} {word}" for k, word in near.items()]
    texts += [
        f"< {near[-1]} {near[0]}",
        f"> {near[0]} {near[1]}",
        f"<< {near[-2]} {near[-1]}",
        f">> {near[1]} {near[2]}",
        f"<<< {near[-2]} {near[-1]} {near[0]}",
        f"ends {near[0][-3:]}",
        f"place {min(at // 40, 6)}",
    ]
    texts += [f"before {word}" for k, word in near.items() if k < 0]
    texts += [f"after {word}" for k, word in near.items() if k > 0]
    return hashed(texts, BITS)


@dataclass(frozen=True, slots=True)
class Opinion:
    """Log odds, (words, roles), that a filler of the role begins, and that one ends, in the word."""

    begins: Floats
    ends: Floats


@dataclass(frozen=True, slots=True)
class WordModel(HashedModel):
    """Two answers a role: that one begins for every role first, then that one ends."""

    def opinion(self, worded: Worded) -> Opinion:
        """Judge every word of a text."""
        odds = self.log_odds(hashes(worded))
        roles = len(self.bias) // 2
        return Opinion(odds[:, :roles], odds[:, roles:])


def likely_spans(worded: Worded, opinion: Opinion, role: int) -> Iterator[Span]:
    """Yield the spans that end in a likely last word, from each of its likeliest first words."""
    ends, begins = opinion.ends[:, role], opinion.begins[:, role]
    for last in np.flatnonzero(ends > _LEAST):
        firsts = _before(worded, int(last))
        firsts.sort(key=lambda first: -float(begins[first]))
        for first in firsts[:_FIRSTS]:
            yield Span(worded.starts[first], worded.ends[last])


def _before(worded: Worded, last: int) -> list[int]:
    """Return where a filler that ends in a word may begin: up to the last mark of punctuation."""
    if not worded.words[last][0].isalnum():
        return []
    found = [last]
    for at in range(last - 1, max(-1, last - _LONGEST), -1):
        if not worded.words[at][0].isalnum():
            break
        found.append(at)
    return found
