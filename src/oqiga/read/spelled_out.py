"""Names that a report gives in full and then shortens: "the Northern Relief Army (NRA) … the NRA said"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile

from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.read.frames.names import standing_alone
from oqiga.read.languages import language_pack

_SHORT = re.compile(r"\((?:the )?([^\W\d_a-zа-яё][\w-]{0,8}[^\W\d_a-zа-яё])(?:[/,;][^()\n]{1,30})?\)")
"""Capitals in brackets, perhaps with small letters among them, and perhaps another name behind a slash."""
_WORD = re.compile(r"[\w'’]+")
_PARTS = re.compile(r"[\w'’]+|\S")
_REACH = 90
"""Code points in front of the brackets within which the full name stands."""
_SMALL = 4
"""Letters of the longest small word inside a name ("Army *of* the *East*")."""
_FEWEST = 2
_AROUND = " ,\"“”«»'’"


def spelled_out(document: Document) -> Mapping[str, str]:
    """Return full names by what shortens them, where a text gives both: "Full Name (FN)"."""
    found: dict[str, str] = {}
    for match in _SHORT.finditer(document.text):
        start = max(document.text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        span = _full_name(document, Span(start, match.start()), match.group(1))
        if span is not None:
            found.setdefault(match.group(1), _alone(document, span))
    return found


def _alone(document: Document, span: Span) -> str:
    """Return a full name as it is called by itself, whatever case its sentence gives it."""
    written = span.of(document.text).strip(_AROUND)
    inside = [token for token in document.tokens if span.covers(token.span)]
    places = {token.index for token in inside}
    head = next((token for token in inside if token.head not in places), None)
    if head is None or not head.feats or len(inside) != len(written.split()):
        return written
    return standing_alone(document, language_pack(document.language), inside, head)


def _full_name(document: Document, before: Span, short: str) -> Span | None:
    """Return the last words of a span, where they begin with the letters of a short name.

    Else those with capitals, which another language may shorten, unless they name a person of some party.
    """
    text = before.of(document.text)
    words = list(_WORD.finditer(text))
    wanted = [letter.lower() for letter in short if letter.isalpha()]
    for count in range(_FEWEST, len(words) + 1):
        first = words[-count]
        if first.group()[0].isupper() and _begins(words[-count:], wanted):
            return Span(before.start + first.start(), before.end)
    run = list(takewhile(_in_name, reversed(list(_PARTS.finditer(text)))))
    while run and not run[-1].group()[0].isupper():
        run.pop()
    if sum(each.group()[0].isupper() for each in run) < _FEWEST:
        return None
    span = Span(before.start + run[-1].start(), before.end)
    person = any(each.label == "PERSON" and each.span.overlaps(span) for each in document.entities)
    return None if person else span


def _begins(words: list[re.Match[str]], wanted: list[str]) -> bool:
    """Tell whether each letter begins a word, in order, and every large word gives one; small ones may."""
    taken = {0}  # how many letters the words so far may have given: "State *in* Iraq" gives S and I
    for word in words:
        first = word.group()[0]
        given = {at + 1 for at in taken if at < len(wanted) and wanted[at] == first.lower()}
        taken = given if first.isupper() else taken | given
    return len(wanted) in taken


def _in_name(part: re.Match[str]) -> bool:
    word = part.group()
    return word[0].isupper() or word in "-–'’" or (word.isalpha() and word.islower() and len(word) <= _SMALL)
