"""What a body says of itself: "the Front said *its fighters* had attacked", "*it* was not behind it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.perpetrators import named
from oqiga.read.frames.clauses import REACH, doer_of, helpers, nominal, subject_of

_BODIES = frozenset({"ORG", "NORP"})


@dataclass(frozen=True, slots=True)
class OwnWord:
    """One saying about oneself. deed: the predicate that is owned up to or denied."""

    name: str
    basis: Basis
    deed: Token


def own_words(document: Document, lexicon: BlameLexicon) -> Iterator[OwnWord]:
    """Yield what bodies and attackers say they did or did not do, in order."""
    for token in document.tokens:
        if token.pos != "VERB" or not lexicon.saying.has(token):
            continue
        name = _sayer(document, lexicon, token)
        if name is None:
            continue
        for deed in document.children(token, "ccomp"):
            basis = _basis(document, lexicon, deed)
            if basis is not None:
                yield OwnWord(name, basis, deed)


def _sayer(document: Document, lexicon: BlameLexicon, verb: Token) -> str | None:
    """Return the body that speaks, by itself or its spokesman; None for those who only report or answer."""
    sayer = subject_of(document, verb)
    if sayer is None or sayer.pos not in ("NOUN", "PROPN"):
        return None
    phrase = [document.tokens[index] for index in nominal(document, sayer, deep=False)]
    if not any(_is_body(lexicon, token) for token in phrase):
        return None
    if any(lexicon.responders.has(token) for token in phrase if token.index != sayer.index):
        return None
    if lexicon.responders.has(sayer):
        return _body_of(document, lexicon, sayer)
    return named(document, lexicon, sayer, body=True)


def _is_body(lexicon: BlameLexicon, token: Token) -> bool:
    return token.entity in _BODIES or lexicon.attackers.has(token) or lexicon.bodies.has(token)


def _body_of(document: Document, lexicon: BlameLexicon, spokesman: Token) -> str | None:
    """Return the body that a spokesman speaks for ("a *Front* spokesman", "a spokesman for the *rebels*")."""
    for child in document.children(spokesman, "nmod", "compound", "amod", "nmod:poss"):
        if _is_body(lexicon, child) and (name := named(document, lexicon, child)) is not None:
            return name
    return None


def _basis(document: Document, lexicon: BlameLexicon, deed: Token) -> Basis | None:
    """Return what is said of a deed whose doer is the speaker, None when the clause tells another's."""
    subject = subject_of(document, deed)
    if subject is None or not _is_self(document, lexicon, subject):
        return None
    inside = [token.index for token in document.subtree(deed)[:REACH]]
    if lexicon.not_own.among(document, inside) is not None:
        return Basis.DENIED
    doer = doer_of(document, deed)
    if doer is None or doer.index != subject.index:
        return None
    near = helpers(document, [deed])
    told = inside if deed.pos != "VERB" or lexicon.committing.has(deed) else [deed.index]
    if lexicon.deeds.among(document, told) is None or lexicon.unreal.among(document, near) is not None:
        return None
    return Basis.DENIED if lexicon.negation.among(document, near) is not None else Basis.CLAIMED


def _is_self(document: Document, lexicon: BlameLexicon, subject: Token) -> bool:
    if subject.lower in lexicon.itself:
        return True
    owned = any(child.lower in lexicon.its_own for child in document.children(subject, "nmod:poss"))
    return owned and any(
        words.has(subject) for words in (lexicon.attackers, lexicon.persons, lexicon.organizations)
    )
