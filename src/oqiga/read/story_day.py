"""The day of what a report is about: of its first attack, of the one an arrest answers, of publication."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from oqiga.codebook.when_told import years_after
from oqiga.model.claims import Event, When
from oqiga.model.syntax import Token
from oqiga.model.terms import BY_AUTHORITIES, TimePrecision
from oqiga.read.calendar_days import STORY_DAYS, first_day
from oqiga.read.context import Context
from oqiga.read.follow_ups import day_followed_up, is_another

LEAD_SENTENCES = 3
"""Sentences at the top that only a date of their own can make background."""
YEARS = (TimePrecision.MONTH, TimePrecision.YEAR)
_SHORTEST = 28
"""Days that every month has."""
_EVER = 36_500
"""Days, of a century."""


def day_of_story(
    context: Context, events: Sequence[Event], near_days: int, trials: Callable[[Token], bool]
) -> date | None:
    """Return the day of the first event when it is dated, else that of publication, else of any event.

    Of several days in its sentence the last ("the bombing of *January 30* was fresh when *on Friday* …").
    A lead that tells of something some weeks old makes that the story: the earliest such day counts. The
    story behind an arrest is the attack it answers, that behind a trial the one attack told with its day.
    trials: whether a word tells that somebody is held to account.
    """
    published = first_day(context.report.published)
    day = _first_told(context, events)
    if day is not None and events[0].type not in BY_AUTHORITIES:
        return day
    leading = [
        led
        for position, each in enumerate(events)
        if (led := _led_with(context, each)) is not None and not (position and is_another(context, each))
    ]
    known = day or published
    if known is not None and leading and 0 <= (known - min(leading)).days <= STORY_DAYS:
        return min(leading)
    if day is not None:
        return _answered(events, day, near_days) or day
    if published is not None:
        tried = _opens_with(context, trials) and bool(events) and events[0].type not in BY_AUTHORITIES
        answered = _answered(events, published, near_days, _EVER) if tried else None
        return answered or day_followed_up(context, events, published) or _looked_back_to(context, published)
    finer = (each for each in events if each.time.precision not in YEARS)
    return next((day for each in finer if (day := first_day(each.time.start))), None)


def _looked_back_to(context: Context, published: date) -> date:
    """Return the day, so many years ago, of what a report looks back on: "*A year after* the attack"."""
    for told in (context.report.title or "", context.report.text):
        for years in years_after(told)[:1]:
            return published.replace(year=published.year - years, day=min(published.day, _SHORTEST))
    return published


def _first_told(context: Context, events: Sequence[Event]) -> date | None:
    """Return the day of the first event, the last of those of attacks in its sentence."""
    if not events or (day := first_day(events[0].time.start)) is None:
        return None
    sentence = context.sentence_at(events[0].span.start)
    beside = [
        other
        for event in events
        if event.type not in BY_AUTHORITIES
        and event.time.precision.of_one_day
        and context.sentence_at(event.span.start) == sentence
        and (other := first_day(event.time.start)) is not None
    ]
    return max([day, *beside])


def _opens_with(context: Context, trials: Callable[[Token], bool]) -> bool:
    sentences = context.document.sentences[:LEAD_SENTENCES]
    return any(trials(token) for each in sentences for token in context.document.tokens_of(each))


def _answered(events: Sequence[Event], answer: date, near_days: int, oldest: int = STORY_DAYS) -> date | None:
    """Return the day, told further down, of the attack that an arrest or a trial at the top answers.

    Only where it is the one such day, and no attack near the answer is told of. A trial is of the one month
    too, where no day is told.
    """
    acts = [each for each in events if each.type not in BY_AUTHORITIES and each.time.start]
    told = [each for each in acts if each.time.precision.of_one_day] or (
        [each for each in acts if each.time.precision is TimePrecision.MONTH] if oldest == _EVER else []
    )
    days = {
        day
        for each in told
        if (day := first_day(each.time.start)) is not None and (answer - day).days <= oldest
    }
    near = any((answer - day).days <= near_days for day in days)
    return next(iter(days)) if len(days) == 1 and not near else None


def _led_with(context: Context, event: Event) -> date | None:
    """Return the day of an attack told at the top, None for other events."""
    sentence = context.sentence_at(event.span.start)
    top = sentence is not None and sentence.index <= LEAD_SENTENCES
    when = event.time if event.time.start else _right_before(context, event)
    exact = when.precision in (TimePrecision.DAY, TimePrecision.PART_OF_DAY)
    return first_day(when.start) if top and exact and event.type not in BY_AUTHORITIES else None


def _right_before(context: Context, event: Event) -> When:
    """Return the time whose words stand right before those of an event ("the *Easter Sunday* blasts")."""
    beside = (each for each in context.times if each.span.end + 1 == event.span.start)
    return next((each.when for each in beside if each.when is not None), When())
