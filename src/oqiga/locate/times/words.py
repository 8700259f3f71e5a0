"""Cutting a text into the small pieces that expressions of time are built from.

Independent of any parser's tokens, so that "34-year", "5:30" and "Sept." fall apart the same way for every
language and for upper-case text. One pass, linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from oqiga.model.span import Span

_PIECE = re.compile(r"(?=\S)(?:[0-9]+|[^\W\d_]+|\S)")
_DASHES = frozenset("-‐‑–—−")
_APOSTROPHES = frozenset("’ʼ`´")
LONGEST_NUMBER = 9
"""Digits beyond this are no number of a calendar; they are kept as a piece that matches nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """One piece of the text: a run of letters, a run of digits, or a single sign.

    key: in lower case, signs brought to one form. lemma: from the parser, "" when it has none.
    glued: no white space stands before it. fresh: a blank line, or nothing, stands before it.
    hyphened: a hyphen (left out of the pieces) stands before it.
    case: "small", "capital" or "shout" (all capitals).
    """

    key: str
    lemma: str
    span: Span
    glued: bool
    fresh: bool
    case: str = "small"
    hyphened: bool = False

    @property
    def digits(self) -> bool:
        """Whether it is a number that a calendar can hold."""
        return self.key[0] in "0123456789" and len(self.key) <= LONGEST_NUMBER

    @property
    def letters(self) -> bool:
        """Whether it is a run of letters."""
        return self.key[0].isalpha()


def cut(text: str, lemmas: Mapping[int, str]) -> list[Word]:
    """Return the pieces of `text` in order.

    lemmas: from the position where a token starts to its lemma. A hyphen between letters, or between digits
    and letters, joins two pieces and is left out; between digits it stays ("5-6", "2016-06-05").
    """
    words: list[Word] = []
    end = 0
    for match in _PIECE.finditer(text):
        start = match.start()
        between = text[end:start]
        words.append(
            Word(
                key=_key(match.group()),
                lemma=lemmas.get(start, ""),
                span=Span(start, match.end()),
                glued=bool(words) and not between,
                fresh=not words or between.count("\n") > 1,
                case=_case(match.group()),
            )
        )
        end = match.end()
    return _without_hyphens(words)


def _key(piece: str) -> str:
    if piece in _DASHES:
        return "-"
    return "'" if piece in _APOSTROPHES else piece.lower()


def _without_hyphens(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    hyphened = False
    for index, word in enumerate(words):
        if word.key == "-" and word.glued and index + 1 < len(words) and words[index + 1].glued:
            before, after = words[index - 1], words[index + 1]
            joins = (before.letters or before.digits) and (after.letters or after.digits)
            if joins and not (before.digits and after.digits):
                hyphened = True
                continue
        if hyphened:
            word = replace(word, hyphened=True)
            hyphened = False
        kept.append(word)
    return kept


def _case(piece: str) -> str:
    if not piece[0].isupper():
        return "small"
    return "shout" if len(piece) > 1 and piece.isupper() else "capital"
