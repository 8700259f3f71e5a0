"""Verbs in the past that the small model takes for nouns: "gunmen on a *motorcycle shot* dead two".

It sees a thing that was shot, and no verb. A noun for people in front, what they sit on or in between, and
"dead" or another verb right behind tell the verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from oqiga.model.syntax import Document, Token
from oqiga.read.en.headline_verbs import person_nouns
from oqiga.read.languages import language_pack

_NOUNS = ("NOUN", "PROPN")
_PAST = frozenset({"Tense=Past", "VerbForm=Fin"})
_BETWEEN = ("DET", "ADJ", "NUM", "ADP", "VERB")
"""What may stand between the people and the thing: "*riding a stolen* motorcycle"."""


def with_past_verbs(document: Document) -> Document:
    """Return a document in which such sentences have their verb."""
    changed: dict[int, Token] = {}
    for token in document.tokens:
        if (
            token.lower in _past_nouns()
            and token.pos == "NOUN"
            and (doer := _doer(document, token)) is not None
        ):
            changed.update(_turned(document, doer, token))
    return document.with_tokens(changed)


def _doer(document: Document, verb: Token) -> Token | None:
    """Return the noun for people whose verb the word is, None where it may be a noun."""
    first = document.sentence_of(verb).first
    if verb.index - first < 3 or document.tokens[verb.index - 1].head != verb.index:
        return None
    if document.tokens[verb.index - 1].dep != "compound" or _behind(document, verb) is None:
        return None
    place = verb.index - 2
    while place > first and document.tokens[place].pos in _BETWEEN:
        place -= 1
    doer, between = document.tokens[place], document.tokens[place + 1 : verb.index - 1]
    told = doer.pos in _NOUNS and (doer.lower in person_nouns() or doer.lemma in person_nouns())
    done = [each for each in between if each.pos == "VERB"]
    told = told and all(each.dep == "acl" and each.head == doer.index for each in done)
    if done and document.tokens[verb.index + 1].lower not in _results():
        return None  # "people hearing a *rifle shot* and running"
    return doer if told and len(between) > 1 else None


def _behind(document: Document, verb: Token) -> Token | None:
    """Return the "dead" right behind the word, or the verb that "and" joins to it."""
    sentence = document.sentence_of(verb)
    after = document.tokens[verb.index + 1 : min(verb.index + 3, sentence.last)]
    if after and after[0].lower in _results():
        return after[0]
    joined = len(after) == 2 and after[0].pos == "CCONJ" and after[1].pos == "VERB"
    return after[1] if joined else None


def _turned(document: Document, doer: Token, verb: Token) -> dict[int, Token]:
    """Return the tokens as they are when the word is what the people did."""
    tokens, behind = document.tokens, _behind(document, verb)
    thing = tokens[verb.index - 1]
    result = behind if behind is not None and behind.index == verb.index + 1 else None
    top = result if result is not None and doer.head == result.index else doer
    above = verb.index if top.head in (top.index, verb.index) else top.head
    whole = replace(verb, pos="VERB", lemma=_past_nouns()[verb.lower], feats=_PAST, head=above, dep=top.dep)
    changed = {
        verb.index: whole,
        doer.index: replace(doer, head=verb.index, dep="nsubj"),
        thing.index: replace(
            thing,
            head=verb.head if verb.dep == "obj" else doer.index,
            dep="obj" if verb.dep == "obj" else "nmod",
        ),
    }
    for each in tokens[doer.index + 1 : thing.index]:
        if each.pos != "VERB":
            changed[each.index] = replace(each, head=thing.index)
    if result is not None:
        changed[result.index] = replace(result, head=verb.index, dep="xcomp")
    heads = (doer, verb) if result is None else (doer, verb, result)
    for each in _later(document, heads, verb, behind or verb):
        changed[each.index] = replace(each, head=verb.index, dep="obl" if each.dep == "nmod" else each.dep)
    harmed = _harmed(document, verb, result)
    if harmed is not None:
        changed[harmed.index] = replace(harmed, head=verb.index, dep="obj")
    return changed


def _later(document: Document, heads: tuple[Token, ...], verb: Token, last: Token) -> list[Token]:
    """Return what hangs on any of the heads behind the last word; of what stands before it only conjuncts."""
    inside = {head.index for head in heads}
    found = [child for head in heads for child in document.children(head) if child.index > verb.index]
    return [
        each
        for each in found
        if each.index not in inside and (each.index >= last.index or each.dep in ("cc", "conj"))
    ]


def _harmed(document: Document, verb: Token, result: Token | None) -> Token | None:
    """Return the head of the noun phrase right behind "shot dead"."""
    if result is None:
        return None
    noun = document.tokens[result.index + 1]
    sentence = document.sentence_of(verb)
    while noun.pos not in (*_NOUNS, "PRON") and noun.head > noun.index and noun.head < sentence.last:
        noun = document.tokens[noun.head]
    while noun.dep in ("compound", "nmod:poss", "amod") and noun.head > noun.index:
        noun = document.tokens[noun.head]
    return noun if noun.pos in (*_NOUNS, "PRON", "NUM") else None


@lru_cache(maxsize=1)
def _past_nouns() -> Mapping[str, str]:
    told: Mapping[str, str] = language_pack("en").lexicon("trees")["past_nouns"]
    return told


@lru_cache(maxsize=1)
def _results() -> frozenset[str]:
    return frozenset(language_pack("en").lexicon("trees")["results"])
