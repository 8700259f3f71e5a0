"""Resolving names of the calendar: days, months, years, quarters, seasons, feasts.

Each function takes the slots of a match and the situation, and returns None when the words make no date.
"""

from __future__ import annotations

from datetime import date

from oqiga.locate.times.moments import (
    calendar_day,
    days_from,
    easter,
    months_from,
    week_value,
    weekday_of_month,
)
from oqiga.locate.times.situation import (
    STORY_DAYS,
    Resolved,
    Situation,
    Slots,
    Tense,
    dated,
    fixed_year,
    nearest_month,
    weight,
)

FIRST_YEAR, LAST_YEAR = 1400, 2199
"""Numbers outside are taken for no year of the news."""


def resolve_date(slots: Slots, situation: Situation) -> Resolved | None:
    """ "June 5, 2010", "18 July": without a year, the nearest such day that fits tense and weekday.

    Where that is not near and the text names that day or month of one year elsewhere, it is of that year.
    `of_year`: the relation is that of a year («27 февраля прошлого года»), not of the day ("last June 5").
    """
    month, day = int(slots["month"]), int(slots["day"])
    if "year" in slots or ("of_year" in slots and situation.year is not None):
        year = fixed_year(slots, situation)
        found = calendar_day(year, month, day) if year is not None else None
        return dated(found, "") if found else None
    if calendar_day(2000, month, day) is None:
        return None
    if slots.get("relation") in ("last", "previous") and situation.today:
        before = situation.today.year - ((month, day) >= (situation.today.month, situation.today.day))
        return dated(calendar_day(before, month, day), "")
    found = _nearest_day(month, day, situation, slots.get("named"))
    near = (
        found is not None
        and situation.today is not None
        and abs((found - situation.today).days) <= STORY_DAYS
    )
    if not near and (year := _year_named(month, day, situation)):
        found = calendar_day(year, month, day)
    return dated(found, f"XXXX-{month:02d}-{day:02d}")


def _year_named(month: int, day: int, situation: Situation) -> int:
    """Return the year with which the text names a day, or its month ("of November 2019"), 0 for none."""
    year = situation.years.get((month, day))
    return situation.years.get((month, 0), 0) if year is None and situation.today is not None else year or 0


def _nearest_day(month: int, day: int, situation: Situation, weekday: str | None) -> date | None:
    if situation.today is None:
        year = nearest_month(month, situation)
        return calendar_day(year, month, day) if year else None
    today = situation.today
    years = range(max(today.year - 1, 1), min(today.year + 1, 9999) + 1)
    days = [found for year in years if (found := calendar_day(year, month, day))]
    if weekday is not None:
        days = [found for found in days if found.isoweekday() == int(weekday)] or days
    return min(days, key=lambda found: _distance(found, today, situation.tense), default=None)


def _distance(found: date, today: date, tense: Tense) -> int:
    days = (found - today).days
    return abs(days) * weight(tense, days)


def resolve_week_of(slots: Slots, situation: Situation) -> Resolved | None:
    """ "the week of March 6": the week that holds the day."""
    found = resolve_date(slots, situation)
    if found is None or found.day is None:
        return Resolved("DATE", "XXXX-WXX") if found else None
    return Resolved("DATE", week_value(found.day))


def resolve_numeric(slots: Slots, _situation: Situation) -> Resolved | None:
    """ "18/07/2016": resolved only when one reading is possible, or when both name the same day."""
    left, right, year = int(slots["left"]), int(slots["right"]), int(slots["year"])
    order = slots.get("order", "")
    readings = {calendar_day(year, right, left), calendar_day(year, left, right)} - {None}
    if order == "dmy":
        readings = {calendar_day(year, right, left)} - {None}
    if not readings:
        return None
    return dated(readings.pop(), "") if len(readings) == 1 else Resolved("DATE", f"{year:04d}-XX-XX", "")


def resolve_date_range(slots: Slots, situation: Situation) -> Resolved | None:
    """ "May 5 to 9", "June 5-6, 2016", "2010-2012": a value with both ends."""
    if "first_year" in slots:
        first_year, last_year = slots["first_year"], slots["year"]
        return Resolved("DATE", f"{first_year}/{last_year}") if int(first_year) < int(last_year) else None
    last = resolve_date(
        {**slots, "day": slots["last_day"], "month": slots.get("last_month", slots["month"])}, situation
    )
    if last is None or (last.day is None and "year" in slots):
        return None
    if last.day is None:
        return Resolved("DATE", "")
    first = calendar_day(last.day.year, int(slots["month"]), int(slots["day"]))
    if first and first > last.day and "last_month" in slots:
        first = calendar_day(last.day.year - 1, int(slots["month"]), int(slots["day"]))
    if first is None or first >= last.day:
        return None
    return Resolved("DATE", f"{first.isoformat()}/{last.day.isoformat()}")


def resolve_month(slots: Slots, situation: Situation) -> Resolved | None:
    """ "June 2010", "last June", "in January": without a year, the nearest that fits the tense."""
    month = int(slots["month"])
    named = "year" in slots or "of_year" in slots
    year = fixed_year(slots, situation) if named else _year_of_month(month, slots, situation)
    if year is None:
        return Resolved("DATE", f"XXXX-{month:02d}", "month")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Resolved("DATE", f"{year:04d}-{month:02d}", "month")


