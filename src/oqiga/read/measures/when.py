"""On which day a measure was ordered or done, where its own clause says so."""

from __future__ import annotations

from datetime import timedelta

from oqiga.codebook.when_told import weekdays_in
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import TimePrecision
from oqiga.read.calendar_days import first_day
from oqiga.read.context import Context
from oqiga.read.frames.clauses import chain

_DAY = 10
"""Letters of a day of an ISO date."""
_WEEK = 7


def day_of_deed(context: Context, trigger: Token, span: Span) -> str | None:
    """Return the day that hangs on the words for a measure ("curfew imposed in Osh *on Sunday*").

    A day of something else in the clause ("closed after *Sunday's* attack") is left alone.
    """
    tops = {token.index for token in chain(context.document, trigger)}
    for mention in context.times_in(span):
        when = mention.when
        if when is None or when.start is None or not when.precision.of_one_day:
            continue
        governor = _governor(context, mention.span)
        if governor is not None and governor.index not in tops and _beside(context, governor):
            governor = context.document.head(governor)
        if governor is not None and governor.index in tops:
            return when.start[:10]
    return None


def days_mourned(context: Context, trigger: Token) -> tuple[str, str] | None:
    """Return the first and last day on which a land mourns: "*Sunday* was declared a day of mourning".

    Not the day on which somebody declares it ("declared *on Sunday*", «объявил *в понедельник*»). A day of
    the week is the one nearest to publication: "declared *Friday* a day of mourning", told on a Thursday.
    """
    sentence = context.document.sentence_of(trigger)
    for mention in context.times_in(sentence.span):
        when = mention.when
        if when is None or when.start is None or when.end is None or len(when.start) < _DAY:
            continue
        several = when.start[:_DAY] != when.end[:_DAY]
        cases = {feat for each in context.tokens_in(mention.span) for feat in each.feats}
        bare = when.text == mention.text and "Case=Loc" not in cases and when.precision.of_one_day
        if several and when.precision is TimePrecision.DAY:
            return when.start[:_DAY], when.end[:_DAY]
        if bare and not several:
            day = _nearest(when.start[:_DAY], mention.text, context.report.published)
            return day, day
    return None


def _nearest(day: str, text: str, published: str | None) -> str:
    """Return the day, or where only a day of the week is told the same of the week nearest to publication."""
    found, told = first_day(day), first_day(published)
    if found is None or told is None or not weekdays_in(text) or any(map(str.isdigit, text)):
        return day
    if _WEEK / 2 < (told - found).days < _WEEK:
        found += timedelta(days=_WEEK)
    return found.isoformat()


def _beside(context: Context, token: Token) -> bool:
    """Tell whether the parser may have hung a day on a word beside its verb ("in *Osh* on Sunday")."""
    return bool(context.places_in(token.span)) or token.dep.startswith("nsubj")


def _governor(context: Context, span: Span) -> Token | None:
    """Return the token outside some words that they hang on."""
    for token in context.tokens_in(span):
        head = context.document.head(token)
        if head is not None and not span.covers(head.span) and token.dep != "case":
            return head
    return None
