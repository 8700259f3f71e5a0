"""Resolving words that lean on another moment: "Sunday", "two days earlier", "last year", "5 p.m.".

Each function takes the slots of a match and the situation, and returns None when the words make no time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from oqiga.locate.times.clocks import UNKNOWN_DAY, timed
from oqiga.locate.times.moments import calendar_day, days_from, months_from, week_value
from oqiga.locate.times.situation import Resolved, Situation, Slots, dated

_STEPS = {"last": -1, "previous": -1, "this": 0, "that": 0, "near": 0, "next": 1, "following": 1}
_TOLD = frozenset({"previous", "following", "that"})
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "T": 120, "C": 1200, "L": 12000}
_DAYS_IN = {"D": 1, "N": 1, "W": 7, "F": 14}
_LONGEST_SHIFT = 100_000


def resolve_weekday(slots: Slots, situation: Situation) -> Resolved | None:
    """ "Sunday": the last one up to publication, the next one in the future; "next", "last" as they say."""
    weekday, relation = int(slots["weekday"]), slots.get("relation", "")
    base = situation.told if relation in _TOLD and situation.told else situation.today
    unknown = f"XXXX-WXX-{weekday}"
    if base is None:
        return Resolved("DATE", unknown, "weekday", weekday=weekday)
    back, ahead = (base.isoweekday() - weekday) % 7, (weekday - base.isoweekday()) % 7
    if relation in ("last", "previous"):
        step = -(back or 7)
    elif relation in ("next", "following"):
        step = ahead or 7
    else:
        step = ahead if situation.tense == "future" or (relation == "this" and not situation.tense) else -back
    return replace(dated(days_from(base, step), unknown), level="weekday", weekday=weekday)


def resolve_day_word(slots: Slots, situation: Situation) -> Resolved | None:
    """ "yesterday", "this morning", "overnight": days from publication; "this day in 1995": of that year."""
    day = days_from(situation.today, int(slots["days"])) if situation.today else None
    if "year" in slots:
        found = calendar_day(int(slots["year"]), day.month, day.day) if day else None
        return dated(found, "") if found else Resolved("DATE", slots["year"])
    return _with_part(day, slots)


def resolve_told_day(slots: Slots, situation: Situation) -> Resolved | None:
    """ "the day before", "the next morning": days from the last day told, else from publication.

    "overnight": only from a day that is at hand. "The same day" without a day told is of a day not known.
    """
    days, near = int(slots["days"]), slots.get("told") == "near"
    told = situation.told if situation.at_hand or not near else None
    base = told or situation.today
    found = _with_part(days_from(base, days) if base else None, slots)
    if told is None and not days and not near:
        return replace(found, day=None, anchored=False, offset=days)
    return replace(found, offset=days, eve=near and told is None)


def _with_part(day: date | None, slots: Slots) -> Resolved:
    part = slots.get("part", "")
    if not part:
        return dated(day, UNKNOWN_DAY)
    return timed(day, part, anchored=day is not None)


def resolve_span_unit(slots: Slots, situation: Situation) -> Resolved | None:
    """ "last week", "this year", "the weekend", "the following month"."""
    unit, relation = slots["span_unit"], slots["relation"]
    step = _STEPS[relation]
    if unit in "DWE":
        return _days_unit(unit, relation, step, situation)
    month = situation.told_month if relation in _TOLD and situation.told_month else situation.month
    if month is None:
        year = situation.year if unit in "YTC" else None
        month = (year, 1) if year else None
    if month is None:
        return Resolved("DATE", {"M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"))
    moved = months_from(*month, step * _MONTHS_IN[unit])
    return Resolved("DATE", _of_unit(unit, *moved), "month" if unit == "M" else "")


def _of_unit(unit: str, year: int, month: int) -> str:
    """Write a month, quarter, year, decade or century as TIMEX3 does."""
    if not 1 <= year <= 9999:
        return ""
    written = f"{year:04d}"
    return {
        "M": f"{written}-{month:02d}",
        "Q": f"{written}-Q{(month - 1) // 3 + 1}",
        "Y": written,
        "T": written[:3] + "X",
        "C": written[:2] + "XX",
    }.get(unit, written)


def _to_weekend(base: date, relation: str, situation: Situation) -> int:
    """Return the days to the Saturday meant: of the weekend that has begun last, or of the next one.

    "Last weekend" on a Saturday is the one before; "this weekend" of no tense is the nearest.
    """
    back, ahead = (base.isoweekday() - 6) % 7, (6 - base.isoweekday()) % 7
    if relation == "last":
        return -(back if back > 1 else back + 7)
    nearest = relation == "this" and not situation.tense and ahead < back
    return ahead if situation.tense == "future" or nearest else -back


def _days_unit(unit: str, relation: str, step: int, situation: Situation) -> Resolved:
    base = situation.told if relation in _TOLD and situation.told else situation.today
    if base is None:
        return Resolved("DATE", {"W": "XXXX-WXX", "E": "XXXX-WXX-WE"}.get(unit, UNKNOWN_DAY))
    if unit == "D":
        return dated(days_from(base, step), UNKNOWN_DAY)
    if unit == "E" and relation in ("near", "this", "last"):
        day = days_from(base, _to_weekend(base, relation, situation))
    else:
        day = days_from(base, 7 * step)
    if day is None:
        return Resolved("DATE", "")
    return Resolved("DATE", week_value(day) + ("-WE" if unit == "E" else ""))


def resolve_period(slots: Slots, situation: Situation) -> Resolved | None:
    """ "a year earlier", "the year-ago quarter", "the latest period": by the quarter told last.

    Where no quarter was told, "a year earlier" is the year before, "the quarter" the last whole one.
    """
    shift = int(slots.get("shift", "0"))
    quarter = situation.quarter
    if quarter is None and (slots.get("needs") == "quarter" or situation.quarterly) and situation.month:
        year, month = months_from(*situation.month, -3)
        quarter = (year, (month - 1) // 3 + 1)
    if quarter is not None:
        year = int(slots["year"]) if "year" in slots else quarter[0] + shift
        return Resolved("DATE", f"{year:04d}-Q{quarter[1]}")
    if "year" in slots:
        return Resolved("DATE", slots["year"])
    base = situation.told.year if slots.get("base") == "told" and situation.told else situation.year
    return Resolved("DATE", f"{base + shift:04d}" if base else "XXXX")


def resolve_shift(slots: Slots, situation: Situation) -> Resolved | None:
    """ "two days earlier" (than the last day told), "six weeks ago" (than publication)."""
    sign = -1 if slots["direction"] == "past" else 1
    unit, number = slots["unit"], slots["number"]
    told = slots["base"] == "told"
    base = (situation.told or situation.today) if told else situation.today
    day = situation.told if told else None
    if day is not None and situation.told_month != (day.year, day.month):
        base = None  # a month was told since: "… in May, and *a week later* …"
    if number == "X":
        return Resolved("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if "." in number or (unit.startswith("T") and len(unit) == 2) or int(number) > _LONGEST_SHIFT:
        return Resolved("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    count = sign * int(number)
    if unit in _DAYS_IN:
        day = days_from(base, count * _DAYS_IN[unit]) if base else None
        if (
            told
            and day
            and situation.today
            and day > situation.today
            and situation.tense not in ("future", "present")
        ):
            day = None  # what was, was before the report came out
        if unit in "DN":
            return dated(day, UNKNOWN_DAY)
        return Resolved("DATE", week_value(day) if day else "XXXX-WXX")
    month = (base.year, base.month) if base else situation.month
    if "to_the_day" in slots and base is not None and unit in _MONTHS_IN:
        day = calendar_day(*months_from(base.year, base.month, count * _MONTHS_IN[unit]), base.day)
        if day is not None:
            return dated(day, UNKNOWN_DAY)
    if month is None:
        month = (situation.year, 1) if situation.year and unit in "YTC" else None
    if month is None:
        return Resolved("DATE", "XXXX-XX" if unit == "M" else "XXXX")
    return Resolved(
        "DATE",
        _of_unit(
            "M" if unit == "M" else unit if unit == "Q" else "Y",
            *months_from(*month, count * _MONTHS_IN[unit]),
        ),
    )


def resolve_duration(slots: Slots, _situation: Situation) -> Resolved | None:
    """ "three days", "the past 18 months", "several hours": how long, on no calendar."""
    return Resolved(
        "DURATION",
        length_of(slots.get("number", "X"), slots.get("unit") or slots["units"], slots.get("fraction")),
    )


def length_of(number: str, unit: str, fraction: str | None = None) -> str:
    """Write a length as TIMEX3 does: "P3M", "PT5H30M", "PXY"."""
    clock = unit.startswith("T") and len(unit) == 2
    if number.endswith(".5") or fraction:
        whole = number.removesuffix(".5")
        if unit == "TH":
            return f"PT{whole}H30M" if whole != "0" else "PT30M"
        if unit == "Y":
            return f"P{whole}Y6M"
        number = f"{whole}.5"
    if unit == "F" and number.isdigit():
        return f"P{2 * int(number)}W"
    if unit == "N":
        unit = "D"
    letters = {"T": "DE", "C": "C", "L": "ML", "F": "W"}
    return f"PT{number}{unit[1]}" if clock else f"P{number}{letters.get(unit, unit)}"


def resolve_habit(slots: Slots, _situation: Situation) -> Resolved | None:
    """ "every day", "each Thursday", "Tuesday nights", "annually": how often."""
    if "weekday" in slots:
        part = slots.get("part", "")
        return Resolved("SET", f"XXXX-WXX-{slots['weekday']}" + (f"T{part}" if part else ""))
    if "month" in slots:
        return Resolved("SET", f"XXXX-{int(slots['month']):02d}")
    if "season" in slots:
        return Resolved("SET", f"XXXX-{slots['season']}")
    return Resolved("SET", length_of(slots.get("number", "1"), slots["unit"]))


def resolve_reference(slots: Slots, _situation: Situation) -> Resolved | None:
    """ "now", "recently", "the future": they point, and say no day."""
    return Resolved("DATE", slots["value"])


def resolve_nothing(_slots: Slots, _situation: Situation) -> Resolved | None:
    """Words that look like a time and are none ("6-year-old"): the match takes them from other patterns."""
    return None
