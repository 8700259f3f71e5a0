"""From sketches that hang together to incidents, whatever the order in which they came.

Sketches linked by a comparison form a web; a web may chain two incidents together through one report that
mixes them. So each web is divided again: its sketches are taken in an order that depends on what they say,
those that tell most first, and each joins the incident it agrees with best on average, or opens one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from oqiga.reconcile.against import EXEMPLARS, at_other_times, counted_otherwise
from oqiga.reconcile.compare import compare
from oqiga.reconcile.kinship import is_response, threshold
from oqiga.reconcile.links import NO_LINKS, Links, merged_by, placed_apart
from oqiga.reconcile.refining import holding, refined
from oqiga.reconcile.sketch import Sketch
from oqiga.reconcile.uniting import SLACK, linked, united

FEW = 3
"""Reports that may stand by themselves because they came early: they are compared once more at the end."""
BEST = 2
"""Exemplars that a sketch must agree with: the others may tell too little."""
CROWD = 0.3
"""Points that an incident gains over another with each doubling of its reports: what tells little is more
likely about what many tell of."""


def webs(sketches: Sequence[Sketch], linked: Iterable[tuple[str, str]]) -> list[list[Sketch]]:
    """Return the sets of sketches that hang together by links, each in a fixed order."""
    parent = {sketch.id: sketch.id for sketch in sketches}
    for one, other in linked:
        if one in parent and other in parent:
            parent[_root(parent, one)] = _root(parent, other)
    found: dict[str, list[Sketch]] = {}
    for sketch in sorted(sketches, key=lambda sketch: sketch.id):
        found.setdefault(_root(parent, sketch.id), []).append(sketch)
    return list(found.values())


def _root(parent: dict[str, str], member: str) -> str:
    while parent[member] != member:
        parent[member] = parent[parent[member]]
        member = parent[member]
    return member


def divide(
    web: Sequence[Sketch],
    links: Links = NO_LINKS,
    *,
    score: Callable[[Sketch, Sketch], float] = lambda one, other: compare(one, other).score,
) -> tuple[tuple[Sketch, ...], ...]:
    """Divide one web into incidents. The first sketch of each gives the incident its id."""
    apart = placed_apart(web, links)
    incidents: list[list[Sketch]] = []
    siblings = _siblings(web, score)
    for sketch in sorted((each for each in web if each.id not in apart), key=_telling):
        best = _best(sketch, incidents, siblings, score)
        if best is None:
            incidents.append([sketch])
        else:
            best.append(sketch)
    incidents = _looked_at_again(incidents, siblings, score)
    _placed_again(incidents, siblings, score)
    incidents = refined(
        incidents,
        score=score,
        telling=_telling,
        fits=lambda sketch, incident: (
            not (
                _told_apart(sketch, incident, score)
                or _kept_apart(sketch, _mean(sketch, incident, score), incident, siblings, score)
            )
        ),
    )
    incidents = united(incidents, score=score, telling=_telling, apart=_out_of_place)
    by_number: dict[int, list[Sketch]] = {}
    for sketch in web:
        if sketch.id in apart:
            by_number.setdefault(apart[sketch.id], []).append(sketch)
    joined = merged_by([*incidents, *by_number.values()], links.merged)
    return tuple(tuple(sorted(each, key=first_known)) for each in joined)


def _best(
    sketch: Sketch,
    incidents: Iterable[list[Sketch]],
    siblings: Mapping[str, Sequence[Sketch]],
    score: Callable[[Sketch, Sketch], float],
) -> list[Sketch] | None:
    """Return the incident that a sketch joins, None for none."""
    best, points = None, float("-inf")
    slack = SLACK if sketch.timed else 0.0
    for incident in incidents:
        mean = _mean(sketch, incident, score)
        if _kept_apart(sketch, mean, incident, siblings, score):
            continue
        weighed = mean + CROWD * math.log2(len(incident))
        if mean >= threshold() - slack and weighed > points and not _told_apart(sketch, incident, score):
            best, points = incident, weighed
    return best


def _looked_at_again(
    incidents: list[list[Sketch]],
    siblings: Mapping[str, Sequence[Sketch]],
    score: Callable[[Sketch, Sketch], float],
) -> list[list[Sketch]]:
    """Let the few that stayed by themselves join the incident that the surest of them fits best.

    What came early was compared with those that tell most, which may not tell what it does.
    """
    few = [each for each in incidents if len(each) <= FEW and not any(one.exact for one in each)]
    kept = [each for each in incidents if each not in few]
    for each in sorted(few, key=lambda each: (-len(each), each[0].id)):
        found = [_best(sketch, kept, siblings, score) for sketch in each]
        joined = next((one for one in found if one is not None), None)
        if joined is None or not _go_along(each, joined, score):
            kept.append(each)
        else:
            joined.extend(each)
    return kept


def _placed_again(
    incidents: list[list[Sketch]],
    siblings: Mapping[str, Sequence[Sketch]],
    score: Callable[[Sketch, Sketch], float],
) -> None:
    """Move what nobody dates, and was placed with dated reports, to those that it fits best now.

    When it was placed, what it agrees with best may not have been there yet.
    """
    placed = [each for each in incidents if any(one.timed for one in each)] if len(incidents) > 1 else []
    undated = [sketch for each in placed for sketch in each if not sketch.timed and not sketch.background]
    for sketch in sorted(undated, key=_telling):
        own = holding(placed, sketch)
        rest = [each for each in own if each is not sketch]
        best = _best(sketch, [rest if each is own else each for each in incidents if each], siblings, score)
        if best is not None and best is not rest:
            own[:] = rest
            best.append(sketch)


def _go_along(
    few: Sequence[Sketch], incident: Sequence[Sketch], score: Callable[[Sketch, Sketch], float]
) -> bool:
    """Tell whether sketches of one incident fit another on the whole, and none is told apart from it."""
    means = [_mean(sketch, incident, score, least=BEST) for sketch in few]
    apart = any(_told_apart(sketch, incident, score) or at_other_times(sketch, incident) for sketch in few)
    return not apart and sum(means) / len(means) >= threshold() - SLACK


def _mean(
    sketch: Sketch,
    incident: Sequence[Sketch],
    score: Callable[[Sketch, Sketch], float],
    *,
    least: int = 1,
) -> float:
    """Return the mean over the best of an incident's exemplars, of few the better half.

    The others may tell too little. least: how many exemplars count at least, where there are so many.
    """
    points = sorted((score(sketch, each) for each in incident[:EXEMPLARS]), reverse=True)
    better = points[: max(least, min(BEST, (len(points) + 1) // 2))]
    return sum(better) / len(better)


def _siblings(
    web: Sequence[Sketch], score: Callable[[Sketch, Sketch], float]
) -> Mapping[str, Sequence[Sketch]]:
    """Return by id of a sketch what its own report tells apart from it, with a count of its own."""
    by_report: dict[str, list[Sketch]] = {}
    for sketch in web:
        by_report.setdefault(sketch.report, []).append(sketch)
    return {
        sketch.id: [
            each
            for each in by_report[sketch.report]
            if each.id != sketch.id and each.figures and score(sketch, each) < 0
        ]
        for sketch in web
        if len(by_report[sketch.report]) > 1
    }


def _is_of_another(
    sketch: Sketch,
    mean: float,
    incident: Sequence[Sketch],
    siblings: Mapping[str, Sequence[Sketch]],
    score: Callable[[Sketch, Sketch], float],
) -> bool:
    """Tell whether something else that the sketch's report tells of fits an incident better than the sketch.

    A report that tells of an attack of its own, and recalls one that killed 28, is not about the incident
    that killed 28. Not asked where the day is told, nor of a trial, which is about what its report recalls.
    """
    if sketch.exact or sketch.late or sketch.recalled:
        return False
    return any(
        _mean(each, incident, score) > max(mean, threshold()) and _counted_alike(each, incident)
        for each in siblings.get(sketch.id, ())
    )


def _counted_alike(sketch: Sketch, incident: Sequence[Sketch]) -> bool:
    return any(set(sketch.figures) & set(each.figures) for each in incident[:EXEMPLARS])


def _kept_apart(
    sketch: Sketch,
    mean: float,
    incident: list[Sketch],
    siblings: Mapping[str, Sequence[Sketch]],
    score: Callable[[Sketch, Sketch], float],
) -> bool:
    """Tell whether another sketch of its report, or days and counts, keep a sketch out of an incident."""
    return _is_of_another(sketch, mean, incident, siblings, score) or _out_of_place(sketch, incident)


def _out_of_place(sketch: Sketch, incident: Sequence[Sketch]) -> bool:
    """Tell whether days, or counts of what nobody dates, keep a sketch out of an incident."""
    return at_other_times(sketch, incident) or (not sketch.timed and counted_otherwise(sketch, incident))


def _told_apart(sketch: Sketch, incident: Sequence[Sketch], score: Callable[[Sketch, Sketch], float]) -> bool:
    """Tell whether the sketch's own report tells it apart from something in the incident."""
    return any(each.report == sketch.report and score(sketch, each) < 0 for each in incident)


