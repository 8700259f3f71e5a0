"""How badly some of the hurt are: "12 were wounded, *three seriously*" tells three of the twelve."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, Group, Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.identity import DASHES

_BEHIND = 4
"""Words behind a figure in which it is told how badly they are: "three *of them seriously*"."""
_HURT = (Outcome.INJURED, Outcome.HOSPITALIZED)
_PARTING = ("PUNCT", "CCONJ", "NUM")


def tell_grave(document: Document, drafts: Sequence[Draft], grave: Collection[str]) -> None:
    """Make a figure of those who are badly or lightly hurt a part of the hurt told right before.

    Not where those before are told so too ("five seriously and two lightly"), nor where it is the larger. In
    the next sentence only a number without a noun of its own is meant ("*Three* are in critical condition").
    """
    hurt = [each for each in drafts if each.outcome in _HURT and each.counts is Counts.TOTAL]
    for before, part in pairwise(hurt):
        if before.outcome is not part.outcome:
            continue
        first, second = document.tokens[before.people.first], document.tokens[part.people.first]
        apart = document.sentences_between(first, second)
        if apart > 1 or (apart and not part.people.bare):
            continue
        if part.whole is not None or part.newer is not None or part.revises is not None:
            continue
        same = part.group in (before.group, Group.ALL) or before.group is Group.ALL
        told = _told(document, part, grave) and not _told(document, before, grave)
        if same and told and part.low < before.low and before.whole is None:
            part.counts, part.whole = Counts.SUBSET, before


def _told(document: Document, draft: Draft, grave: Collection[str]) -> bool:
    end = min(document.sentence_of(document.tokens[draft.people.first]).last, draft.last + _BEHIND)
    words = [*document.tokens[min(draft.first, draft.people.first) : draft.last]]
    behind = document.tokens[draft.last : end]
    if behind and behind[0].text in DASHES:  # «трое — в тяжёлом состоянии»
        behind = behind[1:]
    words += takewhile(lambda token: token.pos not in _PARTING, behind)
    return any(token.lower in grave or token.lemma in grave for token in words)
