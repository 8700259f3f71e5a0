"""What a process remembers of a book: sketches and claims parsed already, pairs compared already."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from oqiga.book.recent import Recent
from oqiga.ledger import index
from oqiga.ledger.index import Candidate, FiledSketch
from oqiga.model.claims import Claim
from oqiga.model.wire import claim_from_json
from oqiga.reconcile.compare import compare
from oqiga.reconcile.sketch import Sketch, sketch_from_json

_SKETCHES, _CLAIMS = 12_000_000, 20_000_000
"""Letters of JSON that are remembered parsed: about 40 MB of memory each."""
_SCORES = 50_000


@dataclass(frozen=True, slots=True)
class Scored:
    """The points of two sketches, with the very sketches: another version of a report may tell otherwise."""

    one: Sketch
    other: Sketch
    points: float


class Memory:
    """What was parsed or compared already; bounded, and only ever saves time."""

    def __init__(self) -> None:
        self.sketches: Recent[tuple[str, int], Sketch] = Recent(_SKETCHES)
        self.scores: Recent[tuple[str, str], Scored] = Recent(_SCORES)
        self.claims: Recent[tuple[str, int], tuple[Claim, ...]] = Recent(_CLAIMS)

    def sketch(self, filed: FiledSketch) -> Sketch:
        """Return the sketch of a filed one."""
        found = self.sketches.get((filed.id, filed.entry))
        if found is None:
            found = sketch_from_json(filed.body)
            self.keep(found, filed)
        return found

    def keep(self, sketch: Sketch, filed: FiledSketch) -> None:
        """Remember the sketch of a filed one."""
        self.sketches.keep((filed.id, filed.entry), sketch, len(filed.body))

    def of_candidates(
        self, connection: Connection, found: Sequence[Candidate]
    ) -> list[tuple[Candidate, Sketch]]:
        """Return candidates with their sketches; only those not remembered are read."""
        wanted = [(each.id, each.entry) for each in found]
        known = {key: sketch for key in wanted if (sketch := self.sketches.get(key)) is not None}
        read = index.filed(connection, [key for key in wanted if key not in known])
        known |= {(each.id, each.entry): self.sketch(each) for each in read}
        return [(each, known[key]) for each, key in zip(found, wanted, strict=True)]

    def score(self, one: Sketch, other: Sketch) -> float:
        """Return the points of two sketches."""
        if one.id > other.id:
            one, other = other, one
        scored = self.scores.get((one.id, other.id))
        if scored is None or scored.one is not one or scored.other is not other:
            scored = Scored(one, other, compare(one, other).score)
            self.scores.keep((one.id, other.id), scored)
        return scored.points

    def claims_of(
        self, connection: Connection, wanted: Sequence[tuple[str, int]]
    ) -> dict[tuple[str, int], tuple[Claim, ...]]:
        """Return the claims behind sketches, by id and entry; only those not remembered are read."""
        known = {key: told for key in wanted if (told := self.claims.get(key)) is not None}
        bodies: dict[tuple[str, int], list[str]] = {key: [] for key in wanted if key not in known}
        for filed in index.claims_of(connection, list(bodies)):
            bodies[filed.sketch, filed.entry].append(filed.body)
        for key, packed in bodies.items():
            known[key] = tuple(claim_from_json(json.loads(body)) for body in packed)
            self.claims.keep(key, known[key], sum(map(len, packed)))
        return known
