"""At whose border: "the *Kyrgyz-Tajik* border", «на границе *Чада* и *Камеруна*», "қырғыз-тәжік шекарасы"."""

from __future__ import annotations

import re
from collections import Counter

from oqiga.codebook.targets import border_words, joined_adjectives
from oqiga.reconcile.comparison import Comparison, scored
from oqiga.reconcile.lands import land_called
from oqiga.reconcile.sketch import Sketch

_SENTENCE = re.compile(r"[^.!?\n]+")
_WORD = re.compile(r"\w+")
_TWO = 2


def border_in(text: str) -> tuple[str, ...]:
    """Return the codes (ISO 3166-1 alpha-2) of the two lands whose border a text tells of, or nothing.

    They are the only two that a sentence with a word for a border names; of several pairs, the commonest.
    """
    pairs: Counter[tuple[str, ...]] = Counter()
    for match in _SENTENCE.finditer(text):
        words = _WORD.findall(match.group())
        if any(word.lower().startswith(border_words()) for word in words):
            pairs[tuple(sorted({land for word in words if (land := _land(word)) is not None}))] += 1
    told = [(count, pair) for pair, count in pairs.items() if len(pair) == _TWO]
    top = max((count for count, _ in told), default=0)
    found = [pair for count, pair in told if count == top]
    return found[0] if len(found) == 1 else ()


def _land(word: str) -> str | None:
    """Return the land that a word names, or the first of two joined adjectives («*кыргызско*-таджикской»)."""
    ending = next((each for each in joined_adjectives() if word.lower().endswith(each)), None)
    whole = word if ending is None else word[: -len(ending)] + joined_adjectives()[ending]
    return land_called(whole)


def borders_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare the borders at which two reports tell what happened."""
    one, other = "-".join(left.border), "-".join(right.border)
    if not left.border or left.border != right.border:
        return Comparison("border", 0.0, one, other, "not known to be at one border")
    kind = "same" if left.timed and right.timed else "same_undated"
    return scored("border", kind, one, other, f"both at the border of {' and '.join(left.border)}")
