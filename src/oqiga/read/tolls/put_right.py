"""Figures that a report puts right in the same breath: "*10 and not 11* people were killed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oqiga.model.syntax import Document
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People


def put_right(
    document: Document, people: Sequence[People], words: TollWords
) -> tuple[tuple[People, ...], frozenset[int]]:
    """Return the people, each right figure with the noun behind the wrong one, and where wrong figures begin.

    people: in order of the text. The first tokens returned are of figures that count nobody and are only
    what the figure before them puts right.
    """
    righted = {each.first: each for each in people}
    wrong: set[int] = set()
    for right, other in pairwise(people):
        if right.low is None or other.low is None or right.low == other.low or right.single or other.single:
            continue
        if (
            right.last >= other.first
            or words.revisions.wrong.exactly(document.tokens, right.last, other.first) is None
        ):
            continue
        wrong.add(other.first)
        if right.bare and not other.bare:
            righted[right.first] = replace(
                right, last=other.last, head=other.head, group=other.group, known=other.known, bare=False
            )
    return tuple(righted.values()), frozenset(wrong)
