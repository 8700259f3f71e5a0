"""Which claims of one report are about one incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from oqiga.codebook.when_told import weekdays_in
from oqiga.model.claims import Claim, Event, Measure, Statement, Toll, When
from oqiga.model.ids import incident_id
from oqiga.model.span import Span
from oqiga.model.terms import BY_AUTHORITIES, EventType, MeasureType, Stage
from oqiga.read.calendar_days import first_day, last_day
from oqiga.read.context import Context
from oqiga.read.days_apart import on_another_day, told_beside
from oqiga.read.languages import LanguagePack
from oqiga.read.one_place import one_place, one_target, towns, towns_of
from oqiga.read.phrases import Phrases, words_of
from oqiga.read.stretches import of_days

NEAR_DAYS = 1
"""Days that two accounts of one event may lie apart: night attacks, differing zones."""
_TELLING = frozenset(
    {
        MeasureType.SECURITY_OPERATION,
        MeasureType.CORDON,
        MeasureType.CURFEW,
        MeasureType.COMMUNICATIONS_SHUTDOWN,
        MeasureType.STATE_OF_EMERGENCY,
        MeasureType.MANHUNT,
    }
)
"""Measures that make an incident where nothing else is told; schools are closed for snow too."""
_UNREST = frozenset({EventType.PROTEST, EventType.RIOT})
_BETWEEN = frozenset({EventType.CLASH, EventType.ARSON})
_RESPONSES = BY_AUTHORITIES | {EventType.THREAT}
_SEVERAL = 2


@dataclass(slots=True)
class _Cluster:
    """Events taken to be one incident, in the order of the text."""

    background: bool
    events: list[Event] = field(default_factory=list)
    id: str = ""

    @property
    def family(self) -> str:
        """Return what kind of happening it is; that of its first event which is no response."""
        families = [_family(event) for event in self.events]
        return next((each for each in families if each != "response"), families[0])


def group(context: Context, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims in the order given, each with the incident it is about.

    Events of one time, place and kind are one incident; background events have incidents of their own.
    Tolls go with the event of their clause or the one told last; the same holds for blame, measures and
    statements, of which those of the background that follow no event stay without.
    """
    grouper = _Grouper(context, claims)
    return tuple(replace(claim, incident=grouper.incident_of(claim)) for claim in claims)


