"""Words by which a report tells, beside its dates, when something was, from when_told.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from oqiga.codebook.wording import any_of, closes
from oqiga.datafiles import data_file

_WORD = re.compile(r"\w+")
LEAD = 300
"""Characters of a report, from its heading on, that say whether it is about something long past."""


@lru_cache(maxsize=1)
def when_words() -> Mapping[str, Any]:
    """Return what when_told.yaml holds."""
    loaded: dict[str, Any] = data_file("oqiga.codebook", "when_told")
    return loaded


@cache
def told_by(*keys: object) -> re.Pattern[str]:
    """Return the pattern of the words that stand under some keys."""
    found: Any = when_words()
    for key in keys:
        found = found[key]
    return any_of(found)


def weekdays_in(text: str) -> frozenset[int]:
    """Return the days of the week that some words name: 1 (Monday) to 7."""
    return frozenset(int(day) for day in when_words()["weekdays"] if told_by("weekdays", day).search(text))


def names_night(text: str) -> bool:
    """Tell whether some words speak of a night, which belongs to two days."""
    return bool(told_by("night").search(told_by("not_night").sub(" ", text)))


def tells_eve(text: str) -> bool:
    """Tell whether some words speak of a night that began on the evening before the day they name."""
    return bool(told_by("overnight").search(text))


def still_going(text: str) -> bool:
    """Tell whether some words speak of what began earlier: "gunfire rang out *again* on Wednesday"."""
    return bool(told_by("still_going").search(text))


def feasts_in(text: str) -> tuple[str, ...]:
    """Return the feasts that some words name, as the codebook calls them."""
    return tuple(feast for feast in when_words()["feasts"] if told_by("feasts", feast).search(text))


def only_follows(before: str, behind: str) -> bool:
    """Tell whether words around a day say that it is no day of the story: something is to follow on it, as a
    hearing in court, or it is one of an earlier year ("*last* 12 October").

    before: those of its sentence in front of it; behind: those right behind it.
    """
    first = _WORD.match(behind.strip())
    if closes(told_by("of_the_past"), before):
        return True
    ahead = told_by("to_come").search(before)
    return bool(ahead or (first and told_by("to_come_behind").fullmatch(first.group())))


def days_of_mourning(text: str) -> tuple[tuple[int, int], ...]:
    """Return where some words call a day one of mourning: start and end."""
    return tuple(match.span() for match in told_by("mourning_day").finditer(text))


def commemorates(text: str) -> bool:
    """Tell whether the opening of a report says that it came out on the day of the year that it recalls."""
    return bool(told_by("commemorating").search(text[:LEAD]))


def years_back(text: str) -> tuple[int, ...]:
    """Return how many years ago the opening of a report says that what it commemorates was."""
    opening = text[:LEAD]
    if not commemorates(text):
        return ()
    counted, pattern = _years()
    return tuple(dict.fromkeys(_number(match, counted) for match in pattern.finditer(opening)))


def years_after(text: str) -> tuple[int, ...]:
    """Return how many years after what it is about a report says that it came out.

    By what it commemorates, or the words that it begins with ("*A year after* the attack, …").
    """
    counted, pattern = _years()
    match = pattern.match(text)
    if match is None or not closes(told_by("years_back", "opening"), match.group()):
        return years_back(text)
    return (_number(match, counted),)


def _number(match: re.Match[str], counted: Mapping[str, int]) -> int:
    """Return how many years words tell: in digits, by a word of `counted`, one where neither stands."""
    number = (match["n"] or "1").lower()
    return counted[number] if number in counted else int(number)


@lru_cache(maxsize=1)
def _years() -> tuple[Mapping[str, int], re.Pattern[str]]:
    loaded = when_words()["years_back"]
    counted = {str(word): int(n) for n, words in loaded["counted"].items() for word in words}
    numbers = "|".join([r"\d{1,3}", *map(re.escape, counted)])
    units, alone = ("|".join(map(re.escape, loaded[key])) for key in ("units", "alone"))
    pattern = rf"(?<!\w)(?:(?P<n>{numbers})\s?(?:{units})|(?:{alone}))(?!\w)"
    return counted, re.compile(pattern, re.IGNORECASE)


def looks_back(text: str) -> bool:
    """Tell whether the opening of a report says that it is about something long past."""
    return bool(told_by("looking_back").search(text[:LEAD]))
