"""Who is told to be one of those counted: "a girl is *among the 22 people killed*"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.parts import fits, part_of
from oqiga.read.tolls.people import People


def members(
    document: Document, drafts: Sequence[Draft], people: Sequence[People], words: TollWords
) -> list[Draft]:
    """Return a draft for each told to be one of those counted: "a girl is among the 22 people killed"."""
    found = []
    at = {index: each for each in people for index in range(each.first, each.last)}
    for whole in drafts:
        ahead = document.tokens[max(0, whole.people.first - 1)]
        if whole.people.low is None or ahead.lower not in words.people.partitive or not whole.people.known:
            continue
        each = _subject_of(document, document.head(document.tokens[whole.people.head]), at, words)
        if each is not None and each.low is not None and each.last <= ahead.index and fits(each, whole):
            found.append(part_of(document, each, whole, whole, each.first))
            found[-1].last = whole.last
    return found


def _subject_of(
    document: Document, verb: Token | None, at: Mapping[int, People], words: TollWords
) -> People | None:
    """Return the people of whom a copula tells something, over "is believed to be"."""
    for _ in range(3):
        if verb is None or not (verb.lemma in words.outcomes.copulas or verb.pos == "VERB"):
            return None
        for child in document.children(verb, *SUBJECTS):
            return at.get(child.index)
        verb = document.head(verb) if verb.lemma in words.outcomes.copulas else None
    return None
