"""Single people listed under one outcome, joined: "a clerk and a guard" are two civilians."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import Group
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People

_DEMOGRAPHIC = frozenset({Group.ALL, Group.WOMEN, Group.CHILDREN, Group.CIVILIANS, Group.VICTIMS})
"""Groups of single people that add up to plain people when they differ ("a man and a woman")."""


def with_single_sums(document: Document, links: Sequence[Link]) -> list[Link]:
    """Join single people listed under one outcome: "a clerk and a guard" are two civilians.

    Where the verb behind them is singular they are one: «режиссёр *и* сценарист Лунин скончался».
    """
    by_trigger: dict[tuple[int, str], list[Link]] = {}
    for link in links:
        by_trigger.setdefault((link.trigger.first, link.trigger.outcome.value), []).append(link)
    found = []
    for listed in by_trigger.values():
        singles = [link for link in listed if _is_one(link.people)]
        if not any(link.people.single for link in singles):
            singles = []
        others = [link for link in listed if link not in singles]
        found += others
        if len(singles) > 1 and _is_one_man(document, singles):
            singles = singles[-1:]
        for group, members in _by_group(singles).items():
            found.append(_summed(members, group) if len(members) > 1 else members[0])
    return found


def _is_one_man(document: Document, links: Sequence[Link]) -> bool:
    """Tell whether several nouns before a singular verb, the last with a name, describe one person."""
    verb, last = document.tokens[links[0].trigger.verb], links[-1].people
    ahead = all(link.people.last <= link.trigger.first for link in links)
    named = last.name is not None or any(
        each.entity == "PERSON" for each in document.tokens[last.first : last.last]
    )
    finite = bool({"VerbForm=Fin", "Variant=Short"} & verb.feats)
    return ahead and named and finite and "Number=Sing" in verb.feats


def _is_one(people: People) -> bool:
    """Tell whether a member of a list is one person, by a singular or by the number one."""
    counted = people.low == people.high == 1 and people.known and not people.partitive
    return not people.pronoun and (people.single or counted)


def _by_group(links: Sequence[Link]) -> dict[Group, list[Link]]:
    groups: dict[Group, list[Link]] = {}
    for link in links:
        groups.setdefault(link.people.group, []).append(link)
    mixed = [group for group in groups if group in _DEMOGRAPHIC]
    if len(mixed) > 1:
        groups[Group.ALL] = [link for group in mixed for link in groups.pop(group)]
    return groups


def _summed(links: Sequence[Link], group: Group) -> Link:
    members = sorted((link.people for link in links), key=lambda people: people.first)
    total = sum(people.low or 0 for people in members)
    whole = replace(
        members[0], last=members[-1].last, low=total, high=total, group=group, single=False, name=None
    )
    return replace(links[0], people=whole)
