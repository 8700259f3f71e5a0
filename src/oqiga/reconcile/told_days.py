"""Days of the calendar that a text names ("5 June", "5 июня 2016 года"): they date what tells no day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from babel.dates import get_month_names

from oqiga.codebook.when_told import weekdays_in
from oqiga.datafiles import data_file
from oqiga.reconcile.naming import LANGUAGES

_LONGEST_DAY = 31
_DAYS_OF_YEAR = 366
ANY_YEAR = 2020
"""A leap year, in which every day of the calendar lies."""
_BESIDE = 14
"""Characters beside a day in which its day of the week stands."""
_APART = re.compile(r"[.!?;\n]")
_YEAR = r"(?:[12]\d{3})"


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the names of months, lower case, with their numbers."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale=language).items():
                    found[name.lower().strip(".")] = number
    return found


def _endings() -> str:
    """Return a pattern of what may stand between the name of a month and the day behind it."""
    return "|".join(map(re.escape, data_file("oqiga.codebook", "month_endings")["endings"]))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    ending = r"[^\W\d_]{0,6}"
    return re.compile(
        rf"(?:(?P<before>{_YEAR})[-\s]{{1,3}}[^\W\d_]{{2,8}}\s{{1,3}})?"
        rf"(?<!\d)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-\s]?(?:of\s)?(?P<month>{names}){ending}\b\.?,?"
        rf"|\b(?P<first>{names})(?:{_endings()})?\.?\s(?P<later>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?,?)"
        rf"(?:\s(?P<year>{_YEAR})(?!\d))?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=256)
def told_at(text: str) -> tuple[tuple[int, str], ...]:
    """Return where a text names a day, and which: a report's text is asked for it several times."""
    found: list[tuple[int, str]] = []
    for match in _pattern().finditer(text):
        month = _months()[(match["month"] or match["first"]).lower()]
        day = int(match["day"] or match["later"])
        if 1 <= day <= _LONGEST_DAY:
            found.append((match.start(), f"{match['year'] or match['before'] or '-'}-{month:02d}-{day:02d}"))
    return tuple(found)


def weekdays_at(text: str) -> tuple[str, ...]:
    """Return the days of the calendar that stand right beside a day of the week: "01-15/2" for a Tuesday.

    They tell of which years a day without a year can be.
    """
    found: dict[str, None] = {}
    for match in _pattern().finditer(text):
        month = _months()[(match["month"] or match["first"]).lower()]
        before = _APART.split(text[max(0, match.start() - _BESIDE) : match.start()])[-1]
        behind = _APART.split(text[match.end() : match.end() + _BESIDE])[0]
        beside = weekdays_in(before) or weekdays_in(behind)
        if len(beside) == 1:
            found[f"{month:02d}-{int(match['day'] or match['later']):02d}/{next(iter(beside))}"] = None
    return tuple(found)


def day_before(told: str, published: int) -> int | None:
    """Return the latest day (ordinal) up to a publication that a told day can be, None when there is none.

    published: ordinal; the next day still counts, since publishers sit in other zones.
    """
    newest = date.fromordinal(published + 1)
    years = range(newest.year, newest.year - 5, -1) if told[0] == "-" else [int(told[:4])]
    days = [day for year in years if (day := day_in(told, year)) is not None]
    return next((day for day in days if day <= published + 1), None)


def day_in(told: str, year: int) -> int | None:
    """Return the day (ordinal) that a told day is in a year, None when it is none or of another year."""
    month, day = int(told[-5:-3]), int(told[-2:])
    if told[0] != "-" and int(told[:4]) != year:
        return None
    return date(year, month, day).toordinal() if day <= monthrange(year, month)[1] else None


def dated(told: str) -> int | None:
    """Return the day (ordinal) that a told day with its year is, None for one without."""
    return None if told.startswith("-") else day_in(told, int(told[:4]))


def told_of(day: int) -> str:
    """Return a day (ordinal) as told days are written."""
    return date.fromordinal(day).isoformat()


def same_day(one: str, other: str) -> bool:
    """Tell whether two told days may be one: the same in the calendar, and no year speaks against it."""
    years = one[:-6], other[:-6]
    return one[-5:] == other[-5:] and ("-" in years or years[0] == years[1])


def next_to(one: str, other: str) -> bool:
    """Tell whether two told days lie one day apart, in one year where either tells none."""
    year = next((int(each[:4]) for each in (one, other) if not each.startswith("-")), ANY_YEAR)
    mine, theirs = (
        day_in(each, int(each[:4]) if not each.startswith("-") else year) for each in (one, other)
    )
    return mine is not None and theirs is not None and abs(mine - theirs) == 1


def days_before(day: str, written: str) -> int | None:
    """Return how many days of the year a told day lies before another, the shorter way round the year."""
    one, other = (day_in(f"-{each[-6:]}", ANY_YEAR) for each in (day, written))
    if one is None or other is None:
        return None
    return (other - one + _DAYS_OF_YEAR // 2) % _DAYS_OF_YEAR - _DAYS_OF_YEAR // 2
