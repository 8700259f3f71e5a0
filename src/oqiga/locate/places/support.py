"""What the places that a text surely names say for its other names: near by, in one list, told again."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.choice import resolve
from oqiga.locate.places.gazetteer import Entry
from oqiga.locate.places.ranks import joined
from oqiga.locate.places.reading_features import Hints, kilometres
from oqiga.locate.places.spelling import place_key
from oqiga.model.syntax import Document

_SURE = 0.8
_MEANT = 0.5
_ROUNDS = 2
_NEAR_KM = 100.0
_MOST_POINTS = 30
_MOST_READINGS = 40
_IN_REGION = 0.4


def support_features(
    document: Document, candidates: Sequence[Candidate], likely: Sequence[float]
) -> list[dict[str, float]]:
    """Return for each candidate the features that other names of the text lend it.

    likely: how likely each candidate names a place by itself, 0..1. near_sure: nearness of one of its
    readings to a place that the text surely names, 0..1. listed: it stands in a list with one. told_again:
    how much likelier the best other mention of its name is. Sure ones need nothing.
    """
    if all(chance >= _SURE for chance in likely):
        return [{} for _ in candidates]
    sure = [each for each, chance in zip(candidates, likely, strict=True) if chance >= _SURE]
    open_ones = [each for each, chance in zip(candidates, likely, strict=True) if chance < _SURE]
    points = _points(document, sure) if any(each.hits for each in open_ones) else []
    lists = _lists(document, candidates, likely)
    best: defaultdict[str, float] = defaultdict(float)
    for each, chance in zip(candidates, likely, strict=True):
        key = place_key(each.name)
        best[key] = max(best[key], chance)
    return [
        {
            "near_sure": _nearness(each, points) if likely[position] < _SURE else 0.0,
            "listed": float(position in lists),
            "told_again": max(best[place_key(each.name)] - likely[position], 0.0),
        }
        for position, each in enumerate(candidates)
    ]


def _points(document: Document, sure: Sequence[Candidate]) -> list[tuple[str, Entry]]:
    """Return the towns and regions that a text surely names and surely means, by the keys of their names."""
    chosen = resolve(document, sure, Hints(), _ROUNDS)
    found: dict[str, Entry] = {}
    for each in sure:
        entry, odds = chosen.get(each.first, (None, 0.0))
        if entry is not None and odds >= _MEANT and (entry.is_city or entry.feature.startswith("ADM")):
            found[place_key(each.name)] = entry
    return list(found.items())[:_MOST_POINTS]


def _nearness(candidate: Candidate, points: Sequence[tuple[str, Entry]]) -> float:
    key = place_key(candidate.name)
    best = 0.0
    for hit in candidate.hits[:_MOST_READINGS]:
        if hit.kind == "rough" or hit.entry.is_country:
            continue
        for other, entry in points:
            if other == key:
                continue
            near = math.exp(-kilometres(hit.entry, entry) / _NEAR_KM) if entry.feature != "ADM1" else 0.0
            held = entry.row in (hit.entry.admin1, hit.entry.row) or 0 <= entry.admin1 == hit.entry.admin1
            best = max(best, near, _IN_REGION * held)
    return best


def _lists(document: Document, candidates: Sequence[Candidate], likely: Sequence[float]) -> set[int]:
    """Return the candidates that stand in a list with a place that is surely one."""
    found: set[int] = set()
    run: list[int] = []
    for position, candidate in enumerate(candidates):
        if run and not joined(document, candidates[run[-1]], candidate):
            found |= _of_places(run, likely)
            run = []
        run.append(position)
    return found | _of_places(run, likely)


def _of_places(run: Sequence[int], likely: Sequence[float]) -> set[int]:
    sure = [position for position in run if likely[position] >= _SURE]
    return set(run) if len(run) > 1 and sure else set()
