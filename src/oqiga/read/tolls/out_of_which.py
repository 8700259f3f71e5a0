"""Those of whom a part is counted: "six of *the 12 dead* were children"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import HARM
from oqiga.read.quantities import Quantity
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_TELLING = frozenset({"state", "count", "passive"})
"""Kinds of words that say of the whole what became of it."""


def told_of_whole(document: Document, people: People, told: Trigger | Draft, words: TollWords) -> bool:
    """Tell whether an outcome is told of all those out of whom some are counted, in their words or behind.

    "Six of the 12 *dead*", "two of those *arrested*"; not "two of them *wounded*".
    """
    kind, first = (
        (told.kind, told.first) if isinstance(told, Trigger) else (told.trigger_kind, told.trigger_first)
    )
    if not people.partitive or kind not in _TELLING:
        return False
    if people.first <= first < people.last:
        return True
    inside = document.tokens[people.first + 1 : people.last]
    return first == people.last and any(each.lower in words.people.definite for each in inside)


def without_freed(document: Document, drafts: Sequence[Draft], words: TollWords) -> list[Draft]:
    """Return the drafts without some of the abducted, held or missing of whom something else is told.

    "Four of the ten *hostages* were freed"; those hurt are hurt whatever else is told of them.
    """
    return [
        each
        for each in drafts
        if each.outcome in HARM or not told_of_whole(document, each.people, each, words)
    ]


def with_wholes(
    document: Document, links: Sequence[Link], quantities: Sequence[Quantity], words: TollWords
) -> list[Link]:
    """Return the links, and one for each number out of which a part is counted: "six of the *12* dead"."""
    found = [*links]
    for link in links:
        people, trigger = link.people, link.trigger
        one_of_all = _describes_all(document, people, trigger)
        if not (one_of_all or told_of_whole(document, people, trigger, words)):
            continue
        inside = (each for each in quantities if people.first < each.first and each.last <= people.last)
        number = next(inside, None)
        if number is None or people.low is None or number.low <= people.low:
            continue
        whole = replace(
            people,
            first=number.first,
            last=max(people.last, trigger.last),
            low=number.low,
            high=number.high,
            approximate=number.approximate,
            additional=False,
            partitive=False,
            single=False,
        )
        if one_of_all:
            found.remove(link)
        found.append(Link(replace(trigger, kind="count"), whole))
    return found


def _describes_all(document: Document, people: People, trigger: Trigger) -> bool:
    """Tell whether a participle describes all out of whom one is told: "one of five soldiers *killed*"."""
    verb = document.tokens[trigger.verb]
    out_of = people.partitive and people.low == people.high == 1 and trigger.first >= people.last - 1
    return (
        out_of and trigger.kind == "passive" and verb.dep == "acl" and people.first < verb.head < people.last
    )
