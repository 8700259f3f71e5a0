"""Whose message it is in which something is claimed or denied: "«Қара ту» таратқан *мәлімдемеде* … алды"."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import is_passive, subject_of


def message_owner(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return who gave out the message in which a verb without a subject tells something."""
    if not lexicon.told_in:
        return None
    for governor in (verb, *document.children(verb, "ccomp")):
        for message in document.children(governor, "obl"):
            if lexicon.told_in.isdisjoint(message.feats) or not lexicon.messages.has(message):
                continue
            given_out = [
                doer
                for clause in document.children(message, "acl")
                for doer in document.children(clause, "nsubj")
            ]
            owners = [*document.children(message, "nmod:poss"), *given_out]
            return owners[-1] if owners else None
    return None


def author_of(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return whose statement a clause tells of: «*«Заря»* сделала заявление, в котором отрицала вину»."""
    message = document.tokens[verb.head]
    if verb.dep != "acl:relcl" or not lexicon.messages.has(message) or message.dep != "obj":
        return None
    inside = [each for each in document.children(verb, "obl") if document.children(each, "case")]
    led = any(case.lower in lexicon.inside for each in inside for case in document.children(each, "case"))
    return subject_of(document, document.tokens[message.head]) if led else None


def given_out_by(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return who gives out the message that tells something: "*the Front* issued a statement claiming it"."""
    message = document.tokens[verb.head]
    if verb.dep != "acl" or not lexicon.messages.has(message):
        return None
    giving = document.tokens[message.head]
    if message.dep == "obj" and lexicon.giving_out.has(giving) and not is_passive(document, giving):
        return subject_of(document, giving)
    if message.dep == "obl" and lexicon.saying.has(giving):  # "in a statement claiming it, *it* said"
        return subject_of(document, giving)
    return None
