"""Places that only a distance is told from: «в 100 километрах восточнее Душанбе»."""

from __future__ import annotations

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.lexicon import Words
from oqiga.model.syntax import Document

_BEFORE = 5
"""Tokens between the unit and the place: a point of the compass, a preposition, a generic noun."""
_FAR = 15
"""Units from which what is told was somewhere else."""


def measured(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a distance of some length is told from a place."""
    tokens, first = document.tokens, candidate.first
    start = max(document.sentence_of(tokens[first]).first, first - _BEFORE)
    for index in range(first - 1, start, -1):
        token = tokens[index]
        if token.lower in lexicon.distances:
            number = tokens[index - 1].text
            return number.isdecimal() and len(number) < _BEFORE and int(number) >= _FAR
        if not token.text.isalpha() or token.pos == "VERB":
            return False
    return False
