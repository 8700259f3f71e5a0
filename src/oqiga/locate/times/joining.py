"""Joining what names one moment: a clock and its day, a weekday and its date, a day and a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from oqiga.locate.times.clocks import timed
from oqiga.locate.times.moments import calendar_day, days_from
from oqiga.locate.times.patterns import Reader
from oqiga.locate.times.situation import Resolved, dated

_YEAR = 4
"""Digits of a year, in a text and as a value."""
_NOON = 12
_HALF_A_WEEK = 3
_CLOCKS = 2
_LONGEST_JOINT = 2
"""At most so many joining words stand between two parts of one moment (", on")."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression: pieces `first` to `last` (exclusive) of the text, and what it means."""

    first: int
    last: int
    resolved: Resolved


def joined(left: Piece, right: Piece, reader: Reader) -> Piece | None:
    """Return the one moment that two neighbouring expressions name, None when they are two."""
    if not _adjacent(left.last, right.first, reader):
        return None
    resolved = _moment(left.resolved, right.resolved, right.first - left.last)
    resolved = resolved or _day_of_year(left, right, reader) or _day_of_year(right, left, reader)
    resolved = resolved or _told_again(left, right, reader)
    if resolved is None:
        return None
    between = (word.key for word in reader.words[left.last : right.first])
    toward = any(reader.lexicon.listed("toward", key) for key in between)
    return Piece(left.first, right.last, replace(resolved, eve=toward and resolved.clock == "NI"))


def dated_beside(left: Piece, right: Piece, reader: Reader) -> Piece | None:
    """Return a day of the week with the date that stands behind it in brackets: "Friday night (March 3)".

    A day that is only counted to goes by the day of the week there: "the day before yesterday (Wednesday)"
    was said before the report came out. None where no bracket opens between them, or the two do not fit.
    """
    between = [word.key for word in reader.words[left.last : right.first]]
    told, written = left.resolved, right.resolved
    if between == ["("] and written.level == "weekday" and (day := _counted_to(left, right, reader)):
        return replace(left, resolved=dated(day, ""))
    if between != ["("] or written.level != "day" or written.day is None or told.day is None:
        return None
    if told.level not in ("weekday", "timed") or told.day.isoweekday() != written.day.isoweekday():
        return None
    value = written.day.isoformat() + told.value[len(written.day.isoformat()) :]
    return replace(left, resolved=replace(told, value=value, day=written.day))


def _counted_to(counted: Piece, weekday: Piece, reader: Reader) -> date | None:
    """Return the day of the week nearest to a day told without a number ("yesterday"), None for any other."""
    day = counted.resolved.day
    words = reader.words[counted.first : counted.last]
    if counted.resolved.level != "day" or day is None or any(word.digits for word in words):
        return None
    ahead = (weekday.resolved.weekday - day.isoweekday()) % 7
    return days_from(day, ahead - 7 if ahead > _HALF_A_WEEK else ahead)


def over_bracket(before: Sequence[Piece], day: Piece, reader: Reader) -> Piece | None:
    """Return a clock, told again in brackets by another zone, with its day: "8 p.m. (1900 GMT) on Thursday".

    before: the two expressions in front of the day. None where they are nothing of the kind.
    """
    if len(before) != _CLOCKS or any(each.resolved.level not in ("clock", "dial") for each in before):
        return None
    clock, again = before
    opened = [word.key for word in reader.words[clock.last : again.first]]
    closed = [word.key for word in reader.words[again.last : again.last + 1]]
    if opened[-1:] != ["("] or len(opened) > _LONGEST_JOINT or closed != [")"]:
        return None
    return joined(replace(clock, last=again.last + 1), day, reader)


def _adjacent(end: int, start: int, reader: Reader) -> bool:
    between = reader.words[end:start]
    if len(between) > _LONGEST_JOINT or any(word.fresh for word in reader.words[end : start + 1]):
        return False
    return all(reader.lexicon.listed("joining", word.key) for word in between)


def _moment(left: Resolved, right: Resolved, gap: int) -> Resolved | None:
    for whole, detail in ((left, right), (right, left)):
        if detail.level in ("clock", "part") and whole.level in ("day", "weekday"):
            if whole.day is None:
                return timed(None, detail.clock, anchored=False, rough=detail.rough)
            return timed(whole.day, detail.clock, anchored=True, rough=detail.rough)
    if left.level in ("clock", "dial") and right.level == "timed" and right.clock.isalpha():
        return timed(right.day, _of_part(left.clock, right.clock), anchored=True, rough=left.rough)
    if left.night and left.offset is not None and not gap and right.level in ("day", "weekday"):
        return timed(right.day, left.clock, anchored=right.day is not None)  # "overnight Thursday"
    if left.offset and not gap and right.level in ("day", "weekday") and right.day is not None:
        return dated(days_from(right.day, left.offset), "")
    if left.level == "weekday" and right.level == "day" and left.weekday and right.day is not None:
        return right if right.day.isoweekday() == left.weekday else None
    return None


def _told_again(left: Piece, right: Piece, reader: Reader) -> Resolved | None:
    """Return the day told again by a date whose year was only guessed: "the next day, 30 December"."""
    told, again = left.resolved.day, right.resolved.day
    if told is None or again is None or told.year == again.year or _names_year(right, reader):
        return None
    days = left.resolved.level == right.resolved.level == "day"
    return dated(told, "") if days and (told.month, told.day) == (again.month, again.day) else None


def _names_year(piece: Piece, reader: Reader) -> bool:
    return any(
        word.key.isdigit() and len(word.key) == _YEAR for word in reader.words[piece.first : piece.last]
    )


def _day_of_year(year: Piece, day: Piece, reader: Reader) -> Resolved | None:
    """Return the day in the year named beside it ("two years ago, on 29 December")."""
    value, found = year.resolved.value, day.resolved.day
    if day.resolved.level != "day" or found is None or _names_year(day, reader):
        return None
    if not (value.isdigit() and len(value) == _YEAR):
        return None
    return dated(calendar_day(int(value), found.month, found.day), "")


def _of_part(clock: str, part: str) -> str:
    """Return a clock of the twelve-hour dial in the part of day it stands with ("10:30" in the evening)."""
    hour = int(clock[:2])
    if part == "MO" and hour == _NOON:
        return f"00{clock[2:]}"
    return f"{hour + 12:02d}{clock[2:]}" if part in ("AF", "EV", "NI") and hour < 12 else clock
