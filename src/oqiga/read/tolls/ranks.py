"""Ranks of any force: whether an officer is of the police or of the army."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oqiga.model.syntax import BODY_LABELS, Document, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.joint import FORCES
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
    """Make a soldier of each officer in whose sentence, or report, soldiers and no police are told of.

    A rank alone is of the force that the report told it with before: «полковник *милиции* … полковник умер».
    """
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
        before = not police and any(each < sentence for each in soldiers)
        if draft.group is Group.POLICE and (sentence in soldiers - police or before):
            draft.group = Group.MILITARY if is_rank(document, draft.people, words) else draft.group
        elif draft.group is Group.ALL and document.tokens[draft.people.head].lemma in words.people.staff:
            draft.group = _staff_before(document, draft.people, people) or draft.group
        elif draft.group is Group.MILITARY and draft.people.single and draft.people.name is None:
            draft.group = _force_before(document, draft.people, people) or draft.group


def _force_before(document: Document, rank: People, people: Sequence[People]) -> Group | None:
    """Return the force other than an army whose officer of the same rank was told of before."""
    lemma = document.tokens[rank.head].lemma
    if rank.last - rank.first > 1:
        return None
    for each in people:
        if each.first >= rank.first:
            return None
        if each.single and document.tokens[each.head].lemma == lemma and each.group in FORCES:
            return each.group
    return None


def _staff_before(document: Document, staff: People, people: Sequence[People]) -> Group | None:
    """Return the force whose staff were told of last, where nothing tells whose these are.

    «сотрудники *полиции* … ударил ножом одного из *сотрудников*».
    """
    head = document.tokens[staff.head]
    told = [
        *document.children(head, "nmod", "nmod:poss", "compound", "amod", "appos"),
        *document.tokens[staff.head + 1 : staff.last],
    ]
    if any(not document.children(each, "case") for each in told):
        return None
    before = [each for each in people if each.first < staff.first and each.group in FORCES]
    before = [each for each in before if document.tokens[each.head].lemma == head.lemma]
    return before[-1].group if before else None


def tell_commanders(document: Document, drafts: Iterable[Draft], words: TollWords) -> None:
    """Make of the forces whoever commands a unit of theirs, or is called their own by those who speak.

    "The commander of the *base*", "the army said one of *its* commanders was killed"; without such words a
    commander is one of the attackers.
    """
    for draft in drafts:
        if draft.group not in (Group.ATTACKERS, Group.CIVILIANS):
            continue
        inside = reversed(document.tokens[draft.people.first : draft.people.last])
        rank = next((token for token in inside if token.lemma in words.people.ranks), None)
        if rank is not None and draft.group is Group.CIVILIANS:  # "a *company* commander", no firm's officer
            own = words.people.nouns.exactly(document.tokens, rank.index, rank.index + 1)
            rank = rank if own is not None and own.value == Group.ATTACKERS.value else None
            draft.group = Group.ATTACKERS if rank is not None else draft.group
        if rank is not None:
            group = _commanded(document, rank, words) or _own_speaker(document, rank, words)
            draft.group = group or draft.group


def _commanded(document: Document, rank: Token, words: TollWords) -> Group | None:
    """Return the group of the unit that a rank commands, None for one of attackers or none."""
    named = [
        *document.children(rank, "compound", "amod"),
        *(each for each in document.children(rank, "nmod") if document.children(each, "case")),
    ]
    inside = [part for each in named for part in (each, *document.children(each, "compound", "amod"))]
    if any(_marks(part, words) is Group.ATTACKERS or part.entity in BODY_LABELS for part in inside):
        return None
    return next(
        (Group(words.people.units[each.lemma]) for each in inside if each.lemma in words.people.units), None
    )


def _own_speaker(document: Document, rank: Token, words: TollWords) -> Group | None:
    """Return the group of the forces who say that somebody of theirs suffered it: he is the subject."""
    owner = next(iter(document.children(rank, "nmod:poss")), None)
    top = rank
    while top.head != top.index and top.dep in ("nmod", "conj"):
        top = document.tokens[top.head]
    verb = document.tokens[top.head]
    if owner is None or owner.pos != "PRON" or not top.dep.startswith("nsubj") or verb.dep != "ccomp":
        return None
    speakers = document.children(document.tokens[verb.head], "nsubj")
    near = [
        part for each in speakers for part in (each, *document.children(each, "compound", "amod", "nmod"))
    ]
    groups = [_marks(part, words) for part in near]
    return (
        next((group for group in groups if group in FORCES), None) if Group.ATTACKERS not in groups else None
    )


def _marks(token: Token, words: TollWords) -> Group | None:
    found = words.people.marks.get(token.lower) or words.people.marks.get(token.lemma)
    return None if found is None else Group(found)
