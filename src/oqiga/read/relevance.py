"""The gate: is a report about violence at all? Decided from its words before anything expensive runs.

A logistic score over how many different telling words, strong and weak, a report and its opening hold, and
over the words of its opening. Well under a millisecond a report. docs/relevance.md says what it was fitted on
and where it stands; a language without fitted weights is scored by its telling words alone.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from oqiga.model.report import Report
from oqiga.read.languages import LANGUAGES, language_pack
from oqiga.read.no_attack import tells_no_attack
from oqiga.read.telling import Openings, distinct_words, entries_of, openings_of, phrases_in, words_in

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
_NO_ATTACK = -1.0
"""Score of a report of an accident that tells of harm alone, and of one of a drill."""


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
    if score >= 0 and tells_no_attack(text[:_READ].lower(), language):
        score = _NO_ATTACK
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)


def _is_flash(text: str, language: str) -> bool:
    """Tell whether a text of a few words holds one that is telling in so short a text."""
    telling = _flash_words(language)
    return any(telling.entries(word) for word in distinct_words(text.lower()))


@lru_cache(maxsize=8)
def _flash_words(language: str) -> Openings:
    return openings_of(language_pack(language).lexicon("relevance").get("flash", []))


def may_be_relevant(words: str) -> bool:
    """Tell from all words of a page, in whatever language, whether it is worth a careful look."""
    lowered = words.lower()
    telling = {word for word in distinct_words(lowered) if _tells(word)}
    counted = [_counts(telling, language) for language in LANGUAGES]
    if any(strong > 0 or weak >= _WEAK_WORTH for strong, weak in counted):
        return True
    return any(phrases_in(language, lowered) for language in LANGUAGES)


def features_of(text: str, language: str) -> tuple[dict[str, float], set[str]]:
    """Return the counts of telling words in a text, and the words of its opening."""
    read = text[:_READ].lower()
    found = words_in(read)
    every, opening = set(found), distinct_words(read[:_OPENING])
    size = math.sqrt(max(len(found), _SHORTEST))
    strong_count, weak_count = _counts(every, language)
    strong_first, weak_first = _counts(opening, language)
    strong_count += len(phrases_in(language, read))
    strong_first += len(phrases_in(language, read[:_OPENING]))
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
        telling = entries_of(language, word)
        if telling is not None:
            strong.update(telling[0])
            weak.update(telling[1])
    return float(len(strong)), float(len(weak))


@lru_cache(maxsize=65536)
def _tells(word: str) -> bool:
    """Tell whether a word is an instance of an entry in any language."""
    return any(entries_of(language, word) is not None for language in LANGUAGES)
