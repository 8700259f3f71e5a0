"""Figures that leave out what they count: «сообщалось о 220 раненых, к вечеру уже о 353»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from oqiga.model.syntax import PLACE_LABELS, Document, Token
from oqiga.model.terms import Group, Outcome
from oqiga.read.tolls.identity import DASHES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_NEAR = 40
"""Words before a pronoun within which those it takes up are told."""
_REACH = 14
"""Words between a figure and the one that leaves out its noun."""


def elliptic(document: Document, people: Sequence[People], links: Sequence[Link]) -> Iterator[Link]:
    """Yield a link for each bare number behind the preposition that a count before it in its sentence has."""
    taken = {link.people.first for link in links}
    for link in links:
        case = _case(document, link.people)
        if link.trigger.kind != "count" or case is None or link.people.low is None:
            continue
        for other in _near_behind(people, link.people):
            if not other.bare or other.partitive or other.first in taken:
                continue
            last = document.sentence_of(document.tokens[link.people.first]).last
            if other.last <= last and _case(document, other) == case and _ends(document, other):
                taken.add(other.first)
                trigger = replace(link.trigger, first=other.first, last=other.last, verb=other.head)
                yield Link(replace(trigger, kind="toll"), replace(other, group=link.people.group))


def dashed(document: Document, people: Sequence[People], links: Sequence[Link]) -> Iterator[Link]:
    """Yield a link for each bare number behind where and a dash: «в Орске убиты трое, *в Туве – двое*»."""
    taken = {link.people.first for link in links}
    for link in links:
        if link.people.low is None or link.people.single or link.trigger.kind in ("count", "toll"):
            continue
        sentence = document.sentence_of(document.tokens[link.people.first])
        last = max(link.people.last, link.trigger.last)
        for other in _near_behind(people, replace(link.people, last=last)):
            if other.first >= sentence.last or not other.bare or other.partitive or other.first in taken:
                break
            where = _where(document, last, other)
            if not _ends(document, other) or not _is_place(document, where, sentence.first, last):
                break
            taken.add(other.first)
            last = other.last
            trigger = replace(link.trigger, first=other.first, last=other.last, verb=other.head)
            yield Link(replace(trigger, kind="toll"), replace(other, group=link.people.group), shared=True)


def _where(document: Document, last: int, people: People) -> list[Token]:
    """Return the words of where that a comma and a dash part a number from what was told before it with."""
    between = document.tokens[last : people.first]
    parting = next((at for at, token in enumerate(between) if token.text in (",", ";")), None)
    if parting is None or between[-1].text not in DASHES:
        return []
    where = [token for token in between[parting + 1 : -1] if token.pos not in ("CCONJ", "PART", "ADV")]
    plain = all(token.pos not in ("VERB", "AUX", "PUNCT", "NUM") for token in where)
    return where if where and where[0].pos == "ADP" and plain else []


def _is_place(document: Document, where: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether words name a place, or a thing of the kind that was told before: another *hospital*."""
    told = {token.lemma for token in document.tokens[first:last] if token.pos == "NOUN"}
    return any(
        token.entity in PLACE_LABELS or (token.pos == "NOUN" and token.lemma in told) for token in where
    )


def _near_behind(people: Sequence[People], before: People) -> Iterator[People]:
    """Yield the people within reach behind others, in order."""
    start = bisect_right(people, before.last, key=lambda each: each.first)
    return takewhile(lambda each: each.first - before.last <= _REACH, islice(people, start, None))


def numbered(document: Document, people: Sequence[People], words: TollWords) -> Iterator[Link]:
    """Yield attackers whose number is told by being so many: «нападавших было двое», «их было двое»."""
    tokens = document.tokens
    for number, (whole, count) in enumerate(pairwise(people)):
        between = tokens[whole.last : count.first]
        told = [token for token in between if token.pos not in ("ADV", "PART")]
        if not count.bare or count.partitive or whole.low is not None or len(told) != 1:
            continue
        if told[0].pos not in ("AUX", "VERB") or told[0].lemma not in words.outcomes.copulas:
            continue
        if "Case=Gen" not in tokens[whole.head].feats or not _ends(document, count):
            continue
        group = whole.group
        if whole.pronoun:
            near = (each for each in reversed(people[:number]) if whole.first - each.first <= _NEAR)
            group = next((each.group for each in near if each.group is not Group.ALL), group)
        if group is Group.ATTACKERS:
            trigger = Trigger(whole.first, count.last, told[0].index, "toll", Outcome.INVOLVED)
            yield Link(trigger, replace(count, group=group))


def _case(document: Document, people: People) -> str | None:
    """Return the preposition right before a figure or its hedges, None without one."""
    index = people.first - 1
    return document.tokens[index].lower if index >= 0 and document.tokens[index].pos == "ADP" else None


def _ends(document: Document, people: People) -> bool:
    """Tell whether nothing that could be counted follows the number."""
    behind = document.tokens[people.last] if people.last < len(document.tokens) else None
    return behind is None or behind.pos in ("PUNCT", "ADP", "CCONJ")
