"""Telling background from the story of the day: earlier attacks, anniversaries, what a suspect did before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from oqiga.model.claims import Claim, Event, Toll
from oqiga.model.span import Span
from oqiga.model.syntax import Sentence
from oqiga.model.terms import BY_AUTHORITIES, HARM, Counts, EventType, Group, Outcome
from oqiga.read.background_days import Days
from oqiga.read.background_lexicon import background_words
from oqiga.read.claimed_before import claimed_before
from oqiga.read.context import Context
from oqiga.read.days_after import compared_to, told_after
from oqiga.read.days_apart import of_days_before
from oqiga.read.events.lexicon import EventLexicon, event_lexicon
from oqiga.read.frames.clause_spans import clause_span
from oqiga.read.going_on import goes_on, told_again, told_later
from oqiga.read.listed import listed
from oqiga.read.motives import is_motive
from oqiga.read.other_days import of_other_days
from oqiga.read.recalled import recalled
from oqiga.read.set_beside import SetBeside
from oqiga.read.story_day import LEAD_SENTENCES
from oqiga.read.sums_over_time import sums_over_time
from oqiga.read.told_anew import told_anew

_WHOLE = frozenset({Group.ALL, Group.VICTIMS})


def mark_background(context: Context, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims in the order given, those about earlier or other events marked as background.

    By their own dates, by words that say so, and by what only background has spoken of. When that would
    leave no claim about the story itself, only dates decide, and nothing is when they leave none either.
    """
    marker = _Marker(context, claims)
    marked = marker.marked()
    events = [claim for claim in claims if isinstance(claim, Event | Toll)]
    if events and all(claim.id in marked for claim in events):
        marked = marker.dated()
        if all(claim.id in marked for claim in events):  # a report on nothing but what is long past
            marked = set()
    told = tuple(replace(claim, background=True) if claim.id in marked else claim for claim in claims)
    return tuple(_rejoined(claim, told) for claim in told)


