"""What analysts decided about incidents as a whole: which are one, and what is apart."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.decision import Anchor, Decision, DecisionKind
from oqiga.reconcile.links import Links
from oqiga.reconcile.sketch import Sketch


def links_of(decisions: Sequence[Decision], sketches: Sequence[Sketch]) -> Links:
    """Return what the decisions in effect say about these sketches, the later decision winning."""
    by_id = {sketch.id: sketch for sketch in sketches}
    merged: list[tuple[str, ...]] = []
    apart: dict[str, int] = {}
    for number, decision in enumerate(decisions):
        if decision.kind is DecisionKind.MERGE:
            group = tuple(found.id for a in decision.about if (found := met(a, sketches, by_id)) is not None)
            for member in group:
                apart.pop(member, None)
            merged.append(group)
        elif decision.kind is DecisionKind.SPLIT:
            taken = [found.id for a in decision.about[1:] if (found := met(a, sketches, by_id)) is not None]
            apart.update(dict.fromkeys(taken, number))
            merged = [tuple(member for member in group if member not in taken) for group in merged]
    groups = [
        tuple(name for name, split in apart.items() if split == number) for number in set(apart.values())
    ]
    return Links(tuple(group for group in merged if len(group) > 1), tuple(sorted(groups)))


def met(anchor: Anchor, sketches: Sequence[Sketch], by_id: dict[str, Sketch]) -> Sketch | None:
    """Return the sketch an anchor points at: by its id, else the one of the same report on the same words."""
    if anchor.id in by_id:
        return by_id[anchor.id]
    own = [sketch for sketch in sketches if sketch.report == anchor.report]
    return max(own, key=lambda sketch: (_shared(sketch, anchor), sketch.id)) if own else None


def _shared(sketch: Sketch, anchor: Anchor) -> int:
    return min(sketch.span.end, anchor.span.end) - max(sketch.span.start, anchor.span.start)
