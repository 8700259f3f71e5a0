"""Clauses that the English parser hangs on the nearest noun: "bandits from the *community* who raided".

Where that noun is nobody, and belongs to one for people, a clause with "who" tells of the people: a community
raids no village. "The attack on *Kenya*, which killed 40": it is the attack that killed, not Kenya.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.languages import language_pack

_WHO = ("who", "whom")
_WHICH = ("which", "that")
_LANDS = ("GPE", "LOC", "FAC")
_ROLES = (*SUBJECTS, "obj")
_DEEPEST = 3
"""Most nouns that one may belong to over another: "members of a unit of the army"."""


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    groups = language_pack("en").lexicon("people")["groups"]
    return frozenset(str(noun).split()[-1] for nouns in groups.values() for noun in nouns)


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    types = language_pack("en").lexicon("events")["types"]
    return frozenset(str(noun).split()[-1] for each in types.values() for noun in each.get("nouns", ()))


def with_persons(document: Document) -> Document:
    """Return a document in which such a clause hangs on the noun for people, or for the deed."""
    changed: dict[int, Token] = {}
    for token in document.tokens:
        if token.dep != "acl:relcl":
            continue
        told, noun = document.children(token, *_ROLES), document.tokens[token.head]
        over = None
        if any(child.lower in _WHO for child in told):
            over = _person_over(document, noun)
        elif any(child.lower in _WHICH and child.dep == "nsubj" for child in told):
            over = _deed_over(document, noun)
        if over is not None:
            changed[token.index] = replace(token, head=over.index)
    return document.with_tokens(changed)


def _person_over(document: Document, noun: Token) -> Token | None:
    """Return the noun for people that a noun for nobody belongs to, None where there is none or no need."""
    if noun.entity == "PERSON" or noun.pos not in ("NOUN", "PROPN") or noun.lemma in _people():
        return None
    for _ in range(_DEEPEST):
        over = _over(document, noun)
        if over is None:
            return None
        noun = over
        if noun.lemma in _people():
            return noun
    return None


def _deed_over(document: Document, land: Token) -> Token | None:
    """Return the noun for a deed that a land or a place says the where of, None for any other noun."""
    if land.entity not in _LANDS:
        return None
    over = _over(document, land)
    return over if over is not None and over.lemma in _deeds() else None


def _over(document: Document, noun: Token) -> Token | None:
    """Return what a noun belongs to: what it hangs on, or stands right behind where it hangs on the verb."""
    if noun.dep == "nmod":
        return document.tokens[noun.head]
    case = next(iter(document.children(noun, "case")), None)
    if noun.dep != "obl" or case is None or case.index == document.sentence_of(noun).first:
        return None
    before = document.tokens[case.index - 1]
    return before if before.pos in ("NOUN", "PROPN") else None