def _rejoined(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """Return a part of the story that was joined to a background figure as a part of the story's own."""
    if not isinstance(claim, Toll) or claim.part_of is None or claim.background:
        return claim
    wholes = [
        other
        for other in claims
        if isinstance(other, Toll)
        and other.outcome is claim.outcome
        and other.group in _WHOLE
        and other.counts is Counts.TOTAL
        and other.span < claim.span
        and not other.background
    ]
    joined = next((other for other in claims if other.id == claim.part_of), None)
    if joined is None or not joined.background:
        return claim
    return replace(claim, part_of=wholes[-1].id if wholes else None)


class _Marker:
    """Decides for the claims of one report which are background."""

    def __init__(self, context: Context, claims: Sequence[Claim]) -> None:
        self._context = context
        self._document = context.document
        self._words = background_words(context.pack)
        self._lexicon: EventLexicon = event_lexicon(context.pack)
        self._beside = SetBeside(context, self._words, self._lexicon)
        self._verb_last = context.pack.verb_last
        self._claims = sorted(claims, key=lambda claim: claim.span)
        self._events = [claim for claim in self._claims if isinstance(claim, Event)]
        self._of_series = self._tells_series()
        self._days = Days(
            context,
            self._events,
            self._words.near_days,
            self._words.compare,
            self._words.earlier,
            self._words.since,
            trials=partial(self._lexicon.trials.starts, context.document),
            lives=self._words.biography,
        )

    def dated(self) -> set[str]:
        """Return ids of the claims whose own date lies before the story."""
        return {claim.id for claim in self._claims if self._days.old(claim)}

    def marked(self) -> set[str]:
        """Return ids of all claims that are background."""
        found = self.dated() | self._set_apart()
        found |= {claim.id for claim in self._claims if self._cued(claim) or self._statistic(claim)}
        found |= {claim.id for claim in self._claims if is_motive(self._context, claim)}
        found |= self._before_what_is_new()
        found |= of_other_days(
            self._context,
            self._claims,
            LEAD_SENTENCES,
            self._words.near_days,
            self._words.earlier,
            self._words.story,
        )
        found |= told_anew(self._context, self._claims, self._lexicon, LEAD_SENTENCES, self._words.near_days)
        if self._words.recalling is not None:
            found |= recalled(self._context, self._claims, self._words.recalling)
        if self._words.claimed_before is not None:
            found |= claimed_before(self._context, self._claims, self._words.claimed_before)
        found |= sums_over_time(self._context, self._claims, LEAD_SENTENCES, found)
        found |= of_days_before(self._events, self._story())
        found |= listed(self._context, self._claims, self._words.listed, self._lexicon)
        found |= goes_on(self._context, self._by_sentence(), found, self._words, LEAD_SENTENCES)
        found |= told_later(self._context, self._by_sentence(), found, self._words.later, LEAD_SENTENCES)
        found |= told_again(self._context, self._by_sentence(), found, LEAD_SENTENCES)
        return found | self._carried(found)

    def _story(self) -> Event | None:
        """Return the first attack that the top of the report tells, None when it tells none."""
        for event in self._events:
            sentence = self._context.sentence_at(event.span.start)
            if sentence is not None and sentence.index < LEAD_SENTENCES and event.type not in BY_AUTHORITIES:
                return event
        return None

    def _set_apart(self) -> set[str]:
        after = told_after(self._context, self._claims, self._lexicon, beside=self._beside.behind)
        return after | compared_to(self._context, self._claims) | self._beside.followed(self._claims)

    def _before_what_is_new(self) -> set[str]:
        """Return ids of what is told of "earlier this month", below a top that tells other figures."""
        tops: set[tuple[Outcome, int]] = set()
        earlier: dict[int, list[Claim]] = {}
        for claim in self._claims:
            sentence = self._context.sentence_at(claim.span.start)
            if sentence is None or not isinstance(claim, Event | Toll):
                continue
            if sentence.index >= LEAD_SENTENCES:
                earlier.setdefault(sentence.index, []).append(claim)
            elif isinstance(claim, Toll) and claim.outcome in HARM and not self._days.earlier_in_it(claim):
                tops.add((claim.outcome, claim.low))
        found: set[str] = set()
        for claims in earlier.values() if tops else ():
            harmed = {(each.outcome, each.low) for each in claims if isinstance(each, Toll)}
            if harmed and not harmed & tops and any(map(self._days.earlier_in_it, claims)):
                found |= {claim.id for claim in claims}
        return found

    def _statistic(self, claim: Claim) -> bool:
        """Tell whether a toll counts crimes of a time or a land, told below the top: "933 homicides"."""
        sentence = self._context.sentence_at(claim.span.start)
        if not isinstance(claim, Toll) or sentence is None or sentence.index < LEAD_SENTENCES:
            return False
        return any(
            token.pos == "NOUN" and token.lemma in self._words.statistics and claim.span.covers(token.span)
            for token in self._document.tokens_of(sentence)
        )

    def _cued(self, claim: Claim) -> bool:
        sentence = self._context.sentence_at(claim.span.start)
        if sentence is None or sentence.index < LEAD_SENTENCES or self._days.recent(claim):
            return False
        first, last = self._range(claim.span, sentence)
        if first == last or self._words.biography.found(self._document, first, last):
            return first < last
        if self._verb_last and self._lived(first, last, sentence):
            return True
        clause = clause_span(self._document, self._document.tokens[first])
        end = max(clause.end, claim.span.end)
        if any(span.start < end for span in self._cue_spans(sentence)):
            return True
        if self._words.then.search(self._document.tokens, sentence.first, sentence.last) is not None:
            return True
        if self._verb_last:
            return any(span.covers(claim.span) for span in self._beside.spans(sentence))
        return any(position < claim.span.start for position in self._beside.behind(sentence))

    def _lived(self, first: int, last: int, sentence: Sentence) -> bool:
        """Tell whether a verb behind a claim, which governs it, tells a life: "… үшін *бұрын сотталған*"."""
        above, token = set[int](), self._document.tokens[last - 1]
        while token.head not in above and token.dep != "conj":
            above.add(token.head)
            token = self._document.tokens[token.head]
        found = self._words.biography.found(self._document, first, sentence.last)
        return any(above & set(range(max(last, match.first), match.last)) for match in found)

    def _cue_spans(self, sentence: Sentence) -> Iterator[Span]:
        tokens = self._document.tokens
        for match in self._words.cues.found(self._document, sentence.first, sentence.last):
            words = tokens[match.first : match.last]
            if not (self._of_series and any(each.lemma in self._words.series for each in words)):
                yield self._document.span_of(words[0], words[-1])

    def _tells_series(self) -> bool:
        """Tell whether the top of the report tells a series of attacks, not "the *latest* in a series"."""
        for sentence in self._document.sentences[:LEAD_SENTENCES]:
            words = {
                form for token in self._document.tokens_of(sentence) for form in (token.lower, token.lemma)
            }
            if words & self._words.series and not words & self._words.one_of:
                return True
        return False

    def _range(self, span: Span, sentence: Sentence) -> tuple[int, int]:
        inside = [token.index for token in self._document.tokens_of(sentence) if span.covers(token.span)]
        return (inside[0], inside[-1] + 1) if inside else (sentence.first, sentence.first)

    def _carried(self, found: set[str]) -> set[str]:
        """Return claims in sentences that only go on about what background brought up.

        Such a sentence speaks of an event of a type, or of a person, that the story itself never had.
        """
        story = [claim for claim in self._claims if claim.id not in found]
        types = {claim.type for claim in story if isinstance(claim, Event)}
        first = min((claim.span.start for claim in self._claims if claim.id in found), default=None)
        if first is None:
            return set()
        names = self._names_before(first)
        other_types: set[EventType] = set()
        other_names: set[str] = set()
        carried: set[str] = set()
        by_sentence = self._by_sentence()
        for sentence in self._document.sentences:
            if sentence.span.end <= first or sentence.index < LEAD_SENTENCES:
                continue
            told = by_sentence.get(sentence.index, [])
            here = self._names_in(sentence) - names
            goes_on = self._names_again(sentence, other_names) or self._speaks_of(sentence, other_types)
            if goes_on or any(claim.id in found for claim in told):
                other_names |= here
            brought_up = (each for each in told if isinstance(each, Event) and each.id in found)
            other_types |= {each.type for each in brought_up} - types
            if goes_on:
                carried.update(claim.id for claim in told if not self._dated_attack(claim))
        return carried

    def _by_sentence(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for claim in self._claims:
            sentence = self._context.sentence_at(claim.span.start)
            if sentence is not None:
                found.setdefault(sentence.index, []).append(claim)
        return found

    def _dated_attack(self, claim: Claim) -> bool:
        dated = (
            isinstance(claim, Event) and claim.time.start is not None and claim.type is not EventType.ARREST
        )
        return dated and self._days.recent(claim)

    def _names_again(self, sentence: Sentence, names: set[str]) -> bool:
        """Tell whether one of these names stands in a sentence, whatever the parser takes it for."""
        return any(
            token.pos == "PROPN" and token.lower in names for token in self._document.tokens_of(sentence)
        )

    def _speaks_of(self, sentence: Sentence, types: set[EventType]) -> bool:
        return any(self._beside.event_type(token) in types for token in self._document.tokens_of(sentence))

    def _names_before(self, position: int) -> set[str]:
        sentences = (each for each in self._document.sentences if each.span.end <= position)
        return {name for sentence in sentences for name in self._names_in(sentence)}

    def _names_in(self, sentence: Sentence) -> set[str]:
        """Return the family names of persons in a sentence, in lower case."""
        return {
            token.lower
            for token in self._document.tokens_of(sentence)
            if token.entity == "PERSON" and token.pos == "PROPN" and token.dep != "compound"
        }
