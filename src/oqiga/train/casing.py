"""Counting how words are written inside sentences: makes the list that gives capital text small letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]{0,29}")
_LEAST = 1


def small_words(texts: Iterable[str]) -> list[str]:
    """Return, sorted, the words that are mostly written small when they do not open a sentence.

    texts: in mixed case; those in one case tell nothing and are passed over.
    """
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        if text == text.upper() or text == text.lower():
            continue
        for match in _WORD.finditer(text):
            word = match.group().replace("’", "'")
            if _opens(text, match.start()):
                continue
            (small if word.islower() else large)[word.lower()] += 1
    return sorted(word for word, count in small.items() if count >= _LEAST and count > large[word])


def _opens(text: str, start: int) -> bool:
    """Tell whether a word may stand first in a sentence, a title or a quotation."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or not (before[-1].isalnum() or before[-1] in ",;-'")
