"""Names in Latin letters in a text in Cyrillic ones: «клуб Marina» is a club, not a town of that name."""

from __future__ import annotations

from collections.abc import Collection

from oqiga.locate.places.candidate import Candidate, capitalised
from oqiga.model.syntax import Document, Token

_SAMPLE = 4000
"""Letters of a text that show its alphabet."""
_CYRILLIC = "ЀӿԀԯ"
_MOSTLY = 0.6
_AROUND = 8
"""Words beside a name by which its text is in other letters."""


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


def in_foreign_name(document: Document, first: int, last: int) -> bool:
    """Tell whether words are only a part of a name in Latin letters amid Cyrillic («отель Mandalay Bay»)."""
    tokens = document.tokens
    if document.language == "en" or not tokens[first].text.isascii():
        return False
    sentence = document.sentence_of(tokens[first])
    around = tokens[max(sentence.first, first - _AROUND) : min(sentence.last, last + _AROUND)]
    if 2 * sum(each.text.isascii() for each in around) > len(around):
        return False
    before = tokens[first - 1 : first] if first > sentence.first else ()
    behind = tokens[last : last + 1] if last < sentence.last else ()
    beside = [each.span.end + 1 == tokens[first].span.start and _is_latin_name(each) for each in before]
    beside += [tokens[last - 1].span.end + 1 == each.span.start and _is_latin_name(each) for each in behind]
    return any(beside)


def _is_latin_name(token: Token) -> bool:
    return token.text.isascii() and token.text.isalpha() and capitalised(token)


def _is_cyrillic(letter: str) -> bool:
    return _CYRILLIC[0] <= letter <= _CYRILLIC[1] or _CYRILLIC[2] <= letter <= _CYRILLIC[3]
