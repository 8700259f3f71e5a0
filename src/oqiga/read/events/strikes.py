"""Nouns that are blows only by what stands beside them: "an *Israeli* strike", "a strike *on a tent*"."""

from __future__ import annotations

from oqiga.locate.places.lexicon import is_demonym
from oqiga.model.syntax import PLACE_LABELS, Document, Token
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.frames.clauses import chain, is_predicate

_DAYS = frozenset({"DATE", "TIME"})


def is_blow(document: Document, lexicon: EventLexicon, noun: Token) -> bool:
    """Tell whether such a noun is a blow: a land's or an army's, on somebody or somewhere, that does harm.

    Workers go "on strike", and their strike may be on a day or hit an economy.
    """
    beside = document.children(noun, "amod", "compound")
    if any(is_demonym(each.lemma, each.lower) or lexicon.armed.has(each) for each in beside):
        return True
    above = chain(document, noun)[1:]
    harms = any(is_predicate(document, each) and lexicon.harm.starts(document, each) for each in above)
    if harms and noun.dep == "nsubj":
        return True
    for child in document.children(noun, "nmod"):
        led = {case.lower for case in document.children(child, "case")} & lexicon.target_links
        town = child.entity in PLACE_LABELS or child.lemma in lexicon.settlements
        if led and child.entity not in _DAYS and (harms or town):
            return True
    return False
