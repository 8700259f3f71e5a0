"""Verbs of headlines that the small model takes for nouns: "Gunmen *storm* hotel", "Bomber *strikes* mosque".

It sees one long compound, or a noun with a subject. A noun for people in front, the form that agrees with it,
and a noun phrase right behind tell the verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.languages import language_pack

_NOUNS = ("NOUN", "PROPN")
_BEFORE = ("compound", "amod", "nummod", "nmod", "nsubj", "punct", "det", "nmod:poss")
_MOST_BEFORE = 8
"""Tokens that a headline's subject may have."""
_FINITE = frozenset({"Tense=Pres", "VerbForm=Fin"})


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Forms → base, of verbs that people and that things do; the nouns for either."""

    people: Mapping[str, str]
    things: Mapping[str, str]
    persons: frozenset[str]
    doing: frozenset[str]


def with_verbs(document: Document) -> Document:
    """Return a document in which such headlines have their verb."""
    changed: dict[int, Token] = {}
    for sentence in document.sentences:
        verb = _verb(document, sentence)
        if verb is not None:
            changed.update(_turned(document, sentence, verb))
        changed.update(_finite(document, sentence, changed))
    return document.with_tokens(changed)


def _finite(document: Document, sentence: Sentence, changed: Mapping[int, Token]) -> dict[int, Token]:
    """Return the verbs that were taken for infinitives though a subject stands before them, nothing else."""
    found: dict[int, Token] = {}
    for token in document.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or "VerbForm=Inf" not in token.feats or token.index in changed:
            continue
        if document.children(token, "aux", "aux:pass", "mark"):
            continue
        root = token.dep == "root" and bool(document.children(token, "nsubj"))
        above = document.tokens[token.head]
        told = "VerbForm=Fin" in above.feats and not document.children(above, "aux")
        joined = token.dep in ("conj", "dep") and (above.index in found or above.index in changed or told)
        if root or joined:
            found[token.index] = replace(token, feats=_FINITE)
    return found


def _verb(document: Document, sentence: Sentence) -> Token | None:
    """Return the word of a sentence's opening that is its verb and was taken for something else."""
    verbs = _verbs()
    for index in range(sentence.first + 1, min(sentence.last - 1, sentence.first + _MOST_BEFORE)):
        token, doer = document.tokens[index], document.tokens[index - 1]
        base = _base(verbs, token, doer)
        if base is None:
            other = token.dep not in _BEFORE and token.lower not in verbs.persons
            if other and token.pos in ("AUX", "VERB", "ADP", "SCONJ"):
                return None
            continue
        if token.pos == "VERB" and token.dep == "root":
            return token if doer.pos in ("ADJ", "AUX") and doer.head == token.index else None
        return token if _taken_for_noun(document, token) else None
    return None


def _base(verbs: _Verbs, token: Token, doer: Token) -> str | None:
    """Return the verb a word may be behind another one that agrees with it."""
    for forms, nouns in ((verbs.people, verbs.persons), (verbs.things, verbs.doing)):
        base = forms.get(token.lower)
        known = doer.lower in nouns or doer.lemma in nouns
        if base is not None and known and _many(doer) == (token.lower == base):
            return base
    return None


def _many(noun: Token) -> bool:
    if noun.pos not in _NOUNS:
        return noun.lower.endswith(("s", "men"))
    return "Number=Plur" in noun.feats or noun.lower in _collective() or noun.lower.endswith("men")


def _taken_for_noun(document: Document, token: Token) -> bool:
    """Tell whether the word is called a noun where a noun phrase follows it, and no verb is above."""
    if token.dep == "root":
        return token.pos in _NOUNS and bool(document.children(token, "obj"))
    if token.dep not in ("compound", "amod", "nsubj", "nmod"):
        return False
    noun = document.tokens[token.head]
    if token.dep == "nsubj":
        return False
    if noun.index <= token.index or noun.pos not in (*_NOUNS, "NUM"):
        return False
    if noun.dep == "root":
        return True
    verb = document.tokens[noun.head]
    between = document.tokens[noun.index + 1 : verb.index]
    return noun.dep == "nsubj" and verb.dep == "root" and any(each.text == "," for each in between)


def _turned(document: Document, sentence: Sentence, verb: Token) -> dict[int, Token]:
    """Return the tokens as they are when the word is the verb of the headline."""
    tokens = document.tokens
    doer = tokens[verb.index - 1]
    base = _base(_verbs(), verb, doer) or verb.lemma
    changed: dict[int, Token] = {}
    top = tokens[verb.head] if verb.dep != "root" else verb
    for each in tokens[sentence.first : doer.index]:
        if each.head in (top.index, verb.index) or (each.head == doer.index and each.dep == "nsubj"):
            changed[each.index] = replace(
                each, head=doer.index, dep="compound" if each.dep == "nsubj" else each.dep
            )
    noun = doer if doer.pos in _NOUNS else replace(doer, pos="NOUN")
    changed[doer.index] = replace(noun, head=verb.index, dep="nsubj")
    changed[verb.index] = replace(
        verb, pos="VERB", lemma=base, feats=_FINITE, head=verb.index, dep="root", entity=""
    )
    if top.index == verb.index:
        return changed
    changed[top.index] = replace(top, head=verb.index, dep="obj")
    above = tokens[top.head]
    if above.index != top.index:
        changed[above.index] = replace(above, head=verb.index, dep="conj")
    for child in document.children(top, "punct"):
        if child.index > top.index:
            changed[child.index] = replace(child, head=verb.index)
    return changed


@lru_cache(maxsize=1)
def _verbs() -> _Verbs:
    told: Mapping[str, Any] = language_pack("en").lexicon("trees")["headline_verbs"]
    return _Verbs(_forms(told["people"]), _forms(told["things"]), person_nouns(), frozenset(told["doing"]))


@lru_cache(maxsize=1)
def person_nouns() -> frozenset[str]:
    """Return the nouns for people that are one word, as they are listed and with the -s of many."""
    groups: Mapping[str, list[str]] = language_pack("en").lexicon("people")["groups"]
    nouns = [word for words in groups.values() for word in words if " " not in word]
    return frozenset((*nouns, *(f"{noun}s" for noun in nouns)))


def _forms(bases: Mapping[str, str]) -> dict[str, str]:
    return {form: base for base, singular in bases.items() for form in (base, singular)}


@lru_cache(maxsize=1)
def _collective() -> frozenset[str]:
    return frozenset(language_pack("en").lexicon("people")["uncounted"])
