"""The day that a dateline names ("Osh, Aug. 5 (Agency): …"): what its text calls today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oqiga.locate.times.words import Word

_TOP = 80
"""Pieces of a text in which its dateline stands."""
_BEFORE = 10
_BEHIND = 10
"""Pieces of a line in front of the day of a dateline, and from it to the dash or colon that closes it."""
_SMALL = 1
"""Words written small in front of the day: a sentence has more."""
_DAYS = 3
"""Days between writing and publication."""
_CLOSING = frozenset({"-", ":"})


def written_on(
    first: int, last: int, day: date | None, words: Sequence[Word], published: date | None
) -> date | None:
    """Return the day on which a text was written where an expression is the day of its dateline, None else.

    first, last: pieces of the expression, last exclusive. day: what it names. published: when it came out; a
    dateline of that day tells nothing more.
    """
    if day is None or published is None or not 0 < (published - day).days <= _DAYS or first > _TOP:
        return None
    opening = next(
        (each for each in range(first, max(-1, first - _BEFORE - 1), -1) if words[each].fresh), None
    )
    if opening is None or opening == first:
        return None
    before = [word for word in words[opening:first] if word.letters]
    if not before or sum(word.case == "small" for word in before) > _SMALL:
        return None
    for word in words[last : last + _BEHIND]:
        if word.key in _CLOSING:
            return day
        if word.fresh or (word.letters and word.case == "small"):
            return None
    return None
