"""The gate: is a report about violence at all? Decided from its words before anything expensive runs.

A logistic score over how many different telling words, strong and weak, a report and its opening hold, and
over the words of its opening. Well under a millisecond a report. docs/relevance.md says what it was fitted on
and where it stands; a language without fitted weights is scored by its telling words alone.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from oqiga.model.report import Report
from oqiga.read.languages import LANGUAGES, language_pack

_WORD = re.compile(r"[^\W\d_]{3,40}")
_LONGEST_WORD = 40
"""Letters of a word, as in the pattern."""
_READ = 6000
"""Code points looked at: news puts what happened first."""

_OPENING = 900
_SHORTEST = 30
_FLASH = 60
"""Words of a text that has no room for more than one telling word, and costs nothing to read."""

_BIAS = -2.2
_PER_STRONG = 1.6
_PER_WEAK = 0.55
_MOST_COUNTED = 8
_WEAK_WORTH = 3
_ACCIDENT = -1.0
"""Score of a report of an accident that tells of harm alone."""


@dataclass(frozen=True, slots=True)
class _Openings:
    """Openings of words by length, and whole words."""

    by_length: tuple[tuple[int, frozenset[str]], ...]
    whole: frozenset[str]

    def entries(self, word: str) -> tuple[str, ...]:
        """Return the entries that a word is an instance of."""
        found = tuple(word[:length] for length, openings in self.by_length if word[:length] in openings)
        return (*found, word + "$") if word in self.whole else found


def relevance(report: Report) -> float:
    """Return how likely the report is about violence, 0 to 1. Its language must be one that can be read."""
    text = f"{report.title}\n{report.text}" if report.title else report.text
    language = report.language or ""
    counts, words = features_of(text, language)
    trained = _trained(language)
    if trained is None:
        score = _BIAS + _PER_STRONG * min(counts["strong"], _MOST_COUNTED)
        score += _PER_WEAK * min(counts["weak"], _MOST_COUNTED)
    else:
        score = trained.bias + sum(trained.counts.get(name, 0.0) * value for name, value in counts.items())
        weights = trained.words
        score += sum(weights[word] for word in words & weights.keys())
    if len(text.split()) <= _FLASH and (counts["strong"] or _is_flash(text, language)):
        score = max(score, 0.0)
    if _only_accident(text, language):
        score = min(score, _ACCIDENT)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)


def _only_accident(text: str, language: str) -> bool:
    """Tell whether a report opens with an accident and has no telling word but of what became of people."""
    lexicon = language_pack(language).lexicon("relevance")
    read = text[:_READ].lower()
    if not any(entry in read[:_OPENING] for entry in lexicon.get("accidents", ())):
        return False
    telling = (_entries(language, word) for word in set(_WORD.findall(read)))
    strong = {entry for found in telling if found is not None for entry in found[0]}
    return strong <= set(lexicon.get("harm", ())) and not _phrases(language, read)


def _is_flash(text: str, language: str) -> bool:
    """Tell whether a text of a few words holds one that is telling in so short a text."""
    telling = _flash_words(language)
    return any(telling.entries(word) for word in _distinct(text.lower()))


@lru_cache(maxsize=8)
def _flash_words(language: str) -> _Openings:
    return _built(language_pack(language).lexicon("relevance").get("flash", []))


def may_be_relevant(words: str) -> bool:
    """Tell from all words of a page, in whatever language, whether it is worth a careful look."""
    lowered = words.lower()
    telling = {word for word in _distinct(lowered) if _tells(word)}
    counted = [_counts(telling, language) for language in LANGUAGES]
    if any(strong > 0 or weak >= _WEAK_WORTH for strong, weak in counted):
        return True
    return any(_phrases(language, lowered) for language in LANGUAGES)


def features_of(text: str, language: str) -> tuple[dict[str, float], set[str]]:
    """Return the counts of telling words in a text, and the words of its opening."""
    read = text[:_READ].lower()
    found = _WORD.findall(read)
    every, opening = set(found), _distinct(read[:_OPENING])
    size = math.sqrt(max(len(found), _SHORTEST))
    strong_count, weak_count = _counts(every, language)
    strong_first, weak_first = _counts(opening, language)
    strong_count += len(_phrases(language, read))
    strong_first += len(_phrases(language, read[:_OPENING]))
    counts = {
        "strong": min(strong_count, 10.0),
        "weak": min(weak_count, 10.0),
        "strong_opening": min(strong_first, 6.0),
        "weak_opening": min(weak_first, 6.0),
        "strong_density": min(strong_count, 10.0) / size * 10,
        "weak_density": min(weak_count, 10.0) / size * 10,
        "no_strong": float(strong_count == 0),
        "no_strong_opening": float(strong_first == 0),
        "length": math.log(max(len(found), _SHORTEST)),
    }
    return counts, opening


def _distinct(text: str) -> set[str]:
    """Return the different words of a text in lower case; half as long as finding every word."""
    words: set[str] = set()
    for piece in set(text.split()):
        if piece.isalpha() and 3 <= len(piece) <= _LONGEST_WORD:
            words.add(piece)
        else:
            words.update(_WORD.findall(piece))
    return words


@dataclass(frozen=True, slots=True)
class _Trained:
    """Fitted weights: of the counts by name, and of the words of the opening."""

    bias: float
    counts: Mapping[str, float]
    words: Mapping[str, float]


@lru_cache(maxsize=8)
def _trained(language: str) -> _Trained | None:
    path = files("oqiga.read") / language / "lexicon" / "gate.json"
    if not path.is_file():
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    return _Trained(kept["bias"], kept["counts"], kept["words"])


def _counts(words: set[str], language: str) -> tuple[float, float]:
    """Return how many different entries, strong and weak, the words are instances of."""
    strong: set[str] = set()
    weak: set[str] = set()
    for word in words:
        telling = _entries(language, word)
        if telling is not None:
            strong.update(telling[0])
            weak.update(telling[1])
    return float(len(strong)), float(len(weak))


def _phrases(language: str, text: str) -> set[str]:
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
def _entries(language: str, word: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the entries of a word, None for most; remembered, as the same words come again and again."""
    strong, weak = _openings(language)
    found = strong.entries(word), weak.entries(word)
    return found if found != ((), ()) else None


@lru_cache(maxsize=65536)
def _tells(word: str) -> bool:
    """Tell whether a word is an instance of an entry in any language."""
    return any(_entries(language, word) is not None for language in LANGUAGES)


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
