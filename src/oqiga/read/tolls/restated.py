"""Figures that leave out noun and outcome, told right before: "16 were killed; the government said *six*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import HARM, Group
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger


def restated(
    document: Document, people: Sequence[People], links: Sequence[Link], words: TollWords
) -> Iterator[Link]:
    """Yield a link for each bare number that somebody gives for what was told of others right before."""
    taken = {link.people.first for link in links}
    harmed = [link for link in links if link.trigger.outcome in HARM and link.people.low is not None]
    for each in people if harmed else ():
        if not each.bare or each.low is None or each.first in taken:
            continue
        if (same := _goes_on(document, each, harmed)) is not None:
            yield Link(same.trigger, replace(each, group=same.people.group), shared=True)
        elif (verb := _given_by(document, each, words)) is not None:
            yield from _of_told(document, each, verb, harmed)


def _goes_on(document: Document, people: People, links: Sequence[Link]) -> Link | None:
    """Return the link that a number repeats: "ten were killed *in* the first blast and six *in* another"."""
    tokens, before = document.tokens, people.first - 1
    behind = tokens[people.last] if people.last < len(tokens) else None
    if before < 0 or behind is None or tokens[before].pos != "CCONJ" or behind.dep != "case":
        return None
    sentence = document.sentence_of(behind)
    for link in links:
        beside = tokens[link.trigger.last] if link.trigger.last < before else None
        here = sentence.first <= link.trigger.first and link.people.first < people.first
        several = not link.people.single and not link.people.partitive
        if here and several and beside is not None and (beside.lower, beside.dep) == (behind.lower, "case"):
            return link
    return None


def _given_by(document: Document, people: People, words: TollWords) -> Token | None:
    """Return the verb by which somebody gives a bare number that ends its clause."""
    inside = document.tokens[people.first : people.last]
    number = next((each for each in inside if not people.first <= each.head < people.last), None)
    behind = document.tokens[people.last : people.last + 1]
    if number is None or any(each.pos not in ("PUNCT", "CCONJ") for each in behind):
        return None
    verb = document.tokens[number.head]
    if verb.lemma not in words.outcomes.restating or verb.index > number.index:
        return None
    put = any(each.lower in words.outcomes.denial_object for each in document.children(verb, "obj"))
    return verb if number.dep == "obj" or (number.dep == "obl" and put) else None


def _of_told(document: Document, people: People, verb: Token, links: Sequence[Link]) -> Iterator[Link]:
    """Yield the number as a figure of the one outcome that its sentence or the one before has told."""
    near = [
        link
        for link in links
        if max(link.people.last, link.trigger.last) <= verb.index
        and document.sentences_between(document.tokens[link.trigger.verb], verb) <= 1
    ]
    outcomes, groups = {each.trigger.outcome for each in near}, {each.people.group for each in near}
    if len(outcomes) == 1:
        trigger = Trigger(verb.index, verb.index + 1, verb.index, "toll", outcomes.pop())
        yield Link(trigger, replace(people, group=groups.pop() if len(groups) == 1 else Group.ALL))
