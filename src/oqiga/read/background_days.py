"""Of which day the claims of a report are, and whether that lies before its story."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import chain

from oqiga.locate.mentions import TimeMention
from oqiga.model.claims import Claim, Event, Measure, Toll, When
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import BY_AUTHORITIES, TimePrecision
from oqiga.read.ago import days_ago
from oqiga.read.blows import APART, is_blow, struck_on
from oqiga.read.calendar_days import first_day, last_day
from oqiga.read.context import Context
from oqiga.read.frames.clauses import relative_clause_of
from oqiga.read.frames.when import compared, measured_from
from oqiga.read.phrases import Phrases
from oqiga.read.story_day import YEARS, day_of_story

_LONG = (TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.YEAR)
"""Times that are over before the day of the story are background whole."""
_CLIMB = 6
_BESIDE = 2
"""Words beside a time in which it is told to be an earlier part of it."""


class Days:
    """Tells old claims of one report from those of its story.

    events: in the order of the text. near_days: before the story, beyond which a claim is old. compare: words
    before the time of an earlier thing ("*since* 2008"). earlier: words at a week, month or year that it
    lies before the story though that lies in it too ("*earlier* this month"). since: words before the day on
    which a count begins. trials: whether a word tells of a trial. lives: verbs that tell a life.
    """

    def __init__(
        self,
        context: Context,
        events: Sequence[Event],
        near_days: int,
        compare: Collection[str],
        earlier: Collection[str] = (),
        since: Collection[str] = (),
        trials: Callable[[Token], bool] = lambda _: False,
        lives: Phrases[str] | None = None,
    ) -> None:
        self._context = context
        self._document = context.document
        self._events = events
        self._near_days = near_days
        self._compare = compare
        self._since = since
        self._earlier = earlier
        self._lives = lives
        self._of_lives: dict[int, frozenset[int]] = {}  # words that tell a life, by sentence
        self._main_day = day_of_story(context, events, near_days, trials)
        self._struck = struck_on(events) is not None
        self._days_ago = days_ago(context)

    def old(self, claim: Claim) -> bool:
        """Tell whether a claim is of a time before the story."""
        if isinstance(claim, Measure) and self._holds_since(claim):
            return False
        if self._long_ago(claim):
            return True
        when = self._time_of(claim)
        if when is not None and self._before_the_story(claim, when):
            return True
        end = last_day(when.end or when.start) if when is not None else None
        if when is None or end is None:
            return False
        if self._main_day is None:  # nothing but years and months is told: what happened first is the story
            return when.precision in YEARS and self._told_later(claim)
        begin = first_day(when.start) if when.precision in _LONG and end < self._main_day else None
        near = APART if self._struck and is_blow(claim, when) else self._near_days
        return (self._main_day - (begin or end)).days > near

    def recent(self, claim: Claim) -> bool:
        """Tell whether a claim is tied to a time that is the story's."""
        when = self._time_of(claim)
        return when is not None and when.start is not None and not self.old(claim)

    def _long_ago(self, claim: Claim) -> bool:
        """Tell whether only its distance sets a claim before the story of an undated report: "a week ago"."""
        return bool(self._days_ago) and self._told_later(claim) and self._ago(claim) > self._near_days

    def earlier_in_it(self, claim: Claim) -> bool:
        """Tell whether a claim is tied to "earlier this month", a week or a year."""
        when = self._time_of(claim)
        return when is not None and self._is_earlier_part(when)

    def _is_earlier_part(self, when: When) -> bool:
        return when.span is not None and when.precision in _LONG and self._says_earlier(when.span)

    def _before_the_story(self, claim: Claim, when: When) -> bool:
        """Tell whether a claim is of "earlier this month" in a report that has told of an attack on a day."""
        if not self._is_earlier_part(when):
            return False
        return any(
            event.span.end <= claim.span.start and event.time.start and event.time.precision not in _LONG
            for event in self._events
            if event.type not in BY_AUTHORITIES
        )

    def _says_earlier(self, span: Span) -> bool:
        tokens = self._document.tokens
        inside = [token.index for token in self._context.tokens_in(span)]
        first, last = (inside[0], inside[-1]) if inside else (0, -1)
        near = tokens[max(0, first - _BESIDE) : last + 1 + _BESIDE]
        return bool(inside) and any(token.lower in self._earlier for token in near)

    def _ago(self, claim: Claim) -> int:
        """Return how many days ago a claim lies: by its own words, else the nearest time of its sentence."""
        sentence = self._context.sentence_at(claim.span.start)
        times = self._context.times_in(sentence.span) if sentence is not None else ()
        inside = [self._days_ago.get(each.span, 0) for each in times if claim.span.covers(each.span)]
        if inside:
            return max(inside)
        nearest = min(times, key=lambda each: _distance(each.span, claim.span), default=None)
        return self._days_ago.get(nearest.span, 0) if nearest is not None else 0

    def _told_later(self, claim: Claim) -> bool:
        """Tell whether a claim stands behind the first event, which itself is of no year."""
        first = self._events[0] if self._events else None
        return first is not None and not first.time.start and first.span.end <= claim.span.start

    def _time_of(self, claim: Claim) -> When | None:
        """Return the time a claim is tied to: its own, that of the event it is told with, the nearest one."""
        if isinstance(claim, Event) and claim.time.start:
            return claim.time
        if isinstance(claim, Toll) and claim.time is not None and claim.time.start:
            return claim.time
        if isinstance(claim, Measure):
            return self._own_time(claim)
        if isinstance(claim, Toll) and (earlier := self._behind_comparison(claim)) is not None:
            return earlier
        for event in self._events:
            if event.span.overlaps(claim.span) and event.time.start:
                return event.time
        mention = self._nearest(claim)
        return mention.when if mention is not None else None

    def _own_time(self, claim: Measure) -> When | None:
        """Return the time in the words of a measure that is not the time of an event named there."""
        told = [event.time.span for event in self._events if event.time.span is not None]
        times = [
            each
            for each in self._context.times_in(claim.span)
            if each.when is not None
            and each.when.start
            and not any(span.overlaps(each.span) for span in told)
            and not self._of_a_noun(each)
            and not self._in_passing(each, claim)
            and not compared(self._context, each, self._compare)
        ]
        return times[0].when if times else None

    def _holds_since(self, claim: Measure) -> bool:
        """Tell whether a measure holds from a day that is not before the story: "declared *Monday* …"."""
        begin = first_day(claim.valid_from)
        return begin is not None and self._main_day is not None and begin >= self._main_day

    def _of_a_noun(self, mention: TimeMention) -> bool:
        """Tell whether a time says of which day a thing is: "over *last week's* violence"."""
        heads = [
            token
            for token in self._context.tokens_in(mention.span)
            if not mention.span.covers(self._document.tokens[token.head].span)
        ]
        return any(
            token.dep in ("nmod:poss", "nmod") and self._document.tokens[token.head].pos in ("NOUN", "PROPN")
            for token in heads
        )

    def _in_passing(self, mention: TimeMention, claim: Claim) -> bool:
        """Tell whether a time stands in a clause that only tells who or what it is: ", who led in *2013*."""
        token = next(iter(self._context.tokens_in(mention.span)), None)
        verb = relative_clause_of(self._document, token) if token is not None else None
        return verb is not None and all(
            claim.span.covers(each.span) for each in (verb, self._document.tokens[verb.head])
        )

    def _nearest(self, claim: Claim) -> TimeMention | None:
        """Return the nearest time in the sentence; one of comparison only for what stands behind it."""
        sentence = self._context.sentence_at(claim.span.start)
        if sentence is None:
            return None
        times = [
            each
            for each in self._context.times_in(sentence.span)
            if each.when is not None and each.when.start and not self._compared(each, claim)
            if not (
                self._of_a_life(each, claim) or (isinstance(claim, Event) and self._in_passing(each, claim))
            )
        ]
        inside = [each for each in times if claim.span.covers(each.span)]
        ranked = sorted(inside or times, key=lambda each: _distance(each.span, claim.span))
        return ranked[0] if ranked else None

    def _of_a_life(self, mention: TimeMention, claim: Claim) -> bool:
        """Tell whether a time is that of a verb about a life: "the attacker *had been jailed in 2012*"."""
        token = next(iter(self._context.tokens_in(mention.span)), None)
        verb = self._document.head(token) if token is not None else None
        if self._lives is None or verb is None or claim.span.covers(verb.span):
            return False
        sentence = self._document.sentence_of(verb)
        if sentence.index not in self._of_lives:
            found = self._lives.found(self._document, sentence.first, sentence.last)
            inside = (range(match.first, match.last) for match in found)
            self._of_lives[sentence.index] = frozenset(chain.from_iterable(inside))
        return verb.index in self._of_lives[sentence.index]

    def _compared(self, mention: TimeMention, claim: Claim) -> bool:
        if compared(self._context, mention, self._since) or self._begins_count(mention):
            return True
        if self._closed(mention, claim):
            return True
        first = next(iter(self._context.tokens_in(claim.span)), None)
        if first is not None and measured_from(self._context, mention, first, self._compare):
            return True
        behind = compared(self._context, mention, self._compare)
        return behind and claim.span.start < mention.span.start

    def _closed(self, mention: TimeMention, claim: Claim) -> bool:
        """Tell whether the clause of the story goes on between a time of comparison and a claim.

        "The attack, the worst since the siege in *2004*, also wounded nine".
        """
        tokens = self._document.tokens
        inside = self._context.tokens_in(mention.span)
        if not inside or claim.span.start < mention.span.end:
            return False
        before = inside[0].index - 1
        while before > 0 and tokens[before].pos != "PUNCT" and tokens[before].lower not in self._compare:
            before -= 1
        behind = tokens[inside[-1].index + 1 : inside[-1].index + 4]
        if tokens[before].lower not in self._compare or not behind or behind[0].text != ",":
            return False
        verb = next((each for each in behind[1:] if each.pos != "ADV"), None)
        return verb is not None and "VerbForm=Fin" in verb.feats

    def _begins_count(self, mention: TimeMention) -> bool:
        """Tell whether a time only says when that began since which is counted: «*с начала* войны 5 июня»."""
        token = next(iter(self._context.tokens_in(mention.span)), None)
        for _ in range(_CLIMB) if self._since else ():
            if token is None:
                return False
            cases = self._document.children(token, "case")
            if "Case=Gen" in token.feats and any(each.lower in self._since for each in cases):
                return True
            if token.head == token.index or "VerbForm=Fin" in token.feats:
                return False
            token = self._document.tokens[token.head]
        return False

    def _behind_comparison(self, claim: Claim) -> When | None:
        """Return the time of the earlier thing that a claim tells of: "since a 2008 attack killed 63"."""
        sentence = self._context.sentence_at(claim.span.start)
        times = self._context.times_in(sentence.span) if sentence is not None else ()
        for each in reversed(times):
            behind = each.span.end <= claim.span.start and each.when is not None and each.when.start
            if self._closed(each, claim):
                continue
            if behind and compared(self._context, each, self._compare):
                return each.when
        return None


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
