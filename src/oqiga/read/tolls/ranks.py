"""Ranks of any force: whether an officer is of the police or of the army."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oqiga.model.syntax import Document
from oqiga.model.terms import Group
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People


def is_rank(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether people are told by a rank that any force has, and by nothing else: "an officer"."""
    rank = document.tokens[people.head].lemma in words.people.ranks
    before = document.tokens[people.first : people.head]
    return rank and not any(token.lemma in words.people.marks for token in before)


def tell_ranks(
    document: Document, drafts: Iterable[Draft], people: Sequence[People], words: TollWords
) -> None:
    """Make a soldier of each officer in whose sentence soldiers, and no police, are told of."""
    soldiers: set[int] = set()
    police: set[int] = set()
    for each in people:
        sentence = document.sentence_of(document.tokens[each.first]).index
        if each.group is Group.MILITARY:
            soldiers.add(sentence)
        elif each.group is Group.POLICE and not is_rank(document, each, words):
            police.add(sentence)
    for draft in drafts:
        sentence = document.sentence_of(document.tokens[draft.people.first]).index
        if draft.group is Group.POLICE and sentence in soldiers - police:
            draft.group = Group.MILITARY if is_rank(document, draft.people, words) else draft.group
