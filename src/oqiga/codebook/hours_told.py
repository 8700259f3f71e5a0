"""Hours by which a report tells what it is about: "at 8:44am", «в 8 утра», "late at night", «кешкі 9-да».

They tell attacks of one town apart where no day is told. This is all that is asked of them, so a clock
counts for the hours around it too, and a part of the day for all its hours.
"""

from __future__ import annotations

import re

from oqiga.codebook.when_told import told_by, when_words
from oqiga.codebook.wording import closes

HOURS = 24
_NOON = 12
_AROUND = 1
"""Hours before and behind a clock that count with it."""
CLOCK = 2 * _AROUND + 1
"""How many hours one clock counts for."""
_NEAR = 30
"""Characters behind a clock in which words say of which half of the day or whose clock it is."""
_LATER = ("afternoon", "evening")
"""Parts of the day that put a clock of either half into the second."""
_ASIDE = re.compile(r"\([^()]{0,80}\)")
_CLOCK = re.compile(r"(?<![\d.:,$])(\d{1,2})(?:[:.]([0-5]\d))?(?![\d:])")


def hours_in(text: str) -> frozenset[int]:
    """Return the hours of the day, 0 to 23, that some words may mean; none where they tell none.

    What stands in brackets is left out, and a clock of another place ("13:15 GMT"). Where a clock is told,
    parts of the day beside it only say which half of the day it is of.
    """
    words = _ASIDE.sub(" ", text)
    clocks = {hour for match in _CLOCK.finditer(words) for hour in _clock(match, words)}
    if clocks:
        return frozenset((hour + step) % HOURS for hour in clocks for step in range(-_AROUND, _AROUND + 1))
    return frozenset(
        hour % HOURS
        for part, told in when_words()["hours"]["parts"].items()
        if _names_part(part, words)
        for hour in range(told["from"], told["to"])
    )


def _names_part(part: str, words: str) -> bool:
    return told_by("hours", "parts", part, "words").search(words) is not None


def _clock(match: re.Match[str], words: str) -> tuple[int, ...]:
    """Return the hour of a number that is a clock, none for any other number."""
    hour, behind = int(match[1]), words[match.end() : match.end() + _NEAR]
    before = words[max(0, match.start() - _NEAR) : match.start()]
    half = next((half for half in ("am", "pm") if _says(half, before, behind)), None)
    told = half is not None or (match[2] is not None and _is_hour(before, words[match.start() : match.end()]))
    if not told or hour >= HOURS or told_by("hours", "elsewhere").match(behind.lstrip(" ,.")):
        return ()
    if half is None and 0 < hour < _NOON and any(_names_part(part, words) for part in _LATER):
        half = "pm"
    if half is not None and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return (hour,)


def _says(half: str, before: str, behind: str) -> bool:
    """Tell whether words right behind a number, or in some languages right before it, make it an hour."""
    found = told_by("hours", half, "behind").match(behind.lstrip(" -"))
    return found is not None or closes(told_by("hours", half, "before"), before)


def _is_hour(before: str, number: str) -> bool:
    """Tell whether a number with minutes is an hour: with a colon, or behind a word that tells hours."""
    return ":" in number or closes(told_by("hours", "before"), before)