def _telling(sketch: Sketch) -> tuple[bool, bool, bool, bool, bool, int, str, str]:
    """Sorts sketches by how much they tell: those about it, that tell an act with its day and town, first.

    What names a day comes before what names none, lest that bring two days together.
    """
    details = len(sketch.names) + 2 * len(sketch.figures)
    return (
        sketch.background,
        is_response(sketch.types[0]),
        not sketch.exact,
        not sketch.told and not sketch.timed,
        not sketch.placed,
        -min(details, 6),
        # what tells no publication is known from when it was entered, which says nothing of it
        (sketch.known or "~") if sketch.published is not None else "~",
        sketch.id,
    )


def first_known(sketch: Sketch) -> tuple[bool, str, str]:
    """Sorts the sketches of an incident: the first report about it leads, and gives it its id."""
    return sketch.background, sketch.known or "~", sketch.id


def resolve(sketches: Mapping[str, Sketch], links: Links = NO_LINKS) -> tuple[tuple[Sketch, ...], ...]:
    """Reconcile all sketches at once, each compared with each. For tests and small sets."""
    ordered = sorted(sketches.values(), key=lambda sketch: sketch.id)
    pairs = [
        (one.id, other.id)
        for number, one in enumerate(ordered)
        for other in ordered[number + 1 :]
        if linked(one, other, compare(one, other).score)
    ]
    pairs += [(group[0], member) for group in links.merged for member in group[1:]]
    return tuple(incident for web in webs(ordered, pairs) for incident in divide(web, links))
