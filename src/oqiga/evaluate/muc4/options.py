"""Answers that a slot of a template may have, among which a trained model or a plain rule chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.read.templates.linear import Logistic

Value = TypeVar("Value")

FAR = 4
"""Sentences that count as far."""


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """One answer, and the features by which it is judged."""

    value: Value
    features: Mapping[str, float]


def best(options: Sequence[Option[Value]], model: Logistic) -> Value | None:
    """Return the likeliest answer, None where there is none to choose from."""
    if not options:
        return None
    return max(options, key=lambda each: model.log_odds(each.features)).value


def sentences_of(document: Document, fillers: Sequence[Span]) -> list[int]:
    """Return the number of the sentence of each filler, the fillers in their order."""
    found = (document.sentence_at(each.start) for each in fillers)
    return [sentence.index for sentence in found if sentence is not None]


def nearness(told: Sequence[int], fillers: Sequence[int]) -> dict[str, float]:
    """Return how near mentions stand to fillers, both given by their sentences; the surest filler first.

    Features: the nearest distance, behind and before apart, the share of fillers in one sentence with a
    mention, and whether the first filler is.
    """
    steps = [at - filler for at in told for filler in fillers]
    nearest = min((abs(step) for step in steps), default=FAR)
    before = min((-step for step in steps if step <= 0), default=FAR)
    features = {f"within {min(nearest, FAR)}": 1.0, f"before {min(before, FAR)}": 1.0}
    if fillers:
        shared = set(told)
        features["share"] = sum(each in shared for each in fillers) / len(fillers)
        features["first"] = float(fillers[0] in shared)
        features["first before"] = float(fillers[0] - 1 in shared)
    return features
