"""Other days than the story's in a report of unknown publication, where no time can be set on a calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oqiga.locate.mentions import TimeMention
from oqiga.model.claims import Claim, Event, Toll
from oqiga.model.terms import BY_AUTHORITIES
from oqiga.read.context import Context

_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_MONTH = re.compile(r"XXXX-(\d\d)")
_DATED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LATELY = re.compile(r"XXXX-WXX-\d|XXXX-XX-XX(T.*)?")
"""A day of the week, an hour, "this morning": of days shortly before a report came out."""
_MONTH_DAYS, _YEAR_DAYS = 30.4, 365


def of_other_days(context: Context, claims: Sequence[Claim], lead: int, near_days: int) -> set[str]:
    """Return ids of claims of another day than the attack that the top of an undated report dates.

    "On Wednesday" at the top is no attack "in October" further down, "13 марта" none of «17 февраля».
    lead: sentences of the top. near_days: between days that may still be of one story.
    """
    if context.report.published is not None:
        return set()
    story = next((each for each in claims if _leads(context, each, lead)), None)
    told = _own_time(context, story) if isinstance(story, Event) else None
    if story is None or told is None:
        return set()
    return {
        claim.id
        for claim in claims
        if isinstance(claim, Event | Toll) and claim.span.start >= story.span.end
        if (time := _time_of(context, claim)) is not None and _apart(told.value, time.value, near_days)
    }


def _leads(context: Context, claim: Claim, lead: int) -> bool:
    if not isinstance(claim, Event) or claim.type in BY_AUTHORITIES:
        return False
    sentence = context.sentence_at(claim.span.start)
    return sentence is not None and sentence.index < lead and _own_time(context, claim) is not None


def _own_time(context: Context, event: Event) -> TimeMention | None:
    return next(
        (each for each in context.times if event.time.span and event.time.span.covers(each.span)), None
    )


def _time_of(context: Context, claim: Claim) -> TimeMention | None:
    """Return the time of an event, or the one time in the sentence of a toll."""
    if isinstance(claim, Event):
        return _own_time(context, claim)
    sentence = context.sentence_at(claim.span.start)
    times = context.times_in(sentence.span) if sentence is not None else ()
    return times[0] if len(times) == 1 else None


def _apart(story: str, other: str, near_days: int) -> bool:
    """Tell whether a value of time (TIMEX3) is of another day than the story's."""
    lately = _LATELY.fullmatch(story) is not None
    if _DATED.fullmatch(other):
        return lately
    mine, theirs = _DAY.fullmatch(story), _DAY.fullmatch(other)
    if mine and theirs:
        gap = abs(_in_year(mine[1], mine[2]) - _in_year(theirs[1], theirs[2]))
        return min(gap, _YEAR_DAYS - gap) > near_days
    month = _MONTH.fullmatch(other)
    return month is not None and (lately or (mine is not None and mine[1] != month[1]))


def _in_year(month: str, day: str) -> float:
    return int(month) * _MONTH_DAYS + int(day)
