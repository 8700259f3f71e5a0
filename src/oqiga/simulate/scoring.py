"""Scores of reconciling against the truth: B-cubed of reports to incidents, and right standing figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision, recall and F1 of a grouping, averaged over what is grouped; each 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(found: Mapping[str, str], truth: Mapping[str, str]) -> BCubed:
    """Score a grouping. found, truth: name of what is grouped → its group; both name the same things.

    Source: Bagga and Baldwin, 1998.
    """
    if set(found) != set(truth):
        raise ValueError("the groupings are not of the same things")
    both = Counter((found[name], truth[name]) for name in truth)
    mine, theirs = Counter(found.values()), Counter(truth.values())
    precision = sum(count * count / mine[group] for (group, _), count in both.items())
    recall = sum(count * count / theirs[group] for (_, group), count in both.items())
    return BCubed(precision / len(truth), recall / len(truth))
