"""Fitting what stands behind templates beside the encoder: words, subjects, rankers.

The models of words and of subjects are fitted on the reports the encoder learned from; the rankers on reports
that neither has seen, so that they learn how far each is to be trusted.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression, SGDClassifier

from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.linear import Logistic, bag_of_words
from oqiga.read.templates.report import RELEVANT
from oqiga.read.templates.several import SEVERAL
from oqiga.read.templates.words import BITS, Worded, WordModel, cut, hashes
from oqiga.train.roles.counts import body_of
from oqiga.train.roles.examples import SLOTS

Document = Mapping[str, Any]
Table = Mapping[str, float]

TAUGHT_TYPES = TYPES[:5]
"""Types with enough reports to learn from."""

_SURE = 6.0


def fit_words(documents: Sequence[Document]) -> WordModel:
    """Fit the model of words on labelled reports."""
    cut_up = [cut(body_of(document)) for document in documents]
    wanted = np.vstack([_word_labels(*pair) for pair in zip(documents, cut_up, strict=True)])
    rows = (row for worded in cut_up for row in hashes(worded))
    return WordModel(*fit_hashed(rows, wanted, BITS))


def fit_hashed(rows: Iterable[Iterable[int]], wanted: Any, bits: int) -> tuple[Any, Any]:
    """Fit one model an answer over hashed features, and return weights (answers, columns) and biases.

    rows: the columns of each, among 2 ** bits. wanted: (rows, answers), True for yes.
    """
    pointers, columns = array("q", [0]), array("i")
    for row in rows:
        columns.extend(sorted(set(row)))
        pointers.append(len(columns))
    shape = (len(pointers) - 1, 1 << bits)
    table = csr_matrix(
        (np.ones(len(columns), np.float32), np.array(columns), np.array(pointers)), shape=shape
    )
    weights = np.zeros((wanted.shape[1], shape[1]), np.float32)
    bias = np.zeros(wanted.shape[1], np.float32)
    for column in range(wanted.shape[1]):
        if len(set(wanted[:, column].tolist())) < 2:
            bias[column] = _always(wanted[:, column].tolist()).bias
            continue
        model = SGDClassifier(
            loss="log_loss", alpha=2e-5, max_iter=5, tol=None, average=True, random_state=1
        ).fit(table, wanted[:, column])
        weights[column], bias[column] = model.coef_[0], model.intercept_[0]
    return weights, bias


def _word_labels(document: Document, worded: Worded) -> Any:
    labels = np.zeros((len(worded.words), 2 * len(ROLES)), bool)
    places: dict[str, list[int]] = {}
    for at, word in enumerate(worded.words):
        places.setdefault(word, []).append(at)
    for number, role in enumerate(ROLES):
        for string in strings_of(document, (SLOTS[role],)):
            words = cut(string).words
            for last in places.get(words[-1], ()) if words else ():
                first = last - len(words) + 1
                if first >= 0 and worded.words[first : last + 1] == words:
                    labels[first, number] = labels[last, len(ROLES) + number] = True
    return labels


def strings_of(document: Document, slots: Iterable[str]) -> set[str]:
    """Return all strings that the key of a report has in some slots."""
    return {
        string
        for template in document["templates"]
        for slot in slots
        for filler in template[slot]
        for string in filler["alts"]
    }


def fit_subjects(documents: Sequence[Document]) -> dict[str, Logistic]:
    """Fit the models over the bag of words of a report: relevance, and each type."""
    bags = [bag_of_words(body_of(document)) for document in documents]
    common = common_in(bags, 3)
    bags = [{word: value for word, value in bag.items() if word in common} for bag in bags]
    answers = {RELEVANT: [bool(document["templates"]) for document in documents]}
    answers |= {name: [name in types_of(document) for document in documents] for name in TAUGHT_TYPES}
    answers[SEVERAL] = [holds_several(document) for document in documents]
    return {name: pruned(logistic(bags, wanted, 30.0), 0.15) for name, wanted in answers.items()}


def common_in(bags: Sequence[Table], least: int) -> set[str]:
    """Return the features that at least so many tables hold."""
    seen: dict[str, int] = {}
    for bag in bags:
        for word in bag:
            seen[word] = seen.get(word, 0) + 1
    return {word for word, count in seen.items() if count >= least}


def pruned(model: Logistic, least: float) -> Logistic:
    """Leave out the weights too small to matter."""
    kept = {name: round(weight, 3) for name, weight in model.weights.items() if abs(weight) >= least}
    return Logistic(model.bias, kept)


def types_of(document: Document) -> set[str]:
    """Return the incident types of a report's key."""
    return {
        name.lower()
        for template in document["templates"]
        for filler in template["incident_type"]
        for name in filler["alts"]
    }


