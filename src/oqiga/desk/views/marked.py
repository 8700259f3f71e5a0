"""A report's text in paragraphs, cut where claims begin and end, so that each stretch knows its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from oqiga.desk.views.words import inert
from oqiga.model.claims import Claim

_PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims.

    kind: of the narrowest, "" outside all. begins: ids of the claims that begin here.
    """

    text: str
    kind: str
    claims: tuple[str, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """A stretch of a comparison of two versions. how: same, added or gone."""

    how: str
    text: str


def paragraphs_of(text: str, claims: Sequence[Claim]) -> list[list[Piece]]:
    """Return the text as paragraphs of pieces. Claims may overlap; spans are code points of the text."""
    bounds = {0, len(text)}
    for claim in claims:
        bounds |= {max(0, claim.span.start), min(len(text), claim.span.end)}
    starts = []
    at = text.find(_PARAGRAPH)
    while at >= 0:
        starts.append(at)
        bounds |= {at, at + len(_PARAGRAPH)}
        at = text.find(_PARAGRAPH, at + len(_PARAGRAPH))
    breaks = set(starts)
    paragraphs: list[list[Piece]] = [[]]
    for start, end in pairwise(sorted(bounds)):
        if start in breaks:
            paragraphs.append([])
            continue
        paragraphs[-1].append(_piece(text, start, end, claims))
    return [each for each in paragraphs if each]


def _piece(text: str, start: int, end: int, claims: Sequence[Claim]) -> Piece:
    over = [claim for claim in claims if claim.span.start <= start and end <= claim.span.end]
    over.sort(key=lambda claim: (claim.span.end - claim.span.start, claim.id))
    begins = tuple(claim.id for claim in claims if claim.span.start == start)
    return Piece(inert(text[start:end]), over[0].kind if over else "", tuple(c.id for c in over), begins)


def alterations(before: str, after: str) -> Iterator[Altered]:
    """Yield what changed between two versions, paragraph by paragraph."""
    old, new = before.split(_PARAGRAPH), after.split(_PARAGRAPH)
    for how, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            yield from (Altered("same", inert(each)) for each in new[j1:j2])
            continue
        yield from (Altered("gone", inert(each)) for each in old[i1:i2])
        yield from (Altered("added", inert(each)) for each in new[j1:j2])
