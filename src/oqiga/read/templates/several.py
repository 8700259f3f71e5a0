"""Several incidents of one type in one report: is there more than one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.evidence import Evidence, chance

SEVERAL = "several"
"""The name of the model of words and of the ranker."""

_LIKELY = -1.0
_THOUSAND = 1000.0


def of_several(
    evidence: Evidence,
    relevant: float,
    types: Mapping[str, float],
    odds: Sequence[float],
    told: Mapping[str, float],
) -> dict[str, float]:
    """Return the features that tell whether a report holds several incidents of one type.

    relevant, types, odds: log odds of relevance, of each type and of each candidate; told: see `subjects`.
    """
    ordered = sorted(types.values(), reverse=True)
    features = {
        "bag": told.get(SEVERAL, -2.0),
        "relevant": relevant,
        "second_type": ordered[1],
        "length": math.log(len(evidence.encoded.offsets) + 1),
    }
    features |= {f"type_{name}": value for name, value in types.items()}
    for number, role in enumerate(ROLES):
        own = [value for each, value in zip(evidence.candidates, odds, strict=True) if each.role == number]
        features[f"likely_{role}"] = sum(map(chance, own))
        features[f"many_{role}"] = float(sum(value > _LIKELY for value in own))
    starts = sorted(
        each.mentions[0].span.start / _THOUSAND
        for each, value in zip(evidence.candidates, odds, strict=True)
        if value > _LIKELY
    )
    features["spread"] = starts[-1] - starts[0] if starts else 0.0
    features["gap"] = max((after - before for before, after in pairwise(starts)), default=0.0)
    return features
