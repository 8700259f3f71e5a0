"""Patterns out of lists of words in the codebook: "*" at the end of a word stands for any ending."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[object]) -> re.Pattern[str]:
    """Return a pattern of whole words and groups of words, whatever their case."""
    forms = (
        r"\s".join(re.escape(part).replace(r"\*", r"\w*") for part in str(word).split()) for word in words
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def closes(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a match of a pattern is the last thing in a text but white space."""
    end = len(text.rstrip())
    return any(match.end() >= end for match in pattern.finditer(text))
