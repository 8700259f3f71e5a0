"""One figure of one incident: its best value by a named policy, its range, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.errors import NoClaimsError
from oqiga.model.incident import Dispute, SeriesPoint, SettledToll
from oqiga.model.phrase import Phrase, english_all, figured, phrase
from oqiga.model.terms import Certainty
from oqiga.reconcile.choosing import Choice, choose, latest_of
from oqiga.reconcile.disputing import LEFT_AGAIN, about_figure, denies, dispute_of, once, says
from oqiga.reconcile.point import Point


def settle(points: Sequence[Point], *, policy: str = "default") -> tuple[SettledToll, Dispute | None]:
    """Settle one figure from its series.

    points: one or more, of one incident, outcome and group, as `standing.series` returns them.
    Returns the figure, low <= best <= high in persons, and the dispute about it if there is one.
    Raises NoClaimsError when no claim stands.
    """
    standing = [point for point in points if point.standing]
    if not standing:
        raise NoClaimsError("no claim about this figure stands")
    counted = [point for point in standing if not point.at_most] or standing
    choice = choose(counted, policy=policy)
    best = _sharpened(choice.point, counted)
    low, high = _range(best, standing)
    dispute = _dispute(best, points)
    first = points[0].toll
    reasons = tuple(_reasons(choice, best, points))
    settled = SettledToll(
        outcome=first.outcome,
        group=first.group,
        best=best.low or best.high or 0,  # "up to 20" is 20, not none
        low=low,
        high=high,
        disputed=dispute is not None,
        as_of=best.evidence.at,
        why=english_all(reasons),
        reasons=reasons,
        claims=tuple(dict.fromkeys([best.toll.id, *(p.toll.id for p in counted if p.gives(best))])),
        series=tuple(_published(point) for point in points),
    )
    return settled, dispute


def _sharpened(chosen: Point, standing: Sequence[Point]) -> Point:
    """Put an exact figure that is as well placed where the chosen one is open or rounded.

    One that is older only where the chosen one tells no more than the least ("over 70").
    """
    if chosen.exact or chosen.confirmed:
        return chosen
    sharper = [
        p
        for p in standing
        if p.exact
        and p.agrees(chosen)
        and p.tier <= chosen.tier
        and (chosen.high is None or _not_older(p, chosen))
    ]
    return latest_of(sharper) if sharper else chosen


def _not_older(point: Point, other: Point) -> bool:
    return point.moment >= other.moment


def _range(best: Point, standing: Sequence[Point]) -> tuple[int, int | None]:
    """Return the range of what stands and the toll has not grown past by a source as well placed.

    An open figure that holds the best one does not widen it, and "up to 30" tells no least: nobody said none.
    """
    standing = [p for p in standing if p.tier < best.tier or not _grown_past(p, best)]
    closed = [p for p in standing if p.high is not None and not (p.toll.approximate and p.agrees(best))]
    lows = [best.low, *(p.low for p in closed if not p.at_most)]
    lows += [p.low for p in standing if p.high is None and not p.agrees(best)]
    highs = [p.high for p in closed if p.high is not None]
    if best.high is not None:
        highs.append(best.high)
    beyond = any(p.high is None and p.low > max(highs, default=0) for p in standing)
    return min(lows), None if best.high is None or beyond else max(highs)


def _dispute(best: Point, points: Sequence[Point]) -> Dispute | None:
    """Return the dispute about a figure: those who stand against the best one, and those who deny it.

    An earlier and lower figure is no dispute, tolls grow; nor is a rumour below the official figure, nor that
    fewer are in hospital or missing later on.
    """
    against = [
        p
        for p in points
        if p.standing and not p.agrees(best) and not _grown_past(p, best) and not _fewer_since(p, best)
    ]
    denied = [p for p in points if p.is_denial and p.low == best.low and _not_older(p, best)]
    if not against and not denied:
        return None
    return dispute_of(
        about_figure(best.toll.outcome, best.toll.group),
        claims=[p.toll.id for p in (best, *against, *denied)],
        reasons=[*map(says, (best, *against)), *map(denies, denied)],
    )


def _grown_past(point: Point, best: Point) -> bool:
    return (point.high or point.low) < best.low and point.moment <= best.moment


def _fewer_since(point: Point, best: Point) -> bool:
    """Tell whether the later of two figures is of fewer people in a state that they leave again."""
    earlier, later = sorted((point, best), key=lambda each: each.moment)
    fewer = earlier.moment < later.moment and (later.high or later.low) < earlier.low
    return fewer and point.toll.outcome in LEFT_AGAIN


def _reasons(choice: Choice, best: Point, points: Sequence[Point]) -> Iterator[Phrase]:
    """Yield why the figure is what it is, a sentence each: the choice first, then what no longer stands."""
    evidence, chosen_by = best.evidence, phrase(choice.reason)
    yield phrase("chosen", figure=best.figure, speaker=evidence.speaker, at=evidence.at, choice=chosen_by)
    if not any(p.toll.certainty is Certainty.STATED for p in points if p.standing and p.gives(best)):
        yield phrase(f"told_{best.toll.certainty.value}")
    if best is not choice.point:
        yield phrase("made_exact", speaker=evidence.speaker)
    if best.added_to is not None:
        yield phrase("added", figure=figured(best.toll.low, best.toll.high))
    origins = {p.evidence.origin for p in points if p.standing and not p.at_most and p.gives(best)}
    if len(origins) > 1:
        yield phrase("agree", count=len(origins))
    yield from once(
        phrase("fell", figure=p.figure, speaker=p.evidence.speaker, fallen=p.fallen)
        for p in points
        if not p.standing
        and not p.is_denial
        and (p.low, p.high) != (best.low, best.high)
        and not _told_again(p)
    )


def _told_again(point: Point) -> bool:
    """Tell whether a figure fell only because its own origin told the same again, as by a copy."""
    fallen = point.fallen
    says = fallen.values["says"] if fallen is not None and fallen.id == "same_origin" else None
    return isinstance(says, Phrase) and says.values["figure"] == point.figure


def _published(point: Point) -> SeriesPoint:
    return SeriesPoint(
        at=point.evidence.at,
        low=point.low,
        high=point.high,
        said_by=point.toll.said_by,
        origin=point.evidence.origin,
        claim=point.toll.id,
        standing=point.standing,
        denied=point.is_denial,
    )
