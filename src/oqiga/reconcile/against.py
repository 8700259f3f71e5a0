"""What speaks against a sketch in an incident, however well it fits some of its reports: days and counts."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.reconcile.comparing_figures import dead_in, far_fewer
from oqiga.reconcile.comparing_times import times_compared
from oqiga.reconcile.sketch import Sketch

EXEMPLARS = 6
"""An incident is compared through the sketches that opened it, at most so many; they tell most."""
APART = -2.0
"""Points of two times from which down they are of two days: more than one exemplar must say so."""
FAR_APART = -8.0
"""Points of two times that are far apart."""
AGREED = 1.0
"""Points of two times from which on they are of one day, or near each other."""


def at_other_times(sketch: Sketch, incident: Sequence[Sketch]) -> bool:
    """Tell whether a sketch is told under another day than some exemplars of an incident, and as none is.

    What nobody dates goes with either of two attacks on one site, and must not bring them together.
    """
    if sketch.late:
        return False
    telling = [each for each in incident if not each.late and (each.told or each.first or each.published)]
    points = [times_compared(sketch, each).score for each in telling[:EXEMPLARS]]
    far = any(each <= FAR_APART for each in points) or sum(each <= APART for each in points) > 1
    return far and not any(each >= AGREED for each in points)


def counted_otherwise(sketch: Sketch, incident: Sequence[Sketch]) -> bool:
    """Tell whether an undated sketch counts far other dead than some exemplars, and about as many as none.

    16 are not the 170 of another year's attack on one site; the least of the first hour may be.
    """
    others = [each for each in incident[:EXEMPLARS] if dead_in(each)]
    if not dead_in(sketch):
        return False
    mine = max(dead_in(sketch))
    if any(mine <= 2 * max(dead_in(each)) <= 4 * mine for each in others):
        return False
    if any(times_compared(sketch, each).score >= AGREED for each in incident[:EXEMPLARS]):
        return False
    return sum(far_fewer(sketch, each) or far_fewer(each, sketch) for each in others) > 1
