"""Arithmetic on the calendar, and the stretch of calendar that a TIMEX3 value names.

A value is kept as TIMEX3 writes it, and everything that another part needs (first and last day, precision)
is computed from it here: no second account of the same moment.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from oqiga.model.terms import TimePrecision

PARTS_OF_DAY = ("MO", "MI", "AF", "EV", "NI", "DT")
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of a season in the northern hemisphere; winter runs into the next year."""

_VALUE = re.compile(
    r"^(\d{2,4})(X{0,2})(?:-([A-Z0-9]{1,3}))?(?:-([A-Z0-9]{1,2}))?(?:T([A-Z]{2}|\d{2}(?::\d{2})?))?$"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days or minutes from `start` to `end`, both inclusive, as ISO 8601, and how exact that is."""

    start: str
    end: str
    precision: TimePrecision


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date as far as it is known. day: None when only a month or a year is."""

    year: int
    month: int | None
    day: date | None


def published_of(written: str | None) -> Published | None:
    """Read an ISO 8601 date of any precision; None when there is none, or when it is no date."""
    match = re.match(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", written or "")
    if not match:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    whole = calendar_day(year, month, day) if month and day else None
    return None if day and not whole else Published(year, month, whole)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None when the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12) or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def days_from(day: date, count: int) -> date | None:
    """Return the day `count` days later, None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def months_from(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the (year, month) that is `count` months later."""
    whole = year * 12 + month - 1 + count
    return whole // 12, whole % 12 + 1


def week_value(day: date) -> str:
    """Return the ISO week of a day: "2016-W22"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Meeus, Jones and Butcher's rule)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * offset) // 451
    month, day = divmod(moon + offset - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def weekday_of_month(year: int, month: int, week: int, weekday: int) -> date:
    """Return the `week`-th (0: last) `weekday` (1 Monday to 7 Sunday) of a month."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    if week:
        return day + timedelta(weeks=week - 1)
    while (day + timedelta(weeks=1)).month == month:
        day += timedelta(weeks=1)
    return day


def stretch_of(value: str) -> Stretch | None:
    """Return the stretch of calendar that a TIMEX3 value names, None when it names none (durations, X)."""
    first, slash, last = value.partition("/")
    if slash:
        begin, end = stretch_of(first), stretch_of(last)
        return Stretch(begin.start, end.end, begin.precision) if begin and end else None
    match = _VALUE.match(value)
    if not match:
        return None
    digits, unknown, middle, end_part, clock = match.groups()
    if unknown or len(digits) < 4:
        return _many_years(digits, unknown)
    year = int(digits)
    if year < MINYEAR:
        return None
    if middle is None:
        return Stretch(f"{year:04d}-01-01", f"{year:04d}-12-31", TimePrecision.YEAR)
    if middle.isdigit() and end_part and end_part.isdigit():
        day = calendar_day(year, int(middle), int(end_part))
        return _within_day(day, clock) if day else None
    return None if end_part and not middle.startswith("W") else _part_of_year(year, middle, end_part)


def _many_years(digits: str, unknown: str) -> Stretch | None:
    width = 4 - len(digits)
    if len(digits) < 2 or (unknown and len(unknown) != width):
        return None
    low = int(digits) * 10**width
    return Stretch(f"{max(low, 1):04d}-01-01", f"{low + 10**width - 1:04d}-12-31", TimePrecision.YEAR)


def _within_day(day: date, clock: str | None) -> Stretch:
    written = day.isoformat()
    if clock is None:
        return Stretch(written, written, TimePrecision.DAY)
    if clock in PARTS_OF_DAY:
        return Stretch(written, written, TimePrecision.PART_OF_DAY)
    if clock.startswith("24"):  # "midnight Friday" may be either end of the day
        return Stretch(written, written, TimePrecision.PART_OF_DAY)
    precision = TimePrecision.MINUTE if ":" in clock else TimePrecision.HOUR
    return Stretch(f"{written}T{clock}", f"{written}T{clock}", precision)


def _part_of_year(year: int, part: str, rest: str | None) -> Stretch | None:
    if part.isdigit():
        return _months(year, int(part), 1, TimePrecision.MONTH) if 1 <= int(part) <= 12 else None
    if part in SEASON_MONTHS:
        return _months(year, SEASON_MONTHS[part], 3, TimePrecision.MONTH)
    if part[0] in "QH" and part[1:].isdigit():
        length = 3 if part[0] == "Q" else 6
        first = (int(part[1:]) - 1) * length + 1
        return _months(year, first, length, TimePrecision.MONTH) if 1 <= first <= 12 else None
    return _week(year, part, rest) if part[0] == "W" and part[1:].isdigit() else None


def _months(year: int, month: int, count: int, precision: TimePrecision) -> Stretch:
    last_year, last_month = months_from(year, month, count - 1)
    last_day = monthrange(last_year, last_month)[1]
    return Stretch(
        f"{year:04d}-{month:02d}-01", f"{last_year:04d}-{last_month:02d}-{last_day:02d}", precision
    )


def _week(year: int, part: str, rest: str | None) -> Stretch | None:
    try:
        monday = date.fromisocalendar(year, int(part[1:]), 1)
    except ValueError:
        return None
    first, last = monday, monday + timedelta(days=6)
    if rest == "WE":
        return Stretch((first + timedelta(days=5)).isoformat(), last.isoformat(), TimePrecision.DAY)
    if rest and rest.isdigit() and 1 <= int(rest) <= 7:
        day = first + timedelta(days=int(rest) - 1)
        return Stretch(day.isoformat(), day.isoformat(), TimePrecision.DAY)
    return Stretch(first.isoformat(), last.isoformat(), TimePrecision.WEEK)
