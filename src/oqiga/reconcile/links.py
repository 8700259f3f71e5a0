"""What analysts decided about sketches, whatever the comparison says: which are one, and what is apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.reconcile.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Links:
    """What analysts decided about sketches. merged: ids of sketches whose incidents are one.

    apart: ids of sketches taken out of their incident, together, as one of their own.
    """

    merged: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()


NO_LINKS = Links()


def placed_apart(web: Sequence[Sketch], links: Links) -> dict[str, int]:
    """Return the number of the group that each sketch of a web was taken out into, for those that were."""
    present = {sketch.id for sketch in web}
    return {
        member: number for number, group in enumerate(links.apart) for member in group if member in present
    }


def merged_by(incidents: Sequence[list[Sketch]], merged: Sequence[tuple[str, ...]]) -> list[list[Sketch]]:
    """Return the incidents, those brought together by an analyst as one."""
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
