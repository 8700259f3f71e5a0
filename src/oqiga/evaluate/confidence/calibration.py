"""Whether confidence means what it says: stated chances against how often claims were right, on dev."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from oqiga.errors import EvaluateError
from oqiga.evaluate.judged import BENCHMARKS, Benchmark, Example, part, read_examples
from oqiga.evaluate.run import load_documents
from oqiga.read.confidence.calibrated import POOLED, Models

BINS = 10
"""Bins of equal width between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim of the dev parts: its report, its kind, the chance stated, and whether it was right."""

    document: str
    family: str
    chance: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims whose stated chances are alike: how many, the mean chance, the share that was right."""

    claims: int
    stated: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """One kind of claim: expected calibration error with its 95 % bootstrap interval, and its bins.

    brier: mean squared difference of chance and truth; base: share of all claims that was right.
    """

    name: str
    claims: int
    base: float
    error: float
    low: float
    high: float
    brier: float
    bins: tuple[Bin, ...]


def dev_examples(folder: Path, limit: int | None = None) -> Iterator[Example]:
    """Read the dev parts of all benchmarks under `folder`. limit: reports of each.

    Raises EvaluateError where data are missing.
    """
    for benchmark in BENCHMARKS:
        documents = part(benchmark, load_documents(_path(folder, benchmark)), dev=True)
        for document in islice(documents, limit):
            yield from read_examples(benchmark, document)


def _path(folder: Path, benchmark: Benchmark) -> Path:
    return folder / benchmark.name / ("train.jsonl" if benchmark.split else "dev.jsonl")


def judged(examples: Sequence[Example], models: Models) -> list[Judged]:
    """State the chance of every example by the model that its claim would get."""
    return [
        Judged(
            each.document,
            each.family,
            models[name].chance(each.features[name]),
            each.right,
        )
        for each in examples
        for name in (each.family if each.family in models else POOLED,)
    ]


def calibrations(claims: Sequence[Judged], *, samples: int = 1000, seed: int = 1) -> list[Calibration]:
    """Measure each kind of claim and all together. samples, seed: of the bootstrap over reports.

    Raises EvaluateError when no claim was judged.
    """
    if not claims:
        raise EvaluateError("no claim could be judged")
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for each in claims:
        kinds[each.family].append(each)
    return [
        _calibration(name, found, samples, seed)
        for name, found in (*sorted(kinds.items()), ("all", list(claims)))
    ]


def _calibration(name: str, claims: Sequence[Judged], samples: int, seed: int) -> Calibration:
    by_document: dict[str, list[Judged]] = defaultdict(list)
    for each in claims:
        by_document[each.document].append(each)
    documents = list(by_document.values())
    rng = random.Random(seed)
    errors = sorted(
        expected_error([each for drawn in rng.choices(documents, k=len(documents)) for each in drawn])
        for _ in range(samples)
    )
    return Calibration(
        name,
        len(claims),
        sum(each.right for each in claims) / len(claims),
        expected_error(claims),
        errors[round(0.025 * (samples - 1))],
        errors[round(0.975 * (samples - 1))],
        sum((each.chance - each.right) ** 2 for each in claims) / len(claims),
        bins(claims),
    )


def bins(claims: Sequence[Judged]) -> tuple[Bin, ...]:
    """Return the bins that hold claims, from low to high."""
    held: dict[int, list[Judged]] = defaultdict(list)
    for each in claims:
        held[min(int(each.chance * BINS), BINS - 1)].append(each)
    return tuple(
        Bin(
            len(found),
            sum(each.chance for each in found) / len(found),
            sum(each.right for each in found) / len(found),
        )
        for _, found in sorted(held.items())
    )


def expected_error(claims: Sequence[Judged]) -> float:
    """Return the mean distance between stated chance and share of right claims, bins by their size."""
    return sum(each.claims * abs(each.stated - each.right) for each in bins(claims)) / len(claims)


def table(found: Sequence[Calibration]) -> str:
    """Lay calibrations out as a Markdown table."""
    lines = [
        "| claims | judged | right | expected calibration error | 95 % interval | Brier |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {each.name} | {each.claims} | {100 * each.base:.1f} % | {each.error:.3f} | "
        f"{each.low:.3f}–{each.high:.3f} | {each.brier:.3f} |"
        for each in found
    ]
    return "\n".join(lines)
