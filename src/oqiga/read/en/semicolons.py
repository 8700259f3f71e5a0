"""Clauses that a semicolon parts, which the English parser hangs one on the other.

"The army killed four men; *residents said* they were farmers": the parser makes what stands before the mark
what somebody behind it says. It is given the place of the clause behind it: a statement beside it.
"""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import Document, Token

_MARK = ";"
_QUOTES = frozenset('"“”')


def with_parted_clauses(document: Document) -> Document:
    """Return a document in which no clause hangs on one behind a semicolon."""
    marks = [token.index for token in document.tokens if token.text == _MARK]
    if not marks:
        return document
    changed: dict[int, Token] = {}
    for mark in marks:
        sentence = document.sentence_of(document.tokens[mark])
        for token in document.tokens[sentence.first : mark]:
            governor = document.tokens[token.head]
            if (
                token.dep == "ccomp"
                and governor.index > mark
                and _speaks_for_itself(document, governor, mark)
            ):
                above = token.index if governor.dep == "root" else governor.head
                changed[token.index] = replace(token, dep=governor.dep, head=above)
    return document.with_tokens(changed)


def _speaks_for_itself(document: Document, governor: Token, mark: int) -> bool:
    """Tell whether a clause behind a semicolon is no word of saying for all that stands before it."""
    own = document.children(governor, "ccomp")
    inside = document.tokens[mark + 1 : governor.index]
    quoted = sum(token.text in _QUOTES for token in inside) % 2
    return not quoted and not any(mark < each.index < governor.index for each in own)
