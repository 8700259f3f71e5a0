"""From which log odds an answer counts as yes: where the F1 over unseen reports is highest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.fill import Judged
from oqiga.train.roles.counts import key_strings
from oqiga.train.roles.examples import SLOTS
from oqiga.train.roles.rank import types_of

Document = Mapping[str, Any]
_GRID = [step / 10 for step in range(-20, 6)]


def choose(
    documents: Sequence[Document], evidence: Sequence[Evidence], judged: Sequence[Judged]
) -> dict[str, float]:
    """Return the thresholds that `fill` takes, from judgements by models that had not seen the reports."""
    holds = [bool(each["templates"]) for each in documents]
    odds = [each.relevant for each in judged]
    least = {"relevant": _best([*zip(odds, holds, strict=True)], sum(holds))}
    read = [number for number, each in enumerate(judged) if each.relevant > least["relevant"]]
    seconds = [
        (value, name in types_of(documents[number]))
        for number in read
        for name, value in sorted(judged[number].types.items(), key=lambda pair: -pair[1])[1:]
    ]
    least["second"] = _best(seconds, sum(right for _, right in seconds))
    for place, role in enumerate(ROLES):
        answers: list[tuple[float, bool]] = []
        for number in read:
            wanted = key_strings(documents[number], role)
            pairs = zip(evidence[number].candidates, judged[number].candidates, strict=True)
            answers += [(value, each.text in wanted) for each, value in pairs if each.role == place]
        least[role] = _best(answers, sum(len(_entities(each, role)) for each in documents))
    return least


def _entities(document: Document, role: str) -> frozenset[str]:
    """Return one string for each filler of the key: those are wanted once, however they are named."""
    fillers = [filler for template in document["templates"] for filler in template[SLOTS[role]]]
    return frozenset(filler["alts"][0] for filler in fillers)


def _best(answers: Sequence[tuple[float, bool]], wanted: int) -> float:
    def f1(least: float) -> float:
        given = [right for value, right in answers if value > least]
        return 2 * sum(given) / (len(given) + wanted) if given or wanted else 0.0

    return max(_GRID, key=f1)