def _year_of_month(month: int, slots: Slots, situation: Situation) -> int | None:
    relation = slots.get("relation")
    if relation == "this":
        return situation.year
    if relation in ("last", "previous", "next", "following") and situation.month:
        now_year, now = situation.month
        ahead = (month - now) % 12
        step = (ahead or 12) if relation in ("next", "following") else ahead - 12
        return months_from(now_year, now, step)[0]
    return nearest_month(month, situation)


def resolve_year(slots: Slots, _situation: Situation) -> Resolved | None:
    """ "2011"."""
    year = int(slots["year"])
    return Resolved("DATE", f"{year:04d}") if FIRST_YEAR <= year <= LAST_YEAR else None


def resolve_spelled_year(slots: Slots, _situation: Situation) -> Resolved | None:
    """ "nineteen seventy-nine", "the year two thousand"."""
    number = slots["spelled"]
    least, most = int(slots.get("least", FIRST_YEAR)), int(slots.get("most", LAST_YEAR))
    return Resolved("DATE", number) if least <= int(number) <= most else None


def resolve_decade(slots: Slots, _situation: Situation) -> Resolved | None:
    """ "the 1990s", "the '80s", "the nineties"."""
    year = slots["year"]
    return Resolved("DATE", year[:3] + "X") if year.endswith("0") else None


def resolve_century(slots: Slots, _situation: Situation) -> Resolved | None:
    """ "the 20th century": its first two digits."""
    ordinal = slots["ordinal"]
    if not ordinal.isdigit() or not 2 <= int(ordinal) <= 22:
        return None
    return Resolved("DATE", f"{int(ordinal) - 1:02d}XX")


def resolve_quarter(slots: Slots, situation: Situation) -> Resolved | None:
    """ "the third quarter", "the first quarter of 1990": without a year the last, in the future the next."""
    number = int(slots["ordinal"])
    if not 1 <= number <= 4:
        return None
    year = fixed_year(slots, situation)
    if year is None and situation.month:
        now_year, now = situation.month
        current = (now - 1) // 3 + 1
        year = now_year
        if situation.tense == "future" and number < current - 1:
            year += 1
        elif situation.tense != "future" and number > current:
            year -= 1
    if year is None:
        return Resolved("DATE", f"XXXX-Q{number}")
    if int(slots.get("shift", "0")) == 0:
        situation.quarter = (year, number)
    return Resolved("DATE", f"{year:04d}-Q{number}")


def resolve_half(slots: Slots, situation: Situation) -> Resolved | None:
    """ "the first half of 1990"; without a year nothing is said."""
    number, year = int(slots["ordinal"]), fixed_year(slots, situation)
    if number > 2 or year is None:
        return None
    return Resolved("DATE", f"{year:04d}-H{number}")


def resolve_season(slots: Slots, situation: Situation) -> Resolved | None:
    """ "last fall", "the summer of 1994"; winter is named by the year in which it begins."""
    season = slots["season"]
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[season]
    relation = slots.get("relation", "")
    if "year" in slots:
        year: int | None = int(slots["year"])
    elif relation in ("last", "previous") and situation.month:
        now_year, now = situation.month
        year = now_year if now >= middle + (0 if season == "WI" else 2) else now_year - 1
    elif relation in ("next", "following") and situation.month:
        now_year, now = situation.month
        year = now_year if now < middle - 1 else now_year + 1
    elif relation == "this":
        year = situation.year
    else:
        year = nearest_month(middle, situation)
    return Resolved("DATE", f"{year:04d}-{season}" if year else f"XXXX-{season}")


def resolve_holiday(slots: Slots, situation: Situation) -> Resolved | None:
    """ "Thanksgiving", "last Easter", "Christmas 1998": feasts whose rule the lexicon gives."""
    if situation.year is None and "year" not in slots:
        return Resolved("DATE", "XXXX-XX-XX")
    if "year" in slots:
        return dated(_feast(slots["holiday"], int(slots["year"])), "")
    year = situation.year or 0
    days = [
        found
        for each in (year - 1, year, year + 1)
        if 0 < each < 9999 and (found := _feast(slots["holiday"], each))
    ]
    today = situation.today
    if today is None or not days:
        return Resolved("DATE", "XXXX-XX-XX")
    relation = slots.get("relation", "")
    if relation in ("last", "previous"):
        days = [found for found in days if found < today]
    elif relation in ("next", "following"):
        days = [found for found in days if found > today]
    elif relation == "this":
        days = [found for found in days if found.year == today.year]
    return dated(min(days, key=lambda found: _distance(found, today, situation.tense), default=None), "")


def _feast(rule: str, year: int) -> date | None:
    if rule.startswith("easter"):
        return date.fromordinal(easter(year).toordinal() + int(rule.removeprefix("easter")))
    named, _, later = rule.partition("+")
    numbers = [int(each) for each in named.split("-")]
    if len(numbers) == 3:
        return days_from(weekday_of_month(year, *numbers), int(later or 0))
    return calendar_day(year, *numbers)
