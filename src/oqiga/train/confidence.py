"""Fitting the models of confidence, and writing them down."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any
from zlib import crc32

from oqiga.errors import EvaluateError
from oqiga.evaluate.judged import BENCHMARKS, Example, part, read_examples
from oqiga.evaluate.run import load_documents
from oqiga.read.confidence.calibrated import POOLED
from oqiga.read.confidence.features import Features
from oqiga.read.templates.linear import Logistic
from oqiga.train.roles.rank import crossed, logistic

STRENGTH = 0.1
"""How far weights may grow (the inverse of regularisation)."""
_LEAST_SEEN = 8
"""Claims that must have a feature before it counts."""
_FOLDS = 5
_LEAST_EXAMPLES = 200
"""Judged claims that a kind needs for a model of its own."""


def train(
    data: Path,
    out: Path,
    *,
    most: int | None = None,
    tell: Callable[[str], None],
) -> None:
    """Read the train parts of all benchmarks under `data`, fit, and write the models to the file `out`.

    most: reports of each benchmark, all when None. tell: is told how far it is.
    Raises EvaluateError where data are missing.
    """
    examples: list[Example] = []
    for benchmark in BENCHMARKS:
        documents = part(benchmark, load_documents(data / benchmark.name / "train.jsonl"), dev=False)
        found = [read_examples(benchmark, document) for document in islice(documents, most)]
        examples += chain.from_iterable(found)
        tell(f"{benchmark.name}: {len(found)} reports, {sum(map(len, found))} claims judged")
    out.write_text(packed(fit(examples)), encoding="utf-8")


def fit(examples: Sequence[Example]) -> dict[str, Logistic]:
    """Return a model for every kind with enough judged claims, and the pooled one.

    The same examples give the same models. Raises EvaluateError when there are too few for any.
    """
    if len(examples) < _LEAST_EXAMPLES:
        raise EvaluateError(f"only {len(examples)} judged claims; confidence needs {_LEAST_EXAMPLES}")
    counted = Counter(each.family for each in examples)
    named = [name for name, number in sorted(counted.items()) if number >= _LEAST_EXAMPLES]
    models = {name: _model(name, [each for each in examples if each.family == name]) for name in named}
    return models | {POOLED: _model(POOLED, examples)}


def _model(name: str, examples: Sequence[Example]) -> Logistic:
    """Fit one model, then stretch its odds to fit reports that it has not seen.

    Weights that are held small state chances too near the middle; how much too near is told by
    cross-validation over reports.
    """
    tables = _seen([each.features[name] for each in examples])
    right = [each.right for each in examples]
    folds = [crc32(each.document.encode("utf-8")) % _FOLDS for each in examples]
    odds = crossed(tables, right, folds, STRENGTH, logistic)
    stretch = logistic([{"odds": each} for each in odds], right, 1.0)
    model, factor = logistic(tables, right, STRENGTH), stretch.weights.get("odds", 1.0)
    return Logistic(
        stretch.bias + factor * model.bias,
        {feature: factor * weight for feature, weight in model.weights.items()},
    )


def _seen(tables: Sequence[Features]) -> list[Features]:
    """Leave out features that too few claims have."""
    counted = Counter(name for table in tables for name in table)
    return [
        {name: value for name, value in table.items() if counted[name] >= _LEAST_SEEN} for table in tables
    ]


def packed(models: dict[str, Logistic]) -> str:
    """Return models as one JSON text, the same for the same models."""
    kept: dict[str, Any] = {
        name: {
            "bias": round(model.bias, 4),
            "weights": {key: round(value, 4) for key, value in sorted(model.weights.items())},
        }
        for name, model in sorted(models.items())
    }
    return json.dumps({"version": 1, "models": kept}, indent=1) + "\n"
