"""A second look at candidates: what each is beside the others, once all have been judged alone."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from oqiga.model.syntax import Document
from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.candidates import Candidate, within
from oqiga.read.templates.evidence import Evidence, chance

Features = dict[str, float]

HOPELESS = -4.5
"""Candidates whose log odds at the first look are lower are looked at no more."""

_UNKNOWN = -7.0
_FAR = -3.0
_KINDS = TYPES[:4]


def look_again(
    evidence: Evidence, odds: Sequence[float], relevant: float, types: Mapping[str, float]
) -> list[Features]:
    """Return the features of all candidates of one report, given the log odds of the first look.

    relevant, types: log odds that the report holds an incident, and one of each type.
    """
    candidates = evidence.candidates
    sentences = [_sentences(evidence.document, each) for each in candidates]
    alike: dict[int, list[int]] = defaultdict(list)
    named: dict[str, list[int]] = defaultdict(list)
    beside: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        alike[candidate.role].append(number)
        named[candidate.text].append(number)
        for sentence in sentences[number]:
            beside[candidate.role, sentence].append(number)
    likely = [sum(chance(odds[each]) for each in alike[role]) for role in range(len(ROLES))]
    shared = {f"report_{name}": likely[role] for role, name in enumerate(ROLES)}
    shared |= {f"report_{name}": types[name] for name in _KINDS} | {"holds": relevant}
    tables = []
    for number, candidate in enumerate(candidates):
        rivals = [each for each in alike[candidate.role] if each != number]
        features = shared | _against(number, rivals, candidates, odds)
        features["rest"] = likely[candidate.role] - chance(odds[number])
        features["other_role"] = _best(
            odds[each] for each in named[candidate.text] if candidates[each].role != candidate.role
        )
        features |= _nearby(candidate, sentences[number], beside, candidates, odds)
        kinds = evidence.kinds[number]
        features["fits"] = sum(float(kinds[TYPES.index(name)]) * chance(types[name]) for name in types)
        tables.append(features)
    return tables


def _against(
    number: int, rivals: Sequence[int], candidates: Sequence[Candidate], odds: Sequence[float]
) -> Features:
    """Set a candidate against the others of its role, and against those that share words with it."""
    own, text = odds[number], candidates[number].text
    words = text.split()
    best = _best(odds[each] for each in rivals)
    longer = _best(odds[each] for each in rivals if within(text, candidates[each].text))
    shorter = _best(odds[each] for each in rivals if within(candidates[each].text, text))
    sharing = [each for each in rivals if not set(words).isdisjoint(candidates[each].text.split())]
    overlap = _best(odds[each] for each in sharing)
    return {
        "own": own,
        "ahead": math.log1p(sum(odds[each] > own for each in rivals)),
        "best": best,
        "lead": own - best,
        "odds_longer": longer,
        "over_longer": max(_FAR, own - longer),
        "odds_shorter": shorter,
        "over_shorter": max(_FAR, own - shorter),
        "overlap": overlap,
        "over_overlap": max(_FAR, own - overlap),
        "same_end": _best(odds[each] for each in sharing if candidates[each].text.split()[-1] == words[-1]),
    }


def _nearby(
    candidate: Candidate,
    sentences: Sequence[int],
    beside: Mapping[tuple[int, int], Sequence[int]],
    candidates: Sequence[Candidate],
    odds: Sequence[float],
) -> Features:
    """Tell how likely the other strings of its sentences are, role by role."""
    features: Features = {"sentences": math.log1p(len(sentences)), "sentence": float(sentences[0])}
    every: list[float] = []
    for role, name in enumerate(ROLES):
        found = [
            odds[each]
            for sentence in sentences
            for each in beside.get((role, sentence), ())
            if candidates[each].text != candidate.text
        ]
        features[f"near_{name}"] = _best(found)
        every += found
    features["near"] = _best(every)
    features["near_sum"] = sum(map(chance, every))
    return features


def _sentences(document: Document, candidate: Candidate) -> list[int]:
    """Return the numbers of the sentences where a candidate stands, in order; -1 outside all."""
    found = [document.sentence_at(each.span.start) for each in candidate.mentions]
    return sorted({-1 if each is None else each.index for each in found})


def _best(values: Iterable[float]) -> float:
    return max(values, default=_UNKNOWN)
