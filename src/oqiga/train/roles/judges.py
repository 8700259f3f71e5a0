"""Fitting the judges of relevance, types and candidates on reports that the encoder has not seen.

Each report is also judged by judges fitted without it, so that thresholds and figures are cross-validated.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oqiga.read.encoder.labels import TYPES
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.features import describe
from oqiga.read.templates.fill import Judged
from oqiga.read.templates.looks import Look
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.report import of_findings, of_report, of_type
from oqiga.read.templates.several import SEVERAL, of_several
from oqiga.train.roles.looks import fit_looks
from oqiga.train.roles.rank import TAUGHT_TYPES, crossed, holds_several, levelled, types_of

Document = Mapping[str, Any]
Table = Mapping[str, float]
_FOLDS = 10
_STRENGTH = {"relevant": 0.05, "holds": 0.05, SEVERAL: 0.02}
_OF_TYPES = 0.1


@dataclass(frozen=True, slots=True)
class Fitted:
    """Logistic judges by name, those of types under "types"; two looks at candidates."""

    kept: dict[str, Any]
    looks: tuple[Look, Look]
    judged: Sequence[Judged]


def fit_judges(
    documents: Sequence[Document],
    evidence: Sequence[Evidence],
    told: Sequence[Mapping[str, float]],
    priors: Sequence[Mapping[str, Priors]],
    tell: Callable[[str], None],
) -> Fitted:
    """Fit all judges, and judge each report by judges that have not seen it.

    told: for each report, what `subjects` says of it. priors: for each report, the counts of other reports.
    """
    folds = folds_of(len(documents))
    kept: dict[str, Any] = {"types": {}}

    def answer(name: str, tables: Sequence[Table], wanted: Sequence[bool]) -> list[float]:
        strength = _STRENGTH.get(name, _OF_TYPES)
        place = kept if name in _STRENGTH else kept["types"]
        place[name] = levelled(tables, wanted, strength)
        return crossed(tables, wanted, folds, strength)

    holds = [bool(document["templates"]) for document in documents]
    relevant = answer("relevant", [of_report(*pair) for pair in zip(evidence, told, strict=True)], holds)
    types: list[dict[str, float]] = [{} for _ in documents]
    for name in TAUGHT_TYPES:
        tables = [of_type(each, TYPES.index(name), words) for each, words in zip(evidence, told, strict=True)]
        wanted = [name in types_of(document) for document in documents]
        for odds, value in zip(types, answer(name, tables, wanted), strict=True):
            odds[name] = value
    described = [describe(*each) for each in zip(evidence, priors, relevant, strict=True)]
    candidates, looks = fit_looks(documents, evidence, described, relevant, types, folds, tell)
    findings = [of_findings(*each) for each in zip(evidence, relevant, types, candidates, strict=True)]
    relevant = answer("holds", findings, holds)
    tables = [of_several(*each) for each in zip(evidence, relevant, types, candidates, told, strict=True)]
    several = answer(SEVERAL, tables, [holds_several(document) for document in documents])
    judged = [
        Judged(*each[:3], tuple(each[3])) for each in zip(relevant, several, types, candidates, strict=True)
    ]
    return Fitted(kept, looks, judged)


def folds_of(count: int) -> list[int]:
    """Return for each of so many reports the fold in which judges are tried on it."""
    order = list(range(count))
    random.Random(5).shuffle(order)
    fold_of = {number: place % _FOLDS for place, number in enumerate(order)}
    return [fold_of[number] for number in range(count)]