class _Grouper:
    """Builds the incidents of one report and finds that of each claim."""

    def __init__(self, context: Context, claims: Sequence[Claim]) -> None:
        self._context = context
        self._separate = _separate(context.pack)
        self._clusters: list[_Cluster] = []
        events = sorted((claim for claim in claims if isinstance(claim, Event)), key=lambda event: event.span)
        self._told = events
        for event in (*_first(events), *_second(events)):
            self._enter(event)
        for cluster in self._clusters:
            cluster.id = incident_id(*(event.id for event in cluster.events))
        self._of_event = {event.id: cluster for cluster in self._clusters for event in cluster.events}
        self._events = [event for event in events if event.id in self._of_event]
        self._alone = self._incident_without_events(claims)

    def incident_of(self, claim: Claim) -> str | None:
        """Return the id of the incident a claim is about, None when it is about none."""
        if isinstance(claim, Event):
            return self._of_event[claim.id].id
        if claim.background:
            return self._background_of(claim)
        story = [cluster for cluster in self._clusters if not cluster.background]
        if not story:
            return self._alone
        if len(story) == 1:
            return story[0].id
        return self._nearest(claim, story).id

    def _enter(self, event: Event) -> None:
        """Put an event into the incident it fits, the one told of last first; else begin one."""
        for cluster in sorted(self._clusters, key=lambda each: each.events[-1].span, reverse=True):
            if cluster.background == event.background and self._fits(event, cluster):
                cluster.events.append(event)
                return
        self._clusters.append(_Cluster(event.background, [event]))

    def _fits(self, event: Event, cluster: _Cluster) -> bool:
        response = _family(event) == "response"
        if not response and event.background and _family(event) != cluster.family:
            return False
        if not _one_time(event, cluster.events):
            return False
        placed = one_place(event, cluster.events) or one_target(event, cluster.events)
        if not placed and not self._goes_on(event, cluster):
            return False
        if not response and not _of_a_kind(event, cluster) and not _dated_alike(event, cluster):
            return False
        if not response and any(told_beside(event, other) for other in self._beside(event, cluster)):
            return False
        apart = not response and on_another_day(event, cluster.events, self._told)
        return not (apart or self._set_apart(event))

    def _beside(self, event: Event, cluster: _Cluster) -> list[Event]:
        """Return what a cluster holds of the sentence of an event."""
        sentence = self._context.sentence_at(event.span.start)
        return [
            other
            for other in cluster.events
            if sentence is not None and sentence.span.covers(other.span) and _family(other) != "response"
        ]

    def _goes_on(self, event: Event, cluster: _Cluster) -> bool:
        """Tell whether attacks on several towns go on in another: "*Two hours later* a seventh bomb hit …".

        Told in the next sentence at most, in the same land, and with no day nor count of days of its own.
        """
        lands = {place.country for each in cluster.events for place in each.places}
        here = self._context.sentence_at(event.span.start)
        before = self._context.sentence_at(cluster.events[-1].span.start)
        near = here is not None and before is not None and 0 <= here.index - before.index <= 1
        if not near or len(towns_of(cluster.events)) < _SEVERAL or event.time.start is not None:
            return False
        if not lands & {place.country for place in event.places} or weekdays_in(event.time.text or ""):
            return False
        when = event.time.span
        return when is None or not of_days(self._context.tokens_in(when), self._context.pack)

    def _set_apart(self, event: Event) -> bool:
        """Tell whether the sentence says that this is another happening, up to the event itself."""
        sentence = self._context.sentence_at(event.span.start)
        if sentence is None or not self._clusters:
            return False
        found = self._separate.found(self._context.document, sentence.first, sentence.last)
        tokens = self._context.document.tokens
        return bool(event.places or event.time.start) and any(
            tokens[match.first].span.start <= event.span.end for match in found
        )

    def _incident_without_events(self, claims: Sequence[Claim]) -> str | None:
        """Return the incident that tolls alone make, or measures of unrest, without any event told."""
        story = [claim for claim in claims if not claim.background]
        tolls = [claim.id for claim in story if isinstance(claim, Toll)]
        measures = [claim.id for claim in story if isinstance(claim, Measure) and _speaks_for_itself(claim)]
        alone = tolls or measures
        return incident_id(*alone) if alone else None

    def _background_of(self, claim: Claim) -> str | None:
        cluster = self._told_with(claim, background=True) or self._told_before(claim, background=True)
        if cluster is not None:
            return cluster.id
        return incident_id(claim.id) if isinstance(claim, Toll) else None

    def _nearest(self, claim: Claim, story: Sequence[_Cluster]) -> _Cluster:
        """Return the incident of the story told with a claim, at its place, or last before it."""
        told = self._told_with(claim, background=False)
        if told is not None:
            return told
        if isinstance(claim, Measure):
            for cluster in story:
                if claim.places and towns(claim.places) & towns_of(cluster.events):
                    return cluster
        if isinstance(claim, Toll) and claim.place is not None:
            for cluster in story:
                if towns((claim.place,)) & towns_of(cluster.events):
                    return cluster
        before = self._told_before(claim, background=False, anywhere=not isinstance(claim, Statement))
        return before or story[0]

    def _told_with(self, claim: Claim, *, background: bool) -> _Cluster | None:
        """Return the incident of the event in the same clause, else the nearest in its sentence."""
        sentence = self._context.sentence_at(claim.span.start)
        near = [
            event
            for event in self._events
            if event.background == background
            and (event.span.overlaps(claim.span) or (sentence and sentence.span.overlaps(event.span)))
        ]
        near.sort(key=lambda event: (_family(event) == "response", _distance(event.span, claim.span)))
        return self._of_event[near[0].id] if near else None

    def _told_before(self, claim: Claim, *, background: bool, anywhere: bool = False) -> _Cluster | None:
        """Return the incident of the last event before a claim; in the background only a close one."""
        before = [
            event
            for event in self._events
            if event.background == background and event.span.start <= claim.span.start
        ]
        if not before:
            return None
        if background and not self._close(before[-1].span, claim.span):
            return None
        return self._of_event[before[-1].id] if background or anywhere else None

    def _close(self, one: Span, other: Span) -> bool:
        first, second = self._context.sentence_at(one.start), self._context.sentence_at(other.start)
        if first is None or second is None:
            return False
        return second.index - first.index <= 1 or first.paragraph == second.paragraph


def _speaks_for_itself(measure: Measure) -> bool:
    """Tell whether a measure says by itself that something happened at its place: a curfew, a cordon."""
    return measure.type in _TELLING and bool(measure.places)


@lru_cache(maxsize=8)
def _separate(pack: LanguagePack) -> Phrases[str]:
    return words_of(pack.lexicon("background")["separate"] if pack.has("background") else ())


def _first(events: Sequence[Event]) -> list[Event]:
    """Return what happened: events that are no mere answer to others."""
    return [event for event in events if _family(event) != "response"]


def _second(events: Sequence[Event]) -> list[Event]:
    return [event for event in events if _family(event) == "response"]


def _family(event: Event) -> str:
    if event.type in _RESPONSES or event.stage is Stage.THREATENED:
        return "response"
    return "unrest" if event.type in _UNREST else "violence"


def _of_a_kind(event: Event, cluster: _Cluster) -> bool:
    """Tell whether kinds are alike; clashes are told of as unrest and as violence."""
    between = any(each.type in _BETWEEN for each in (event, *cluster.events))
    return between or cluster.family in (_family(event), "response")


def _one_time(event: Event, others: Sequence[Event]) -> bool:
    return all(_overlap(event.time, other.time) is not False for other in others)


def _dated_alike(event: Event, cluster: _Cluster) -> bool:
    """Tell whether nothing but the kind tells an event from a cluster: same time or none given."""
    known = [_overlap(event.time, other.time) for other in cluster.events]
    return any(known) or event.time.start is None


def _overlap(one: When, other: When) -> bool | None:
    """Tell whether two times meet within `NEAR_DAYS`, None when one is unknown."""
    starts = first_day(one.start), first_day(other.start)
    ends = last_day(one.end or one.start), last_day(other.end or other.start)
    if starts[0] is None or starts[1] is None or ends[0] is None or ends[1] is None:
        return None
    return (starts[1] - ends[0]).days <= NEAR_DAYS and (starts[0] - ends[1]).days <= NEAR_DAYS


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
