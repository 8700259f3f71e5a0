"""The attribution benchmark: who is cited for what, in political news (the form of PolNeAR 1.0.0).

Attribution is meant in the wide sense: speech, belief, wish, polls, documents. Where the trained reader is
installed it answers; without it the rules do, at a loss that `docs/` states.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oqiga.evaluate.tally import Tally
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.read.attribution import Attribution, find_attributions
from oqiga.read.attribution.trained import wide_attributions
from oqiga.read.attribution.weights import trained_weights
from oqiga.read.context import Context
from oqiga.read.languages import language_pack

ID_FIELD = "id"
"""The field that holds a document's id."""
SPLITS = {"train": "train.jsonl", "dev": "dev.jsonl", "test": "test.jsonl"}
"""Only the train part is public with its labels."""

_WORD = re.compile(r"\w+|[^\w\s]")
_SKIPPED = frozenset("\"“”„«»'‘’`.,;:!?")
_HALF = 0.5
"""Token F1 from which a content counts as found."""


def predict(document: Mapping[str, Any], *, trained: bool = True) -> dict[str, Any]:
    """Return the attributions of one text. trained: use the trained reader where it is installed."""
    text = document["text"]
    pack = language_pack("en")
    parsed = pack.parse(text)
    weights = trained_weights("en") if trained else None
    if weights is not None:
        found = wide_attributions(parsed, weights)
    else:
        report = Report(id=str(document[ID_FIELD]), text=text, language="en")
        found = find_attributions(Context(report=report, document=parsed, pack=pack))
    return {ID_FIELD: document[ID_FIELD], "attributions": [_line(each) for each in found]}


def _line(attribution: Attribution) -> dict[str, list[list[int]]]:
    return {
        "source": _pairs(attribution.source_spans),
        "cue": _pairs(attribution.cue_spans),
        "content": _pairs(attribution.content_spans),
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


@dataclass(frozen=True, slots=True)
class _Roles:
    """One attribution as sets of word numbers."""

    source: frozenset[int]
    content: frozenset[int]


def tally(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
    """Compare one text's attributions as the benchmark's score.py does: sources, contents and wholes."""
    words = [match.span() for match in _WORD.finditer(gold["text"]) if not set(match[0]) <= _SKIPPED]
    wanted, given = _roles(words, gold["attributions"]), _roles(words, predicted.get("attributions") or ())
    pairs = _paired(wanted, given)
    right = sum(_same_source(wanted[i], given[j]) for i, j in pairs)
    return {
        "attribution": Tally(right, len(given), len(wanted)),
        "content_found": Tally(len(pairs), len(given), len(wanted)),
        "source_exact": _shared({each.source for each in given}, {each.source for each in wanted}),
        "source_tokens": _shared(
            {word for each in given for word in each.source},
            {word for each in wanted for word in each.source},
        ),
        "content_exact": _shared({each.content for each in given}, {each.content for each in wanted}),
        "content_tokens": _shared(
            {word for each in given for word in each.content},
            {word for each in wanted for word in each.content},
        ),
    }


def _shared(given: set[Any], wanted: set[Any]) -> Tally:
    empty: set[Any] = {frozenset()}
    return Tally(len((given - empty) & (wanted - empty)), len(given - empty), len(wanted - empty))


def _roles(words: Sequence[tuple[int, int]], lines: Iterable[Mapping[str, Any]]) -> list[_Roles]:
    starts = [start for start, _ in words]
    found = [
        _Roles(_cover(words, starts, each.get("source")), _cover(words, starts, each.get("content")))
        for each in lines
    ]
    return [each for each in found if each.content]


def _cover(words: Sequence[tuple[int, int]], starts: Sequence[int], role: Any) -> frozenset[int]:
    """Return the numbers of the words that a role touches; a role is a pair, a list of pairs, or nothing."""
    pairs = [] if not role else [role] if isinstance(role[0], int | float) else role
    found = set()
    for start, end in pairs:
        position = max(0, bisect_right(starts, start) - 1)
        while position < len(words) and words[position][0] < end:
            if words[position][1] > start:
                found.add(position)
            position += 1
    return frozenset(found)


def _paired(wanted: Sequence[_Roles], given: Sequence[_Roles]) -> list[tuple[int, int]]:
    """Pair contents by token F1, the best first, each at most once."""
    close = sorted(
        (-score, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(given)
        if (score := _word_f1(one.content, other.content)) >= _HALF
    )
    pairs: dict[int, int] = {}
    for _, i, j in close:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _word_f1(first: frozenset[int], second: frozenset[int]) -> float:
    return 2 * len(first & second) / (len(first) + len(second))


def _same_source(wanted: _Roles, given: _Roles) -> bool:
    return bool(wanted.source & given.source) if wanted.source else not given.source
