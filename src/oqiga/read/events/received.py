"""The day on which police learnt of an attack, or were called to it: "officers were called on Monday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oqiga.locate.mentions import TimeMention
from oqiga.model.claims import Event
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import BY_AUTHORITIES, Stage
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.frames.clause_spans import clause_span
from oqiga.read.frames.clauses import subject_of
from oqiga.read.frames.when import nearest_time, when_of

_VERB = 3
"""Words beside a report, in which its verb stands."""


def dated_by_reports(context: Context, lexicon: EventLexicon, events: Sequence[Event]) -> tuple[Event, ...]:
    """Give an attack without a day that on which a report of it came in.

    The one of the same sentence, else the last one told, else the next; no other where any attack has a day.
    """
    found = list(events)
    for sentence, mention in _received(context, lexicon):
        number = _meant(found, sentence)
        if number is not None:
            when = when_of(context, mention, lexicon.time_links)
            found[number] = replace(found[number], time=when)
    return tuple(found)


def _received(context: Context, lexicon: EventLexicon) -> Iterator[tuple[Sentence, TimeMention]]:
    """Yield the sentences that tell of a report that came in, or who was called, with the time told there."""
    for sentence in context.document.sentences if lexicon.reached else ():
        for token in context.document.tokens_of(sentence):
            if token.lemma in lexicon.reports and _came_in(context.document, lexicon, sentence, token):
                times = [each for each in context.times_in(sentence.span) if each.when is not None]
                before = [each for each in times if each.span.end <= token.span.start]
                if before:
                    yield sentence, before[0]
                break
            if (time := _called_out(context, lexicon, token)) is not None:
                yield sentence, time
                break


def _came_in(document: Document, lexicon: EventLexicon, sentence: Sentence, report: Token) -> bool:
    """Tell whether a report reached police or rescuers: what a ministry gave out tells of no day."""
    first, last = max(sentence.first, report.index - _VERB), min(sentence.last, report.index + 1 + _VERB)
    near = document.tokens[first:last]
    reached = any(
        each.lemma in lexicon.reached and not lexicon.reached_cases.isdisjoint(each.feats)
        for each in document.tokens[sentence.first : last]
    )
    return reached and any(each.lemma in lexicon.coming_in for each in near)


def _called_out(context: Context, lexicon: EventLexicon, verb: Token) -> TimeMention | None:
    """Return the day on which police or rescuers were called out: "officers *were called* on Monday"."""
    if verb.pos != "VERB" or not lexicon.answering.starts(context.document, verb):
        return None
    subject = subject_of(context.document, verb)
    if subject is None or subject.lemma not in lexicon.reached:
        return None
    time = nearest_time(context, clause_span(context.document, verb), verb, not_behind=lexicon.compare)
    day = time is not None and time.when is not None and time.when.precision.of_one_day
    return time if day else None


def _meant(events: Sequence[Event], sentence: Sentence) -> int | None:
    """Return which event a report that came in is of, None where it may be of another."""
    attacks = [
        (number, each)
        for number, each in enumerate(events)
        if each.type not in BY_AUTHORITIES and each.stage is not Stage.THREATENED
    ]
    own = [pair for pair in attacks if sentence.span.covers(pair[1].span)]
    if own or any(each.time.start for _, each in attacks):
        return next((number for number, each in own if not each.time.start), None)
    before = [number for number, each in attacks if each.span.end <= sentence.span.start]
    behind = [number for number, each in attacks if each.span.start >= sentence.span.end]
    return before[-1] if before else next(iter(behind), None)
