"""The gate: is a report about violence at all? Decided from its words before anything expensive runs.

A logistic score over how many different telling words, strong and weak, a report holds. Costs tens of
microseconds a report. The weights were chosen so that reports that hold a toll are kept (see the model card
in docs/relevance.md for the data and the operating point).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from oqiga.model.report import Report
from oqiga.read.languages import language_pack

_WORD = re.compile(r"[^\W\d_]{3,40}")
_READ = 6000
"""Code points looked at: news puts what happened first."""

_BIAS = -2.2
_PER_STRONG = 1.6
_PER_WEAK = 0.55
_MOST_COUNTED = 8


@dataclass(frozen=True, slots=True)
class _Openings:
    """Openings of words by length, and whole words."""

    by_length: tuple[tuple[int, frozenset[str]], ...]
    whole: frozenset[str]

    def count(self, words: set[str]) -> int:
        """Count the different entries that occur."""
        found = {word for word in self.whole if word in words}
        for length, openings in self.by_length:
            found |= openings & {word[:length] for word in words}
        return len(found)


def relevance(report: Report) -> float:
    """Return how likely the report is about violence, 0 to 1. Its language must be one that can be read."""
    strong, weak = _openings(report.language or "")
    words = set(_WORD.findall(f"{report.title or ''}\n{report.text[:_READ]}".lower()))
    score = _BIAS
    score += _PER_STRONG * min(strong.count(words), _MOST_COUNTED)
    score += _PER_WEAK * min(weak.count(words), _MOST_COUNTED)
    return round(1 / (1 + math.exp(-score)), 4)


@lru_cache(maxsize=8)
def _openings(language: str) -> tuple[_Openings, _Openings]:
    lexicon = language_pack(language).lexicon("relevance")
    return _built(lexicon["strong"]), _built(lexicon["weak"])


def _built(entries: list[str]) -> _Openings:
    by_length: dict[int, set[str]] = {}
    for entry in entries:
        if not entry.endswith("$"):
            by_length.setdefault(len(entry), set()).add(entry)
    whole = frozenset(entry[:-1] for entry in entries if entry.endswith("$"))
    return _Openings(tuple((length, frozenset(each)) for length, each in sorted(by_length.items())), whole)
