"""When two sketches are, of which one tells no day: by the days, nights and weekdays that the texts name."""

from __future__ import annotations

from datetime import date

from oqiga.reconcile.comparison import Comparison, scored
from oqiga.reconcile.kinship import akin
from oqiga.reconcile.long_past import SOON
from oqiga.reconcile.sketch import Sketch
from oqiga.reconcile.told_days import dated, day_before, days_before, next_to, same_day, told_of

MONTH = 31
FOLLOWS = 3
"""Days within which an operation or arrests follow an attack, and reports on it come out."""
WEEK = 7


def named_day(left: Sketch, right: Sketch) -> Comparison | None:
    """Compare by a day of the calendar that the text of one names and the other tells, or both name."""
    if left.background or right.background:
        return None
    shared = [
        day
        for day in _days_named(left)
        if any(same_day(day, other) for other in _days_named(right)) and not _of_other_years(day, left, right)
    ]
    if not shared:
        return None
    return scored("time", "named_day", shared[0], shared[0], "both name the same day")


def recalled_day(left: Sketch, right: Sketch) -> Comparison | None:
    """Compare an account without a day, late after what it recalls, with what happened on that day."""
    for one, other in ((left, right), (right, left)):
        if one.background or one.first is not None:
            continue
        for day in one.recalled:
            late = one.published is None or one.published - day > SOON
            fits = day == other.first if other.exact else _came_out_after(other, day)
            if late and fits:
                why = "one, out long after, recalls the other's day"
                return scored("time", "recalled_day", day, other.first or other.published, why)
    return None


def unpublished(left: Sketch, right: Sketch) -> Comparison:
    """Compare what tells no day where publication does not help either: by the days that the texts name."""
    mine, theirs = _days_named(left), _days_named(right)
    if any(next_to(one, other) for one in mine for other in theirs):
        kind = "named_night" if left.night or right.night else "next_day_named"
        return scored("time", kind, mine, theirs, "each names a day, next to the other's")
    if (written := _written_near(left, right)) is not None:
        return written
    if feasts := set(left.feasts) & set(right.feasts):
        shared = ", ".join(sorted(feasts))
        return scored("time", "same_feast", shared, shared, "both name the same feast")
    if mine and theirs and not _of_a_trial(left, right):
        return scored("time", "other_day_named", mine, theirs, "each names a day, and not the same")
    if _out_on_named_day(left, right) or _out_on_named_day(right, left):
        return scored("time", "named_published", mine, theirs, "one names the day that the other came out on")
    if _out_at_another_time(left, right) or _out_at_another_time(right, left):
        return scored("time", "written_apart", mine, theirs, "one came out at another time of the year")
    if (weekdays := (_weekday(left), _weekday(right))) and None not in weekdays:
        if weekdays[0] != weekdays[1] and not _one_night(left, right, weekdays):
            return scored("time", "other_weekday", *weekdays, "each names another day of the week")
        if weekdays[0] != weekdays[1]:
            return scored("time", "undated", *weekdays, "the night between two days of the week")
        return scored("time", "same_weekday", *weekdays, "both name the same day of the week")
    kind = "undated" if akin(left.types[0], right.types[0]) else "unknown"
    return scored("time", kind, None, None, "neither the day nor the publication of both is known")


def _written_near(left: Sketch, right: Sketch) -> Comparison | None:
    """Compare by the day of the year that a dateline names: what it tells was then, or within days before."""
    if any(each.late or each.recalled for each in (left, right)) or not (left.written or right.written):
        return None
    gaps = [
        gap
        for one, other in ((left, right), (right, left))
        for day in _days_named(other)
        if one.written is not None and (gap := days_before(day, one.written)) is not None
    ]
    if left.written is not None and right.written is not None:
        gaps.append(abs(days_before(left.written, right.written) or 0))
    if not gaps:
        return None
    values = (left.written, right.written)
    if any(0 <= gap <= FOLLOWS for gap in gaps):
        return scored(
            "time", "written_near", *values, "written on the other's day of the year, or within days of it"
        )
    if min(abs(gap) for gap in gaps) > MONTH:
        return scored("time", "written_apart", *values, "written at another time of the year")
    return None


