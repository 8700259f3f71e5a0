"""Whose people are attackers by the name they bear: "the Red Front's gunmen … a Red Front member was killed".

A report that once calls the people of a body fighters, or the body itself a group of them, tells by it who
its members, leaders and supporters are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Group
from oqiga.read.spelled_out import spelled_out
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_OF_BODY = ("compound", "amod", "nmod", "nmod:poss", "appos", "flat")
"""Relations of a name that says whose people a noun is for."""
_NAMES = frozenset({"ORG", "NORP", "PERSON", "FAC", ""})
"""Labels that the name of a body may be given; a name of one word is of a body only as the first."""
_LONGEST = 6
"""Most words of a name."""

Name = tuple[str, ...]


def with_members(document: Document, people: Sequence[People], words: TollWords) -> tuple[People, ...]:
    """Return the mentions; those of no group who are told to be of a body of attackers are attackers."""
    bodies = _armed_bodies(document, words)
    if not bodies:
        return tuple(people)
    return tuple(_told_by(document, each, bodies, words) for each in people)


def armed_names(document: Document, words: TollWords) -> frozenset[int]:
    """Return the positions at which the names of bodies end whose people the report calls fighters."""
    bodies = _armed_bodies(document, words)
    ends = (each for each in document.tokens if each.pos == "PROPN") if bodies else ()
    return frozenset(
        each.index for each in ends if any(name in bodies for name in _name_ending(document, each))
    )


def _told_by(document: Document, people: People, bodies: frozenset[Name], words: TollWords) -> People:
    plain = people.group in (Group.ALL, Group.OFFICIALS) and not people.pronoun
    if not plain:
        return people
    for noun in _members(document, people, words):
        named = (*_names_beside(document, noun), *_owner_told(document, noun), *_loser(document, noun, words))
        if any(name in bodies for name in named):
            return replace(people, group=Group.ATTACKERS)
    return people


def _owner_told(document: Document, noun: Token) -> Iterator[Name]:
    """Yield the name of the body that tells of its own: "the Red Front said *its* leader was killed"."""
    owners = document.children(noun, "nmod:poss")
    verb = document.tokens[noun.head]
    if not noun.dep.startswith("nsubj") or not any(each.pos == "PRON" for each in owners):
        return
    if verb.dep in ("ccomp", "parataxis"):
        verb = document.tokens[verb.head]
    for subject in document.children(verb, "nsubj"):
        yield from _name_ending(document, subject)


def _loser(document: Document, noun: Token, words: TollWords) -> Iterator[Name]:
    """Yield the name of the body that lost those a noun counts: "the Red Front, which *lost* 25 members"."""
    verb = document.tokens[noun.head]
    if noun.dep != "obj" or verb.lemma not in words.outcomes.of_forces:
        return
    for subject in document.children(verb, "nsubj"):
        described = verb.dep == "acl:relcl" and subject.lower in words.people.relative
        yield from _name_ending(document, document.tokens[verb.head] if described else subject)


def _members(document: Document, people: People, words: TollWords) -> Iterator[Token]:
    """Yield the nouns that say what somebody is of a body: the head, or what explains a name."""
    head = document.tokens[people.head]
    beside = [head, *document.children(head, "appos", "compound")]
    beside += [each for each in document.tokens[people.first : people.head] if each.head == head.index]
    for noun in beside:
        if noun.lemma in words.people.members:
            yield noun


def _armed_bodies(document: Document, words: TollWords) -> frozenset[Name]:
    """Return the names of bodies whose people the report calls fighters, and what shortens them."""
    bodies = frozenset(_armed(document, words))
    if not bodies:
        return bodies
    known = {_stems(name) for name in bodies}
    written = spelled_out(document)
    short = ((name.lower(),) for name, whole in written.items() if _stems(whole.lower().split()) in known)
    return bodies | frozenset(short)


def _stems(words: Sequence[str]) -> Name:
    """Return the words of a name without the ending of a plural: a lemma may lack it."""
    return tuple(word.rstrip("s") for word in words)


def _armed(document: Document, words: TollWords) -> Iterator[Name]:
    """Yield the names that stand beside a noun for fighters, or for a band that such a noun describes."""
    fighters = words.people.fighters
    for token in document.tokens if fighters else ():
        if token.lemma in words.people.members and _in_arms(document, token, words):
            yield from _names_beside(document, token)
        if token.pos == "PROPN" and token.lemma.rstrip("s") in fighters:  # "the Tarsk Freedom *Fighters*"
            yield from _name_ending(document, token)
        if token.lemma not in fighters and token.lower not in fighters:
            continue
        yield from _names_beside(document, token)
        band = document.tokens[token.head]
        if token.dep in ("amod", "compound") and band.pos == "NOUN" and band.index > token.index:
            yield from _names_beside(document, band)
            if band.dep == "appos":
                yield from _name_ending(document, document.tokens[band.head])


def _in_arms(document: Document, noun: Token, words: TollWords) -> bool:
    """Tell whether an adjective makes attackers of those a noun is for: "*armed* Front members"."""
    told = (each for each in document.children(noun, "amod") if each.lower not in words.outcomes.doubt)
    return any(words.people.marks.get(each.lower) == Group.ATTACKERS.value for each in told)


def _names_beside(document: Document, noun: Token) -> Iterator[Name]:
    """Yield the names of bodies that hang on a noun."""
    before = document.tokens[max(0, noun.index - 2) : noun.index]
    parted = before[:1] if len(before) == 2 and before[1].text == "-" else ()  # "a Red Front sub-leader"
    for part in (noun, *parted):
        for child in document.children(part, *_OF_BODY):
            yield from _name_ending(document, child)


def _name_ending(document: Document, last: Token) -> Iterator[Name]:
    """Yield the name of a body that ends with a token, without its article."""
    tokens = document.tokens
    first = last.index
    while first > 0 and last.index - first < _LONGEST and _goes_on(tokens[first - 1], last):
        first -= 1
    inside = [each for each in tokens[first : last.index + 1] if each.pos != "DET"]
    named = (last.pos == "PROPN" or last.entity == "ORG") and last.entity in _NAMES
    if named and (len(inside) > 1 or last.entity == "ORG"):
        yield tuple(each.lemma for each in inside)


def _goes_on(token: Token, last: Token) -> bool:
    """Tell whether a word belongs to the name that ends behind it."""
    inside = token.head == last.index and token.dep in ("compound", "amod", "flat")
    return inside and (token.pos == "PROPN" or bool(token.entity))
