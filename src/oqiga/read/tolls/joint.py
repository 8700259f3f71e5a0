"""One number for people of two kinds: "22 police officers and soldiers", «22 полицейских и солдата»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.people import People
from oqiga.read.tolls.people_words import PeopleWords

FORCES = frozenset({Group.POLICE, Group.MILITARY, Group.SECURITY_FORCES})
_OBLIQUE = frozenset({"obj", "iobj", "obl", "nmod"})
"""Relations whose case the number has too, so that a singular beside it is of one."""
_CIVIL = frozenset({Group.CIVILIANS, Group.WOMEN, Group.CHILDREN, Group.PROTESTERS})


def group_now(document: Document, noun: Token, group: str, words: PeopleWords) -> Group:
    """Return the group of a noun for people; who only was of a force is of none: "a *former* soldier"."""
    told = document.children(noun, "amod", "compound") if group in FORCES else ()
    return Group.ALL if any(each.lemma in words.former for each in told) else Group(group)


def with_joint(document: Document, people: Sequence[People], words: PeopleWords) -> tuple[People, ...]:
    """Return the mentions, those of two kinds under one number as one of a group that holds both."""
    found: list[People] = []
    for each in people:
        if (beside := _other_force(document, each, words)) is not None:
            each = replace(each, group=_both(each.group, beside))
        if found and _shares_number(document, found[-1], each):
            before = found.pop()
            each = replace(before, last=each.last, group=_both(before.group, each.group))
        found.append(each)
    return tuple(found)


def of_both_kinds(document: Document, people: Sequence[People], number: int) -> People:
    """Return a mention without a number, of both kinds where one is joined to it: "women and children"."""
    told, behind = people[number], people[number + 1 : number + 2]
    if not behind or behind[0].low is not None or not (told.known and behind[0].known):
        return told
    head, between = document.tokens[behind[0].head], document.tokens[told.last : behind[0].first]
    joined = len(between) == 1 and between[0].dep == "cc" and head.dep == "conj" and head.head == told.head
    return replace(told, last=behind[0].last, group=_both(told.group, behind[0].group)) if joined else told


def _other_force(document: Document, people: People, words: PeopleWords) -> Group | None:
    """Return the force that shares an owner's case: "*ұлттық ұлан* мен полицияның 8 қызметкері"."""
    noun = document.tokens[people.head]
    owners = document.children(noun, "nmod:poss") if noun.dep == "conj" else ()
    if people.group not in FORCES or not people.known or not owners:
        return None
    first, other = owners[0].index, document.tokens[noun.head]
    joined = first > 0 and document.tokens[first - 1].pos == "CCONJ" and other.index == first - 2
    marked = words.marks.get(other.lemma) if joined and "Case=Gen" in owners[0].feats else None
    return Group(marked) if marked in FORCES else None


def _shares_number(document: Document, counted: People, other: People) -> bool:
    """Tell whether people without a number of their own stand under the number before them."""
    if counted.low is None or counted.single or counted.bare or counted.partitive or counted.name is not None:
        return False
    if not (counted.known and other.known) or other.pronoun or other.definite or other.name is not None:
        return False
    if counted.group is other.group or (other.low is not None and not other.single):
        return False
    between = document.tokens[counted.last : other.first]
    head, noun = document.tokens[other.head], document.tokens[counted.head]
    if not between or between[0].dep != "cc" or head.dep != "conj" or head.head != noun.index:
        return False
    if len(between) > 1 and not _own_words(document, head, between[1:]):
        return False
    return _is_counted(head, noun, counted.low) and not document.children(head, "det", "nummod")


def _own_words(document: Document, head: Token, words: Sequence[Token]) -> bool:
    """Tell whether words only say whose people are: "12 полиция мен *ұлттық ұланның* қызметкерлері"."""
    inside = {
        each.index for owner in document.children(head, "nmod:poss") for each in document.subtree(owner)
    }
    return all(each.index in inside and each.index < head.index for each in words)


def _is_counted(head: Token, noun: Token, number: int) -> bool:
    """Tell whether a noun has the form that the number in front of the other one gives it.

    Beside plurals: the singular of languages that count with it, and the genitive behind 2 to 4, which is an
    accusative to look at: «22 полицейских и солдата».
    """
    if "Number=Plur" in head.feats:
        return number > 1 and ("Case=Gen" in head.feats) == ("Case=Gen" in noun.feats)
    if "Number=Sing" in noun.feats and "Case=Nom" in noun.feats and "Case=Nom" in head.feats:
        return number > 1
    few = 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14
    if number == number % 10 and noun.dep in _OBLIQUE:
        return False  # «убил двух полицейских и *охранника*»: one more
    return few and "Case=Gen" in noun.feats and bool({"Case=Gen", "Case=Acc"} & head.feats)


def _both(first: Group, second: Group) -> Group:
    """Return the narrowest group that holds the people of both."""
    both = {first, second}
    if both <= FORCES:
        return Group.SECURITY_FORCES
    if both <= _CIVIL | {Group.ALL}:  # "52 villagers and inmates"
        return Group.CIVILIANS
    return Group.ALL if both & {Group.ALL, Group.ATTACKERS} else Group.VICTIMS
