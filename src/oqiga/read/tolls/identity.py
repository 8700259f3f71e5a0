"""What a number is told to be: "two of them were police officers", «трое – военные»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Group, Outcome
from oqiga.read.tolls.joint import of_both_kinds
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_LIST = 20
"""Words of a list of names between dashes."""
DASHES = frozenset({"-", "–", "—"})


def identified(document: Document, people: Sequence[People], number: int, words: TollWords) -> People | None:
    """Return the people that a count turns out to be: behind a copula, or behind "of them"."""
    each = people[number]
    counted = each.bare or each.partitive or counts_outcome(document, each, words)
    if each.low is None or each.single or each.pronoun or not counted:
        return None
    if each.low == each.high == 0 and not each.partitive:
        return None  # "*no one* is a suspect" counts none of those held
    for at, other in enumerate(people[number + 1 : number + 3], number + 1):
        between = _outside_brackets(document.tokens[each.last : other.first])
        if len(between) > 5 or any(token.text == "." for token in between):
            return None
        if other.pronoun:
            continue
        counts_nobody = other.known and (other.low is None or other.single)
        if counts_nobody and (_identifies(between, words) or told_what(document, each, other)):
            return of_both_kinds(document, people, at)
    return None


def counts_outcome(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether a count's noun is the outcome itself, which leaves open who they are: «шесть погибших».

    Not of those some of whom are told: «*среди* шести погибших есть дети».
    """
    before = document.tokens[people.first - 1] if people.first else None
    if before is not None and before.lower in words.people.partitive:
        return False
    noun = words.outcomes.triggers["count"].exactly(document.tokens, people.head, people.head + 1)
    return words.outcomes.free_order and noun is not None and people.group is Group.ALL


def fate_of(document: Document, people: People, words: TollWords) -> Outcome | None:
    """Return what became of those whose noun tells nothing else: "all of *the dead*", "7 *injured*"."""
    kinds = (words.outcomes.triggers[kind] for kind in ("state", "count"))
    found = (meaning for each in kinds for meaning in each.meanings(document.tokens[people.head]))
    return next((Outcome(each) for each in found), None)


def descriptions(document: Document, people: Sequence[People]) -> set[int]:
    """Return the first tokens of mentions that only say who a possessed number is: nobody else is meant."""
    told = {
        second.first
        for first, second in pairwise(people)
        if first.low is not None and first.bare and told_what(document, first, second)
    }
    return told.union(*(_between_dashes(document, people, number) for number in range(len(people))))


def _between_dashes(document: Document, people: Sequence[People], number: int) -> set[int]:
    """Return the first tokens of names that dashes set behind a count: "two men – *Ali* and *Bel* – …"."""
    counted, tokens = people[number], document.tokens
    if counted.low is None or counted.single or tokens[min(counted.last, len(tokens) - 1)].text not in DASHES:
        return set()
    end = min(document.sentence_of(tokens[counted.first]).last, counted.last + _LIST)
    closing = next((at for at in range(counted.last + 1, end) if tokens[at].text in DASHES), None)
    listed = [each for each in people[number + 1 : number + _LIST] if closing and each.last <= closing]
    named = bool(listed) and all(each.name is not None for each in listed)
    return {each.first for each in listed} if named else set()


def told_what(document: Document, number: People, noun: People) -> bool:
    """Tell whether a possessed number is told to be what stands right behind it: "екеуі полицей"."""
    tokens = document.tokens
    last, head = tokens[number.last - 1], tokens[noun.head]
    if "Person[psor]=3" not in last.feats or last.pos != "NUM" or not noun.known:
        return False
    verb = document.head(head)
    acts = verb is not None and verb.pos == "VERB" and head.dep == "obj" and head.head == last.head
    if acts and verb is not None and any(each.pos == "PUNCT" for each in tokens[noun.last : verb.index]):
        acts = False  # "11-і полицей, – деді ол": a quotation ends between the two
    between = [
        token for token in _outside_brackets(tokens[number.last : noun.first]) if token.text not in DASHES
    ]
    named = "Case=Nom" in head.feats or head.pos == "ADJ"  # "төртеуі – шетелдік"
    subjects = named and not {"Case=Acc", "Case=Dat", "Case=Abl"} & last.feats
    return subjects and not acts and (not between or _leads_to(between, noun, document))


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Return the words without what stands in brackets: "393-і (78%-і) – қызметкерлер"."""
    depth, found = 0, []
    for token in tokens:
        depth += token.text == "("
        if depth == 0:
            found.append(token)
        depth -= token.text == ")" and depth > 0
    return found


def _leads_to(between: Sequence[Token], noun: People, document: Document) -> bool:
    """Tell whether all words before a noun belong to its phrase."""
    below = {token.index for token in document.subtree(document.tokens[noun.head])}
    return all(token.index in below for token in between)


def _identifies(between: Sequence[Token], words: TollWords) -> bool:
    """Tell whether the words between two mentions make them the same."""
    states = words.outcomes.triggers["state"]
    told = between and (states.at(between, 0, 1) is not None or _befell_whole(between[0], words))
    rest = between[1:] if told else between
    rest = [token for token in rest if token.lower not in words.outcomes.doubt]  # "310 were alleged robbers"
    if not rest or any(token.pos == "VERB" or token.text in (",", ";") for token in rest):
        return False
    if words.people.hands.search(rest, 0, len(rest)) is not None:
        return False  # "nine of them *by* the security forces" tells who killed them
    reference = words.people.relative | words.people.pronouns
    copular = any(token.pos == "AUX" or token.text in words.outcomes.copulas for token in rest)
    return copular or any(token.lower in reference for token in rest)


def _befell_whole(token: Token, words: TollWords) -> bool:
    """Tell whether a participle says whom a part is out of: "two of those *arrested* were officers"."""
    participle = token.pos == "VERB" and "VerbForm=Part" in token.feats and token.dep in ("acl", "amod")
    return participle and words.outcomes.triggers["object"].has(token)
