"""Which tokens stand in quotation marks."""

from __future__ import annotations

from bisect import bisect_left

from oqiga.model.syntax import Document
from oqiga.read.attribution.quotes import find_quotations


def quoted_tokens(document: Document) -> frozenset[int]:
    """Return the positions of the tokens in double quotation marks, marks included."""
    starts = [token.span.start for token in document.tokens]
    found: set[int] = set()
    for quotation in find_quotations(document.text):
        index = bisect_left(starts, quotation.span.start)
        while index < len(starts) and starts[index] < quotation.span.end:
            found.add(index)
            index += 1
    return frozenset(found)
