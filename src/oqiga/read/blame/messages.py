"""Whose message it is in which something is claimed or denied: "«Қара ту» таратқан *мәлімдемеде* … алды"."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.read.blame.lexicon import BlameLexicon


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
