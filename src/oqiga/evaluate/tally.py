"""Counting right answers: one tally per field and document, summed, with bootstrap intervals."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers in one field: how many were right, given and wanted. May be fractional (half credit)."""

    right: float = 0.0
    given: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Share of the given answers that are right; 0 when none was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted answers that were given; 0 when none was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; plain accuracy where one answer is given and wanted."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field of a benchmark: its summed tally and the 95 % bootstrap interval of its F1."""

    field: str
    tally: Tally
    low: float
    high: float


def summarise(tallies: Sequence[Mapping[str, Tally]], *, samples: int, seed: int) -> list[FieldScore]:
    """Sum the tallies of all documents and resample documents for an interval.

    tallies: one mapping from field to tally per document. samples: number of bootstrap resamples.
    """
    fields = list(dict.fromkeys(field for each in tallies for field in each))
    rng = random.Random(seed)
    draws = [rng.choices(range(len(tallies)), k=len(tallies)) for _ in range(samples)]
    scores = []
    for field in fields:
        column = [each.get(field, Tally()) for each in tallies]
        resampled = sorted(sum((column[i] for i in draw), Tally()).f1 for draw in draws)
        low, high = _interval(resampled)
        scores.append(FieldScore(field, sum(column, Tally()), low, high))
    return scores


def _interval(ordered: Sequence[float]) -> tuple[float, float]:
    if not ordered:
        return (0.0, 1.0)
    last = len(ordered) - 1
    return ordered[round(0.025 * last)], ordered[round(0.975 * last)]
