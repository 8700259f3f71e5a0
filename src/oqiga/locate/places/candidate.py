"""A run of words that may name a place."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.locate.places.gazetteer import Hit
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of tokens `first` to `last` (exclusive) that may name a place.

    name: in the form that was looked up. hits: what the gazetteer has for it, perhaps nothing. label: of the
    entity that covers it. rank: precision that a generic noun beside it asks for, "" without one. core:
    tokens of the name proper, without generic nouns in lower case and points of the compass.
    direction: whether a point of the compass stands before it ("northwestern Kazakhstan").
    """

    first: int
    last: int
    name: str
    hits: tuple[Hit, ...]
    label: str
    rank: str = ""
    core: tuple[int, int] = (0, 0)
    direction: bool = False

    def span(self, document: Document) -> Span:
        """Return the words of the mention."""
        return document.span_of(document.tokens[self.first], document.tokens[self.last - 1])

    def core_span(self, document: Document) -> Span:
        """Return the words of the name proper."""
        return document.span_of(document.tokens[self.core[0]], document.tokens[self.core[1] - 1])


def capitalised(token: Token) -> bool:
    """Tell whether a word begins with a capital letter."""
    return token.text[:1].isupper() and any(letter.isalpha() for letter in token.text)
