"""Who is blamed: the part of the clause that names them, pronouns resolved to those told before."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import chain, subject_of, undergoer_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import heads_of, phrase_span, proper_name

_OF = frozenset({"of", "for"})
BACK = 400
"""Tokens that a pronoun may reach back."""


def perpetrators_of(document: Document, hit: Hit[Basis]) -> list[Token]:
    """Return the nouns that name those blamed; pronouns stay as they are."""
    top = _place(document, hit)
    if top is None:
        return []
    return [head for head in heads_of(document, top) if head.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET")]


def _place(document: Document, hit: Hit[Basis]) -> Token | None:
    frame, trigger = hit.frame, hit.trigger
    if frame.who == "links":
        return _linked(document, hit)
    verb = _verb(document, trigger)
    if frame.who == "object":
        return undergoer_of(document, verb) or _told_of(document, verb)
    return subject_of(document, verb)


def _verb(document: Document, trigger: Token) -> Token:
    """Return the verb of the clause when the frame turns on a state ("is *to blame*", "is *responsible*")."""
    for token in chain(document, trigger):
        if token.pos in ("VERB", "AUX") and document.children(
            token, "nsubj", "nsubj:pass", "obj", "obl:agent"
        ):
            return token
    return trigger


def _told_of(document: Document, verb: Token) -> Token | None:
    """Return the subject of what is believed ("officials believe *militants* carried it out")."""
    for child in document.children(verb, "ccomp", "xcomp"):
        found = subject_of(document, child)
        if found is not None and found.dep.startswith("nsubj"):
            return found
    return None


def _linked(document: Document, hit: Hit[Basis]) -> Token | None:
    """Return the noun behind one of the frame's links, nearest below the words of the frame."""
    for index in range(hit.match.last - 1, min(hit.match.last + 12, document.sentence_of(hit.trigger).last)):
        if document.tokens[index].lower not in hit.frame.links:
            continue
        head = document.tokens[document.tokens[index].head]
        if document.tokens[index].dep == "case" and head.index > index:
            return head
    return None


def named(document: Document, lexicon: BlameLexicon, head: Token) -> str | None:
    """Return how those blamed are named, None when that is nobody in particular."""
    if head.lower in lexicon.pronouns or head.pos == "PRON":
        resolved = _before(document, lexicon, head)
        return named(document, lexicon, resolved) if resolved is not None else None
    head = proper_name(document, head)
    if head.pos not in ("NOUN", "PROPN") or lexicon.generic.has(head):
        return None
    return phrase_span(document, head, links=_OF).of(document.text)


def _before(document: Document, lexicon: BlameLexicon, pronoun: Token) -> Token | None:
    """Return the person or group a pronoun takes up: the nearest name before it that can be one."""
    relative = pronoun.dep in ("nsubj", "nsubj:pass", "obj") and _described(document, pronoun)
    if relative:
        return relative
    many = "Number=Plur" in pronoun.feats
    for token in _backwards(document, pronoun):
        plural = "Number=Plur" in token.feats or bool(document.children(token, "conj"))
        if many and (lexicon.attackers.has(token) or lexicon.organizations.has(token)) and plural:
            return token
        if not many and (token.entity == "PERSON" or lexicon.attackers.has(token)) and not plural:
            return token
    return None


def _backwards(document: Document, pronoun: Token) -> Iterator[Token]:
    """Yield nouns before the pronoun that no noun governs by compounding, the nearest first."""
    for index in range(pronoun.index - 1, max(-1, pronoun.index - BACK), -1):
        token = document.tokens[index]
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "flat"):
            yield token


def _described(document: Document, pronoun: Token) -> Token | None:
    """Return the noun that a relative clause describes."""
    verb = document.tokens[pronoun.head]
    if verb.dep == "acl:relcl" and "PronType=Rel" in pronoun.feats:
        return document.head(verb)
    return None
