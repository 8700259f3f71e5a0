"""The days and hours that the claims of a report put one incident on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oqiga.codebook.hours_told import CLOCK, hours_in
from oqiga.codebook.when_told import still_going, weekdays_in
from oqiga.model.claims import Claim, Event, Measure, Toll, When
from oqiga.model.moments import day_of, earliest, latest
from oqiga.model.terms import EventType, TimePrecision
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.kinship import is_response
from oqiga.reconcile.page import Page
from oqiga.reconcile.portrait import begun, time_of_tolls
from oqiga.reconcile.told_days import told_at

_FRESH = 14
"""Days before publication in which the incident that a report is about mostly lies."""
_UNKNOWN = 1_000_000
_LEADING = 3
"""Events of a report whose days of the week are its story's: later ones may tell of something else."""
_SUNDAY = 7
"""As ISO numbers the days of a week; as many days as one has."""
_EVENING = 20
"""The hour from which a day goes over into the next."""


def period(times: Sequence[When], published: int | None) -> tuple[int | None, int | None]:
    """Return the days of the first time that tells a day, else of the first that tells anything.

    published: of what a report is about, the days shortly before it came out are taken before others.
    """
    known = [when for when in times if when.start is not None]
    exact = [when for when in known if days(when)]
    fresh = [when for when in exact if published and -_FRESH <= days(when)[0] - published <= 0]
    for when in (*_begun(fresh), *exact, *sorted(known, key=length)):
        if when.start is not None:
            end = when.end or when.start
            first, last = earliest(when.start).toordinal(), latest(end).toordinal()
            first = day_of(when.start) or first
            last = day_of(end) or last
            return first, max(first, last, _week_that_ends(when, last, published))
    return None, None


def _week_that_ends(when: When, last: int, published: int | None) -> int:
    """Return the last day that "last week" may mean on a Sunday, on which for many the week is over.

    last: of the week before that of publication, as weeks that begin on Monday are counted.
    """
    sunday = published is not None and date.fromordinal(published).isoweekday() == _SUNDAY
    past = when.precision is TimePrecision.WEEK and published is not None and published - last == _SUNDAY
    return published - 1 if published is not None and sunday and past else last


def spelled_first(times: Sequence[When], acts: Sequence[Event]) -> list[When]:
    """Put a day that the report spells out («в субботу, 19 марта») before one that it only counts to.

    «Накануне» of what is retold a day later is not the day before that: a day beside the one spelled out.
    """
    counted = next((day for when in times for day in days(when)), None)
    if counted is None or any(_spelled(when) for when in times if counted in days(when)):
        return list(times)
    told = (event.time for event in acts if not is_response(event.type.value) and _spelled(event.time))
    beside = (when for when in told if any(abs(day - counted) == 1 for day in days(when)))
    return [*(each for each in (next(beside, None),) if each is not None), *times]


def only_counted(day: int | None, times: Sequence[When]) -> bool:
    """Tell whether a day is told by no date and no day of the week, only as "today" or "last night"."""
    told = [when.text for when in times if when.text and day in days(when)]
    return bool(told) and not any(told_at(each) or weekdays_in(each) for each in told)


def _spelled(when: When) -> bool:
    return bool(told_at(when.text or ""))


def _begun(fresh: Sequence[When]) -> list[When]:
    """Put the day or hour before a mere part of the next day first: "overnight" began the evening before.

    What names its day of the week, as "on Thursday night", began on it.
    """
    part = bool(fresh) and fresh[0].precision is TimePrecision.PART_OF_DAY
    if not part or weekdays_in(fresh[0].text or ""):
        return list(fresh)
    before = [each for each in fresh if each.precision is not TimePrecision.PART_OF_DAY]
    eve = [each for each in before if days(each)[0] == days(fresh[0])[0] - 1]
    return [*eve, *fresh]


def length(when: When) -> int:
    """Return how many days a time may lie in; the most for one that is not known."""
    if when.start is None:
        return _UNKNOWN
    return (latest(when.end or when.start) - earliest(when.start)).days


def is_late(when: When) -> bool:
    """Tell whether a time is an hour of the evening or night, which the next day may be told for."""
    hour = (when.start or "")[11:13]
    return hour.isdigit() and int(hour) >= _EVENING


def weekday(telling: Sequence[Event]) -> int | None:
    """Return the day of the week that the first events name, None for none or several."""
    named = (weekdays_in(event.quote) for event in telling[:_LEADING])
    first: frozenset[int] = next((each for each in named if each), frozenset())
    return next(iter(first)) if len(first) == 1 else None


def hours(telling: Sequence[Event]) -> tuple[int, ...]:
    """Return the hours of the day that the first events may mean: of clocks, else of its parts."""
    told = [found for event in telling[:_LEADING] if (found := hours_in(event.quote))]
    narrow = [found for found in told if len(found) <= CLOCK]
    return tuple(sorted(frozenset[int]().union(*(narrow or told))))


def days(when: When) -> tuple[int, ...]:
    """Return the one day (ordinal) that a time tells, none where it tells a week, a month or less."""
    fine = when.precision not in (
        TimePrecision.WEEK,
        TimePrecision.MONTH,
        TimePrecision.YEAR,
        TimePrecision.UNKNOWN,
    )
    day = day_of(when.start) if when.start and fine else None
    end = day_of(when.end) if when.end else day
    return (day,) if day is not None and end == day else ()


def telling_when(chosen: Sequence[Event], acts: Sequence[Event]) -> list[Event]:
    """Return the events by whose time the incident is dated."""
    dated = [event for event in chosen if event.time.start]
    return dated or [event for event in _started(acts) if not is_response(event.type.value)]


def times_of(
    page: Page, telling: Sequence[Event], acts: Sequence[Event], claims: Sequence[Claim]
) -> Sequence[When]:
    """Return the times that date the incident, the surest first."""
    if not acts:
        tolls = [Evidence(claim, page.header) for claim in claims if isinstance(claim, Toll)]
        ordered = [Evidence(claim, page.header) for claim in claims if isinstance(claim, Measure)]
        return [time_of_tolls(tolls) if tolls else begun(ordered)]
    own = [event.time for event in telling if not page.in_dateline(event.time.span)]
    times = [when for when in own if not page.elsewhen(when.span)]
    if not any(days(when) for when in times):
        begun_then = [each for each in _started(acts) if days(each.time)]
        others = [each.time for each in begun_then if not is_response(each.type.value)]
        times = [*(each for each in others if not page.elsewhen(each.span)), *sorted(times, key=length)]
    return spelled_first(times, [event for event in acts if not page.elsewhen(event.time.span)])


def _started(acts: Sequence[Event]) -> Sequence[Event]:
    return [event for event in acts if not _goes_on(event)] or acts


def _goes_on(event: Event) -> bool:
    """Tell whether shots only go on, so that their day is not that on which it began."""
    return event.type is EventType.GUNFIRE and still_going(event.quote)
