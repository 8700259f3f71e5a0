"""One figure of one incident: its best value by a named policy, its range, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from oqiga.errors import NoClaimsError
from oqiga.model.incident import Dispute, SeriesPoint, SettledToll
from oqiga.model.phrase import Phrase, english_all, figured, phrase
from oqiga.model.terms import Certainty, SourceKind
from oqiga.reconcile.disputing import about_figure, denies, dispute_of, once, says
from oqiga.reconcile.point import Point
from oqiga.reconcile.policies import policy_named

_DOUBT = {
    Certainty.STATED: 0,
    Certainty.REPORTED: 1,
    Certainty.SUSPECTED: 2,
    Certainty.UNCLEAR: 3,
    Certainty.DENIED: 4,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The point a policy chose. reason: id of the phrase that says how."""

    point: Point
    reason: str


def settle(points: Sequence[Point], *, policy: str = "default") -> tuple[SettledToll, Dispute | None]:
    """Settle one figure from its series.

    points: one or more, of one incident, outcome and group, as `standing.series` returns them.
    Returns the figure, low <= best <= high in persons, and the dispute about it if there is one.
    Raises NoClaimsError when no claim stands.
    """
    standing = [point for point in points if point.standing]
    if not standing:
        raise NoClaimsError("no claim about this figure stands")
    choice = _CHOOSERS[policy_named(policy).name](standing)
    best = _sharpened(choice.point, standing)
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
        claims=tuple(dict.fromkeys([best.toll.id, *(p.toll.id for p in standing if p.agrees(best))])),
        series=tuple(_published(point) for point in points),
    )
    return settled, dispute


def _latest(points: Sequence[Point]) -> Point:
    """Return the point to trust of several of one standing: the surest, then latest, then best placed."""
    return max(
        points,
        key=lambda p: (
            p.confirmed,
            -_DOUBT[p.toll.certainty],
            p.moment,
            -p.rank,
            p.exact,
            p.low,
            p.toll.id,
        ),
    )


def _default(standing: Sequence[Point]) -> Choice:
    vouched = [point for point in standing if point.confirmed]
    if vouched:
        return Choice(_latest(vouched), "vouched")
    official = [point for point in standing if point.tier == 1]
    others = [point for point in standing if point.tier == 2 and _told_outright(point)]
    if not official:
        return _unofficial(standing)
    chosen = _best_placed(official)
    later = [p for p in others if _overtakes(p, chosen)] or _higher_together(others, chosen)
    if later:
        return Choice(_commonest(later), "overtaken")
    return Choice(chosen, "latest_office")


def _told_outright(point: Point) -> bool:
    """Tell whether an outlet gives a figure as its own, also where another reports that it does."""
    certainty = point.toll.certainty
    return certainty is Certainty.STATED or (
        certainty is Certainty.REPORTED and point.evidence.kind == SourceKind.MEDIA.value
    )


def _best_placed(official: Sequence[Point]) -> Point:
    """Return the figure of the best-placed office; what it should replace has fallen already."""
    rank = min(point.rank for point in official)
    return _latest([point for point in official if point.rank == rank])


def _higher_together(others: Sequence[Point], official: Point) -> list[Point]:
    """Return the higher figures of outlets at the moment of an office's, where several origins give such.

    Of one day it is seldom told which came first; tolls grow.
    """
    top = official.low if official.high is None else official.high
    higher = [p for p in others if p.moment == official.moment and p.low > top and not p.agrees(official)]
    return higher if len({p.evidence.origin for p in higher}) > 1 else []


def _overtakes(point: Point, official: Point) -> bool:
    """Tell whether an outlet's own figure is later and higher than the last one of an office.

    What an office told the least of ("at least 30") agrees with any higher count, and is outgrown by it.
    """
    top = official.low if official.high is None else official.high
    told_apart = official.high is None or not point.agrees(official)
    return point.low > top and told_apart and point.moment > official.moment


def _unofficial(standing: Sequence[Point]) -> Choice:
    collected = [point for point in standing if point.tier == 2]
    if collected:
        newest = _not_outgrown(collected)
        sure = [p for p in newest if _told_outright(p)] or newest
        return Choice(_commonest(sure), "most_carried")
    return Choice(_latest(standing), "nobody_better")


