"""Walking a dependency tree within bounds, and turning sets of tokens into spans.

Hostile texts make sentences of a hundred thousand words; no walk here goes further than `REACH` tokens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from oqiga.model.span import Span
from oqiga.model.syntax import SUBJECTS, Document, Token

REACH = 250
_MOMENTS = frozenset({"DATE", "TIME"})
_TRIMMED = frozenset(",.;:!?-–—")


def subtree(document: Document, top: Token, without: Collection[int] = ()) -> list[int]:
    """Return positions of `top` and what hangs below it, in order; branches at `without` are cut off.

    Gives up growing after `REACH` tokens, so the work is bounded however deep the tree.
    """
    found: list[int] = []
    waiting = [top.index]
    while waiting and len(found) < REACH:
        index = waiting.pop()
        if index in without:
            continue
        found.append(index)
        waiting.extend(child.index for child in document.children(document.tokens[index]))
    return sorted(found)


def ancestors(document: Document, token: Token, limit: int = 12) -> list[Token]:
    """Return the governors of `token`, nearest first, at most `limit` of them."""
    found: list[Token] = []
    while token.head != token.index and len(found) < limit:
        token = document.tokens[token.head]
        found.append(token)
    return found


def spans_of(document: Document, indexes: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans of runs of neighbouring tokens, without stops and dashes at their edges."""
    runs: list[list[int]] = []
    for index in sorted(set(indexes)):
        if runs and index == runs[-1][-1] + 1 and _same_paragraph(document, index):
            runs[-1].append(index)
        else:
            runs.append([index])
    trimmed = (_trim(document, run) for run in runs)
    return tuple(
        document.span_of(document.tokens[run[0]], document.tokens[run[-1]]) for run in trimmed if run
    )


def _same_paragraph(document: Document, index: int) -> bool:
    before, here = document.tokens[index - 1], document.tokens[index]
    return document.sentence_of(before).paragraph == document.sentence_of(here).paragraph


def _trim(document: Document, run: list[int]) -> list[int]:
    first, last = 0, len(run)
    while first < last and document.tokens[run[first]].text[:1] in _TRIMMED:
        first += 1
    while first < last and document.tokens[run[last - 1]].text[:1] in _TRIMMED:
        last -= 1
    return run[first:last]


def subject_of(document: Document, verb: Token, depth: int = 5) -> Token | None:
    """Return who does what `verb` says: its own subject, or the one it shares with its governor."""
    own = document.children(verb, *SUBJECTS, "csubj")
    if own:
        inside = document.children(own[0], "nsubj") if own[0].dep == "csubj" else ()
        return inside[0] if inside else own[0]  # "the *army* admitting that … said"
    beside = [each for each in document.children(verb, "obl:npmod", "dep") if each.pos == "PROPN"]
    if beside and beside[0].entity not in _MOMENTS:
        return beside[0]
    governor = document.head(verb)
    if governor is None or depth == 0:
        return None
    if verb.dep in ("conj", "xcomp", "advcl", "parataxis", "dep") and governor.pos in ("VERB", "AUX"):
        return subject_of(document, governor, depth - 1)
    if verb.dep in ("acl", "acl:relcl") and governor.pos in ("NOUN", "PROPN", "PRON"):
        return governor
    return None


def is_passive(document: Document, verb: Token) -> bool:
    """Tell whether `verb` is passive: it has a passive subject or auxiliary, or is a bare past participle."""
    if document.children(verb, "nsubj:pass", "aux:pass"):
        return True
    past = "VerbForm=Part" in verb.feats and ("Tense=Past" in verb.feats or "Voice=Pass" in verb.feats)
    return past and verb.dep in ("acl", "advcl") and not document.children(verb, "aux")
