"""Which fillers are of one incident: a model judges each pair, and what is likelier apart is parted."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations, pairwise, product

from oqiga.read.encoder.model import Floats
from oqiga.read.templates.candidates import Candidate
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.filled import Filler
from oqiga.read.templates.linear import Logistic

Features = dict[str, float]
Pairs = Mapping[tuple[int, int], float]

_PARAGRAPH = re.compile(r"\n[ \t]{0,20}\n|\n {2,20}")
_FAR = 6
"""Sentences that are far."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A filler with the candidate that it was, and the probabilities of the types of its incident."""

    filler: Filler
    candidate: Candidate
    kinds: Floats


def of_pairs(
    evidence: Evidence, standing: Sequence[Standing], several: float
) -> dict[tuple[int, int], Features]:
    """Return what tells whether two fillers of a report are of one incident, for each pair of numbers.

    several: log odds that the report holds several incidents of one type.
    """
    found = _Text(evidence)
    starts = sorted(each.filler.span.start for each in standing)
    gaps = list(pairwise(starts))
    shared = {"several": several, "many": math.log1p(len(standing))}
    return {
        (one, other): shared | _of_pair(standing[one], standing[other], found, gaps, several)
        for one, other in combinations(range(len(standing)), 2)
    }


def incidents(
    evidence: Evidence, types: Sequence[Sequence[Standing]], several: float, model: Logistic
) -> list[list[list[Filler]]]:
    """Part the fillers of each type by incident. The surest come first, in an incident and of incidents.

    Those likeliest to be together are joined in turn, as long as a pair from both is likelier together than
    apart, on the mean. Each filler tells how much speaks for its place beside the others.
    """
    standing = [each for found in types for each in found]
    pairs = {
        pair: model.log_odds(features) for pair, features in of_pairs(evidence, standing, several).items()
    }
    ends = list(accumulate(map(len, types)))
    parted = []
    for found, end in zip(types, ends, strict=True):
        groups = joined(pairs, range(end - len(found), end))
        fillers = [
            sorted((_linked_in(standing, each, group, pairs) for each in group), key=lambda one: -one.odds)
            for group in groups
        ]
        parted.append(sorted(fillers, key=lambda each: -each[0].odds))
    return parted


def _linked_in(standing: Sequence[Standing], number: int, group: Sequence[int], pairs: Pairs) -> Filler:
    others = [each for each in group if each != number]
    return replace(standing[number].filler, linked=linked(pairs, [number], others))


def joined(pairs: Pairs, numbers: Iterable[int]) -> list[list[int]]:
    """Join numbers into groups, given the log odds that two of them belong together."""
    groups = [[number] for number in numbers]
    while len(groups) > 1:
        best, one, other = max(
            (linked(pairs, groups[one], groups[other]), -one, -other)
            for one, other in combinations(range(len(groups)), 2)
        )
        if best <= 0:
            break
        groups[-one] += groups.pop(-other)
    return groups


def linked(pairs: Pairs, one: Sequence[int], other: Sequence[int]) -> float:
    """Return the mean log odds between the members of two groups, 0 where one is empty."""
    odds = [pairs[min(pair), max(pair)] for pair in product(one, other)]
    return sum(odds) / len(odds) if odds else 0.0


class _Text:
    """Where sentences and paragraphs of a report begin, and which days and places they tell."""

    def __init__(self, evidence: Evidence) -> None:
        self.sentences = [each.span.start for each in evidence.document.sentences]
        self.paragraphs = [each.end() for each in _PARAGRAPH.finditer(evidence.text)]
        self.days, self.places = evidence.days, evidence.places

    def sentence(self, at: int) -> int:
        return max(0, bisect_right(self.sentences, at) - 1)

    def paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, at)

    def told_near(self, told: Sequence[tuple[int, str]], at: int) -> str | None:
        """Return what is told nearest to a place in its sentence, or in the one before."""
        sentence = self.sentence(at)
        for reach in (sentence, sentence - 1):
            found = [(abs(place - at), what) for place, what in told if self.sentence(place) == reach]
            if found:
                return min(found)[1]
        return None


def _of_pair(
    one: Standing, other: Standing, text: _Text, gaps: Sequence[tuple[int, int]], several: float
) -> Features:
    ours, theirs = _places(one), _places(other)
    low, high = sorted((one.filler.span.start, other.filler.span.start))
    first, last = text.sentence(low), text.sentence(high)
    near = min(abs(text.sentence(a) - text.sentence(b)) for a, b in product(ours, theirs))
    paragraphs = min(abs(text.paragraph(a) - text.paragraph(b)) for a, b in product(ours, theirs))
    same = {text.sentence(each) for each in ours} & {text.sentence(each) for each in theirs}
    roles = "+".join(sorted((one.filler.role, other.filler.role)))
    words, others = one.filler.text.split(), other.filler.text.split()
    widest = max((after - before for before, after in gaps if low <= before and after <= high), default=0)
    wider = sum(after - before > widest for before, after in gaps)
    features = {
        f"sentences {min(near, _FAR)}": 1.0,
        f"paragraphs {min(paragraphs, 4)}": 1.0,
        f"roles {roles}": 1.0,
        f"sentences of {roles}": min(near, _FAR) / 3,
        f"first of {roles}": min(last - first, 8) / 4,
        "sentences": math.log1p(near),
        "first": math.log1p(last - first),
        "letters": math.log1p(min(abs(a - b) for a, b in product(ours, theirs))) / 3,
        "same sentences": math.log1p(len(same)),
        "same role": float(one.filler.role == other.filler.role),
        "same word": float(not set(words).isdisjoint(others)),
        "same end": float(words[-1][:5] == others[-1][:5]),
        "same kind": float(one.kinds @ other.kinds),
        "several far": several * math.log1p(last - first),
        "gap": math.log1p(widest) / 3,
        "wider gaps": math.log1p(wider),
        "widest gap": float(wider == 0 < widest),
        "odds": min(one.filler.odds, other.filler.odds),
        "opening": float(first <= 1),
    }
    for name, told in (("days", text.days), ("places", text.places)):
        here, there = text.told_near(told, low), text.told_near(told, high)
        if here is not None and there is not None:
            features[f"same {name}" if here == there else f"other {name}"] = 1.0
    return features


def _places(standing: Standing) -> list[int]:
    return [each.span.start for each in standing.candidate.mentions]
