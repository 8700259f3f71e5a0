"""The sentence around a claim, cut from a report's text without parsing it."""

from __future__ import annotations

import re

from oqiga.model.span import Span

_END = re.compile(r"[.!?…][\"'”»’)]{0,2}\s+(?=[\"'“«‘(]{0,2}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІÁ0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-ZА-Я]|Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Sgt|St|No|Gov|Sen|Rep|Jan|Feb|Aug|Sept|Oct|Nov|Dec|г|им|ул|т|тыс))\.\s+$"
)
_LONGEST = 600


def sentence_around(text: str, span: Span) -> Span:
    """Return the span of the sentence, inside its paragraph, that holds `span`; at most 600 characters."""
    start = text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0
    stop = text.find("\n\n", span.end)
    stop = len(text) if stop < 0 else stop
    start = max(start, span.start - _LONGEST)
    stop = min(stop, span.end + _LONGEST)
    first = start
    for match in _END.finditer(text, start, stop):
        if _ABBREVIATED.search(text[max(start, match.end() - 12) : match.end()]):
            continue
        if match.end() <= span.start:
            first = match.end()
        elif match.end() >= span.end:
            return Span(first, len(text[: match.end()].rstrip()))
    return Span(first, start + len(text[start:stop].rstrip()))


def xml_text(text: str) -> str:
    """Return a text on one line, without the characters that no XML document may hold."""
    return " ".join("".join(each for each in text if each.isprintable() or each.isspace()).split())
