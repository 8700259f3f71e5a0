"""Names in Latin letters in a text in Cyrillic ones: «клуб Marina» is a club, not a town of that name."""

from __future__ import annotations

from collections.abc import Collection

from oqiga.locate.places.candidate import Candidate
from oqiga.model.syntax import Document

_SAMPLE = 4000
"""Letters of a text that show its alphabet."""
_CYRILLIC = "ЀӿԀԯ"
_MOSTLY = 0.6


def written_in_cyrillic(document: Document) -> bool:
    """Tell whether a text is mostly in Cyrillic letters: it writes towns and countries in them too."""
    letters = [letter for letter in document.text[:_SAMPLE] if letter.isalpha()]
    return bool(letters) and sum(map(_is_cyrillic, letters)) > _MOSTLY * len(letters)


def is_foreign_name(document: Document, candidate: Candidate, prepositions: Collection[str]) -> bool:
    """Tell whether a candidate is in Latin letters alone, and not led in as a place is («в Boston»)."""
    first = candidate.core[0]
    opens = first == document.sentence_of(document.tokens[first]).first
    if not opens and document.tokens[first - 1].lower in prepositions:
        return False
    words = (token.text for token in document.tokens[candidate.core[0] : candidate.core[1]])
    letters = [letter for word in words for letter in word if letter.isalpha()]
    return bool(letters) and not any(map(_is_cyrillic, letters))


def _is_cyrillic(letter: str) -> bool:
    return _CYRILLIC[0] <= letter <= _CYRILLIC[1] or _CYRILLIC[2] <= letter <= _CYRILLIC[3]
