"""Days of mourning: «9 июня объявлено днём траура», "a day of mourning on June 9". The attack was before."""

from __future__ import annotations

import re
from itertools import pairwise

from oqiga.codebook.when_told import days_of_mourning
from oqiga.reconcile.told_days import told_at

_SENTENCE = re.compile(r"[.!?]\s|\n")
_NEAR = 70
"""Characters between a day and the words that call it one of mourning."""


def mourned(text: str) -> frozenset[int]:
    """Return where a text names days of mourning: in a sentence that speaks of one, the day nearest to it."""
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    days = [at for at, _ in told_at(text)]
    found: set[int] = set()
    for start, end in pairwise(ends):
        here = [at for at in days if start <= at < end]
        for first, last in days_of_mourning(text[start:end]) if here else ():
            nearest = min(here, key=lambda at: _apart(at, start + first, start + last))
            if _apart(nearest, start + first, start + last) <= _NEAR:
                found.add(nearest)
    return frozenset(found)


def _apart(at: int, first: int, last: int) -> int:
    return first - at if at < first else at - last
