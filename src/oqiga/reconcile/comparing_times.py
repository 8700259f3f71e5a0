"""When two sketches are: days told, days named in the text, publication, days of the week."""

from __future__ import annotations

from datetime import date

from oqiga.codebook.hours_told import CLOCK
from oqiga.reconcile.comparison import Comparison, scored
from oqiga.reconcile.kinship import akin, is_response, lasts, weight
from oqiga.reconcile.long_past import SOON
from oqiga.reconcile.sketch import Sketch
from oqiga.reconcile.told_days import dated, day_before, days_before, next_to, same_day, told_of

YEAR = 365
"""Days by which who tells of something long past may be mistaken: "the 2017 attack" for one of 2016."""
_WEEK = 7
_MONTH = 31
_PURSUED = 90
"""Days after an attack in which a report on those caught for it may tell it without its day."""
_NEXT_DAY = 1
_FOLLOWS = 3
"""Days within which an operation or arrests follow an attack."""


def times_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare when two sketches are."""
    if left.exact and right.exact:
        return _two_days(left, right)
    found = [each for each in (_named_day(left, right), _recalled_day(left, right)) if each is not None]
    return max([*found, _roughly(left, right)], key=lambda part: part.score)


def year_mistaken(left: Sketch, right: Sketch, times: Comparison) -> bool:
    """Tell whether two days may be one told under another year, by a report on something long past."""
    if (
        not (left.exact and right.exact)
        or not (left.late or right.late)
        or times.score > weight("time", "apart")
    ):
        return False
    return abs(abs((left.first or 0) - (right.first or 0)) - YEAR) <= _NEXT_DAY


def _roughly(left: Sketch, right: Sketch) -> Comparison:
    """Compare times of which one is not told to the day."""
    if left.first is not None and right.first is not None:
        return _two_periods(left, right)
    dated, other = (left, right) if left.first is not None else (right, left)
    if dated.first is not None:
        return _day_and_publication(dated, other)
    if left.background or right.background:
        return scored("time", "unknown", None, None, "one recalls without a day")
    if left.published is None or right.published is None:
        return _unpublished(left, right)
    if left.late or right.late:
        return scored("time", "unknown", None, None, "one is about something long past")
    gap = abs(left.published - right.published)
    near = "published_near" if left.mourns or right.mourns else "published_together"
    kinds = ((near, 1), ("published_near", 3), ("published_apart", 7))
    kind = next((name for name, days in kinds if gap <= days), "apart")
    later = left if left.published > right.published else right
    kind = "followed_up" if kind == "apart" and later.caught and gap <= _PURSUED else kind
    return scored("time", kind, left.published, right.published, f"they came out {gap} days apart")


def _unpublished(left: Sketch, right: Sketch) -> Comparison:
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
    if (weekdays := (_weekday(left), _weekday(right))) and None not in weekdays:
        if weekdays[0] != weekdays[1] and not _one_night(left, right, weekdays):
            return scored("time", "other_weekday", *weekdays, "each names another day of the week")
        if weekdays[0] != weekdays[1]:
            return scored("time", "undated", *weekdays, "the night between two days of the week")
        return scored("time", "same_weekday", *weekdays, "both name the same day of the week")
    kind = "undated" if akin(left.types[0], right.types[0]) else "unknown"
    return scored("time", kind, None, None, "neither the day nor the publication of both is known")


def hours_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare the hours of the day that they tell, where nothing tells on which day one of them was."""
    mine, theirs = set(left.hours), set(right.hours)
    one, other = (", ".join(map(str, sorted(each))) for each in (mine, theirs))
    if not mine or not theirs or (left.timed and right.timed) or left.background != right.background:
        return Comparison("hour", 0.0, one, other, "hours that tell nothing")
    if not mine & theirs:
        return scored("hour", "other", one, other, "at other hours of the day")
    if max(len(mine), len(theirs)) <= CLOCK:
        return scored("hour", "same", one, other, "at the same hour")
    return Comparison("hour", 0.0, one, other, "at hours that may be the same")


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
    if any(0 <= gap <= _FOLLOWS for gap in gaps):
        return scored(
            "time", "written_near", *values, "written on the other's day of the year, or within days of it"
        )
    if min(abs(gap) for gap in gaps) > _MONTH:
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
    return not (held and gaps and min(map(abs, gaps)) > _MONTH)


def _out_on_named_day(one: Sketch, other: Sketch) -> bool:
    """Tell whether a report that names no day came out on a day that the other names, or on the next."""
    out = other.published
    if one.published is not None or out is None or other.background or other.late or other.told:
        return False
    days = (day_before(day, out) for day in one.told)
    return other.first is None and any(day is not None and 0 <= out - day <= 1 for day in days)


def _one_night(left: Sketch, right: Sketch, weekdays: tuple[int | None, int | None]) -> bool:
    """Tell whether two days of the week are next to each other, and one report tells of a night."""
    one, other = (day or 0 for day in weekdays)
    return (one - other) % _WEEK in (1, _WEEK - 1) and (left.night or right.night)


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


