"""Where candidates stand in the parse: the words of each place, the noun that heads it, its noun phrase."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.read.templates.candidates import Candidate
from oqiga.read.templates.clauses import head_of
from oqiga.read.templates.nouns import preposition

_BEFORE_NOUN = frozenset({"amod", "compound", "nummod", "nmod:poss", "flat", "advmod", "det"})
_COUNTED = frozenset({"NUM", "DET"})
_REACH = 4
_OF = "of"


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens `first` to `last` (exclusive) of a mention, and the word that heads them, None without one."""

    first: int
    last: int
    head: Token | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its tokens: from `first`, or without articles and numbers from `bare`.

    last, whole: where it ends (exclusive) without and with what is joined to it by "of".
    """

    first: int
    bare: int
    last: int
    whole: int


def stand(document: Document, candidates: Sequence[Candidate]) -> list[list[Place]]:
    """Return the places of every candidate, one a mention, in the order of its mentions."""
    starts = [each.span.start for each in document.tokens]
    ends = [each.span.end for each in document.tokens]
    known: dict[Span, Place] = {}

    def place(span: Span) -> Place:
        if span not in known:
            first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
            known[span] = Place(first, last, head_of(document, first, last))
        return known[span]

    return [[place(each.span) for each in candidate.mentions] for candidate in candidates]


def phrase_of(document: Document, noun: Token) -> Phrase:
    """Return the noun phrase that a noun heads, without clauses and without what other words join to it."""
    first, last = noun.index, noun.index + 1
    for each in document.children(noun):
        if each.index < noun.index and each.dep in _BEFORE_NOUN:
            first = min(first, document.subtree(each)[0].index if each.dep != "advmod" else each.index)
        elif noun.index < each.index < noun.index + _REACH and each.dep in ("flat", "compound"):
            last = max(last, each.index + 1)
    whole = last
    for each in document.children(noun, "nmod"):
        if each.index > noun.index and preposition(document, each) == _OF:
            whole = max(whole, phrase_of(document, each).last)
            break
    bare = first
    while bare < noun.index and document.tokens[bare].pos in _COUNTED:
        bare += 1
    return Phrase(first, bare, last, whole)
