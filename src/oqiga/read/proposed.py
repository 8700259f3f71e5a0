"""Claims proposed by somebody else, taken in beside the reader's own: what it has already is dropped.

The reader's own claims win wherever both speak of one thing, for they are measured. What is new gets the
places and times of its clause, and later its source, background and incident, as any other claim does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from oqiga.model.claims import Blame, Claim, Event, Measure, Statement, Toll, When
from oqiga.model.span import Span
from oqiga.read.context import Context
from oqiga.read.frames.when import when_of
from oqiga.read.frames.where import exact_first, named_in

_SAME = 0.5
"""Share of the shorter of two clauses in common from which they tell of one thing."""


def take_in(context: Context, proposed: Iterable[Claim], own: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the proposed claims that none of `own` makes already, with their places and times."""
    return tuple(_placed(context, claim) for claim in _new(proposed, own))


def _new(proposed: Iterable[Claim], own: Sequence[Claim]) -> Iterator[Claim]:
    taken: list[Claim] = list(own)
    for claim in proposed:
        if not any(_same(claim, other) for other in taken):
            taken.append(claim)
            yield claim


def _same(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of a clause say the same; of one clause only one event is told."""
    if one.kind != other.kind or _shared(one.span, other.span) < _SAME:
        return False
    match one, other:
        case Toll(), Toll():
            return (one.outcome, one.low, one.high) == (other.outcome, other.low, other.high)
        case Measure(), Measure():
            return one.type is other.type
        case Blame(), Blame():
            return one.perpetrator == other.perpetrator or one.basis is other.basis
        case _:
            return True


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(1, min(one.end - one.start, other.end - other.start))


def _placed(context: Context, claim: Claim) -> Claim:
    match claim:
        case Event():
            return replace(
                claim,
                time=_time(context, claim.span),
                places=exact_first(context, named_in(context, claim.span)),
            )
        case Toll():
            told, inside = _time(context, claim.span), context.places_in(claim.span)
            return replace(
                claim,
                time=told if told.start is not None else None,
                place=inside[0].place if inside else None,
            )
        case Measure():
            return replace(claim, places=exact_first(context, named_in(context, claim.span)))
        case Blame() | Statement():
            return claim


def _time(context: Context, span: Span) -> When:
    """Return the first time of a clause that can be placed on the calendar."""
    return when_of(context, next((each for each in context.times_in(span) if each.when is not None), None))
