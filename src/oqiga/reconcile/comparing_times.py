"""When two sketches are: days told, days named in the text, publication, days of the week."""

from __future__ import annotations

from oqiga.codebook.hours_told import CLOCK
from oqiga.reconcile.comparing_undated import FOLLOWS, MONTH, WEEK, named_day, recalled_day, unpublished
from oqiga.reconcile.comparison import Comparison, scored
from oqiga.reconcile.kinship import is_response, lasts, weight
from oqiga.reconcile.sketch import Sketch
from oqiga.reconcile.told_days import same_day, told_of

YEAR = 365
"""Days by which who tells of something long past may be mistaken: "the 2017 attack" for one of 2016."""
_PURSUED = 90
"""Days after an attack in which a report on those caught for it may tell it without its day."""
_NEXT_DAY = 1


def times_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare when two sketches are."""
    if left.exact and right.exact:
        return _two_days(left, right)
    found = [each for each in (named_day(left, right), recalled_day(left, right)) if each is not None]
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
        return unpublished(left, right)
    if left.late or right.late:
        return scored("time", "unknown", None, None, "one is about something long past")
    gap = abs(left.published - right.published)
    near = "published_near" if left.mourns or right.mourns else "published_together"
    kinds = ((near, 1), ("published_near", 3), ("published_apart", 7))
    kind = next((name for name, days in kinds if gap <= days), "apart")
    later = left if left.published > right.published else right
    kind = "followed_up" if kind == "apart" and later.caught and gap <= _PURSUED else kind
    return scored("time", kind, left.published, right.published, f"they came out {gap} days apart")


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


def _two_days(left: Sketch, right: Sketch) -> Comparison:
    one, other = left.first or 0, right.first or 0
    if one == other:
        return scored("time", "same_day", one, other, "the same day")
    gap = abs(one - other)
    if gap <= FOLLOWS and _follows(left, right):
        return scored("time", "follows", one, other, f"what one tells of follows the other by {gap} days")
    if one_night(left, right):
        return scored("time", "one_night", one, other, "the night between the two days")
    if gap == 1 and any(map(lasts, {*left.types, *right.types})):
        return scored("time", "lasting", one, other, "what lasts into the next day")
    if one in right.days or other in left.days:
        return scored("time", "other_day_told", one, other, "one also tells the other's day")
    beside = "next_day_counted" if left.counted or right.counted else "next_day"
    return scored("time", beside if gap == 1 else "apart", one, other, f"{gap} days apart")


def one_night(left: Sketch, right: Sketch) -> bool:
    """Tell whether two days are next to each other, and the night between them is told under either."""
    earlier, later = sorted((left, right), key=lambda each: each.first or 0)
    between = (earlier.night and not later.night) or later.eve
    return between and (later.first or 0) - (earlier.first or 0) == _NEXT_DAY


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
    kind = "within_period" if longest <= MONTH else "within_year"
    return scored("time", kind, *values, "the periods overlap")


def _day_and_publication(dated: Sketch, other: Sketch) -> Comparison:
    first, last = dated.first or 0, dated.last or 0
    if other.background:
        return scored("time", "unknown", first, None, "one recalls without a day")
    if other.published is None:
        return unpublished(dated, other)
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
    if last - first > WEEK and gap <= FOLLOWS:
        kind = "within_period" if last - first <= MONTH else "within_year"
        return scored("time", kind, *values, "one came out in the month or year of the other")
    if gap > _NEXT_DAY and first == last and first in other.recalled and not is_response(other.types[0]):
        return scored("time", "recalled_apart", *values, f"{why}, and recalls it beside its story")
    if gap <= FOLLOWS and other.told and not any(same_day(day, told_of(first)) for day in other.told):
        return scored("time", "names_another", *values, f"{why}, and names another day")
    kinds = (("fits_publication", 1), ("soon_published", 3), ("week_published", 7), ("near_publication", 14))
    kind = next((name for name, days in kinds if gap <= days), "apart")
    kind = "followed_up" if kind == "apart" and other.caught and gap <= _PURSUED else kind
    return scored("time", kind, *values, why)
