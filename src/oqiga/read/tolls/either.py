"""People of whom some attack and some are attacked: "a *herdsman* was shot dead by bandits".

A noun for them stands with attackers in the lexicon, for those whom a report calls armed, suspects or tells
attacking anywhere. In a report that tells nothing of the kind they are civilians.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import HARM, Group, Outcome
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_HARMFUL = {outcome.value for outcome in HARM} | {Outcome.ABDUCTED.value}
"""What verbs do to their object that only attackers do."""


def without_attacked(document: Document, people: Sequence[People], words: TollWords) -> tuple[People, ...]:
    """Return the mentions: civilians whom a noun of `either` tells, where nobody told by it attacks."""
    either = words.people.either
    attacking = {
        token.lemma for token in document.tokens if token.lemma in either and _attacks(document, token, words)
    }
    return tuple(
        replace(each, group=Group.CIVILIANS)
        if each.group is Group.ATTACKERS and document.tokens[each.head].lemma in either - attacking
        else each
        for each in people
    )


def _attacks(document: Document, noun: Token, words: TollWords) -> bool:
    """Tell whether a noun is for attackers by what describes it, what it does or what was done by it."""
    marks = words.people.marks
    if any(marks.get(each.lower) == Group.ATTACKERS.value for each in document.children(noun, "amod")):
        return True
    if any(each.lower in words.people.by for each in document.children(noun, "case")):
        return True
    verb = document.tokens[noun.head]
    done = words.outcomes.triggers["object"].longest(document, verb.index, document.sentence_of(noun).last)
    if noun.dep in ("nsubj:pass", "obj"):
        return done is not None and done.value == Outcome.DETAINED.value
    if noun.dep != "nsubj":
        suspected = verb.dep in ("acl", "amod") or noun.dep == "xcomp"
        return suspected and marks.get(verb.lower) == Group.ATTACKERS.value
    told = words.outcomes.triggers["subject"].longest(document, verb.index, document.sentence_of(noun).last)
    harms = done is not None and done.value in _HARMFUL
    return harms or (told is not None and told.value == Outcome.INVOLVED.value)
