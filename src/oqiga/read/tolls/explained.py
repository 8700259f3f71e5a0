"""Who one person is, told behind a comma: "the eleventh victim, *a woman*", "the dead man, *a guard*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oqiga.model.syntax import Document
from oqiga.model.terms import Group
from oqiga.read.tolls.people import People
from oqiga.read.tolls.told_singly import ANYBODY

_SURE = frozenset(
    {Group.POLICE, Group.MILITARY, Group.WOMEN, Group.CHILDREN, Group.JOURNALISTS, Group.CIVILIANS}
)
"""Groups that an explanation gives; who is called an attacker behind a comma may be another one."""


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