def _not_outgrown(points: Sequence[Point]) -> list[Point]:
    """Return the points than which no later one, told as surely, is higher; in their order."""
    outgrown: set[int] = set()
    highest: dict[int, int] = {}  # of later points, by how doubtful they are
    ordered = sorted(range(len(points)), key=lambda number: points[number].moment, reverse=True)
    for _, together in groupby(ordered, key=lambda number: points[number].moment):
        numbers = list(together)
        for number in numbers:
            point = points[number]
            doubt, top = _DOUBT[point.toll.certainty], point.high or point.low
            if any(low > top for other, low in highest.items() if other <= doubt):
                outgrown.add(number)
        for number in numbers:
            doubt = _DOUBT[points[number].toll.certainty]
            highest[doubt] = max(points[number].low, highest.get(doubt, points[number].low))
    return [point for number, point in enumerate(points) if number not in outgrown]


def _commonest(points: Sequence[Point]) -> Point:
    """Return a point with the figure that most origins give; between equals, the latest and highest."""
    votes = Counter(low for low, _ in {(p.low, p.evidence.origin) for p in points})
    return max(
        points,
        key=lambda p: (votes[p.low], p.moment, p.exact, p.low, -p.rank, p.toll.id),
    )


def _official_first(standing: Sequence[Point]) -> Choice:
    official = [point for point in standing if point.tier == 1]
    if official:
        return Choice(_best_placed(official), "latest_state")
    return _default(standing)


def _highest(standing: Sequence[Point]) -> Choice:
    return Choice(max(standing, key=lambda p: (p.low, p.toll.id)), "highest")


def _lowest(standing: Sequence[Point]) -> Choice:
    return Choice(min(standing, key=lambda p: (p.low, p.toll.id)), "lowest")


def _majority(standing: Sequence[Point]) -> Choice:
    return Choice(_commonest(standing), "most_origins")


_CHOOSERS: dict[str, Callable[[Sequence[Point]], Choice]] = {
    "default": _default,
    "highest-standing": _highest,
    "lowest-standing": _lowest,
    "official-first": _official_first,
    "majority": _majority,
}


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
    return _latest(sharper) if sharper else chosen


def _not_older(point: Point, other: Point) -> bool:
    return point.moment >= other.moment


def _range(best: Point, standing: Sequence[Point]) -> tuple[int, int | None]:
    """Return the range of what stands and the toll has not grown past by a source as well placed.

    An open figure that holds the best one does not widen it.
    """
    standing = [p for p in standing if p.tier < best.tier or not _grown_past(p, best)]
    closed = [p for p in standing if p.high is not None and not (p.toll.approximate and p.agrees(best))]
    lows = [best.low, *(p.low for p in closed)]
    lows += [p.low for p in standing if p.high is None and not p.agrees(best)]
    highs = [p.high for p in closed if p.high is not None]
    if best.high is not None:
        highs.append(best.high)
    beyond = any(p.high is None and p.low > max(highs, default=0) for p in standing)
    return min(lows), None if best.high is None or beyond else max(highs)


def _dispute(best: Point, points: Sequence[Point]) -> Dispute | None:
    """Return the dispute about a figure: those who stand against the best one, and those who deny it.

    An earlier and lower figure is no dispute, tolls grow; nor is a rumour below the official figure.
    """
    against = [p for p in points if p.standing and not p.agrees(best) and not _grown_past(p, best)]
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


def _reasons(choice: Choice, best: Point, points: Sequence[Point]) -> Iterator[Phrase]:
    """Yield why the figure is what it is, a sentence each: the choice first, then what no longer stands."""
    evidence, chosen_by = best.evidence, phrase(choice.reason)
    yield phrase("chosen", figure=best.figure, speaker=evidence.speaker, at=evidence.at, choice=chosen_by)
    if best is not choice.point:
        yield phrase("made_exact", speaker=evidence.speaker)
    if best.added_to is not None:
        yield phrase("added", figure=figured(best.toll.low, best.toll.high))
    origins = {p.evidence.origin for p in points if p.standing and p.agrees(best)}
    if len(origins) > 1:
        yield phrase("agree", count=len(origins))
    yield from once(
        phrase("fell", figure=p.figure, speaker=p.evidence.speaker, fallen=p.fallen)
        for p in points
        if not p.standing and not p.is_denial and (p.low, p.high) != (best.low, best.high)
    )


def _published(point: Point) -> SeriesPoint:
    return SeriesPoint(
        at=point.evidence.at,
        low=point.low,
        high=point.high,
        said_by=point.toll.said_by,
        origin=point.evidence.origin,
        claim=point.toll.id,
        standing=point.standing,
    )
