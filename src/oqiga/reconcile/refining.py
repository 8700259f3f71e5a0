"""Undated sketches looked at once more when all are placed: each goes with those that it agrees with best.

Where nothing tells when something was, a report is placed by the few that tell most, and what two attacks
of one town have in common may bring it to the wrong one. On the whole it agrees best with its own.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from oqiga.reconcile.kinship import threshold
from oqiga.reconcile.sketch import Sketch

Order = tuple[bool, bool, bool, bool, bool, int, str, str]
"""How much a sketch tells, and its id, as they are sorted."""
ROUNDS = 4
"""How often all undated sketches are looked at, at most: later ones may follow those that moved."""
MOST = 12
"""Sketches of an incident that one is compared with, those that tell most."""
MARGIN = 0.1
"""Points by which another incident must fit better on the whole for a sketch to move there."""
CROWD = 0.15
"""Points that an incident gains with each doubling of its reports, as where sketches are first placed."""
ALONE = 0.25
"""Points below the threshold that a sketch by itself is taken to fit itself with."""


def holding(incidents: Sequence[list[Sketch]], sketch: Sketch) -> list[Sketch]:
    """Return the incident that holds this very sketch; comparing sketches by all that they tell is slow."""
    return next(each for each in incidents if any(one is sketch for one in each))


def refined(
    incidents: Sequence[list[Sketch]],
    *,
    score: Callable[[Sketch, Sketch], float],
    telling: Callable[[Sketch], Order],
    fits: Callable[[Sketch, list[Sketch]], bool],
) -> list[list[Sketch]]:
    """Return the incidents, each undated sketch in the one that it agrees with best on the whole.

    Only those move whose incident nothing dates. telling: sorts sketches by how much they tell. fits: whether
    nothing speaks against a sketch in an incident.
    """
    found = [list(each) for each in incidents]
    for _ in range(ROUNDS):
        undated = [sketch for each in found if not any(one.timed for one in each) for sketch in each]
        if not sum(_moved(sketch, found, score, telling, fits) for sketch in sorted(undated, key=telling)):
            break
    return [each for each in found if each]


def _moved(
    sketch: Sketch,
    incidents: Sequence[list[Sketch]],
    score: Callable[[Sketch, Sketch], float],
    telling: Callable[[Sketch], Order],
    fits: Callable[[Sketch, list[Sketch]], bool],
) -> bool:
    """Move a sketch to the incident that it fits best, if that is another, and tell whether it moved."""

    def mean(incident: Sequence[Sketch]) -> float:
        others = sorted((each for each in incident if each is not sketch), key=telling)[:MOST]
        if not others:
            return threshold() - ALONE
        crowd = CROWD * math.log2(len(others))
        return sum(score(sketch, each) for each in others) / len(others) + crowd

    own = holding(incidents, sketch)
    best, points = own, mean(own) + MARGIN
    for incident in incidents:
        if incident is own or not incident:
            continue
        if (fitting := mean(incident)) > points and fits(sketch, incident):
            best, points = incident, fitting
    if best is not own:
        own[:] = [each for each in own if each is not sketch]
        best.append(sketch)
    return best is not own
