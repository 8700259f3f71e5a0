"""How often a string, and the noun it ends in, filled a role in the training reports."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Counts = Mapping[str, tuple[int, int]]
"""A string to the number of training reports where it fills the role, and where it occurs at all."""

_PRIOR = 0.05
_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Priors:
    """Counts of one role, by whole string and by last word."""

    strings: Counts
    heads: Counts

    def of(self, text: str) -> tuple[float, float, float, float]:
        """Return, for string and last word, the log odds of the role and the log of how often seen."""
        fills, occurs = self.strings.get(text, (0, 0))
        head_fills, head_occurs = self.heads.get(text.split(" ")[-1], (0, 0))
        return (
            _log_odds(fills, occurs),
            math.log1p(fills),
            _log_odds(head_fills, head_occurs),
            math.log1p(head_fills),
        )


def _log_odds(fills: int, occurs: int) -> float:
    chance = (fills + _WEIGHT * _PRIOR) / (occurs + _WEIGHT)
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1 - chance))
