"""MUC-4 reports and their keys to windows of word pieces with labels."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tokenizers import Tokenizer

from oqiga.read.encoder.labels import BEGIN, INSIDE, OUTSIDE, OVERLAP, ROLES, TYPES, WINDOW

SLOTS = {
    "perpetrator": "perp_ind_id",
    "organization": "perp_org_id",
    "target": "phys_tgt_id",
    "victim": "hum_tgt_name",
    "victim_description": "hum_tgt_desc",
    "weapon": "instrument_id",
}
"""Role to its slot in the answer key."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Filler:
    """Word pieces `first` to `last` (exclusive) fill a role in an incident of type `type` (index)."""

    role: int
    type: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Example:
    """One report: ids of its word pieces, its fillers, its types (indexes); no types when irrelevant."""

    pieces: tuple[int, ...]
    fillers: tuple[Filler, ...]
    types: frozenset[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Part of an example, as the network takes it. labels: one row a role, one label a piece."""

    pieces: tuple[int, ...]
    labels: tuple[tuple[int, ...], ...]
    fillers: tuple[Filler, ...]
    types: frozenset[int]


def make_example(document: Mapping[str, Any], tokenizer: Tokenizer) -> Example:
    """Label one report: every place where a filler of its key stands in the text is marked."""
    text = document["text"][document["body_start"] :].lower()
    encoded = tokenizer.encode(text, add_special_tokens=False)
    fillers: set[Filler] = set()
    types: set[int] = set()
    for template in document["templates"]:
        kind = _type_of(template)
        types.add(kind)
        for role, slot in enumerate(SLOTS[name] for name in ROLES):
            strings = {string for filler in template[slot] for string in filler["alts"]}
            for string in strings:
                fillers |= {Filler(role, kind, *each) for each in found_in(text, string, encoded.offsets)}
    return Example(tuple(encoded.ids), tuple(sorted(fillers, key=_order)), frozenset(types))


def windows(example: Example) -> list[Window]:
    """Cut an example into overlapping windows."""
    starts = range(0, max(1, len(example.pieces) - OVERLAP), WINDOW - OVERLAP)
    return [_window(example, start) for start in starts]


def _window(example: Example, start: int) -> Window:
    stop = min(start + WINDOW, len(example.pieces))
    inside = [each for each in example.fillers if each.first >= start and each.last <= stop]
    labels = [[OUTSIDE] * (stop - start) for _ in ROLES]
    shifted = []
    for each in sorted(inside, key=lambda each: each.first - each.last):
        first, last = each.first - start, each.last - start
        shifted.append(Filler(each.role, each.type, first, last))
        row = labels[each.role]
        if any(row[first:last]):
            continue  # a longer filler of the same role already covers it
        row[first] = BEGIN
        row[first + 1 : last] = [INSIDE] * (last - first - 1)
    return Window(example.pieces[start:stop], tuple(map(tuple, labels)), tuple(shifted), example.types)


def _type_of(template: Mapping[str, Any]) -> int:
    named = [alternative.lower() for filler in template["incident_type"] for alternative in filler["alts"]]
    return next((TYPES.index(name) for name in named if name in TYPES), 0)


def found_in(text: str, string: str, offsets: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where a string stands as whole words: first and last (exclusive) of the pieces that it covers.

    text: in lower case. offsets: start and end of each piece of it, in order.
    """
    words = [re.escape(word) for word in _SPACE.split(string.lower().strip()) if word]
    if not words:
        return
    for match in re.finditer(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", text):
        first = bisect_right(offsets, match.start(), key=lambda piece: piece[1])
        last = bisect_left(offsets, match.end(), key=lambda piece: piece[0])
        if first < last:
            yield first, last


def _order(filler: Filler) -> tuple[int, int, int, int]:
    return (filler.first, filler.last, filler.role, filler.type)
