"""CEAF-TF (Du, Rush and Cardie 2021): templates of a report mapped one to one, then entities compared.

Only templates of one type may be mapped; the mapping with the highest F1 of the report counts.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from oqiga.evaluate.tally import Tally

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""The entity slots, as predictions name them."""

TYPE = "incident_type"
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_MOST = 20_000
"""Mappings tried at most; beyond, the best of those tried counts."""

Shape = dict[str, Any]
Pair = dict[str, tuple[int, int]]


def compare(predicted: Sequence[Mapping[str, Any]], gold: Sequence[Mapping[str, Any]]) -> dict[str, Tally]:
    """Return a tally for the type and for each slot; precision counts entities given, recall those wanted.

    As in the published measure, one wanted entity may be given twice: right is kept apart for the two, here
    taken as the lower.
    """
    ours = [_shape(each) for each in predicted]
    wanted: list[Shape] = []
    for each in map(_shape, gold):
        if each not in wanted:
            wanted.append(each)
    best = _best(ours, wanted)
    tallies = {}
    for field in (TYPE, *ROLES):
        found = [pair[field] for pair in best if pair]
        right = min(sum(each[0] for each in found), sum(each[1] for each in found))
        tallies[field] = Tally(float(right), float(_size(ours, field)), float(_size(wanted, field)))
    return tallies


def _shape(template: Mapping[str, Any]) -> Shape:
    shape: Shape = {TYPE: str(template.get(TYPE) or "attack").lower().strip()}
    for role in ROLES:
        shape[role] = [[_plain(each) for each in entity] for entity in template.get(role) or ()]
    return shape


def _plain(text: str) -> str:
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def _size(templates: Sequence[Shape], field: str) -> int:
    return len(templates) if field == TYPE else sum(len(each[field]) for each in templates)


def _pair(ours: Shape, wanted: Shape) -> Pair | None:
    if ours[TYPE] not in [each.strip() for each in wanted[TYPE].split("/")]:
        return None
    pair: Pair = {TYPE: (1, 1)}
    for role in ROLES:
        same = [[set(one) <= set(other) for other in wanted[role]] for one in ours[role]]
        found = sum(any(row[column] for row in same) for column in range(len(wanted[role])))
        pair[role] = (sum(map(any, same)), found)
    return pair


def _best(ours: Sequence[Shape], wanted: Sequence[Shape]) -> list[Pair | None]:
    pairs = [[_pair(one, other) for other in wanted] for one in ours]
    given = sum(_size(ours, field) for field in (TYPE, *ROLES))
    asked = sum(_size(wanted, field) for field in (TYPE, *ROLES))
    best: list[Pair | None] = []
    highest = 0.0
    for number, mapping in enumerate(_mappings(pairs, 0, frozenset())):
        if number >= _MOST:
            break
        right = sum(each[0] for pair in mapping if pair for each in pair.values())
        found = sum(each[1] for pair in mapping if pair for each in pair.values())
        precision, recall = right / max(1, given), found / max(1, asked)
        score = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        if score > highest:
            best, highest = mapping, score
    return best


def _mappings(
    pairs: Sequence[Sequence[Pair | None]], row: int, used: frozenset[int]
) -> Iterator[list[Pair | None]]:
    if row == len(pairs):
        yield []
        return
    for column, pair in enumerate(pairs[row]):
        if pair is not None and column not in used:
            for rest in _mappings(pairs, row + 1, used | {column}):
                yield [pair, *rest]
    for rest in _mappings(pairs, row + 1, used):
        yield [None, *rest]
