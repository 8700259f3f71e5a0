"""Logistic models over named features, kept as JSON; and a bag of words of a report as features."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_WORD = re.compile(r"[a-z][a-z'-]{1,29}")


@dataclass(frozen=True, slots=True)
class Logistic:
    """One yes-or-no model. weights: by feature; what it has never seen counts nothing."""

    bias: float
    weights: Mapping[str, float]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log odds of yes."""
        weights = self.weights
        return self.bias + sum(value * weights.get(name, 0.0) for name, value in features.items())

    def chance(self, features: Mapping[str, float]) -> float:
        """Return the probability of yes."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.log_odds(features)))))

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Logistic:
        """Take up a model as it was written down."""
        return cls(float(kept["bias"]), kept["weights"])


@dataclass(frozen=True, slots=True)
class Choice:
    """One model a class; the best one is chosen."""

    classes: Mapping[str, Logistic]

    def best(self, features: Mapping[str, float], *, barred: str | None = None) -> str:
        """Return the likeliest class. barred: a class that is no answer here, if another is known."""
        open_to = [name for name in self.classes if name != barred] or list(self.classes)
        return max(open_to, key=lambda name: self.classes[name].log_odds(features))

    def chances(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of each class; together they are 1."""
        each = {name: model.chance(features) for name, model in self.classes.items()}
        total = sum(each.values()) or 1.0
        return {name: value / total for name, value in each.items()}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Choice:
        """Take up a model as it was written down."""
        return cls({name: Logistic.of(each) for name, each in kept.items()})


def bag_of_words(text: str, pairs: bool = True) -> dict[str, float]:
    """Return the words and, where asked, pairs of words of a text, all of together one length."""
    words = _WORD.findall(text.lower())
    present = set(words)
    if pairs:
        present |= {f"{first} {second}" for first, second in pairwise(words)}
    size = 1 / math.sqrt(len(present)) if present else 0.0
    return dict.fromkeys(sorted(present), size)
