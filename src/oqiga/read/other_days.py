"""Other days than the story's in a report of unknown publication, where no time can be set on a calendar."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from oqiga.codebook.when_told import weekdays_in
from oqiga.locate.mentions import TimeMention
from oqiga.model.claims import Claim, Event, Toll
from oqiga.model.terms import BY_AUTHORITIES, HARM
from oqiga.read.context import Context

_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_MONTH = re.compile(r"XXXX-(\d\d)")
_DATED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LATELY = re.compile(r"XXXX-WXX-(\d|WE)|XXXX-XX-XX(T.*)?")
"""A day of the week, a weekend, an hour, "this morning": of days shortly before a report came out."""
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_STRETCH = re.compile(r"XXXX-XX|XXXX-WXX")
_WEEKEND = "XXXX-WXX-WE"
_ABOUT_WEEKENDS = frozenset({5, 6, 7, 1})
"""Days of the week on which an attack may be told to be of a weekend."""
_OPENING = 2
"""Words at the start of a sentence within which it names the story ("*The attack* took place on …")."""
_BESIDE = 2
"""Words beside a month or week in which it is told to be an earlier part of it."""
_SEVERAL = 3
"""The least count that, told again, is of the story: two attacks with one or two dead are told alike."""
_MONTH_DAYS, _YEAR_DAYS = 30.4, 365


def of_other_days(
    context: Context,
    claims: Sequence[Claim],
    lead: int,
    near_days: int,
    earlier: Collection[str],
    names: Collection[str] = (),
) -> set[str]:
    """Return ids of claims of another day than the attack that the top of an undated report dates.

    "On Wednesday" at the top is no attack "in October" further down, "13 марта" none of «17 февраля», and
    "on Tuesday" none "earlier this month". lead: sentences of the top. near_days: between days that may still
    be of one story. earlier: words at a month or week that lies before the story, though that is in it.
    names: of the story as a subject («*это* случилось 5 июня»): what is told so near the top is its own day.
    """
    if context.report.published is not None:
        return set()
    leading = [each for each in claims if isinstance(each, Event) and _leads(context, each, lead)]
    dated = ((each, time) for each in leading if (time := context.time_of(each)) is not None)
    story, told = next(dated, (next(iter(leading), None), _weekday_told(context, lead)))
    if story is None or told is None:
        return set()
    again = _sentences_that_count_again(context, claims, lead)
    return {
        claim.id
        for claim in claims
        if isinstance(claim, Event | Toll) and claim.span.start >= story.span.end
        if not _tells_when_it_was(context, claim, lead, names)
        if _index(context, claim) not in again
        if (time := _time_of(context, claim)) is not None
        and (_apart(told.value, time.value, near_days) or _part_before(context, told, time, earlier))
    }


def _tells_when_it_was(context: Context, claim: Claim, lead: int, names: Collection[str]) -> bool:
    """Tell whether a sentence right behind the top says of the story itself when it was."""
    sentence = context.sentence_at(claim.span.start)
    if sentence is None or sentence.index > lead:
        return False
    opening = context.document.tokens_of(sentence)[:_OPENING]
    subjects = (token for token in opening if token.dep.startswith("nsubj"))
    return any(token.lemma in names or token.lower in names for token in subjects)


def _sentences_that_count_again(context: Context, claims: Sequence[Claim], lead: int) -> set[int]:
    """Return the sentences with a count of several dead or hurt that the top of the report has, too."""
    counts = [
        (_index(context, each), (each.outcome, each.group, each.low))
        for each in claims
        if isinstance(each, Toll) and each.outcome in HARM and each.low >= _SEVERAL
    ]
    tops = {count for index, count in counts if index < lead}
    return {index for index, count in counts if index >= lead and count in tops}


def _index(context: Context, claim: Claim) -> int:
    sentence = context.sentence_at(claim.span.start)
    return -1 if sentence is None else sentence.index


def _leads(context: Context, event: Event, lead: int) -> bool:
    if event.type in BY_AUTHORITIES:
        return False
    sentence = context.sentence_at(event.span.start)
    return sentence is not None and sentence.index < lead


def _weekday_told(context: Context, lead: int) -> TimeMention | None:
    """Return the first day of the week named at the top, whatever is told of it: "police said *Tuesday*"."""
    sentences = context.document.sentences[:lead]
    end = sentences[-1].span.end if sentences else 0
    return next(
        (each for each in context.times if each.span.end <= end and _WEEKDAY.fullmatch(each.value)), None
    )


def _time_of(context: Context, claim: Claim) -> TimeMention | None:
    """Return the time of an event, or the one time in the sentence of a toll."""
    if isinstance(claim, Event):
        return context.time_of(claim)
    sentence = context.sentence_at(claim.span.start)
    times = context.times_in(sentence.span) if sentence is not None else ()
    dates = [each for each in times if each.type in ("DATE", "TIME")]
    return dates[0] if len(dates) == 1 else None


def _apart(story: str, other: str, near_days: int) -> bool:
    """Tell whether a value of time (TIMEX3) is of another day than the story's."""
    lately = _LATELY.fullmatch(story) is not None
    if _DATED.fullmatch(other):
        return lately
    mine, theirs = _DAY.fullmatch(story), _DAY.fullmatch(other)
    if mine and theirs:
        gap = (_in_year(mine[1], mine[2]) - _in_year(theirs[1], theirs[2])) % _YEAR_DAYS
        return near_days < gap < _YEAR_DAYS / 2  # days, not months, behind the story are of what came of it
    month = _MONTH.fullmatch(other) or theirs
    return month is not None and (lately or (mine is not None and mine[1] != month[1]))


def _part_before(context: Context, story: TimeMention, other: TimeMention, earlier: Collection[str]) -> bool:
    """Tell whether a time is of an earlier part of a month, week or weekend than the day of the story."""
    if other.value == _WEEKEND:
        days = weekdays_in(story.text)
        if not days or days & _ABOUT_WEEKENDS:
            return False
    elif not _STRETCH.fullmatch(other.value):
        return False
    tokens = context.document.tokens
    inside = [token.index for token in context.tokens_in(other.span)]
    near = tokens[max(0, inside[0] - _BESIDE) : inside[-1] + 1 + _BESIDE] if inside else ()
    return any(token.lower in earlier for token in near)


def _in_year(month: str, day: str) -> float:
    return int(month) * _MONTH_DAYS + int(day)