def _of_a_trial(left: Sketch, right: Sketch) -> bool:
    """Tell whether the days that one names may be those of a trial or a memorial.

    A memorial on the day itself names days about that of the attack, which is at no other time of the year.
    """
    if not any(each.late and not each.exact for each in (left, right)):
        return False
    held = (left.commemorates or not left.late) and (right.commemorates or not right.late)
    gaps = [
        gap
        for one in _days_named(left)
        for other in _days_named(right)
        if (gap := days_before(one, other)) is not None
    ]
    return not (held and gaps and min(map(abs, gaps)) > MONTH)


def _out_on_named_day(one: Sketch, other: Sketch) -> bool:
    """Tell whether a report that names no day came out on a day that the other names, or on the next."""
    out = other.published
    if one.published is not None or out is None or other.background or other.late or other.told:
        return False
    days = (day_before(day, out) for day in one.told[:1])
    return other.first is None and any(day is not None and 0 <= out - day <= 1 for day in days)


def _out_at_another_time(one: Sketch, other: Sketch) -> bool:
    """Tell whether all days that a report names are far from the day of the year that the other came out on.

    The other tells no day, so that its story is new; neither looks back.
    """
    looks_back = any(each.background or each.late or each.recalled for each in (one, other))
    if looks_back or one.first is not None or not one.told or other.first is not None or other.told:
        return False
    out = None if one.published is not None or other.published is None else told_of(other.published)
    gaps = [days_before(day, out) for day in one.told] if out is not None else []
    return bool(gaps) and all(gap is not None and abs(gap) > MONTH for gap in gaps)


def _one_night(left: Sketch, right: Sketch, weekdays: tuple[int | None, int | None]) -> bool:
    """Tell whether two days of the week are next to each other, and one report tells of a night."""
    one, other = (day or 0 for day in weekdays)
    return (one - other) % WEEK in (1, WEEK - 1) and (left.night or right.night)


def _weekday(sketch: Sketch) -> int | None:
    """Return the day of the week that a sketch is of, 1 (Monday) to 7; None when it does not tell."""
    if sketch.exact and sketch.first:
        return date.fromordinal(sketch.first).isoweekday()
    named = dated(sketch.told[0]) if len(sketch.told) == 1 else None
    if sketch.weekday is None and named is not None:
        return date.fromordinal(named).isoweekday()
    return sketch.weekday


def _days_named(sketch: Sketch) -> tuple[str, ...]:
    """Return the days that a sketch names; of an anniversary that names none those so many years before."""
    if sketch.exact and sketch.first:
        return (told_of(sketch.first),)
    if sketch.commemorates and sketch.first is None and not sketch.told:
        return tuple(map(told_of, sketch.recalled))
    return sketch.told


def _of_other_years(day: str, left: Sketch, right: Sketch) -> bool:
    """Tell whether a day of the calendar is of two years: a Sunday here, and a Saturday there."""
    mine, theirs = (_weekdays_of(day[-5:], each) for each in (left, right))
    return bool(mine and theirs) and not mine & theirs


def _weekdays_of(day: str, sketch: Sketch) -> set[int]:
    """Return the days of the week on which a sketch has a day of the calendar, by its year or beside it."""
    beside = {int(each[-1]) for each in sketch.told_weekdays if each[:-2] == day}
    years = [dated(each) for each in _days_named(sketch) if each[-5:] == day]
    return beside or {date.fromordinal(each).isoweekday() for each in years if each is not None}


def _came_out_after(sketch: Sketch, day: int) -> bool:
    """Tell whether an account without a day came out within days after one."""
    undated = sketch.first is None and not sketch.background and sketch.published is not None
    return undated and 0 <= (sketch.published or 0) - day <= FOLLOWS
