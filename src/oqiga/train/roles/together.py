"""Fitting the model that tells which fillers are of one incident, on fillers that were chosen unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.fill import Judged, standing_in
from oqiga.read.templates.filled import Filler
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.together import of_pairs
from oqiga.train.roles.counts import as_candidate
from oqiga.train.roles.examples import SLOTS
from oqiga.train.roles.rank import logistic

Document = Mapping[str, Any]
Table = Mapping[str, float]
_STRENGTH = 0.03


def fit_together(
    documents: Sequence[Document],
    evidence: Sequence[Evidence],
    judged: Sequence[Judged],
    least: Mapping[str, float],
    folds: Sequence[int],
) -> tuple[Logistic, list[Logistic]]:
    """Return the model of all reports and, for each report, the one of the other folds."""
    rows = [_rows(*each, least) for each in zip(documents, evidence, judged, strict=True)]
    without = {
        fold: _fit([row for row, each in zip(rows, folds, strict=True) if each != fold])
        for fold in set(folds)
    }
    return _fit(rows), [without[fold] for fold in folds]


def _rows(
    document: Document, evidence: Evidence, judged: Judged, least: Mapping[str, float]
) -> list[tuple[Table, bool]]:
    """Return the pairs of fillers of one report that are of its key, and whether a template has both."""
    standing = [*chain.from_iterable(standing_in(evidence, judged, least).values())]
    held = [_templates_with(each.filler, document) for each in standing]
    return [
        (features, not held[one].isdisjoint(held[other]))
        for (one, other), features in of_pairs(evidence, standing, judged.several).items()
        if held[one] and held[other]
    ]


def _templates_with(filler: Filler, document: Document) -> set[int]:
    """Return the numbers of the templates of the key that a filler stands in."""
    return {
        number
        for number, template in enumerate(document["templates"])
        for each in template[SLOTS[filler.role]]
        if filler.text in {as_candidate(string, filler.role) for string in each["alts"]}
    }


def _fit(rows: Sequence[Sequence[tuple[Table, bool]]]) -> Logistic:
    """Fit over features brought to at most 1, the scale then taken into the weights."""
    pairs = [pair for each in rows for pair in each]
    most: dict[str, float] = {}
    for table, _ in pairs:
        for name, value in table.items():
            most[name] = max(most.get(name, 0.0), abs(value))
    tables = [{name: value / (most[name] or 1.0) for name, value in table.items()} for table, _ in pairs]
    model = logistic(tables, [right for _, right in pairs], _STRENGTH)
    return Logistic(
        model.bias, {name: weight / (most[name] or 1.0) for name, weight in model.weights.items()}
    )
