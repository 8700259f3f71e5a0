"""What the parse says of candidates, as features of the ranker: their clauses, bounds and neighbours."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from oqiga.model.syntax import Document, Token
from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.candidates import Candidate
from oqiga.read.templates.clauses import NounOpinion
from oqiga.read.templates.evidence import Evidence, score
from oqiga.read.templates.nouns import first_of_list
from oqiga.read.templates.standing import Place, phrase_of, stand

Features = dict[str, float]

_UNKNOWN = -7.0
_SENTENCES = 12
_TOLD = 3
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "DATE", "CARDINAL"})


def of_syntax(evidence: Evidence, scores: Sequence[float]) -> list[Features]:
    """Return the features of all candidates of a report. scores: the best of each candidate's mentions."""
    document, candidates = evidence.document, evidence.candidates
    places = stand(document, candidates)
    beside = _strong_heads(document, candidates, places)
    tables = []
    for candidate, found in zip(candidates, places, strict=True):
        features, told = _of_clauses(candidate, found, evidence.clauses)
        if told.head is not None:
            features |= _of_bounds(document, told, told.head) | _of_head(document, told.head)
            features |= _of_neighbours(document, told.head, beside)
        tables.append(features)
    _of_namesakes(tables, candidates, places, scores)
    return tables


def _of_clauses(
    candidate: Candidate, places: Sequence[Place], opinion: NounOpinion
) -> tuple[Features, Place]:
    """Return what the model of clauses says of a candidate, and the place that the encoder is surest of."""
    role = candidate.role
    own, others, weights, judged = [], [], [], []
    for mention, place in zip(candidate.mentions, places, strict=True):
        odds = opinion.of(place.head) if place.head is not None else None
        if odds is not None:
            own.append(float(odds[role]))
            others.append(float(np.delete(odds, role).max()))
            weights.append(score(mention))
            judged.append(place)
    if not own:
        unknown = dict.fromkeys(("s_max", "s_mean", "s_other", "s_top"), _UNKNOWN)
        return {**unknown, "s_none": 1.0, "s_rank": 5.0, "s_lead": -3.0, "s_sum": 0.0}, places[0]
    surest = weights.index(max(weights))
    features = {
        "s_max": max(own),
        "s_mean": sum(own) / len(own),
        "s_other": max(others),
        "s_top": own[surest],
        "s_sum": math.log1p(sum(math.exp(min(each, 9.0)) for each in own)),
        "s_lead": max(one - other for one, other in zip(own, others, strict=True)),
        "s_rank": float(np.log1p((opinion.odds[:, role] > max(own)).sum())),
    }
    return features, judged[surest]


def _of_bounds(document: Document, place: Place, head: Token) -> Features:
    """Tell how the bounds of a candidate meet those of its noun phrase."""
    phrase = phrase_of(document, head)
    return {
        "b_start": float(phrase.first <= place.first <= phrase.bare),
        "b_inside": float(place.first > phrase.bare),
        "b_before": float(place.first < phrase.first),
        "b_head": float(place.last == head.index + 1),
        "b_end": float(place.last == phrase.last),
        "b_of": float(place.last == phrase.whole > phrase.last),
        "b_of_cut": float(place.last <= phrase.last < phrase.whole),
        "b_beyond": float(place.last > phrase.whole),
    }


def _of_head(document: Document, head: Token) -> Features:
    anchor, how = first_of_list(document, head)
    articles = [feature for each in document.children(head, "det") for feature in each.feats]
    name = head.entity if head.entity in _NAMES or not head.entity else "other"
    return {
        f"p_{head.pos}": 1.0,
        f"e_{name or 'none'}": 1.0,
        f"how_{how or 'own'}": 1.0,
        f"rel_{anchor.dep}": 1.0,
        "h_plural": float("Number=Plur" in head.feats),
        "h_the": float("Definite=Def" in articles),
        "h_a": float("Definite=Ind" in articles),
        "h_number": float(bool(document.children(head, "nummod"))),
        "h_sentence": float(min(document.sentence_of(head).index, _SENTENCES)),
    }


Beside = dict[tuple[int, int], list[tuple[float, int]]]
"""By role and sentence: how sure the encoder is of each head there, and which token it is."""


def _strong_heads(
    document: Document, candidates: Sequence[Candidate], places: Sequence[Sequence[Place]]
) -> Beside:
    best: dict[tuple[int, int], float] = {}
    for candidate, found in zip(candidates, places, strict=True):
        for mention, place in zip(candidate.mentions, found, strict=True):
            if place.head is not None:
                key = (candidate.role, place.head.index)
                best[key] = max(best.get(key, _UNKNOWN), score(mention))
    beside: Beside = {}
    for (role, head), value in best.items():
        sentence = document.sentence_of(document.tokens[head]).index
        beside.setdefault((role, sentence), []).append((value, head))
    return beside


def _of_neighbours(document: Document, head: Token, beside: Beside) -> Features:
    """Tell how sure the encoder is of other words of the sentence, role by role."""
    sentence = document.sentence_of(head).index
    return {
        f"co_{name}": _best(value for value, at in beside.get((role, sentence), ()) if at != head.index)
        / _TOLD
        for role, name in enumerate(ROLES)
    }


def _of_namesakes(
    tables: Sequence[Features],
    candidates: Sequence[Candidate],
    places: Sequence[Sequence[Place]],
    scores: Sequence[float],
) -> None:
    """Add what is known of the other candidates of a role that are headed by the same word."""
    heads = [{each.head.lemma for each in found if each.head is not None} for found in places]
    alike: dict[tuple[int, str], set[int]] = {}
    for number, (candidate, lemmas) in enumerate(zip(candidates, heads, strict=True)):
        for lemma in lemmas:
            alike.setdefault((candidate.role, lemma), set()).add(number)
    for number, (candidate, lemmas) in enumerate(zip(candidates, heads, strict=True)):
        others = {each for lemma in lemmas for each in alike[candidate.role, lemma]} - {number}
        best = _best(scores[each] for each in others)
        tables[number]["n_many"] = math.log1p(len(others))
        tables[number]["n_best"] = best
        tables[number]["n_behind"] = min(0.0, scores[number] - best) if others else 0.0
        tables[number]["n_clause"] = _best(tables[each]["s_max"] for each in others)


def _best(values: Iterable[float]) -> float:
    return max(values, default=_UNKNOWN)
