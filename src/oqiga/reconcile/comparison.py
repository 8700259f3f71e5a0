"""One feature of two sketches compared: points for or against, the values, and why in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.reconcile.kinship import weight


@dataclass(frozen=True, slots=True)
class Comparison:
    """One feature of two sketches. score: points; left, right: the values; why: one sentence."""

    feature: str
    score: float
    left: str
    right: str
    why: str


def scored(feature: str, kind: str, left: object, right: object, why: str) -> Comparison:
    """Return what two values of a feature come to by the codebook's weight of that kind."""
    return Comparison(feature, weight(feature, kind), str(left), str(right), why)
