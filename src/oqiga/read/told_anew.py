"""Attacks of an earlier day that a report brings in as new: "On Monday *a bomb* killed eight in …"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from oqiga.codebook.when_told import names_night, weekdays_in
from oqiga.locate.mentions import TimeMention
from oqiga.model.claims import Claim, Event, Toll
from oqiga.model.syntax import Sentence, Token
from oqiga.model.terms import HARM, EventType, PlacePrecision, Stage
from oqiga.read.blows import BLOWS
from oqiga.read.calendar_days import first_day
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.frames.clauses import subject_of
from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases, words_of
from oqiga.read.sites import site_nouns

_BLOWS = BLOWS | {EventType.SHELLING, EventType.AIR_STRIKE}
_WEEK = 7
_TOWNS = frozenset({PlacePrecision.CITY, PlacePrecision.DISTRICT})


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the calendar, or of the week where nothing tells when the report came out."""

    date: date | None
    weekday: int | None
    night: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """definite: in front of what was told before. separate: what begins another happening."""

    definite: frozenset[str]
    separate: Phrases[str]


@lru_cache(maxsize=8)
def _words(pack: LanguagePack) -> _Words:
    loaded = pack.lexicon("background")
    return _Words(frozenset(loaded.get("definite", ())), words_of(loaded.get("separate", ())))


def told_anew(
    context: Context,
    claims: Sequence[Claim],
    lexicon: EventLexicon,
    lead: int,
    near_days: int,
) -> set[str]:
    """Return ids of attacks of an earlier day than the one the top of a report dates, and of whom they hit.

    Only those told as new, whose doers or victims no word makes known ones, or that lie in another town.
    A language without words in front of what was told before ("the") finds nothing. Where the top dates only
    what was said, a word must say that it is another happening. lead: sentences of the top.
    """
    words = _words(context.pack)
    events = [claim for claim in claims if isinstance(claim, Event)]
    anchor = next((each for each in events if each.type in _BLOWS and each.stage is Stage.ACCOMPLISHED), None)
    top = context.sentence_at(anchor.span.start) if anchor is not None else None
    if not words.definite or anchor is None or top is None or top.index >= lead:
        return set()
    if _tells_several(context, anchor, lexicon):
        return set()
    fresh = _fresh(context, top, claims, near_days)

    def long_before(event: Event, day: _Day) -> bool:
        """Tell whether an attack told as new was long before a story that came about only now."""
        sentence = context.sentence_at(event.span.start)
        if fresh is None or day.date is None or sentence is None or sentence.index <= top.index:
            return False
        old = (fresh - day.date).days > near_days
        return old and _is_new(context, event, sentence, lexicon, words.definite)

    leading = [each for each in events if _index(context, each) < lead]
    days = [(each, day) for each in leading if (day := _day_of(context, each)) is not None]
    own_day = next((day for each, day in days if not long_before(each, day)), None)
    story = own_day or (_Day(fresh, None, night=False) if days and fresh else _first_named(context, lead))
    if story is None:
        return set()
    today = _today(context, story, lead)
    towns = {place.geonames_id for place in anchor.places if place.precision in _TOWNS}
    found: set[str] = set()
    for event in events:
        sentence = context.sentence_at(event.span.start)
        if sentence is None or sentence.index <= top.index or event.type not in _BLOWS:
            continue
        if event.stage is Stage.THREATENED:
            continue
        day = _day_of(context, event)
        if day is None or not _before(day, story, today):
            continue
        if (
            own_day is None
            and not long_before(event, day)
            and words.separate.search(context.document.tokens, sentence.first, sentence.last) is None
        ):
            continue  # the attack of the story itself may be of that day
        if own_day is None and event.type is anchor.type and _hits_known(context, event, top, words.definite):
            continue  # "an attack on a mosque …", and then "gunmen attacked *the mosque* on Friday"
        own = {place.geonames_id for place in event.places if place.precision in _TOWNS}
        if _is_new(context, event, sentence, lexicon, words.definite) or (own and towns and not own & towns):
            found |= {each.id for each in _told_with(context, event, sentence, claims)}
    return found


def _tells_several(context: Context, anchor: Event, lexicon: EventLexicon) -> bool:
    """Tell whether the event at the top is several attacks, of which the report then tells one by one."""
    return any(
        word.type in _BLOWS and word.manner == "nouns"
        for token in context.tokens_in(anchor.span)
        if token.pos == "NOUN" and "Number=Plur" in token.feats
        for word in lexicon.triggers.meanings(token)
    )


def _fresh(context: Context, top: Sentence, claims: Sequence[Claim], near_days: int) -> date | None:
    """Return the day of publication where the story's sentence counts the harmed and names a near day."""
    if not any(
        isinstance(each, Toll) and each.outcome in HARM and top.span.covers(each.span) for each in claims
    ):
        return None
    published = first_day(context.report.published)
    named = (first_day(each.when.start) for each in context.times_in(top.span) if each.when is not None)
    near = published is not None and any(day and 0 <= (published - day).days <= near_days for day in named)
    return published if near else None


