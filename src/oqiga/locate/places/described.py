"""What the words behind a name say it is: "Bayan, a well-known *club* in …" is no town of that name."""

from __future__ import annotations

from oqiga.codebook.targets import kinds_in
from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.lexicon import words
from oqiga.model.syntax import Document, Token

_SORTS = ("compound", "amod")
_SETTLEMENTS = ("city", "neighbourhood", "district")
"""Ranks of what people live in."""


def described_as_site(document: Document, candidate: Candidate) -> bool:
    """Tell whether an apposition says that a name is that of a site: a club, a hotel, a church."""
    return any(_is_site(document, each) for each in _described_by(document, candidate))


def described_as_settlement(document: Document, candidate: Candidate) -> bool:
    """Tell whether an apposition says that a name is that of a settlement: "Osh, a *town* in the south"."""
    ranks = words(document.language).ranks
    return any(ranks.get(each.lemma) in _SETTLEMENTS for each in _described_by(document, candidate))


def _described_by(document: Document, candidate: Candidate) -> list[Token]:
    """Return the nouns of an apposition behind a name."""
    first, last = candidate.core
    inside = document.tokens[first:last]
    head = next((each for each in inside if not first <= each.head < last), inside[-1])
    behind = [each for each in document.children(head, "appos") if each.index >= last and each.pos == "NOUN"]
    return [noun for each in behind for noun in (each, *document.children(each, "conj"))]


def _is_site(document: Document, noun: Token) -> bool:
    sorts = [each.lower for each in document.children(noun, *_SORTS) if each.index < noun.index]
    called = " ".join([*sorts, noun.lemma])
    return noun.lemma in words(document.language).described or bool(kinds_in(called))
