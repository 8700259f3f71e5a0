"""Training the reader of attributions from annotated texts (the form of the `attribution` benchmark).

Two logistic regressions: is this word a cue; beside this cue, is that word source, content or neither.
Needs scikit-learn (the `train` extra). The same texts and seed give the same weights.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oqiga.errors import EvaluateError
from oqiga.model.syntax import Document
from oqiga.read.attribution.features import (
    BUCKETS,
    Surroundings,
    cue_features,
    may_be_cue,
    window,
    word_features,
)
from oqiga.read.attribution.quoted import quoted_tokens
from oqiga.read.attribution.weights import CONTENT, NEITHER, SOURCE, Weights, pack
from oqiga.read.languages import language_pack

_SEEN = 2
"""A lemma must have been a cue this often to be looked for."""
_SMALL = 0.004
"""Weights below this are written as nothing: they change no answer and pack away."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One annotated attribution as positions of tokens; cue: the token that the rest of the cue hangs on."""

    cue: int
    cues: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]


def train(texts: Path, out: Path, *, language: str = "en", strength: float = 1.0, seed: int = 0) -> None:
    """Read annotated texts (JSON Lines), train, and write the weights to `out`.

    strength: how far the weights may grow (the inverse of regularisation).
    """
    parse = language_pack(language).parse
    examples = [(parse(line["text"]), line) for line in _lines(texts)]
    out.write_bytes(pack(fit(examples, strength=strength, seed=seed)))


def fit(
    examples: Sequence[tuple[Document, Mapping[str, Any]]], *, strength: float = 1.0, seed: int = 0
) -> Weights:
    """Return weights trained on parsed texts with their annotations."""
    annotated = [(document, gold_of(document, line)) for document, line in examples]
    lemmas = cue_lemmas(annotated)
    cues = _fit_cues(annotated, lemmas, strength, seed)
    words = _fit_words(annotated, strength, seed)
    return Weights(cues, words, lemmas, threshold=0.4)


def gold_of(document: Document, line: Mapping[str, Any]) -> list[GoldAttribution]:
    """Return the annotations of one text that have a cue and content."""
    starts = [token.span.start for token in document.tokens]
    found = []
    for each in line["attributions"]:
        cue, source, content = (
            _positions(starts, document, each[role]) for role in ("cue", "source", "content")
        )
        if cue and content:
            found.append(GoldAttribution(_top(document, cue), cue, source, content))
    return found


def cue_lemmas(annotated: Iterable[tuple[Document, Sequence[GoldAttribution]]]) -> frozenset[str]:
    """Return the lemmas that were a cue often enough."""
    seen = Counter(document.tokens[each.cue].lemma for document, gold in annotated for each in gold)
    return frozenset(lemma for lemma, times in seen.items() if times >= _SEEN)


def _lines(texts: Path) -> list[dict[str, Any]]:
    if not texts.is_file():
        raise EvaluateError("no annotated texts there", subject=str(texts))
    with texts.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _positions(starts: Sequence[int], document: Document, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    found = set()
    for start, end in spans:
        index = max(0, bisect_left(starts, start + 1) - 1)
        while index < len(starts) and starts[index] < end:
            if document.tokens[index].span.end > start:
                found.add(index)
            index += 1
    return frozenset(found)


def _top(document: Document, cue: frozenset[int]) -> int:
    """Return the token of a cue whose governor is no part of it; a verb before others."""
    tops = [i for i in sorted(cue) if document.tokens[i].head not in cue or document.tokens[i].head == i]
    verbs = [i for i in tops if document.tokens[i].pos == "VERB"]
    return (verbs or tops or sorted(cue))[0]


def _fit_cues(
    annotated: Sequence[tuple[Document, Sequence[GoldAttribution]]],
    lemmas: frozenset[str],
    strength: float,
    seed: int,
) -> NDArray[np.float32]:
    rows: list[NDArray[np.int32]] = []
    labels: list[int] = []
    for document, gold in annotated:
        around = Surroundings(document, quoted_tokens(document))
        tops = {each.cue for each in gold}
        for token in document.tokens:
            if may_be_cue(token, lemmas):
                rows.append(np.asarray(cue_features(around, token), dtype=np.int32))
                labels.append(token.index in tops)
    fitted = _regression(rows, labels, strength, seed)
    return _kept(fitted[0])


def _fit_words(
    annotated: Sequence[tuple[Document, Sequence[GoldAttribution]]], strength: float, seed: int
) -> NDArray[np.float32]:
    rows: list[NDArray[np.int32]] = []
    labels: list[int] = []
    for document, gold in annotated:
        around = Surroundings(document, quoted_tokens(document))
        for each in gold:
            cue = document.tokens[each.cue]
            positions = window(document, cue)
            rows += list(np.asarray(word_features(around, cue, positions), dtype=np.int32))
            labels += [_label(each, index) for index in positions]
    fitted = _regression(rows, labels, strength, seed)
    return _kept(fitted.T)


def _label(gold: GoldAttribution, index: int) -> int:
    if index in gold.source:
        return SOURCE
    return CONTENT if index in gold.content else NEITHER


def _regression(
    rows: Sequence[NDArray[np.int32]], labels: Sequence[int], strength: float, seed: int
) -> NDArray[np.float64]:
    """Return the weights of a logistic regression, shape (classes or 1, BUCKETS)."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    if len(set(labels)) < 2:
        raise EvaluateError("too few annotations to train on: only one kind of example")
    lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    columns = np.concatenate(rows)
    pointers = np.concatenate([[0], np.cumsum(lengths)])
    ones = np.ones(len(columns), dtype=np.float64)
    matrix = csr_matrix((ones, columns, pointers), shape=(len(rows), BUCKETS))
    model = LogisticRegression(C=strength, max_iter=150, random_state=seed, fit_intercept=False)
    model.fit(matrix, np.asarray(labels))
    coefficients: NDArray[np.float64] = model.coef_
    return coefficients


def _kept(weights: NDArray[np.float64]) -> NDArray[np.float32]:
    return np.where(np.abs(weights) < _SMALL, 0.0, weights).astype(np.float32)
