"""Kazakh text to sentences and words. Numbers ("17-ге") and acronyms ("ІІМ-нің") keep their endings.

One pass of a linear pattern; hostile texts cost no more than others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from oqiga.model.span import Span
from oqiga.read.languages import language_pack

_TOKEN = re.compile(
    r"\d{1,12}(?:[.,:]\d{1,6}){0,3}"  # 17, 17-ге, 19:00-де, 1.500; 400ден, its case without a hyphen
    r"(?:[-–‑][^\W\d_]{1,9}(?![^\W_])|(?:[ндт][аеыі][нң]?|[ғгқк][ае])(?![^\W_]))?"
    r"|[^\W_]{1,40}(?:\.[^\W_]{1,20}){0,2}\.(?i:kz|com|org|net|ru|info)\b(?:-[^\W\d_]{1,9})?"
    r"|(?<!\w)[А-ЯЁӘІҢҒҮҰҚӨҺA-ZÄÜÖÁÓÚŌŪ]\.(?=\s?[А-ЯЁӘІҢҒҮҰҚӨҺA-ZÄÜÖÁÓÚŌŪ])"  # initials: А. Бекова
    r"|[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+|['’ʼ](?=[^\W\d_])){0,6}"
    r"|\.{2,4}|\S"
)
_END = frozenset([".", "!", "?", "…", "..", "...", "...."])
_BEHIND = frozenset('»”")’')
_SKIPPED = frozenset('«“„"(–—-‒―')
LONGEST = 200
"""Words of a sentence; longer ones are cut."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or sign of the text and where it stands."""

    text: str
    span: Span


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(language_pack("kk").lexicon("closed")["abbreviations"])


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield start and text of the paragraphs, which an empty line separates."""
    start = 0
    for block in text.split("\n\n"):
        if block.strip():
            yield start, block
        start += len(block) + 2


def sentences(text: str, offset: int) -> Iterator[list[Piece]]:
    """Yield the sentences of a paragraph that starts at `offset` of the report."""
    waiting: list[Piece] = []
    line_end = text.find("\n")
    found = list(_TOKEN.finditer(text))
    for number, match in enumerate(found):
        if line_end >= 0 and match.start() > line_end:
            if waiting:
                yield waiting
            waiting = []
            line_end = text.find("\n", match.start())
        waiting.append(Piece(match[0], Span(offset + match.start(), offset + match.end())))
        if len(waiting) >= LONGEST or _closes(found, number):
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _closes(found: list[re.Match[str]], number: int) -> bool:
    """Tell whether a sentence ends with this piece: at a stop, or at the marks that close it."""
    end = number
    while end > 0 and found[end][0] in _BEHIND and end > number - 2:
        end -= 1
    if found[end][0] not in _END or number + 1 >= len(found):
        return False
    if (
        found[end][0] == "."
        and end > 0
        and not _may_end(found[end - 1][0], found[end - 1].end() == found[end].start())
    ):
        return False
    following = number + 1
    if found[following][0] in _BEHIND and found[following].start() == found[number].end():
        return False
    while following < len(found) and found[following][0] in _SKIPPED and following < number + 4:
        following += 1
    if following >= len(found):
        return True
    opening = found[following][0][:1]
    spaced = found[number + 1].start() > found[number].end()
    return spaced and (opening.isupper() or opening.isdigit())


def _may_end(word: str, glued: bool) -> bool:
    """Tell whether a stop behind a word may end a sentence: not behind initials and abbreviations."""
    if not glued:
        return True
    return not (len(word) == 1 and word.isupper()) and word.lower() not in _abbreviations()
