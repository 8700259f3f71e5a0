"""What the ranker knows about a candidate: scores of the encoder, the parse, rivals, counts, patterns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.candidates import Candidate, within
from oqiga.read.templates.evidence import Evidence, chance, logit, score
from oqiga.read.templates.opinions import of_words
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.syntax import of_syntax

Features = dict[str, float]


def describe(evidence: Evidence, priors: Mapping[str, Priors], relevant: float) -> list[Features]:
    """Return the features of all candidates of one report. relevant: log odds that it holds an incident."""
    candidates, encoded, kinds = evidence.candidates, evidence.encoded, evidence.kinds
    scores = [max(map(score, each.mentions)) for each in candidates]
    length = max(1, len(encoded.offsets))
    tables = of_syntax(evidence, scores)
    for number, (candidate, features) in enumerate(zip(candidates, tables, strict=True)):
        features |= _of_mentions(candidate, scores[number], length)
        features |= _against_rivals(number, candidates, scores)
        features |= _from_training(candidate, priors[ROLES[candidate.role]])
        features |= _from_patterns(candidate, evidence.named)
        features |= of_words(candidate, evidence.worded, evidence.opinion)
        features["relevant"] = relevant
        features["relevant_x_score"] = relevant * scores[number] / 5
        features["type"] = logit(float((encoded.report[1:] * kinds[number]).sum()))
        features |= {f"type_{TYPES[k]}": float(kinds[number][k]) for k in range(3)}
    return tables


def _of_mentions(candidate: Candidate, best: float, length: int) -> Features:
    found = candidate.mentions
    top = max(found, key=score)
    missed = float(np.prod([1 - chance(score(each)) for each in found]))
    return {
        "score": best,
        "any": logit(1 - missed),
        "mentions": math.log(len(found)),
        "level": min(each.level for each in found) / 4,
        "strict": float(min(each.level for each in found) == 0),
        "begin": logit(top.begin),
        "inside": logit(top.inside),
        "end": logit(top.end),
        "first": min(each.first for each in found) / length,
        "opening": float(min(each.first for each in found) < 60),
        "early": math.log1p(min(each.first for each in found)) / 5,
        "words": math.log(1 + candidate.text.count(" ")),
        "long": float(candidate.text.count(" ") > 4),
        "digits": float(any(map(str.isdigit, candidate.text))),
        "plural": float(candidate.text.endswith("s")),
        "linked": float(" of " in candidate.text or " and " in candidate.text),
    }


def _against_rivals(number: int, candidates: Sequence[Candidate], scores: Sequence[float]) -> Features:
    own = candidates[number]
    alike = [i for i, each in enumerate(candidates) if each.role == own.role and i != number]
    above = sum(scores[i] > scores[number] for i in alike)
    best = max((scores[i] for i in alike), default=-7.0)
    longer = max((scores[i] for i in alike if within(own.text, candidates[i].text)), default=-7.0)
    shorter = max((scores[i] for i in alike if within(candidates[i].text, own.text)), default=-7.0)
    elsewhere = max(
        (scores[i] for i, each in enumerate(candidates) if each.role != own.role and each.text == own.text),
        default=-7.0,
    )
    return {
        "rank": math.log1p(above),
        "leads": float(above == 0),
        "rivals": math.log1p(len(alike)),
        "strong_rivals": math.log1p(sum(scores[i] > 0 for i in alike)),
        "behind": min(0.0, scores[number] - best),
        "longer": float(longer > -7.0),
        "longer_leads": max(0.0, longer - scores[number]),
        "shorter": float(shorter > -7.0),
        "shorter_leads": max(0.0, shorter - scores[number]),
        "elsewhere": max(0.0, elsewhere + 7) / 5,
        "elsewhere_leads": max(0.0, elsewhere - scores[number]),
    }


def _from_training(candidate: Candidate, priors: Priors) -> Features:
    whole, whole_seen, head, head_seen = priors.of(candidate.text)
    return {
        "whole": whole,
        "whole_seen": whole_seen,
        "head": head,
        "head_seen": head_seen,
        "head_new": float(head_seen == 0.0),
    }


def _from_patterns(candidate: Candidate, named: Mapping[str, frozenset[str]]) -> Features:
    """Tell whether the patterns found the same string, or one around or inside it, for any role."""
    features: Features = {}
    for role, strings in named.items():
        same = candidate.text in strings
        near = any(within(candidate.text, each) or within(each, candidate.text) for each in strings)
        features[f"pattern_{role}"] = float(same)
        features[f"pattern_near_{role}"] = float(near and not same)
    return features
