"""The words of one clause of a sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.read.frames.clauses import REACH, chain, is_predicate, nominal

_JOINTS = frozenset({"SCONJ", "CCONJ", "PUNCT"})


def clause_span(
    document: Document, token: Token, top: Token | None = None, joined: Collection[int] = ()
) -> Span:
    """Return the words of the clause around a token, without what joins it to others.

    top: its predicate when it is known better; else that of the token, past open clauses.
    joined: positions of coordinate predicates that belong to it all the same.
    """
    way = chain(document, token)
    top = top or way[-1]
    kept = _clause_tokens(document, top, {each.index for each in way} | {top.index} | set(joined), joined)
    kept.add(token.index)
    sentence = document.sentence_of(token)
    first = last = token.index
    while first > sentence.first and _holds(document, first - 1, kept):
        first -= 1
    while last + 1 < sentence.last and _holds(document, last + 1, kept):
        last += 1
    while first < token.index and _joint(document.tokens[first]):
        first += 1
    while last > token.index and _joint(document.tokens[last]):
        last -= 1
    return document.span_of(document.tokens[first], document.tokens[last])


def _clause_tokens(document: Document, top: Token, way: Collection[int], joined: Collection[int]) -> set[int]:
    """Return the tokens of a clause; clauses coordinate with one on the `way` are others, unless `joined`."""
    found: set[int] = set()
    waiting = [top]
    while waiting and len(found) < REACH:
        token = waiting.pop()
        found.add(token.index)
        for child in document.children(token):
            if token.index not in way or not _apart(document, child, joined):
                waiting.append(child)
    return found


def _apart(document: Document, token: Token, joined: Collection[int]) -> bool:
    if token.dep == "cc":
        siblings = document.children(document.tokens[token.head], "conj")
        after = [each for each in siblings if each.index > token.index]
        return bool(after) and _apart(document, after[0], joined)
    if token.dep == "conj":
        return token.index not in joined and is_predicate(document, token)
    return token.dep == "parataxis"


def phrase_words(document: Document, inside: Sequence[int]) -> Span:
    """Return the words of a phrase given by its positions, without what joins it to others."""
    first, last = 0, len(inside) - 1
    while first < last and (
        _joint(document.tokens[inside[first]]) or document.tokens[inside[first]].dep == "case"
    ):
        first += 1
    while last > first and _joint(document.tokens[inside[last]]):
        last -= 1
    return document.span_of(document.tokens[inside[first]], document.tokens[inside[last]])


def _holds(document: Document, index: int, kept: set[int]) -> bool:
    return index in kept or document.tokens[index].pos == "PUNCT"


def _joint(token: Token) -> bool:
    return token.pos in _JOINTS or token.dep == "mark"


def fronted_span(document: Document, token: Token) -> Span | None:
    """Return the words of a phrase at the front of a clause, closed by a comma, that holds the token.

    "With the country on high alert, the president …": what is said of the token is said there. None when
    the token stands elsewhere.
    """
    way = chain(document, token)
    if len(way) < 2 or way[-2].dep not in ("obl", "advcl"):
        return None
    inside = nominal(document, way[-2])
    first, last = inside[0], inside[-1]
    sentence = document.sentence_of(token)
    closed = last + 1 < sentence.last and document.tokens[last + 1].lower == ","
    if first != sentence.first or not closed or last - first != len(inside) - 1:
        return None
    return document.span_of(document.tokens[first], document.tokens[last])
