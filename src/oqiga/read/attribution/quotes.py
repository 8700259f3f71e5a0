"""Stretches in quotation marks, found in one pass however unbalanced the marks are.

A curly or angled mark tells by itself whether it opens; a straight one opens when none is open. A quotation
ends with its paragraph at the latest: one that runs over paragraphs opens anew
in each, as newspapers print it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from oqiga.model.span import Span

_MARK = re.compile(r"[\"“”„«»]|\n[ \t]{0,20}\n|``|''|‘‘|’’")
_DASH_OPENS = re.compile(r"(?:\A|\n)[-–—] ")
_DASHED = re.compile(r"([^\n]{2,1500}?)[,!?] [-–—] (?=[^\W\d_A-ZА-ЯЁ])")
_RESUMED = re.compile(r"[^\n.,;!?–—]{2,120}[.,;] [-–—] ([^\n]{2,1500})")
"""Who said it, and the rest of his words behind a dash: "… - a resident said. - They fired at us."."""
_CLOSE = ("”", "»", "''", "’’")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch in quotation marks. span: marks included. closed: false when its paragraph ended first."""

    span: Span
    inside: Span
    closed: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the stretches in double quotation marks, in order; inner ones belong to the outer."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    closer, depth = "", 0
    for mark in _MARK.finditer(text):
        word = mark[0]
        if word[0] == "\n":
            if opened is not None:
                found.append(_quotation(text, opened, mark.start(), mark.start()))
            opened = None
        elif opened is None:
            if word not in _CLOSE:
                opened, closer, depth = mark, _closer(word), 0
        elif word == opened[0] and word != closer:
            depth += 1
        elif word == closer and depth:
            depth -= 1
        elif word == closer:
            found.append(_quotation(text, opened, mark.start(), mark.end()))
            opened = None
    if opened is not None:
        found.append(_quotation(text, opened, len(text), len(text)))
    dashed = _after_dashes(text)
    kept = [each for each in found if not any(other.span.overlaps(each.span) for other in dashed)]
    return tuple(sorted([*kept, *dashed], key=lambda each: each.span))


def _after_dashes(text: str) -> list[Quotation]:
    """Return what paragraphs that open with a dash quote: "- We heard shots, - a resident said. - They …"."""
    found: list[Quotation] = []
    for said in (_DASHED.match(text, opening.end()) for opening in _DASH_OPENS.finditer(text)):
        if said is None:
            continue
        found.append(
            Quotation(Span(said.start() - 2, said.end()), Span(said.start(), said.end(1)), closed=True)
        )
        more = _RESUMED.match(text, said.end())
        if more is not None:
            found.append(Quotation(Span(more.start(1) - 2, more.end(1)), Span(*more.span(1)), closed=True))
    return found


def _closer(opening: str) -> str:
    return {"“": "”", "„": "“", "«": "»", "``": "''", "‘‘": "’’"}.get(opening, opening)


def _quotation(text: str, opened: re.Match[str], inner_end: int, end: int) -> Quotation:
    start = opened.end()
    words = text[start:inner_end]
    left = len(words) - len(words.lstrip())
    stripped = len(words.rstrip())
    inside = Span(start + min(left, stripped), start + stripped)
    return Quotation(Span(opened.start(), end), inside, closed=end > inner_end)
