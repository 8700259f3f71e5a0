"""Benchmark of time expressions: TimeBank and AQUAINT as TempEval-3 cleaned them.

Scored as TempEval-3 task A: strict and relaxed spans, and values of overlapping spans.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.evaluate.tally import Tally
from oqiga.locate.times import find_times
from oqiga.read.languages import language_pack

ID_FIELD = "id"
SPLITS = {"dev": "train.jsonl", "train": "train.jsonl"}
"""The public form is one file; rules were written with three quarters of it in view."""


def predict(document: Mapping[str, Any], *, trained: bool = True) -> dict[str, Any]:  # noqa: ARG001  nothing here is trained apart
    """Find the time expressions of one article; its `dct` is the date of publication."""
    parsed = language_pack("en").parse(str(document["text"]))
    found = find_times(parsed, str(document["dct"]))
    timexes = [
        {"start": each.span.start, "end": each.span.end, "type": each.type, "value": each.value}
        for each in found
    ]
    return {ID_FIELD: document[ID_FIELD], "timexes": timexes}


def tally(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
    """Count matching spans: the same, overlapping, and overlapping with the same value."""
    wanted, given = gold["timexes"], predicted["timexes"]
    pairs = _pairs(wanted, given)
    strict = sum((w["start"], w["end"]) == (g["start"], g["end"]) for w, g in pairs)
    value = sum(w["value"] == g["value"] for w, g in pairs)
    totals = (len(given), len(wanted))
    return {
        "strict": Tally(strict, *totals),
        "relaxed": Tally(len(pairs), *totals),
        "value": Tally(value, *totals),
    }


def _pairs(
    wanted: Sequence[Mapping[str, Any]], given: Sequence[Mapping[str, Any]]
) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Pair overlapping expressions one to one: the same span first, then the longest overlap."""
    candidates = []
    for left, gold in enumerate(wanted):
        for right, guess in enumerate(given):
            overlap = min(gold["end"], guess["end"]) - max(gold["start"], guess["start"])
            if overlap > 0:
                same = (gold["start"], gold["end"]) == (guess["start"], guess["end"])
                candidates.append((not same, -overlap, left, right))
    found: list[tuple[int, int]] = []
    for _, _, left, right in sorted(candidates):
        if all(left != used_left and right != used_right for used_left, used_right in found):
            found.append((left, right))
    return [(wanted[left], given[right]) for left, right in found]
