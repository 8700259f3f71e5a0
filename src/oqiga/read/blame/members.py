"""Of what body attackers are told to be: "the gunmen were members of the Front", «смертник был из «Зари»»."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.blame.deeds import is_supposed
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.naming import own_body
from oqiga.read.frames.clauses import CLAUSAL, chain, helpers, subject_of
from oqiga.read.frames.names import ends_with


def members(document: Document, lexicon: BlameLexicon, sentence: Sentence) -> Iterator[Token]:
    """Yield the nouns that name, or stand for, the body that attackers of a sentence are told to be of."""
    yield from _told_members(document, lexicon, sentence)
    yield from _belonging(document, lexicon, sentence)


def _told_members(document: Document, lexicon: BlameLexicon, sentence: Sentence) -> Iterator[Token]:
    """Yield of what body attackers are said to be: "the gunmen were *members of the Front*"."""
    for token in document.tokens_of(sentence):
        body = [*document.children(token, "nmod", "compound")]
        owned = own_body(document, lexicon, token)
        named_so = owned is not None or any(each.pos == "PROPN" for each in body)
        if not lexicon.membership.has(token) or not named_so:
            continue
        verb = document.tokens[token.head]
        subject = _said_to_be(document, lexicon, token, verb)
        doubtful = any(lexicon.believing.has(each) for each in (verb, document.tokens[verb.head]))
        denied = lexicon.negation.among(document, helpers(document, [token, verb])) is not None
        if subject is None or doubtful or denied or _suffers(verb, subject):
            continue
        if _attacks(document, lexicon, subject):
            yield token


def _belonging(document: Document, lexicon: BlameLexicon, sentence: Sentence) -> Iterator[Token]:
    """Yield the body that a verb tells an attacker to be of: «смертник *входил в группировку* «Заря»»."""
    for token in document.tokens_of(sentence):
        if token.pos != "VERB" or not lexicon.being_of.starts(document, token):
            continue
        subject = subject_of(document, token)
        near = helpers(document, [token])
        if subject is None or not _attacks(document, lexicon, subject) or _suffers(token, subject):
            continue
        if lexicon.negation.among(document, near) is None:
            for body in document.children(token, "obl", "iobj"):
                named_so = any(each.pos == "PROPN" for each in document.children(body, "compound"))
                gang = lexicon.organizations.has(body) and named_so  # "the Red Wolf *gang*"
                if own_body(document, lexicon, body) is not None or body.entity == "ORG" or gang:
                    yield body


def only_may_be(document: Document, lexicon: BlameLexicon, member: Token) -> bool:
    """Tell whether it is only supposed of somebody: «боевики *могут быть* членами «Зари»»."""
    return lexicon.may.has(document.tokens[member.head]) or is_supposed(
        document, lexicon, chain(document, member)
    )


def _suffers(described: Token, attacker: Token) -> bool:
    """Tell whether a clause only describes one to whom something is done: "killed a militant *of* it"."""
    return described.dep in ("acl", "acl:relcl") and attacker.dep in ("obj", "nsubj:pass", "iobj")


def _said_to_be(document: Document, lexicon: BlameLexicon, token: Token, verb: Token) -> Token | None:
    """Return who is said to be what a noun tells, over a copula, "as", or nothing but the noun."""
    copular = token.dep == "xcomp" and (
        verb.pos == "AUX"
        or lexicon.being.starts(document, verb)
        or bool(document.children(token, "cop"))  # «могут *быть* членами»
    )
    naming = token.dep == "obl" and any(
        case.lower in lexicon.naming for case in document.children(token, "case")
    )
    if copular or naming:
        return subject_of(document, verb)
    if lexicon.being.starts(document, verb) and token.dep == "nsubj" and verb.dep == "advcl":
        return subject_of(document, document.tokens[verb.head])  # "… мүшелері болып шықты"
    if token.dep in CLAUSAL and (subjects := document.children(token, "nsubj")):
        return subjects[-1]  # "Шабуылдаушылар – «Қара ту» ұйымының мүшелері"
    return None


def _attacks(document: Document, lexicon: BlameLexicon, subject: Token) -> bool:
    owners = document.children(subject, "nmod:poss") if subject.pos in ("PRON", "NUM") else ()
    if any(lexicon.attackers.has(owner) for owner in owners):
        return True  # "күдіктілердің *бәрі* …"
    return ends_with(document, subject, lexicon.attackers) is not None or (
        lexicon.dropped_subject and lexicon.unnamed.has(subject)
    )
