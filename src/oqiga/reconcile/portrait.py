"""What an incident is: its type, stage, time, places and who took part, from the events that claims tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from oqiga.codebook.plain import plain
from oqiga.model.claims import Event, Measure, Participant, Place, Toll, Weapon, When
from oqiga.model.moments import day_of
from oqiga.model.span import Span
from oqiga.model.terms import (
    BY_AUTHORITIES,
    HARM,
    Certainty,
    Counts,
    EventType,
    Group,
    PlacePrecision,
    Stage,
    TimePrecision,
    WeaponType,
)
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.kinship import is_response, is_way, tells_shots

EventEvidence = Evidence[Event]
Named = TypeVar("Named", Participant, Weapon)

_EXACT_TIME = list(TimePrecision)
_EXACT_PLACE = list(PlacePrecision)
_VAGUE = (TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.YEAR, TimePrecision.UNKNOWN)


def told(events: Sequence[EventEvidence]) -> list[EventEvidence]:
    """Return the events that are not denied, in order; all of them when all are denied."""
    ordered = sorted(events, key=lambda each: each.order)
    return [each for each in ordered if each.claim.certainty is not Certainty.DENIED] or ordered


def acts_of(events: Sequence[EventEvidence]) -> list[EventEvidence]:
    """Leave out responses (operations, arrests), whose doers and targets are not those of the act.

    Where nothing else is told, they are what happened.
    """
    return [each for each in events if each.claim.type not in BY_AUTHORITIES] or list(events)


def type_of(events: Sequence[EventEvidence]) -> EventType:
    """Return the type that most origins give, a response only when there is nothing else.

    An attack of which nobody tells that shots were fired gives way to how it was made, where that is told.
    """
    acts = [each for each in events if not is_response(each.claim.type.value)] or list(events)
    if not acts:
        return EventType.OTHER
    if any(is_way(each.claim.type.value) for each in acts):
        acts = [each for each in acts if not _tells_no_way(each.claim)]
    votes: dict[EventType, set[str]] = {}
    for each in acts:
        votes.setdefault(each.claim.type, set()).add(each.report.id)
    return max(votes, key=lambda kind: (len(votes[kind]), -list(votes).index(kind)))


def _tells_no_way(event: Event) -> bool:
    """Tell whether an attack is only called that ("the attack", «теракт»), and may be of any way."""
    if event.type is not EventType.ARMED_ATTACK or tells_shots(event.quote):
        return False
    return not any(weapon.type is WeaponType.GUN for weapon in event.weapons)


def stage_of(events: Sequence[EventEvidence], chosen: EventType) -> Stage:
    """Return the stage most claims of the chosen type give."""
    stages = Counter(each.claim.stage for each in events if each.claim.type is chosen)
    return stages.most_common(1)[0][0] if stages else Stage.ACCOMPLISHED


def time_of(events: Sequence[EventEvidence], chosen: EventType) -> When:
    """Return the time on the day that most reports give, as exact as any of them gives it.

    Days that events of another type tell say more than "last week".
    """
    dated = [each for each in events if each.claim.time.start]
    of_type = [each for each in dated if each.claim.type is chosen] or dated
    in_days = [each for each in of_type if each.claim.time.precision not in _VAGUE]
    dated = in_days or [each for each in dated if _one_day(each.claim.time)] or of_type
    dated = [each for each in dated if _one_day(each.claim.time)] or dated
    if not dated:
        return next((each.claim.time for each in events), When())
    days: dict[str, set[str]] = {}
    for each in dated:
        if day_of(each.claim.time.start or "") is not None:
            days.setdefault((each.claim.time.start or "")[:10], set()).add(each.report.id)
    if days:
        day = max(days, key=lambda d: (len(days[d]), -list(days).index(d)))
        dated = [each for each in dated if (each.claim.time.start or "").startswith(day)]
    return min(dated, key=lambda each: _EXACT_TIME.index(each.claim.time.precision)).claim.time


def time_of_tolls(tolls: Sequence[Evidence[Toll]]) -> When:
    """Return the one day on which all dated tolls say that people were hurt, where no event is told.

    "50 civilians were *killed on Monday*"; those who were added later ("two more *died on Tuesday*") say not
    when it was.
    """
    times = [
        each.claim.time
        for each in tolls
        if each.claim.time is not None
        and each.claim.time.start is not None
        and each.claim.outcome in HARM
        and each.claim.counts is not Counts.ADDITIONAL
        and each.claim.certainty is not Certainty.DENIED
    ]
    days = {(time.start or "")[:10] for time in times}
    return times[0] if len(days) == 1 else When()


def begun(measures: Sequence[Evidence[Measure]]) -> When:
    """Return the day from which the first dated measure holds, the time of what only measures tell."""
    days = (each.claim.valid_from or each.claim.valid_until for each in measures)
    day = next((day[:10] for day in days if day), None)
    return When() if day is None else When(start=day, end=day, precision=TimePrecision.DAY)


def _one_day(time: When) -> bool:
    """Tell whether a time names one day, and not a weekend or a month that may hold it."""
    return time.start is not None and time.end is not None and time.start[:10] == time.end[:10]


def places_of(
    events: Sequence[EventEvidence],
    tolls: Sequence[Evidence[Toll]] = (),
    measures: Sequence[Evidence[Measure]] = (),
) -> tuple[Place, ...]:
    """Return each place once, the most often told first within its precision, most exact first.

    tolls: tell the places where no event does ("17 dead in Aqtobe"), and measures where no toll does. A place
    told in several scripts has its name in Latin letters, as the English headings need it.
    """
    found: dict[str, Place] = {}
    votes: Counter[str] = Counter()
    told = [place for each in events for place in each.claim.places]
    told = told or [each.claim.place for each in tolls if each.claim.place is not None]
    for place in told or [place for each in measures for place in each.claim.places]:
        key = place_key(place)
        if key not in found or (is_latin(place.name) and not is_latin(found[key].name)):
            found[key] = place
        votes[key] += 1
    order = sorted(found, key=lambda k: (_EXACT_PLACE.index(found[k].precision), -votes[k]))
    return tuple(found[key] for key in order)


def is_latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return all(letter < "\u0250" for letter in name if letter.isalpha())


def place_key(place: Place) -> str:
    """Return what makes two mentions one place: a site by its name, all else by its gazetteer entry."""
    if place.precision in (PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD) or place.geonames_id is None:
        return f"{place.precision.value} {plain(place.name)}"
    return str(place.geonames_id)


def once(events: Iterable[EventEvidence], named: Callable[[Event], Sequence[Named]]) -> tuple[Named, ...]:
    """Return participants or weapons, each name once, in order of time."""
    found: dict[str, Named] = {}
    for each in events:
        for one in named(each.claim):
            found.setdefault(plain(one.name), one)
    return tuple(found.values())


def targets_of(events: Sequence[EventEvidence], counted: Sequence[Evidence[Toll]]) -> tuple[Participant, ...]:
    """Return whom and what it hit, each name once; those whom a toll counts as attackers are no targets.

    "Two *attackers* were killed in a shootout" tells of them as of whom the shots hit.
    """
    attackers: dict[str, list[Span]] = {}
    for each in counted:
        if each.claim.group is Group.ATTACKERS:
            attackers.setdefault(each.report.id, []).append(_counted_at(each.claim))
    found: dict[str, Participant] = {}
    for told_ in events:
        spans = attackers.get(told_.report.id, ())
        for one in told_.claim.targets:
            if not any(span.overlaps(one.span) for span in spans):
                found.setdefault(plain(one.name), one)
    return tuple(found.values())


def _counted_at(toll: Toll) -> Span:
    """Return where the words for the people stand that a toll counts; its clause where they are not told."""
    at = toll.quote.find(toll.group_text or "\n")
    start = toll.span.start + at
    return toll.span if at < 0 else Span(start, start + len(toll.group_text or ""))
