"""Fitting all that stands behind templates but the encoder: words, subjects, rankers, values.

The models of words and of subjects are fitted on the reports the encoder learned from; the rankers on reports
that neither has seen, so that they learn how far each is to be trusted.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression, SGDClassifier

from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.features import describe
from oqiga.read.templates.fill import Judged
from oqiga.read.templates.linear import Logistic, bag_of_words
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.report import RELEVANT, of_findings, of_report, of_type, subjects
from oqiga.read.templates.values import of_filler
from oqiga.read.templates.words import BITS, Worded, WordModel, cut, hashes
from oqiga.train.roles.counts import body_of, key_strings
from oqiga.train.roles.examples import SLOTS

Document = Mapping[str, Any]
Table = Mapping[str, float]

TAUGHT_TYPES = TYPES[:5]
"""Types with enough reports to learn from."""

VALUES = {
    "instrument_type": ("instrument_id",),
    "org_confidence": ("perp_org_id",),
    "phys_tgt_type": ("phys_tgt_id",),
    "phys_tgt_effect": ("phys_tgt_id",),
    "hum_tgt_type": ("hum_tgt_name", "hum_tgt_desc"),
    "hum_tgt_effect": ("hum_tgt_name", "hum_tgt_desc"),
    "category": ("perp_org_id", "perp_ind_id"),
}
"""Slots whose value is chosen for each filler, and the slots of those fillers."""

_SURE = 6.0
NOTHING = "-"
"""The choice of leaving a slot empty."""


def fit_words(documents: Sequence[Document]) -> WordModel:
    """Fit the model of words on labelled reports."""
    pointers, columns, labels = [0], [], []
    for document in documents:
        worded = cut(body_of(document))
        for row in hashes(worded):
            columns.extend(sorted(set(row)))
            pointers.append(len(columns))
        labels.append(_word_labels(document, worded))
    table = csr_matrix(
        (np.ones(len(columns), np.float32), columns, pointers), shape=(len(pointers) - 1, 1 << BITS)
    )
    wanted = np.vstack(labels)
    weights = np.zeros((wanted.shape[1], 1 << BITS), np.float32)
    bias = np.zeros(wanted.shape[1], np.float32)
    for column in range(wanted.shape[1]):
        model = SGDClassifier(
            loss="log_loss", alpha=2e-5, max_iter=5, tol=None, average=True, random_state=1
        ).fit(table, wanted[:, column])
        weights[column], bias[column] = model.coef_[0], model.intercept_[0]
    return WordModel(weights, bias)


def _word_labels(document: Document, worded: Worded) -> Any:
    labels = np.zeros((len(worded.words), 2 * len(ROLES)), bool)
    places: dict[str, list[int]] = {}
    for at, word in enumerate(worded.words):
        places.setdefault(word, []).append(at)
    for number, role in enumerate(ROLES):
        for string in _strings(document, (SLOTS[role],)):
            words = cut(string).words
            for last in places.get(words[-1], ()) if words else ():
                first = last - len(words) + 1
                if first >= 0 and worded.words[first : last + 1] == words:
                    labels[first, number] = labels[last, len(ROLES) + number] = True
    return labels


def _strings(document: Document, slots: Iterable[str]) -> set[str]:
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
    common = _common(bags, 3)
    bags = [{word: value for word, value in bag.items() if word in common} for bag in bags]
    answers = {RELEVANT: [bool(document["templates"]) for document in documents]}
    answers |= {name: [name in types_of(document) for document in documents] for name in TAUGHT_TYPES}
    return {name: _pruned(logistic(bags, wanted, 30.0), 0.15) for name, wanted in answers.items()}


def _common(bags: Sequence[Table], least: int) -> set[str]:
    seen: dict[str, int] = {}
    for bag in bags:
        for word in bag:
            seen[word] = seen.get(word, 0) + 1
    return {word for word, count in seen.items() if count >= least}


def _pruned(model: Logistic, least: float) -> Logistic:
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
    values = vectors.fit_transform(tables)
    middle, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(C=strength, max_iter=500).fit((values - middle) / spread, wanted)
    weights = model.coef_[0] / spread
    return Logistic(
        float(model.intercept_[0] - (weights * middle).sum()),
        dict(zip(vectors.get_feature_names_out(), map(float, weights), strict=True)),
    )


def _always(wanted: Sequence[bool]) -> Logistic:
    """Return a model that gives the one answer it has seen: few reports may hold no incident of a type."""
    return Logistic(_SURE if any(wanted) else -_SURE, {})


def crossed(
    tables: Sequence[Table],
    wanted: Sequence[bool],
    folds: Sequence[int],
    strength: float,
) -> list[float]:
    """Return the log odds of each row from a model fitted without the rows of its fold."""
    odds = [0.0] * len(tables)
    for fold in sorted(set(folds)):
        others = [i for i, each in enumerate(folds) if each != fold]
        model = levelled([tables[i] for i in others], [wanted[i] for i in others], strength)
        for i, each in enumerate(folds):
            if each == fold:
                odds[i] = model.log_odds(tables[i])
    return odds


Fitted = tuple[dict[str, Any], list[Judged]]


def fit_ranking(
    documents: Sequence[Document],
    evidence: Sequence[Evidence],
    told_by: dict[str, Logistic],
    priors: Mapping[str, Priors],
    tell: Callable[[str], None],
    folds: int = 6,
) -> Fitted:
    """Fit the rankers, and judge each report by rankers that have not seen it."""
    order = list(range(len(documents)))
    random.Random(5).shuffle(order)
    fold_of = {number: place % folds for place, number in enumerate(order)}
    each_fold = [fold_of[number] for number in range(len(documents))]
    told = [subjects(each.text, told_by) for each in evidence]
    tables = [of_report(*pair) for pair in zip(evidence, told, strict=True)]
    holds = [bool(document["templates"]) for document in documents]
    relevant = crossed(tables, holds, each_fold, 0.05)
    kept: dict[str, Any] = {"relevant": levelled(tables, holds, 0.05), "types": {}, "roles": {}}
    type_odds: list[dict[str, float]] = [{} for _ in documents]
    for name in TAUGHT_TYPES:
        tables = [of_type(each, TYPES.index(name), words) for each, words in zip(evidence, told, strict=True)]
        holds = [name in types_of(document) for document in documents]
        for odds, value in zip(type_odds, crossed(tables, holds, each_fold, 0.1), strict=True):
            odds[name] = value
        kept["types"][name] = levelled(tables, holds, 0.1)
    judged = [list[float]([0.0]) * len(each.candidates) for each in evidence]
    described = [describe(each, priors, odds) for each, odds in zip(evidence, relevant, strict=True)]
    for number, role in enumerate(ROLES):
        rows = [
            (report, place)
            for report, each in enumerate(evidence)
            for place, candidate in enumerate(each.candidates)
            if candidate.role == number
        ]
        keys = [key_strings(document, role) for document in documents]
        features = [described[report][place] for report, place in rows]
        wanted = [evidence[report].candidates[place].text in keys[report] for report, place in rows]
        odds_of = crossed(features, wanted, [each_fold[report] for report, _ in rows], 0.03)
        for (report, place), value in zip(rows, odds_of, strict=True):
            judged[report][place] = value
        kept["roles"][role] = levelled(features, wanted, 0.03)
        tell(f"{role}: {len(rows)} candidates, {sum(wanted)} of {sum(map(len, keys))} strings found")
    tables = [of_findings(*each) for each in zip(evidence, relevant, type_odds, judged, strict=True)]
    holds = [bool(document["templates"]) for document in documents]
    relevant = crossed(tables, holds, each_fold, 0.05)
    kept["holds"] = levelled(tables, holds, 0.05)
    outcome = [
        Judged(odds, types, tuple(values))
        for odds, types, values in zip(relevant, type_odds, judged, strict=True)
    ]
    return kept, outcome


def fit_values(documents: Sequence[Document]) -> dict[str, dict[str, Logistic]]:
    """Fit, for each slot in VALUES, one model a value over the fillers of the key."""
    fitted = {}
    for slot, of in VALUES.items():
        tables, wanted = _value_rows(documents, slot, of)
        common = _common(tables, 2)
        tables = [{name: value for name, value in table.items() if name in common} for table in tables]
        values = sorted({value for value in wanted if wanted.count(value) >= 5})
        fitted[slot] = {
            value: _pruned(logistic(tables, [each == value for each in wanted], 1.0), 0.03)
            for value in values
        }
    return fitted


def _value_rows(documents: Sequence[Document], slot: str, of: Sequence[str]) -> tuple[list[Table], list[str]]:
    tables: list[Table] = []
    wanted: list[str] = []
    for document in documents:
        for template in document["templates"]:
            kind = template["incident_type"][0]["alts"][0].lower() if template["incident_type"] else "attack"
            for source in of:
                for filler in template[source]:
                    tables.append(of_filler(filler["alts"][0], kind, body_of(document), source))
                    wanted.append(_value(template[slot], filler["alts"], alone=slot == "category"))
    return tables, wanted


def _value(fillers: Sequence[Mapping[str, Any]], strings: Sequence[str], *, alone: bool) -> str:
    for filler in fillers:
        if alone or set(filler["ref"] or ()) & set(strings) or (not filler["ref"] and len(fillers) == 1):
            return str(filler["alts"][0])
    return NOTHING
