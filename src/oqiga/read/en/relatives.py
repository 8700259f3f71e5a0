"""Clauses with "who" that the English parser hangs on no person: "bandits from the *community* who raided".

The parser takes the nearest noun. Where that noun is nobody, and belongs to one for people, the clause tells
of the people: a community or a town raids no village.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.languages import language_pack

_WHO = ("who", "whom")
_ROLES = (*SUBJECTS, "obj")
_DEEPEST = 3
"""Most nouns that one may belong to over another: "members of a unit of the army"."""


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    groups = language_pack("en").lexicon("people")["groups"]
    return frozenset(str(noun).split()[-1] for nouns in groups.values() for noun in nouns)


def with_persons(document: Document) -> Document:
    """Return a document in which such a clause hangs on the noun for people."""
    changed: dict[int, Token] = {}
    for token in document.tokens:
        if token.dep == "acl:relcl" and any(
            child.lower in _WHO for child in document.children(token, *_ROLES)
        ):
            person = _person_over(document, document.tokens[token.head])
            if person is not None:
                changed[token.index] = replace(token, head=person.index)
    if not changed:
        return document
    return replace(document, tokens=tuple(changed.get(each.index, each) for each in document.tokens))


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


def _over(document: Document, noun: Token) -> Token | None:
    """Return what a noun belongs to: what it hangs on, or stands right behind where it hangs on the verb."""
    if noun.dep == "nmod":
        return document.tokens[noun.head]
    case = next(iter(document.children(noun, "case")), None)
    if noun.dep != "obl" or case is None or case.index == document.sentence_of(noun).first:
        return None
    before = document.tokens[case.index - 1]
    return before if before.pos in ("NOUN", "PROPN") else None
