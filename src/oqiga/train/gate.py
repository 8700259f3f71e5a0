"""Fitting the relevance gate: the opening words and counts of telling ones that set violence apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from oqiga.read.relevance import features_of

_LEAST_SEEN = 5
_LEAST_WEIGHT = 0.03
_STRENGTH = 0.1
_WORDS = 0.6
"""How much a single word counts in fitting beside the counts of telling words."""


def fit_gate(
    violent: Sequence[str], ordinary: Sequence[str], language: str, lower: float = 0.0
) -> dict[str, Any]:
    """Return the gate's weights as `relevance` reads them.

    lower: log odds by which the gate is opened further than the odds of the training reports would have it.
    """
    described = [features_of(text, language) for text in (*violent, *ordinary)]
    seen = Counter(word for _, words in described for word in words)
    rows = [
        {**counts, **{f"word {word}": _WORDS for word in words if seen[word] >= _LEAST_SEEN}}
        for counts, words in described
    ]
    vectors = DictVectorizer()
    answers = [True] * len(violent) + [False] * len(ordinary)
    model = LogisticRegression(C=_STRENGTH, max_iter=500).fit(vectors.fit_transform(rows), answers)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    return {
        "bias": round(float(model.intercept_[0]) + lower, 4),
        "counts": {name: round(float(each), 4) for name, each in weights.items() if " " not in name},
        "words": {
            name.removeprefix("word "): round(float(each) * _WORDS, 3)
            for name, each in weights.items()
            if name.startswith("word ") and abs(each * _WORDS) >= _LEAST_WEIGHT
        },
    }
