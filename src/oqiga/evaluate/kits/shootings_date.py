"""The day of the incident that a report on a shooting tells of, among all the days that it names.

Every expression of time weighs for its day by how it names it, by the verb above it and by what its sentence
tells of: a day of guns, or of what happened, is likelier than one on which somebody spoke or was charged.
The day that most weight lies on is the answer.
"""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from oqiga.evaluate.kits.shootings_people import settling_words, words_of
from oqiga.locate.mentions import TimeMention
from oqiga.locate.times import single_day
from oqiga.model.claims import Claim, Event
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import EventType, TimePrecision
from oqiga.read.context import Context

_OLDEST = 1500
"""Days before publication beyond which a day is never the incident's."""
_SOON = 2
"""Days before publication in which a report of an arrest may be of the incident's own day."""
_CLOCK = frozenset({TimePrecision.MINUTE, TimePrecision.HOUR})
_STEPS = 6
"""How far above an expression of time its verb may stand."""
_OPENING = 2
"""Sentences that tell what a report is about."""
_MONTH = 3
"""Letters that tell the name of a month."""


def date_of(claims: Sequence[Claim], context: Context) -> str | None:
    """Return the likeliest day, None where the day of publication is not known."""
    if context.report.published is None:
        return None
    published = datetime.date.fromisoformat(context.report.published[:10])
    points: Mapping[str, float] = settling_words()["day_points"]
    weights: dict[str, float] = defaultdict(float)
    weights[published.isoformat()] = math.exp(points["published"])
    first = True
    answers = _opens_with(context.document, settling_words()["proceedings"])
    for mention in context.times:
        day = single_day(mention)
        if day is None or not 0 <= (published - day).days <= _OLDEST:
            continue
        kinds = [*_kinds(mention, claims, context), *(["first"] if first else [])]
        if answers and (published - day).days >= _SOON:
            kinds.append("answered")
        weights[day.isoformat()] += math.exp(sum(points[kind] for kind in kinds))
        first = False
    return max(weights, key=lambda day: weights[day])


def _kinds(mention: TimeMention, claims: Sequence[Claim], context: Context) -> Iterator[str]:
    """Yield what speaks for and against the day of one expression; the keys of `day_points`."""
    document = context.document
    yield from _named(mention)
    yield from _tied_to(mention, claims)
    yield from _governed_by(mention, document)
    at = next((each for each in document.sentences if each.span.covers(mention.span)), None)
    if at is not None:
        guns = settling_words()["guns"]
        if _words_in(document, at) & set(guns):
            yield "guns"
        following = document.sentences[at.index + 1 : at.index + 2]
        if any(_words_in(document, each) & set(guns) for each in following):
            yield "guns_next"


def _named(mention: TimeMention) -> Iterator[str]:
    """Yield how an expression names its day: by a date, a day of the week, a part of it, "today"."""
    lists = settling_words()
    words = {word.lower() for word in words_of(mention.text)}
    clock = mention.when is not None and mention.when.precision in _CLOCK
    if clock and any(word[:1].isalpha() and word not in lists["clock_words"] for word in words):
        yield "clock"  # beside its day: "9 p.m. Sunday", not "about 9 p.m."
    if any(word[:_MONTH] in lists["months"] for word in words):
        yield "dated"
    for kind in ("weekdays", "parts", "today", "overnight"):
        if words & set(lists[kind]):
            yield kind


def _tied_to(mention: TimeMention, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield "background" for the time of an earlier attack alone; arrests say nothing of the day."""
    found = {
        claim.background
        for claim in claims
        if isinstance(claim, Event) and claim.type is not EventType.ARREST
        if claim.time is not None and claim.time.span is not None and claim.time.span.overlaps(mention.span)
    }
    if found == {True}:
        yield "background"


def _governed_by(mention: TimeMention, document: Document) -> Iterator[str]:
    """Yield what the verb, or the noun, above an expression of time tells of.

    Who spoke is told behind the verb ("said Monday"); in front of it stands when it happened.
    """
    words: Mapping[str, Any] = settling_words()
    above = _above(mention, document)
    verb = next((token for token in above if token.pos in ("VERB", "AUX")), None)
    if verb is not None and verb.lemma in words["happened"]:
        guilty = any(child.lower in words["guilty"] for child in document.children(verb))
        yield "proceedings" if guilty else "happened"
    elif above and above[0].pos == "NOUN" and above[0].lemma in words["happenings"]:
        yield "happened"
    if verb is not None and verb.lemma in words["told"] and verb.span.end <= mention.span.start:
        yield "told"
    if verb is not None and verb.lemma in words["proceedings"]:
        yield "proceedings"


def _opens_with(document: Document, lemmas: Collection[str]) -> bool:
    """Tell whether the opening of a report speaks of one of these."""
    return any(
        token.lemma in lemmas
        for sentence in document.sentences[:_OPENING]
        for token in document.tokens_of(sentence)
    )


def _words_in(document: Document, sentence: Sentence) -> set[str]:
    return {token.lower for token in document.tokens_of(sentence)}


def _above(mention: TimeMention, document: Document) -> list[Token]:
    """Return the tokens above an expression of time, the nearest first."""
    inside = [token for token in document.tokens if mention.span.covers(token.span)]
    indexes = {token.index for token in inside}
    token = next((each for each in inside if each.head not in indexes or each.head == each.index), None)
    found: list[Token] = []
    while token is not None and token.head != token.index and len(found) < _STEPS:
        token = document.tokens[token.head]
        found.append(token)
    return found