def _index(context: Context, event: Event) -> int:
    sentence = context.sentence_at(event.span.start)
    return sentence.index if sentence is not None else 0


def _first_named(context: Context, lead: int) -> _Day | None:
    """Return the earliest day that the top of a dated report names, of whatever is told there."""
    sentences = context.document.sentences[:lead]
    end = sentences[-1].span.end if sentences else 0
    named = (day for each in context.times if each.span.end <= end and (day := _day(each)) is not None)
    dates = [(day.date, day) for day in named if day.date is not None]
    return min(dates, key=lambda each: each[0])[1] if dates else None


def _day_of(context: Context, event: Event) -> _Day | None:
    """Return the one day that an event is told to be of."""
    mention = context.time_of(event)
    return _day(mention) if mention is not None else None


def _day(mention: TimeMention) -> _Day | None:
    night = names_night(mention.text)
    when = mention.when
    if when is not None and when.start is not None:
        return _Day(first_day(when.start), None, night) if when.precision.of_one_day else None
    days = weekdays_in(mention.text)
    return _Day(None, min(days), night) if len(days) == 1 else None


def _today(context: Context, story: _Day, lead: int) -> int | None:
    """Return the day of the week on which a report of unknown publication seems to have come out.

    Of the days named at its top, that from which all the others lie back the least.
    """
    if story.weekday is None:
        return None
    end = context.document.sentences[min(lead, len(context.document.sentences)) - 1].span.end
    named = {
        day.weekday
        for day in (_day(each) for each in context.times if each.span.end <= end)
        if day is not None and day.weekday is not None
    } | {story.weekday}
    return min(sorted(named), key=lambda day: max(_back(day, other) for other in named))


def _back(today: int, day: int) -> int:
    return (today - day) % _WEEK


def _before(day: _Day, story: _Day, today: int | None) -> bool:
    """Tell whether a day lies before that of the story; neighbours at night may be one."""
    if day.date is not None and story.date is not None:
        gap = (story.date - day.date).days
    elif day.weekday is not None and story.weekday is not None and today is not None:
        gap = _back(today, day.weekday) - _back(today, story.weekday)
    else:
        return False
    return gap > 1 or (gap == 1 and not day.night and not story.night)


def _is_new(
    context: Context, event: Event, sentence: Sentence, lexicon: EventLexicon, definite: Collection[str]
) -> bool:
    """Tell whether nobody and nothing that an event turns on was told before: "*a bomb* … killed *eight*"."""
    told = list(_turned_on(context, event, sentence, lexicon))
    return bool(told) and all(_unknown(context, each, definite) for each in told)


def _turned_on(context: Context, event: Event, sentence: Sentence, lexicon: EventLexicon) -> Iterator[Token]:
    """Yield the nouns for an event and the subjects of its verbs."""
    document = context.document
    for token in document.tokens_of(sentence):
        if not event.span.covers(token.span):
            continue
        words = lexicon.triggers.meanings(token)
        if token.pos == "NOUN" and any(word.type is event.type for word in words):
            yield token
        elif token.pos == "VERB" and any(words):
            subject = subject_of(document, token)
            if subject is not None:
                yield subject


def _unknown(context: Context, noun: Token, definite: Collection[str]) -> bool:
    """Tell whether a noun is told as new: no pronoun, no name, nothing definite in front of it."""
    if noun.pos not in ("NOUN", "NUM", "ADJ"):
        return False
    before = context.document.children(noun, "det", "nmod:poss")
    return not any(each.lower in definite or each.pos in ("PRON", "PROPN") for each in before)


def _hits_known(context: Context, event: Event, top: Sentence, definite: Collection[str]) -> bool:
    """Tell whether a site that an event hits was told at the top, and is known now: "*the mosque*"."""
    document, sites = context.document, site_nouns(context.pack)
    told = {token.lemma for token in document.tokens_of(top) if sites.has(token)}
    return any(
        token.lemma in told
        and any(each.lower in definite for each in document.children(token, "det", "nmod:poss"))
        for token in context.tokens_in(event.span)
    )


def _told_with(
    context: Context, event: Event, sentence: Sentence, claims: Sequence[Claim]
) -> Iterator[Claim]:
    """Yield an event, what overlaps it, and what else its sentence tells where that names no other day."""
    days = {day for each in context.times_in(sentence.span) if (day := _day(each)) is not None}
    for claim in claims:
        if isinstance(claim, Event | Toll) and (
            claim.span.overlaps(event.span) or (len(days) == 1 and sentence.span.covers(claim.span))
        ):
            yield claim
