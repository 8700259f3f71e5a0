"""Levels of alert: which level is named, and its rank on the country's scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from oqiga.codebook.scales import is_own_name, level_words, ranked
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import MeasureType
from oqiga.read.context import Context
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.where import main_country
from oqiga.read.measures.lexicon import MeasureLexicon
from oqiga.read.phrases import Match, Phrases, words_of

_QUOTES = frozenset({'"', "“", "«", "'", "‘", "„"})
NEAR = 14
"""Tokens between the word the clause turns on and the word for the level."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level as written; rank (1 is the lowest) and name of the scale where the country's is known."""

    written: str
    rank: int | None
    scale: str | None


@lru_cache(maxsize=8)
def _words(language: str) -> Phrases[str]:
    return words_of(level_words(language))


def level_of(context: Context, lexicon: MeasureLexicon, hit: Hit[MeasureType], span: Span) -> Level | None:
    """Return the level a clause names, the one it ends at when it tells a change; None when it names none.

    Where the words of the measure hold a level themselves ("the red level …, the yellow …"), it is theirs,
    unless they are told to go over to another.
    """
    document, trigger = context.document, hit.trigger
    sentence = document.sentence_of(trigger)
    first, last = max(sentence.first, trigger.index - NEAR), min(sentence.last, trigger.index + NEAR)
    own = _step(context, lexicon, hit.match.first, hit.match.last)
    named = _general(context, lexicon, hit, hit.match.first, hit.match.last) if hit.met is None else None
    near = _step(context, lexicon, first, last)
    if near is not None and named is not None and not _told_as_level(document, near, lexicon):
        near = None
    if near is not None and _is_reached(document, near, lexicon):
        own = near  # «красный уровень снижен до жёлтого»
    match = own or near or named or _general(context, lexicon, hit, first, last)
    if match is None:
        return None
    written = document.span_of(document.tokens[match.first], document.tokens[match.last - 1]).of(
        document.text
    )
    country = _country(context, span)
    found = ranked(match.value, language=document.language, country=country) if country else None
    if found is None:
        return Level(written, None, None)
    return Level(written, found.level.rank, found.scale.name)


def _general(
    context: Context, lexicon: MeasureLexicon, hit: Hit[MeasureType], first: int, last: int
) -> Match[str] | None:
    """Return a name of a level that is on no scale; the bare noun only where it is the measure itself."""
    own = range(hit.match.first, hit.match.last) if hit.met is None else range(0)
    found = [
        match
        for match in lexicon.levels.found(context.document, first, last)
        if match.length > 1
        or match.first in own
        or not lexicon.level_nouns.has(context.document.tokens[match.first])
    ]
    return max(found, key=lambda each: each.length, default=None)


def _step(context: Context, lexicon: MeasureLexicon, first: int, last: int) -> Match[str] | None:
    """Return the step of a scale that stands near a noun for levels; the one in quotation marks first.

    A number names a step only where no word does and it belongs to no time ("on *5* June").
    """
    document = context.document
    if not any(lexicon.level_nouns.has(token) for token in document.tokens[first:last]):
        return None
    general = lexicon.levels.found(document, first, last)
    steps = [
        match
        for match in _words(document.language).found(document, first, last)
        if not _left(document, match.first, lexicon)
        and not any(other.first <= match.first < other.last for other in general)
        and not _in_time(context, document.tokens[match.first])
        and not (_is_number(document.tokens[match.first]) and not _counts_a_level(document, match, lexicon))
    ]
    reached = [match for match in steps if _is_reached(document, match, lexicon)]
    worded = [match for match in steps if not _is_number(document.tokens[match.first])]
    steps = worded or steps
    quoted = [match for match in steps if document.tokens[match.first - 1].lower in _QUOTES]
    country = main_country(context) or ""
    named = [  # «критический, красный уровень»
        match for match in steps if is_own_name(match.value, language=document.language, country=country)
    ]
    return next(iter(reached or quoted or named or steps), None)


def _is_reached(document: Document, match: Match[str], lexicon: MeasureLexicon) -> bool:
    """Tell whether a step is the one a change ends at: "lowered *to* yellow"."""
    return match.first > 0 and document.tokens[match.first - 1].lower in lexicon.level_to


def _told_as_level(document: Document, match: Match[str], lexicon: MeasureLexicon) -> bool:
    """Tell whether a step is set off by marks or is what is reached: it tells more than "high alert"."""
    quoted = match.first > 0 and document.tokens[match.first - 1].lower in _QUOTES
    return quoted or _is_reached(document, match, lexicon)


def _counts_a_level(document: Document, match: Match[str], lexicon: MeasureLexicon) -> bool:
    """Tell whether a number stands with the noun it counts: "level *4*", "alert to *three*"."""
    before = document.tokens[max(0, match.first - 1) : match.first]
    behind = document.tokens[match.last : match.last + 1]
    beside = any(lexicon.level_nouns.has(token) for token in (*before, *behind))
    return beside or any(token.lower in lexicon.level_to for token in before)


def _is_number(token: Token) -> bool:
    return token.pos == "NUM" or token.text.isdigit()


def _in_time(context: Context, token: Token) -> bool:
    return _is_number(token) and any(mention.span.covers(token.span) for mention in context.times)


def _left(document: Document, index: int, lexicon: MeasureLexicon) -> bool:
    """Tell whether the level is the one left behind ("*from* severe to critical")."""
    before = {token.lower for token in document.tokens[max(0, index - 2) : index]}
    return bool(before & lexicon.level_from)


def _country(context: Context, span: Span) -> str | None:
    named = [mention.place.country for mention in context.places_in(span) if mention.place.country]
    return named[0] if named else main_country(context)
