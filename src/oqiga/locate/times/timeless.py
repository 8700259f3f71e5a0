"""Words of a text that tell no time, whatever they look like: names of people, addresses of pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from oqiga.model.span import Span
from oqiga.model.syntax import Document

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)


def timeless(document: Document) -> list[Span]:
    """Return where people are named ("Theresa *May*") and addresses stand ("/2018/03/22/shot"), in order."""
    addresses = (Span(match.start(), match.end()) for match in _ADDRESS.finditer(document.text))
    return sorted([*_people(document), *addresses])


def _people(document: Document) -> Iterator[Span]:
    """Yield names of people: of several words, and single words of those ("*May* said")."""
    named = [each for each in document.entities if each.label == "PERSON"]
    full = [each for each in named if each.last - each.first > 1]
    parts = {token.text for each in full for token in document.tokens[each.first : each.last]}
    for each in named:
        if each.last - each.first > 1 or document.tokens[each.first].text in parts:
            yield document.span_of(document.tokens[each.first], document.tokens[each.last - 1])


def inside(span: Span, others: Sequence[Span]) -> bool:
    """Tell whether a span lies in one of others, which are in order."""
    place = bisect_right(others, span.start, key=lambda each: each.start) - 1
    return place >= 0 and others[place].covers(span)
