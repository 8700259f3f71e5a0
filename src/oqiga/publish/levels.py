"""Levels of alert in words: as a report has them, and as they are called in the reader's language."""

from __future__ import annotations

from oqiga.codebook.scales import scale_called
from oqiga.model.claims import Measure

_ROOT = 3
"""Letters that the forms of one word share («жёлтый», «жёлтого»)."""


def level_in_words(measure: Measure, language: str) -> str:
    """Write a level: “red”; “сары” (yellow) for those who read English; "" where none is told."""
    if not measure.level:
        return ""
    called = level_called(measure, language)
    return f"“{measure.level}”{f' ({called})' if called else ''}"


def level_called(measure: Measure, language: str) -> str:
    """Return what a level is called in a language; "" where the report's words say it or no scale has it."""
    scale = scale_called(measure.level_scale)
    if scale is None or measure.level_rank is None or not measure.level:
        return ""
    words = scale.levels[measure.level_rank - 1].words.get(language, ())
    told = _plain(measure.level)
    if not words or any(told.startswith(_plain(word)[:_ROOT]) for word in words):
        return ""
    return words[0]


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")
