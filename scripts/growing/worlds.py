"""Reports of an endless invented world, made as they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from oqiga.model.record import Reading
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import BEGINNING, make_world

SEGMENT = 5_000
"""Reports of one stretch of the invented world; about one incident a day."""
NOW = "2090-01-01T00:00:00Z"
"""When all of them are entered."""
FAR = 1_000 * SEGMENT
"""Where the stretches begin that no growing book reaches: what is added there is new to every book."""


def stream(start: int) -> Iterator[Reading]:
    """Yield reports of an endless invented world, from a number on."""
    incidents = SEGMENT * 15 // 100
    segment, skipped = divmod(start, SEGMENT)
    while True:
        beginning = BEGINNING + timedelta(days=segment * incidents)
        world = make_world(seed=segment, incidents=incidents, days=incidents, beginning=beginning)
        for each in cover(world, seed=segment, reports=SEGMENT)[skipped:]:
            yield each.reading
        segment, skipped = segment + 1, 0
