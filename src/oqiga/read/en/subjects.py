"""Subjects that the English parser takes for something else, put back to their verb.

"According to the army, *six people*, including two soldiers, were killed": with a second comma the parser
makes the people an apposition of the army, and the verb has no subject. "19 injured after *gunmen* attacked a
hotel": the parser lets the 19 attack.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from oqiga.model.syntax import Document, Token
from oqiga.read.languages import language_pack


@lru_cache(maxsize=1)
def _fronting() -> frozenset[str]:
    return frozenset(language_pack("en").lexicon("trees")["fronting"])


@lru_cache(maxsize=1)
def _opening() -> frozenset[str]:
    return frozenset(language_pack("en").lexicon("trees")["opening"])


def with_subjects(document: Document) -> Document:
    """Return a document in which such verbs have their subject."""
    changed: dict[int, Token] = {}
    for token in document.tokens:
        if token.dep == "nsubj" and token.pos == "NUM":
            changed.update(_attacked(document, token))
        if token.dep == "appos" and document.children(token, "nummod"):
            verb = _verb_of(document, token)
            if verb is not None:
                relation = "nsubj:pass" if document.children(verb, "aux:pass") else "nsubj"
                changed[token.index] = replace(token, head=verb.index, dep=relation)
    if not changed:
        return document
    return replace(document, tokens=tuple(changed.get(each.index, each) for each in document.tokens))


def _attacked(document: Document, counted: Token) -> dict[int, Token]:
    """Return the tokens of "19 injured after gunmen attacked" with the gunmen as those who attack."""
    verb, tokens = document.tokens[counted.head], document.tokens
    for state in document.children(counted, "acl"):
        for doer in document.children(state, "obl"):
            opening = [each for each in document.children(doer, "case") if each.lower in _opening()]
            last = max((token.index for token in document.subtree(doer)), default=doer.index)
            if not opening or verb.pos != "VERB" or last + 1 != verb.index:
                continue
            above = state.index if verb.head == verb.index else verb.head
            return {
                counted.index: replace(counted, dep="nsubj:pass", head=state.index),
                state.index: replace(state, dep=verb.dep, head=above),
                doer.index: replace(doer, dep="nsubj", head=verb.index),
                opening[0].index: replace(tokens[opening[0].index], dep="mark", head=verb.index),
                verb.index: replace(verb, dep="advcl", head=state.index),
            }
    return {}


def _verb_of(document: Document, counted: Token) -> Token | None:
    """Return the verb without a subject behind "according to X, six people", None for other appositions."""
    source = document.tokens[counted.head]
    fronted = document.tokens[source.head]
    if source.dep != "obl" or fronted.lower not in _fronting() or not fronted.index < counted.index:
        return None
    verb = document.tokens[fronted.head]
    acts = verb.pos == "VERB" and verb.index > counted.index
    if not acts or document.children(verb, "nsubj", "nsubj:pass"):
        return None
    return verb