def _named_day(left: Sketch, right: Sketch) -> Comparison | None:
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


def _of_other_years(day: str, left: Sketch, right: Sketch) -> bool:
    """Tell whether a day of the calendar is of two years: a Sunday here, and a Saturday there."""
    mine, theirs = (_weekdays_of(day[-5:], each) for each in (left, right))
    return bool(mine and theirs) and not mine & theirs


def _weekdays_of(day: str, sketch: Sketch) -> set[int]:
    """Return the days of the week on which a sketch has a day of the calendar, by its year or beside it."""
    beside = {int(each[-1]) for each in sketch.told_weekdays if each[:-2] == day}
    years = [dated(each) for each in _days_named(sketch) if each[-5:] == day]
    return beside or {date.fromordinal(each).isoweekday() for each in years if each is not None}


def _recalled_day(left: Sketch, right: Sketch) -> Comparison | None:
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


def _came_out_after(sketch: Sketch, day: int) -> bool:
    """Tell whether an account without a day came out within days after one."""
    undated = sketch.first is None and not sketch.background and sketch.published is not None
    return undated and 0 <= (sketch.published or 0) - day <= _FOLLOWS


def _two_days(left: Sketch, right: Sketch) -> Comparison:
    one, other = left.first or 0, right.first or 0
    if one == other:
        return scored("time", "same_day", one, other, "the same day")
    gap = abs(one - other)
    if gap <= _FOLLOWS and _follows(left, right):
        return scored("time", "follows", one, other, f"what one tells of follows the other by {gap} days")
    earlier, later = (left, right) if one < other else (right, left)
    if gap == 1 and ((earlier.night and not later.night) or later.eve):
        return scored("time", "one_night", one, other, "the night between the two days")
    if gap == 1 and any(map(lasts, {*left.types, *right.types})):
        return scored("time", "lasting", one, other, "what lasts into the next day")
    if one in right.days or other in left.days:
        return scored("time", "other_day_told", one, other, "one also tells the other's day")
    beside = "next_day_counted" if left.counted or right.counted else "next_day"
    return scored("time", beside if gap == 1 else "apart", one, other, f"{gap} days apart")


def _follows(left: Sketch, right: Sketch) -> bool:
    """Tell whether one only tells of a response (an operation, arrests) on a later day than the act."""
    earlier, later = (left, right) if (left.first or 0) < (right.first or 0) else (right, left)
    return is_response(later.types[0]) and not is_response(earlier.types[0])


def _two_periods(left: Sketch, right: Sketch) -> Comparison:
    start = max(left.first or 0, right.first or 0)
    end = min(left.last or 0, right.last or 0)
    values = (f"{left.first}-{left.last}", f"{right.first}-{right.last}")
    if start > end:
        kind = "next_day" if start - end == 1 else "apart"
        return scored("time", kind, *values, f"the periods are {start - end} days apart")
    if (left.first, left.last) == (right.first, right.last):
        return scored("time", "same_period", *values, "the same period")
    longest = max((each.last or 0) - (each.first or 0) for each in (left, right))
    kind = "within_period" if longest <= _MONTH else "within_year"
    return scored("time", kind, *values, "the periods overlap")


def _day_and_publication(dated: Sketch, other: Sketch) -> Comparison:
    first, last = dated.first or 0, dated.last or 0
    if other.background:
        return scored("time", "unknown", first, None, "one recalls without a day")
    if other.published is None:
        return _unpublished(dated, other)
    if other.late:
        return scored("time", "unknown", first, None, "one is about something long past")
    values = (first, f"published {other.published}")
    after = other.published - first + (1 if dated.eve else 0)
    why = f"one came out {after} days after the other's day"
    if after == -1 and dated.published is not None and first - dated.published == _NEXT_DAY:
        why = "both came out on the day before, as outlets far west date what is new"
        return scored("time", "soon_published", *values, why)
    if after == -1 and dated.counted:
        return scored("time", "next_day_counted", *values, "one came out the day before the other's today")
    if after < 0:
        return scored("time", "apart", *values, "one came out before the day of the other")
    gap = max(0, other.published - last)
    if last - first > _WEEK and gap <= _FOLLOWS:
        kind = "within_period" if last - first <= _MONTH else "within_year"
        return scored("time", kind, *values, "one came out in the month or year of the other")
    if gap > _NEXT_DAY and first == last and first in other.recalled and not is_response(other.types[0]):
        return scored("time", "recalled_apart", *values, f"{why}, and recalls it beside its story")
    if gap <= _FOLLOWS and other.told and not any(same_day(day, told_of(first)) for day in other.told):
        return scored("time", "names_another", *values, f"{why}, and names another day")
    kinds = (("fits_publication", 1), ("soon_published", 3), ("week_published", 7), ("near_publication", 14))
    kind = next((name for name, days in kinds if gap <= days), "apart")
    kind = "followed_up" if kind == "apart" and other.caught and gap <= _PURSUED else kind
    return scored("time", kind, *values, why)
