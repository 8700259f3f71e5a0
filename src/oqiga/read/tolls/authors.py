"""Whose deed it was by the noun for them: "the author of the bombing", "the driver of the car bomb"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import Group
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_PLAIN = frozenset({Group.ALL, Group.CIVILIANS, Group.OTHER})


def with_authors(document: Document, people: Sequence[People], words: TollWords) -> tuple[People, ...]:
    """Return the mentions; who is called the author of an attack, or drove its bomb, is an attacker."""
    return tuple(
        replace(each, group=Group.ATTACKERS) if _is_author(document, each, words) else each for each in people
    )


def _is_author(document: Document, people: People, words: TollWords) -> bool:
    head = document.tokens[people.head]
    if people.group not in _PLAIN or people.pronoun:
        return False
    told = [each for each in (head, *document.children(head, "appos")) if each.lemma in words.people.authors]
    deeds = (deed for each in told for deed in document.children(each, "nmod"))
    return any(
        deed.lemma in words.people.authored
        and any(case.lower in words.people.partitive for case in document.children(deed, "case"))
        for deed in deeds
    )
