"""The day of the incident that a report on a shooting tells of, among all the days that it names.

A day that an event is tied to, or a verb of its coming about, is likelier than one on which somebody spoke or
was charged; a clock beside a day tells of the event; what stands earlier is likelier.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.evaluate.kits.shootings_people import settling_words, words_of
from oqiga.locate.mentions import TimeMention
from oqiga.locate.times import single_day
from oqiga.model.claims import Claim, Event
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import EventType, TimePrecision
from oqiga.read.context import Context

_OLDEST = 1500
"""Days before publication beyond which a day is never the incident's."""
_CLOCK = frozenset({TimePrecision.MINUTE, TimePrecision.HOUR})
_STEPS = 6
"""How far above an expression of time its verb may stand."""


def date_of(claims: Sequence[Claim], context: Context) -> str | None:
    """Return the likeliest day, that of publication where none is told, None where nothing is known."""
    if context.report.published is None:
        return None
    published = datetime.date.fromisoformat(context.report.published[:10])
    judged: list[tuple[float, str]] = []
    for mention in context.times:
        day = single_day(mention)
        if day is not None and 0 <= (published - day).days <= _OLDEST:
            points = settling_words()["day_points"]
            place = points["later"] * len(judged) if judged else points["first"]
            judged.append((_points(mention, claims, context) + place, day.isoformat()))
    return max(judged, key=lambda each: each[0])[1] if judged else published.isoformat()


def _points(mention: TimeMention, claims: Sequence[Claim], context: Context) -> float:
    """Return how likely the day of one expression is the day of the incident."""
    points: Mapping[str, float] = settling_words()["day_points"]
    kinds = _tied_to(mention, claims)
    governed = _governed_by(mention, context.document)
    kinds += [kind for kind in governed if kind == "happened" or "event" not in kinds]
    if mention.when is not None and mention.when.precision in _CLOCK and _names_day(mention):
        kinds.append("clock")
    return sum(points[kind] for kind in kinds)


def _names_day(mention: TimeMention) -> bool:
    """Tell whether an expression names its day beside the clock: "9 p.m. Sunday", not "about 9 p.m."."""
    words = (word.lower() for word in words_of(mention.text))
    return any(word[:1].isalpha() and word not in settling_words()["clock_words"] for word in words)


def _tied_to(mention: TimeMention, claims: Sequence[Claim]) -> list[str]:
    """Return what kinds of event a mention gives the time of; arrests say nothing of the day."""
    found = {
        "background" if claim.background else "event"
        for claim in claims
        if isinstance(claim, Event) and claim.type is not EventType.ARREST
        if claim.time is not None and claim.time.span is not None and claim.time.span.overlaps(mention.span)
    }
    return sorted(found)


def _governed_by(mention: TimeMention, document: Document) -> list[str]:
    """Return what the verb, or the noun, above an expression of time tells of."""
    words: Mapping[str, Any] = settling_words()
    above = _above(mention, document)
    verb = next((token.lemma for token in above if token.pos in ("VERB", "AUX")), "")
    kinds = [kind for kind in ("happened", "told", "proceedings") if verb in words[kind]]
    noun = above[0] if above and above[0].pos == "NOUN" else None
    return [*kinds, "happened"] if noun is not None and noun.lemma in words["happenings"] else kinds


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
