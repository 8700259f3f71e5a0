"""Passives whose auxiliary stands before a time: "two guards *were* on Friday night *shot* dead".

The parser makes a clause of its own of the auxiliary and hangs the participle below it or below the time, so
that nobody is shot. Here the participle gets its auxiliary, its subject and the place of the clause.
"""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import SUBJECTS, Document, Token

_TIMES = ("DATE", "TIME")
_PAST = "Tense=Past"
_BELOW = ("advcl", "xcomp", "acl")
"""Relations by which the participle is hung below the auxiliary, or below the time."""
_LONGEST = 8
"""Most words between the auxiliary and the participle: "in the early hours of Monday morning"."""


def with_whole_passives(document: Document) -> Document:
    """Return a document in which a passive that a time parts is one clause."""
    changed: dict[int, Token] = {}
    for token in document.tokens:
        if token.lemma != "be" or token.pos != "AUX" or token.dep.startswith("aux"):
            continue
        subject = next(iter(document.children(token, "nsubj")), None)
        verb = _participle(document, token)
        if subject is not None and subject.index < token.index and verb is not None:
            changed.update(_joined(document, token, verb))
    return document.with_tokens(changed)


def _participle(document: Document, being: Token) -> Token | None:
    """Return the participle behind the time that follows an auxiliary, None where anything else does."""
    end = document.sentence_of(being).last
    behind = document.tokens[being.index + 1 : min(end, being.index + 1 + _LONGEST)]
    verb = next((each for each in behind if each.pos == "VERB"), None)
    if verb is None or _PAST not in verb.feats or verb.dep not in _BELOW:
        return None
    between = document.tokens[being.index + 1 : verb.index]
    dated = any(each.entity in _TIMES for each in between)
    plain = all(each.entity in _TIMES or each.pos in ("ADP", "DET", "ADJ", "ADV") for each in between)
    hung = verb.head == being.index or being.index < verb.head < verb.index
    taken = document.children(verb, *SUBJECTS, "aux", "aux:pass", "mark")
    return verb if dated and plain and hung and not taken else None


def _joined(document: Document, being: Token, verb: Token) -> dict[int, Token]:
    """Return the tokens that change where an auxiliary and a participle are one clause."""
    root = being.head == being.index
    changed = {verb.index: replace(verb, head=verb.index if root else being.head, dep=being.dep)}
    changed[being.index] = replace(being, head=verb.index, dep="aux:pass")
    for child in document.children(being):
        if child.index not in (verb.index, being.index):
            dep = "nsubj:pass" if child.dep == "nsubj" else child.dep
            changed[child.index] = replace(child, head=verb.index, dep=dep)
    return changed
