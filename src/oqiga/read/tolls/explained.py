"""Who one person is: told behind a comma ("the victim, *a woman*"), by whom he is identified as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from oqiga.model.syntax import Document
from oqiga.model.terms import Group
from oqiga.read.tolls.named import by_surname
from oqiga.read.tolls.people import People
from oqiga.read.tolls.people_words import PeopleWords
from oqiga.read.tolls.told_singly import ANYBODY

_SURE = frozenset(
    {Group.POLICE, Group.MILITARY, Group.WOMEN, Group.CHILDREN, Group.JOURNALISTS, Group.CIVILIANS}
)
"""Groups that an explanation gives; who is called an attacker behind a comma may be another one."""


def with_identified(document: Document, people: Sequence[People], words: PeopleWords) -> tuple[People, ...]:
    """Return the people, who is named as an attacker among those: "identified the suspect as *Ali Bekov*".

    people: in order of the text. The name makes him one wherever it stands, in full or without the first.
    """
    at = {index: each for each in people for index in range(each.first, each.last)}
    told = {each.name for each in people if each.name and _is_suspect(document, each, at, words)}
    found = (replace(each, group=Group.ATTACKERS) if each.name in told else each for each in people)
    return by_surname(tuple(found))


def _is_suspect(document: Document, people: People, at: Mapping[int, People], words: PeopleWords) -> bool:
    """Tell whether a name is what an attacker is identified as."""
    head = document.tokens[people.head]
    verb = document.tokens[head.head]
    led = any(case.lower in words.identified_as for case in document.children(head, "case"))
    if not led or verb.lemma not in words.identifying:
        return False
    suspects = list(document.children(verb, "obj", "nsubj:pass"))
    if verb.dep in ("acl", "appos"):
        noun = document.tokens[verb.head]
        suspects += [noun, document.tokens[noun.head]] if noun.dep == "appos" else [noun]
    return any(each.index in at and at[each.index].group is Group.ATTACKERS for each in suspects)


def with_explained(document: Document, people: Sequence[People]) -> tuple[People, ...]:
    """Return the people, one of whom nothing is told yet with the group of what explains them.

    people: in order of the text. Only a noun with an article that the tree sets beside them explains.
    """
    found = [*people]
    for number, (each, other) in enumerate(pairwise(people)):
        if not (_is_one(each) and other.single) or each.name or other.name or each.group not in ANYBODY:
            continue
        between = document.tokens[each.last : other.first]
        head, first = document.tokens[other.head], document.tokens[other.first]
        apposed = head.dep == "appos" and each.first <= head.head < each.last
        alone = [token.text for token in between] == [","] and "Definite=Ind" in first.feats
        closed = other.last < len(document.tokens) and document.tokens[other.last].pos == "PUNCT"
        if apposed and alone and closed and other.group in _SURE:
            found[number] = replace(each, group=other.group)
    return tuple(found)


def _is_one(people: People) -> bool:
    """Tell whether one person is meant, with a numeral or without."""
    return people.single or people.low == people.high == 1