def holds_several(document: Document) -> bool:
    """Tell whether the key of a report holds two incidents of one type."""
    kinds = [filler["alts"][0] for template in document["templates"] for filler in template["incident_type"]]
    return len(set(kinds)) < len(kinds)


def logistic(tables: Sequence[Table], wanted: Sequence[bool], strength: float) -> Logistic:
    """Fit one model over features as they are."""
    if len(set(wanted)) < 2:
        return _always(wanted)
    vectors = DictVectorizer()
    model = LogisticRegression(C=strength, max_iter=400).fit(vectors.fit_transform(tables), wanted)
    return Logistic(
        float(model.intercept_[0]),
        dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True)),
    )


def levelled(tables: Sequence[Table], wanted: Sequence[bool], strength: float) -> Logistic:
    """Fit one model over features brought to one scale, the scale then taken into the weights."""
    if len(set(wanted)) < 2:
        return _always(wanted)
    vectors = DictVectorizer(sparse=False)
    bias, weights = _levelled(vectors.fit_transform(tables), np.array(wanted), strength)
    return Logistic(bias, dict(zip(vectors.get_feature_names_out(), map(float, weights), strict=True)))


def _levelled(values: Any, wanted: Any, strength: float) -> tuple[float, Any]:
    middle, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(C=strength, max_iter=500).fit((values - middle) / spread, wanted)
    weights = model.coef_[0] / spread
    return float(model.intercept_[0] - (weights * middle).sum()), weights


def _always(wanted: Sequence[bool]) -> Logistic:
    """Return a model that gives the one answer it has seen: few reports may hold no incident of a type."""
    return Logistic(_SURE if any(wanted) else -_SURE, {})


def crossed_levelled(
    tables: Sequence[Table], wanted: Sequence[bool], folds: Sequence[int], strength: float
) -> list[float]:
    """Return what `crossed` does of `levelled` models; the tables, which may be many, are laid out once."""
    values, right, fold_of = (
        DictVectorizer(sparse=False).fit_transform(tables),
        np.array(wanted),
        np.array(folds),
    )
    odds = np.zeros(len(tables))
    for fold in sorted(set(folds)):
        others, own = fold_of != fold, fold_of == fold
        if len(set(right[others])) < 2:
            odds[own] = _always(right[others].tolist()).bias
        else:
            bias, weights = _levelled(values[others], right[others], strength)
            odds[own] = bias + values[own] @ weights
    found: list[float] = odds.tolist()
    return found


def crossed(
    tables: Sequence[Table],
    wanted: Sequence[bool],
    folds: Sequence[int],
    strength: float,
    fitted: Callable[[Sequence[Table], Sequence[bool], float], Logistic] = levelled,
) -> list[float]:
    """Return the log odds of each row from a model fitted without the rows of its fold.

    fitted: fits a model to tables and answers, at a strength.
    """
    odds = [0.0] * len(tables)
    for fold in sorted(set(folds)):
        others = [i for i, each in enumerate(folds) if each != fold]
        model = fitted([tables[i] for i in others], [wanted[i] for i in others], strength)
        for i, each in enumerate(folds):
            if each == fold:
                odds[i] = model.log_odds(tables[i])
    return odds
