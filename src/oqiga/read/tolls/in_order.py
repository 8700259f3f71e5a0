"""Numbers told one after another, each of another thing: «погибли и ранены 8 и 2 *соответственно*»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from oqiga.model.syntax import Document, Sentence
from oqiga.model.terms import Counts
from oqiga.read.quantities import Quantity
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger


def in_order(
    document: Document,
    links: Sequence[Link],
    people: Sequence[People],
    triggers: Sequence[Trigger],
    quantities: Sequence[Quantity],
    words: TollWords,
) -> list[Link]:
    """Return the links, those of numbers that a word tells to be taken in order made anew.

    As many outcomes as numbers are paired one by one; of a single outcome each number is a part. Where they
    do not match, the numbers count nobody.
    """
    kept = list(links)
    for sentence in _told_so(document, words):
        inside = [each for each in quantities if sentence.first <= each.first < sentence.last]
        row = _row(document, inside)
        if len(row) < len(("one", "another")):
            continue
        reach = range(row[0].first, row[-1].last)
        counted = next((each for each in reversed(people) if _meets(each, reach)), None)
        outcomes = {
            each.outcome: each for each in reversed(triggers) if sentence.first <= each.first < sentence.last
        }
        kept = [link for link in kept if not _meets(link.people, reach)]
        told = sorted(outcomes.values(), key=lambda each: each.first)
        if counted is None or len(told) not in (1, len(row)):
            continue
        told = told * len(row) if len(told) == 1 else told
        for trigger, number in zip(told, row, strict=True):
            kept.append(Link(replace(trigger, kind="toll"), _people(counted, number)))
    return kept


def tell_in_order(document: Document, drafts: Sequence[Draft], words: TollWords) -> None:
    """Note that numbers of one outcome told in order are parts: «в Орске и Омске погибли 8 и 2»."""
    for sentence in _told_so(document, words):
        inside = [each for each in drafts if sentence.first <= each.people.first < sentence.last]
        for first, second in pairwise(inside):
            if (first.outcome, first.group) == (second.outcome, second.group):
                first.counts = second.counts = Counts.SUBSET


def _told_so(document: Document, words: TollWords) -> Iterator[Sentence]:
    """Yield the sentences that tell numbers in order."""
    for sentence in document.sentences:
        if any(token.lower in words.outcomes.in_order for token in document.tokens_of(sentence)):
            yield sentence


def _row(document: Document, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the numbers that stand side by side, joined by a comma or "and"."""
    row: list[Quantity] = []
    for first, second in pairwise(quantities):
        between = document.tokens[first.last : second.first]
        if len(between) == 1 and (between[0].text == "," or between[0].pos == "CCONJ"):
            row = row or [first]
            row.append(second)
        elif row:
            break
    return row


def _meets(people: People, reach: range) -> bool:
    return people.first < reach.stop and people.last > reach.start


def _people(counted: People, number: Quantity) -> People:
    """Return those of one number, of the kind that is told once behind them all."""
    return replace(
        counted,
        first=number.first,
        last=number.last,
        low=number.low,
        high=number.high,
        approximate=number.approximate,
        single=False,
    )
