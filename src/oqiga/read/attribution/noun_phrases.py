"""The words of a noun phrase that names a source: what stands before its noun, what is joined behind it."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Document, Token
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.tree import subtree

_PREMODIFIERS = frozenset(
    ("compound", "flat", "flat:name", "amod", "nummod", "nmod:poss", "det", "advmod", "appos", "nmod")
) | {"punct", "case", "cc", "conj"}


_QUOTED = 6
"""Most words of a name in quotation marks, with the marks."""


def chunk_of(document: Document, head: Token, lexicon: SpeechLexicon) -> list[Token]:
    """Return the noun and what stands before it in the phrase, without articles; flat names after it too."""
    first = last = head.index
    floor = max(document.sentence_of(head).first, head.index - 15)
    while first - 1 >= floor:
        before = document.tokens[first - 1]
        opening = _opening_mark(document, first - 1, floor) if before.text in "»”" else None
        if opening is not None and _hangs_on(document, document.tokens[first - 2], head):
            first = opening  # «Заря» агенттігі: the name in marks is a part of it
            continue
        if before.text in ',;:()"“”' or not _hangs_on(document, before, head):
            break
        first -= 1
    for child in document.children(head, "flat", "flat:name", "flat:foreign", "appos", "nmod"):
        named = child.dep.startswith("flat") or (
            child.entity == head.entity == "ORG" and child.pos == "PROPN"
        )
        if child.index == last + 1 and named:
            last = child.index
    last = _past_hyphens(document, last)
    chunk = [document.tokens[i] for i in range(first, last + 1)]
    while len(chunk) > 1 and (
        chunk[0].lower in lexicon.words["articles"]
        or (chunk[0].pos in ("PUNCT", "ADP", "SCONJ", "CCONJ") and not _opens_inside(chunk))
    ):
        chunk = chunk[1:]
    return chunk


def _opening_mark(document: Document, closing: int, floor: int) -> int | None:
    """Return where a name in quotation marks opens that closes at a position, None where it does not."""
    marks = (at for at in range(closing - 2, max(floor, closing - _QUOTED) - 1, -1))
    return next((at for at in marks if document.tokens[at].text in "«“"), None)


def _opens_inside(chunk: Sequence[Token]) -> bool:
    """Tell whether the first word opens a name in marks that closes before the last."""
    return chunk[0].text in "«“" and any(token.text in "»”" for token in chunk[1:-1])


def _past_hyphens(document: Document, last: int) -> int:
    """Return the last token of a name whose hyphens a parse took for its end: "Ibrahim al-Jubouri"."""
    tokens = document.tokens
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 2].text[:1].isupper():
        if tokens[last].span.end != tokens[last + 1].span.start:
            break
        if tokens[last + 1].span.end != tokens[last + 2].span.start:
            break
        last += 2
    return last


def _hangs_on(document: Document, token: Token, head: Token) -> bool:
    """Tell whether `token` belongs to what stands before `head` in its phrase."""
    for _ in range(4):
        if token.dep not in _PREMODIFIERS or token.head <= token.index - 3:
            return False
        if token.head == head.index:
            return token.pos != "SCONJ" and token.dep not in ("advmod",)
        token = document.tokens[token.head]
    return False


def without_edges(tokens: list[Token], lexicon: SpeechLexicon) -> list[Token]:
    """Return words without articles and marks in front of them and marks behind."""
    while len(tokens) > 1 and (tokens[0].lower in lexicon.words["articles"] or tokens[0].pos == "PUNCT"):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].pos == "PUNCT":
        tokens = tokens[:-1]
    return tokens


def joined_to(document: Document, head: Token, lexicon: SpeechLexicon) -> list[Token]:
    """Return "in the police" in "a source in the police": the phrases that tell which one is meant."""
    if head.pos == "PRON":
        return []
    tokens: list[Token] = []
    after = head.index + 1
    for child in document.children(head, "nmod"):
        below = subtree(document, child)
        cases = document.children(child, "case")
        genitive = not cases and "Case=Gen" in child.feats
        joint = genitive or any(case.lower in lexicon.words["joints"] for case in cases)
        clause = any(document.tokens[i].dep in ("acl", "acl:relcl", "appos") for i in below)
        if child.entity in ("DATE", "TIME") or not joint or below[0] != after or len(below) > 14 or clause:
            break
        tokens += [document.tokens[i] for i in below]
        after = below[-1] + 1
    while tokens and tokens[-1].pos == "PUNCT":
        tokens.pop()
    return tokens


def text_of(document: Document, tokens: list[Token]) -> str | None:
    """Return some words as they stand, blanks made one, None where there are none."""
    if not tokens:
        return None
    return " ".join(document.text[tokens[0].span.start : tokens[-1].span.end].split())
