"""Attributions in the wide sense, found by the trained reader: speech, belief, wish, polls, documents.

It finds more than `find_attributions` and knows less about each: no certainty, no resolved names. The reading
of reports rests on the rules; this is for measuring, and for whoever wants every attribution.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from oqiga.model.syntax import Document, Token
from oqiga.read.attribution.carry import carry_quotations
from oqiga.read.attribution.features import (
    Surroundings,
    cue_features,
    may_be_cue,
    window,
    word_features,
)
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.quoted import quoted_tokens
from oqiga.read.attribution.quotes import find_quotations
from oqiga.read.attribution.tree import spans_of
from oqiga.read.attribution.weights import CONTENT, SOURCE, Weights

_SAME = 0.75
"""Share of two contents in common from which the less likely cue of the two is dropped."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One cue with the words beside it told apart."""

    cue: Token
    probability: float
    source: frozenset[int]
    content: frozenset[int]


def wide_attributions(document: Document, weights: Weights) -> tuple[Attribution, ...]:
    """Return every attribution that the trained reader finds, in order of the cues."""
    around = Surroundings(document, quoted_tokens(document))
    found: list[_Found] = []
    for token in document.tokens:
        if may_be_cue(token, weights.cue_lemmas):
            probability = weights.cue_probability(cue_features(around, token))
            if probability >= weights.threshold:
                found.append(_told_apart(around, token, probability, weights))
    kept = [_attribution(document, each) for each in _distinct(document, found)]
    return tuple(carry_quotations(document, kept, find_quotations(document.text)))


def _told_apart(around: Surroundings, cue: Token, probability: float, weights: Weights) -> _Found:
    positions = window(around.document, cue)
    scores = weights.word_scores(word_features(around, cue, positions))
    labels = scores.argmax(axis=1)
    margin = scores[:, SOURCE] - scores.max(axis=1, where=_OTHERS, initial=-np.inf)
    chosen = [i for i, label in zip(positions, labels, strict=True) if label == SOURCE]
    source = _best_run(chosen, positions, margin)
    content = {i for i, label in zip(positions, labels, strict=True) if label == CONTENT and i != cue.index}
    return _Found(cue, probability, frozenset(source), frozenset(content - set(source)))


_OTHERS = np.array([False, True, True])


def _best_run(chosen: list[int], positions: range, margin: NDArray[np.float32]) -> list[int]:
    """Return the run of neighbouring source words that is surest as a whole; gaps of one are closed."""
    runs: list[list[int]] = []
    for index in chosen:
        if runs and index - runs[-1][-1] <= 2:
            runs[-1] += range(runs[-1][-1] + 1, index + 1)
        else:
            runs.append([index])
    return max(runs, key=lambda run: float(sum(margin[index - positions.start] for index in run)), default=[])


def _distinct(document: Document, found: list[_Found]) -> list[_Found]:
    """Drop the less likely of two cues in one sentence that hold nearly the same words."""
    kept: dict[int, list[_Found]] = {}
    for each in sorted(found, key=lambda one: (-one.probability, one.cue.index)):
        others = kept.setdefault(document.sentence_of(each.cue).index, [])
        if not any(_shared(each.content, other.content) >= _SAME for other in others):
            others.append(each)
    return sorted((each for others in kept.values() for each in others), key=lambda one: one.cue.index)


def _shared(first: frozenset[int], second: frozenset[int]) -> float:
    both = len(first) + len(second)
    return 2 * len(first & second) / both if both else 0.0


def _attribution(document: Document, found: _Found) -> Attribution:
    return Attribution(
        cue=found.cue.lemma,
        act="say",
        sentence=document.sentence_of(found.cue).index,
        cue_spans=(found.cue.span,),
        source_spans=spans_of(document, found.source),
        content_spans=spans_of(document, found.content),
    )
