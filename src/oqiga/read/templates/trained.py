"""The trained files of templates, beside the encoder's: the model of words and the rankers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from oqiga.read.encoder.labels import ROLES
from oqiga.read.encoder.model import WEIGHTS, Floats
from oqiga.read.templates.clauses import ClauseModel
from oqiga.read.templates.fill import Ranking
from oqiga.read.templates.forest import Forest
from oqiga.read.templates.hashed import HashedModel
from oqiga.read.templates.linear import Choice, Logistic
from oqiga.read.templates.looks import Look
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.words import WordModel

WORDS, CLAUSES, RANKING, FORESTS = "words.npz", "clauses.npz", "ranking.json.gz", "forests.npz"
"""Names of the files."""

LOOKS = ("first", "second")
"""The names of the two looks at candidates in the files."""


@lru_cache(maxsize=1)
def word_model() -> WordModel | None:
    """Return the shipped model of words, None where it is not installed."""
    path = WEIGHTS / WORDS
    return WordModel(*load_hashed(path)) if path.exists() else None


@lru_cache(maxsize=1)
def clause_model() -> ClauseModel | None:
    """Return the shipped model of clauses, None where it is not installed."""
    path = WEIGHTS / CLAUSES
    return ClauseModel(*load_hashed(path)) if path.exists() else None


def load_hashed(path: Path) -> tuple[Floats, Floats]:
    """Read the weights and biases of a model over hashed features."""
    with np.load(path) as arrays:
        scales = arrays["scale"][:, None].astype(np.float32)
        return arrays["weights"].astype(np.float32) * scales, arrays["bias"].astype(np.float32)


def save_hashed(model: HashedModel, path: Path) -> None:
    """Write a model over hashed features in 8 bits a weight."""
    scales = np.maximum(np.abs(model.weights).max(axis=1), 1e-6) / 127
    weights = np.round(model.weights / scales[:, None]).astype(np.int8)
    np.savez_compressed(path, weights=weights, scale=scales.astype(np.float32), bias=model.bias)


@lru_cache(maxsize=1)
def ranking() -> Ranking | None:
    """Return the shipped rankers, None where they are not installed."""
    kept = _kept()
    return None if kept is None else ranking_of(kept, load_forests(WEIGHTS / FORESTS))


def load_forests(path: Path) -> tuple[dict[str, Forest], ...]:
    """Read the forests of all roles, those of the first look before those of the second."""
    with np.load(path) as arrays:
        kept = {name: arrays[name] for name in arrays.files}
    return tuple({role: Forest.of(kept, f"{look}.{role}") for role in ROLES} for look in LOOKS)


def save_forests(looks: Sequence[Look], path: Path) -> None:
    """Write the forests of both looks."""
    arrays: dict[str, Any] = {}
    for name, look in zip(LOOKS, looks, strict=True):
        for role, forest in look.forests.items():
            arrays |= forest.arrays(f"{name}.{role}")
    np.savez_compressed(path, **arrays)


@lru_cache(maxsize=1)
def choices() -> Mapping[str, Choice]:
    """Return the shipped models that choose among values of a slot, by slot; none where not installed."""
    kept = _kept() or {}
    return {name: Choice.of(each) for name, each in kept.get("choices", {}).items()}


@lru_cache(maxsize=1)
def worth() -> Mapping[str, Logistic]:
    """Return the shipped models that weigh whether a value is worth giving, by slot of a form."""
    return _models((_kept() or {}).get("worth", {}))


@lru_cache(maxsize=1)
def place_model() -> Logistic | None:
    """Return the shipped model that chooses among the places of an incident, None where not installed."""
    kept = _kept()
    return None if kept is None else Logistic.of(kept["places"])


def ranking_of(kept: Mapping[str, Any], forests: Sequence[Mapping[str, Forest]]) -> Ranking:
    """Take up rankers as they were written down. forests: those of the first look, and of the second."""
    first, second = (
        Look(_models(kept["looks"][name]), grown) for name, grown in zip(LOOKS, forests, strict=True)
    )
    return Ranking(
        subjects=_models(kept["subjects"]),
        relevant=Logistic.of(kept["relevant"]),
        holds=Logistic.of(kept["holds"]),
        several=Logistic.of(kept["several"]),
        together=Logistic.of(kept["together"]),
        types=_models(kept["types"]),
        looks=(first, second),
        priors={name: _priors(each) for name, each in kept["priors"].items()},
        least=kept["least"],
    )


def _models(kept: Mapping[str, Any]) -> dict[str, Logistic]:
    return {name: Logistic.of(each) for name, each in kept.items()}


def _priors(kept: Mapping[str, Any]) -> Priors:
    return Priors(
        {string: (each[0], each[1]) for string, each in kept["strings"].items()},
        {head: (each[0], each[1]) for head, each in kept["heads"].items()},
    )


@lru_cache(maxsize=1)
def _kept() -> Mapping[str, Any] | None:
    path = WEIGHTS / RANKING
    if not path.exists():
        return None
    loaded: Mapping[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    return loaded


def save_ranking(kept: Any, path: Path) -> None:
    """Write rankers; the same ones give the same bytes."""
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
