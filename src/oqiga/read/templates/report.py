"""Features of a whole report: does it hold an incident, and of which types."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.evidence import Evidence, chance, logit, score
from oqiga.read.templates.linear import Logistic, bag_of_words

RELEVANT = "relevant"
"""The name of the model of words for a report that holds an incident, beside one for each type."""

_LIKELY = -1.0


def subjects(text: str, models: dict[str, Logistic]) -> dict[str, float]:
    """Return what the models over the bag of words say: log odds by name."""
    bag = bag_of_words(text)
    return {name: model.log_odds(bag) for name, model in models.items()}


def of_report(evidence: Evidence, told: Mapping[str, float]) -> dict[str, float]:
    """Return the features that tell whether a report holds an incident. told: as `subjects` gives it."""
    features = {
        "encoder": logit(float(evidence.encoded.report[0])),
        "bag": told[RELEVANT],
        "length": math.log(len(evidence.encoded.offsets) + 1),
    }
    for number, role in enumerate(ROLES):
        best = max(
            (max(map(score, c.mentions)) for c in evidence.candidates if c.role == number), default=-7.0
        )
        features[f"best_{role}"] = best / 3
        ends = evidence.opinion.ends[:, number]
        features[f"word_{role}"] = float(ends.max(initial=-9.0))
        features[f"words_{role}"] = float(np.log1p((ends > _LIKELY).sum()))
    features |= {f"pattern_{role}": float(min(len(each), 3)) for role, each in evidence.named.items()}
    return features


def of_findings(
    evidence: Evidence, relevant: float, types: Mapping[str, float], odds: Sequence[float]
) -> dict[str, float]:
    """Return the features for a second look at relevance, once types and candidates have been judged.

    relevant: the first look. types, odds: log odds of each type and of each candidate.
    """
    ordered = sorted(types.values(), reverse=True)
    features = {"first": relevant, "type": ordered[0], "second_type": ordered[1]}
    for number, role in enumerate(ROLES):
        found = [value for each, value in zip(evidence.candidates, odds, strict=True) if each.role == number]
        features[f"surest_{role}"] = max(found, default=-6.0)
        features[f"likely_{role}"] = sum(map(chance, found))
    return features


def of_type(evidence: Evidence, number: int, told: Mapping[str, float]) -> dict[str, float]:
    """Return the features that tell whether a report holds an incident of one type, given by its number."""
    chances = [chance(max(map(score, each.mentions))) for each in evidence.candidates]
    shares = [each * float(kinds[number]) for each, kinds in zip(chances, evidence.kinds, strict=True)]
    return {
        "encoder": logit(float(evidence.encoded.report[1 + number])),
        "bag": told.get(TYPES[number], -4.0),
        "share": logit(sum(shares) / (sum(chances) + 0.1)),
        "most": logit(max(shares, default=0.0)),
    }
