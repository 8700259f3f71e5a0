"""From sketches that hang together to incidents, whatever the order in which they came.

Sketches linked by a comparison form a web; a web may chain two incidents together through one report that
mixes them. So each web is divided again: its sketches are taken in an order that depends on what they say,
those that tell most first, and each joins the incident it agrees with best on average, or opens one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from oqiga.reconcile.compare import compare
from oqiga.reconcile.kinship import is_response, threshold
from oqiga.reconcile.sketch import Sketch

EXEMPLARS = 6
"""An incident is compared through the sketches that opened it, at most so many; they tell most."""
SLACK = 0.5
"""How many points less than `same` an average may have, since it stands on several comparisons; none where
nothing tells when it was."""


CROWD = 0.3
"""Points that an incident gains over another with each doubling of its reports: what tells little is more
likely about what many tell of."""


@dataclass(frozen=True, slots=True)
class Links:
    """What analysts decided about sketches. merged: ids of sketches whose incidents are one.

    apart: ids of sketches taken out of their incident, together, as one of their own.
    """

    merged: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()


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
    links: Links = Links(),
    *,
    score: Callable[[Sketch, Sketch], float] = lambda one, other: compare(one, other).score,
) -> tuple[tuple[Sketch, ...], ...]:
    """Divide one web into incidents. The first sketch of each gives the incident its id."""
    apart = _placed_apart(web, links)
    incidents: list[list[Sketch]] = []
    siblings = _siblings(web, score)
    for sketch in sorted((each for each in web if each.id not in apart), key=_telling):
        best, points = None, float("-inf")
        for incident in incidents:
            mean = _mean(sketch, incident, score)
            if _is_of_another(sketch, mean, incident, siblings, score):
                continue
            weighed = mean + CROWD * math.log2(len(incident))
            slack = SLACK if sketch.timed else 0.0
            if mean >= threshold() - slack and weighed > points and not _told_apart(sketch, incident, score):
                best, points = incident, weighed
        if best is None:
            incidents.append([sketch])
        else:
            best.append(sketch)
    by_number: dict[int, list[Sketch]] = {}
    for sketch in web:
        if sketch.id in apart:
            by_number.setdefault(apart[sketch.id], []).append(sketch)
    joined = _merged([*incidents, *by_number.values()], links.merged)
    return tuple(tuple(sorted(each, key=first_known)) for each in joined)


def _mean(sketch: Sketch, incident: Sequence[Sketch], score: Callable[[Sketch, Sketch], float]) -> float:
    """Return the mean over the better half of an incident's exemplars: the others may tell too little."""
    points = sorted((score(sketch, each) for each in incident[:EXEMPLARS]), reverse=True)
    better = points[: (len(points) + 1) // 2]
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


def _told_apart(sketch: Sketch, incident: Sequence[Sketch], score: Callable[[Sketch, Sketch], float]) -> bool:
    """Tell whether the sketch's own report tells it apart from something in the incident."""
    return any(each.report == sketch.report and score(sketch, each) < 0 for each in incident)


def _telling(sketch: Sketch) -> tuple[bool, bool, bool, bool, int, str, str]:
    """Sorts sketches by how much they tell: those about it, that tell an act with its day and town, first."""
    details = len(sketch.names) + 2 * len(sketch.figures)
    return (
        sketch.background,
        is_response(sketch.types[0]),
        not sketch.exact,
        not sketch.placed,
        -min(details, 6),
        # what tells no publication is known from when it was entered, which says nothing of it
        (sketch.known or "~") if sketch.published is not None else "~",
        sketch.id,
    )


def first_known(sketch: Sketch) -> tuple[bool, str, str]:
    """Sorts the sketches of an incident: the first report about it leads, and gives it its id."""
    return sketch.background, sketch.known or "~", sketch.id


def _placed_apart(web: Sequence[Sketch], links: Links) -> dict[str, int]:
    present = {sketch.id for sketch in web}
    return {
        member: number for number, group in enumerate(links.apart) for member in group if member in present
    }


def _merged(incidents: Sequence[list[Sketch]], merged: Sequence[tuple[str, ...]]) -> list[list[Sketch]]:
    where = {sketch.id: number for number, incident in enumerate(incidents) for sketch in incident}
    target = list(range(len(incidents)))
    for group in merged:
        numbers = sorted({_final(target, where[member]) for member in group if member in where})
        for number in numbers[1:]:
            target[number] = numbers[0]
    joined: dict[int, list[Sketch]] = {}
    for number, incident in enumerate(incidents):
        joined.setdefault(_final(target, number), []).extend(incident)
    return list(joined.values())


def _final(target: Sequence[int], number: int) -> int:
    while target[number] != number:
        number = target[number]
    return number


def resolve(sketches: Mapping[str, Sketch], links: Links = Links()) -> tuple[tuple[Sketch, ...], ...]:
    """Reconcile all sketches at once, each compared with each. For tests and small sets."""
    ordered = sorted(sketches.values(), key=lambda sketch: sketch.id)
    pairs = [
        (one.id, other.id)
        for number, one in enumerate(ordered)
        for other in ordered[number + 1 :]
        if compare(one, other).same
    ]
    pairs += [(group[0], member) for group in links.merged for member in group[1:]]
    return tuple(incident for web in webs(ordered, pairs) for incident in divide(web, links))
