"""Two attacks that one report tells of on neighbouring days: a church on Sunday, a police post on Monday."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.codebook.targets import kinds_in
from oqiga.codebook.when_told import names_night, tells_eve, weekdays_in
from oqiga.model.claims import Event, When
from oqiga.model.moments import day_of
from oqiga.model.terms import BY_AUTHORITIES

_EVENING, _MORNING = 20, 6
"""Hours between which a night lies, which may be told under either of two days."""


def on_another_day(event: Event, others: Sequence[Event], told: Sequence[Event] = ()) -> bool:
    """Tell whether an event is of another day than others and hits other kinds of sites.

    By their dates, else by the days of the week that they name. A day apart is too little by itself: nights
    belong to two days, and reports confuse them. told: all events of the report, of which those at the sites
    of the others date them where they are not dated themselves.
    """
    own = kinds_in(event.quote)
    known = {kind for other in others for kind in kinds_in(other.quote)}
    if not own or not known or own & known or _by_night(event):
        return False
    dated = [other for other in others if _days_differ(event.time, other.time) is not None]
    if not dated:
        sites = ((other, kinds_in(other.quote)) for other in told)
        at_theirs = [other for other, kinds in sites if kinds & known and not kinds & own]
        dated = [other for other in at_theirs if _days_differ(event.time, other.time) is not None]
    return bool(dated) and all(
        _days_differ(event.time, other.time) and not _by_night(other) for other in dated
    )


def told_beside(event: Event, other: Event) -> bool:
    """Tell whether two events of one sentence have a day each: "*Monday's* attack and one *on Sunday*"."""
    apart = _days_differ(event.time, other.time)
    return bool(apart) and not (_by_night(event) or _by_night(other))


def of_days_before(events: Sequence[Event], story: Event | None) -> set[str]:
    """Return ids of what was on a day before the story's, and is told behind it: "*On Sunday* a bomb at …".

    events: of one report. story: the event that its top tells.
    """
    day = day_of(story.time.start) if story is not None and story.time.start is not None else None
    if story is None or day is None or not story.time.precision.of_one_day:
        return set()
    return {
        event.id
        for event in events
        if event.span.start >= story.span.end
        and event.type not in BY_AUTHORITIES
        and on_another_day(event, [story])
        and (own := day_of(event.time.start or "")) is not None
        and own < day
    }


def _days_differ(one: When, other: When) -> bool | None:
    """Tell whether two times name different days, None when either names none."""
    if one.start is not None and other.start is not None:
        if not (_of_one_day(one) and _of_one_day(other)):
            return None
        return day_of(one.start) != day_of(other.start)
    mine, theirs = weekdays_in(one.text or ""), weekdays_in(other.text or "")
    return mine != theirs if mine and theirs else None


def _of_one_day(when: When) -> bool:
    """Tell whether a time is of one day, and not of two ("on 5 and 6 June"); a night may end on the next."""
    first, last = when.start or "", when.end or when.start or ""
    return when.precision.of_one_day and (len(last) > len("2001-01-01") or day_of(first) == day_of(last))


def _by_night(event: Event) -> bool:
    hour = (event.time.start or "")[11:13]
    late = hour.isdigit() and not _MORNING <= int(hour) < _EVENING
    return late or names_night(event.time.text or "") or tells_eve(event.quote)
