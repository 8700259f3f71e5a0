"""Candidates for roles: spans decoded from the encoder at several strictnesses, alike ones taken together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES
from oqiga.read.encoder.model import Encoded, Floats
from oqiga.read.templates.words import Opinion, Worded, likely_spans

STRICTNESS = (1.0, 0.3, 0.1, 0.03, 0.01)
"""Factors on the probability that a piece lies outside: the smaller, the more spans are found."""

Labels = npt.NDArray[np.int8]

_LEAST = 1e-6
_LONGEST = 24
_SPACE = re.compile(r"[\s\[\]()\"]+")
_NUMBERED = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "about",
        "approximately",
        "at",
        "least",
        "some",
        "several",
        "many",
        "other",
        "another",
        "all",
        "of",
        "more",
        "than",
        "nearly",
        "almost",
        "over",
    ]
)
_KEEP_NUMBERS = ROLES.index("perpetrator")


@dataclass(frozen=True, slots=True)
class Mention:
    """Word pieces `first` to `last` (exclusive). level: number of the strictest decoding that found it."""

    first: int
    last: int
    span: Span
    level: int
    begin: float
    inside: float
    end: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that may fill a role, and everywhere it was found. text: lower case, single spaces."""

    role: int
    text: str
    mentions: tuple[Mention, ...]


def find_candidates(text: str, encoded: Encoded, worded: Worded, opinion: Opinion) -> list[Candidate]:
    """Return the candidates of every role that the encoder or the model of words thinks of."""
    found: dict[tuple[int, str], dict[Span, Mention]] = {}
    paths = _decode(encoded.roles)
    for role in range(len(ROLES)):
        for level in range(len(STRICTNESS)):
            for first, last in _spans(paths[:, role, level].tolist()):
                _note(_mention(text, encoded, role, level, first, last), role, text, found)
        starts = [start for start, _ in encoded.offsets]
        for span in likely_spans(worded, opinion, role):
            first = max(0, bisect_right(starts, span.start) - 1)
            last = bisect_left(starts, span.end)
            _note(_mention(text, encoded, role, len(STRICTNESS), first, last), role, text, found)
    return [Candidate(role, string, tuple(each.values())) for (role, string), each in found.items() if string]


def _note(
    mention: Mention | None, role: int, text: str, found: dict[tuple[int, str], dict[Span, Mention]]
) -> None:
    if mention is not None:
        found.setdefault((role, plain(mention.span.of(text))), {}).setdefault(mention.span, mention)


def plain(string: str) -> str:
    """Return a string in lower case, its white space and brackets as single spaces."""
    return _SPACE.sub(" ", string.lower()).strip()


def within(shorter: str, longer: str) -> bool:
    """Tell whether a string stands, as whole words, in another and is not the same."""
    return longer != shorter and f" {shorter} " in f" {longer} "


def _mention(text: str, encoded: Encoded, role: int, level: int, first: int, last: int) -> Mention | None:
    start, end = encoded.offsets[first][0], encoded.offsets[last - 1][1]
    span = trimmed(text, Span(start, end), numbers=role != _KEEP_NUMBERS)
    if span is None:
        return None
    rows = encoded.roles[first:last, role]
    after = float(encoded.roles[last, role, 2]) if last < len(encoded.offsets) else 0.0
    inside = float(rows[1:, 2].mean()) if last - first > 1 else 1.0
    return Mention(first, last, span, level, float(rows[0, 1]), inside, 1 - after)


def trimmed(text: str, span: Span, *, numbers: bool) -> Span | None:
    """Return a span without articles and, where asked, numbers before the noun; None if nothing is left."""
    start = span.start
    words = list(re.finditer(r"[^\s]{1,60}", text[span.start : span.end]))
    for word in words[:-1]:
        lowered = word.group().lower()
        dropped = lowered in ("a", "an", "the") or (
            numbers and (lowered in _NUMBERED or lowered.rstrip(",").isdigit())
        )
        if not dropped:
            break
        start = span.start + word.end()
    while start < span.end and not text[start].isalnum():
        start += 1
    end = span.end
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")]":
        end -= 1
    return Span(start, end) if end > start else None


def _decode(chances: Floats) -> Labels:
    """Return the best paths (pieces, roles, strictnesses) when staying outside is made less likely.

    All paths are followed together, piece by piece. chances: (pieces, roles, 3).
    """
    count, roles, _ = chances.shape
    shift = np.zeros((len(STRICTNESS), 3), np.float32)
    shift[:, 0] = np.log(STRICTNESS)
    logs = np.log(np.maximum(chances, _LEAST))[:, :, None, :] + shift
    barred = np.array([[0, 0, -1e9], [0, 0, 0], [0, 0, 0]], np.float32)  # outside to inside
    paths = np.zeros((count, roles, len(STRICTNESS)), np.int8)
    if not count:
        return paths
    best = logs[0] + np.array([0, 0, -1e9], np.float32)
    back = np.zeros((*paths.shape, 3), np.int8)
    for row in range(1, count):
        scores = best[..., :, None] + barred
        back[row] = scores.argmax(axis=-2)
        best = scores.max(axis=-2) + logs[row]
    paths[-1] = best.argmax(axis=-1)
    for row in range(count - 1, 0, -1):
        paths[row - 1] = np.take_along_axis(back[row], paths[row][..., None].astype(np.intp), -1)[..., 0]
    return paths


def _spans(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = None
    for position, label in enumerate([*labels, 0]):
        if start is not None and label != 2:
            if position - start <= _LONGEST:
                yield start, position
            start = None
        if label == 1:
            start = position
