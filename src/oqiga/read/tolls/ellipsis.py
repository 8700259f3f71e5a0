"""Figures that leave out what they count: «сообщалось о 220 раненых, к вечеру уже о 353»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People

_REACH = 14
"""Words between a figure and the one that leaves out its noun."""


def elliptic(document: Document, people: Sequence[People], links: Sequence[Link]) -> Iterator[Link]:
    """Yield a link for each bare number behind the preposition that a count before it in its sentence has."""
    taken = {link.people.first for link in links}
    for link in links:
        case = _case(document, link.people)
        if link.trigger.kind != "count" or case is None or link.people.low is None:
            continue
        for other in people:
            near = 0 < other.first - link.people.last <= _REACH
            if not near or not other.bare or other.partitive or other.first in taken:
                continue
            last = document.sentence_of(document.tokens[link.people.first]).last
            if other.last <= last and _case(document, other) == case and _ends(document, other):
                taken.add(other.first)
                trigger = replace(link.trigger, first=other.first, last=other.last, verb=other.head)
                yield Link(replace(trigger, kind="toll"), replace(other, group=link.people.group))


def _case(document: Document, people: People) -> str | None:
    """Return the preposition right before a figure or its hedges, None without one."""
    index = people.first - 1
    return document.tokens[index].lower if index >= 0 and document.tokens[index].pos == "ADP" else None


def _ends(document: Document, people: People) -> bool:
    """Tell whether nothing that could be counted follows the number."""
    behind = document.tokens[people.last] if people.last < len(document.tokens) else None
    return behind is None or behind.pos in ("PUNCT", "ADP", "CCONJ")
