"""Whether a figure counts people, and how it relates to the whole."""

from __future__ import annotations

from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, Group, Outcome
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link, tells_of_some
from oqiga.read.tolls.out_of_which import told_of_whole
from oqiga.read.tolls.owners import WOUND

_ARMED = FORCES | {Group.ATTACKERS}


def relation_of(document: Document, link: Link, words: TollWords) -> Counts:
    """Return how a figure relates to the whole: one person tells nothing, "among the dead" a part."""
    people, trigger = link.people, link.trigger
    last = document.tokens[trigger.last - 1].lower
    if last in words.people.partitive or tells_of_some(document, trigger, words):
        return Counts.SUBSET
    if told_of_whole(document, people, trigger, words):
        return Counts.SUBSET
    if trigger.kind == WOUND and people.bare:
        return Counts.SUBSET
    behind = document.tokens[people.last].lower if people.last < len(document.tokens) else ""
    of_them = people.partitive or behind in words.people.partitive
    if trigger.kind == "state" and of_them and trigger.outcome is Outcome.INJURED:
        return Counts.SUBSET  # "one of them is in critical condition"
    out_of = document.tokens[people.last - 1]
    if trigger.kind == "state" and out_of.pos == "NUM" and "Person[psor]=3" in out_of.feats:
        return Counts.SUBSET  # "төртеуі ауыр халде": four of them are in a critical condition
    return Counts.UNKNOWN if people.single else Counts.TOTAL


def may_be_people(document: Document, link: Link, words: TollWords) -> bool:
    """Tell whether a noun outside the lexicon may stand for people in this role."""
    people, trigger = link.people, link.trigger
    if trigger.outcome is Outcome.DISPLACED and people.group in _ARMED:
        return False  # troops who force attackers to flee drive nobody from home
    if people.low == 0 and _gravely(document, link, words):
        return False
    if trigger.outcome is Outcome.MISSING and _found_again(document, link, words):
        return False
    if trigger.kind == "count":
        return _counts_outcome(link) or _described_so(document, link)
    if people.known or people.bare:
        return True
    head = document.tokens[people.head]
    if head.pos == "PROPN" and "Number=Plur" in head.feats:
        return True
    lemma = head.lemma
    if trigger.kind == "state" and head.dep == "obl" and document.children(head, "case"):
        return False  # "found 13 bodies *at two locations* with gunshot wounds"
    if document.tokens[trigger.verb].lemma in words.outcomes.things_too and trigger.kind != "of":
        return False
    inside = people.first <= trigger.first < people.last
    if inside or link.shared or lemma in words.outcomes.not_people.get(trigger.outcome.value, ()):
        return False
    if trigger.kind in ("subject", "toll", "of") or trigger.outcome not in (Outcome.KILLED, Outcome.INJURED):
        return False
    between = document.tokens[min(people.last, trigger.last) : max(people.first, trigger.first)]
    return (
        all(token.pos in ("AUX", "ADV") for token in between) and people.low > 0
        if people.low is not None
        else False
    )


def _gravely(document: Document, link: Link, words: TollWords) -> bool:
    """Tell whether an outcome is told as a grave one, of which none is not none: "none *seriously* hurt"."""
    told = document.tokens[link.trigger.first : link.trigger.last]
    beside = [each for token in told for each in document.children(token, "advmod", "amod")]
    return any(token.lower in words.outcomes.grave for token in (*told, *beside))


def _found_again(document: Document, link: Link, words: TollWords) -> bool:
    """Tell whether those told missing are found in the same clause: "six who were missing *were found*"."""
    verb = document.tokens[link.trigger.verb]
    while verb.dep == "xcomp" and verb.head != verb.index:
        verb = document.tokens[verb.head]
    if not verb.dep.startswith("acl"):
        return False
    told = document.tokens[document.tokens[verb.head].head]
    return told.pos == "VERB" and told.lemma in words.outcomes.body_verbs


def _described_so(document: Document, link: Link) -> bool:
    """Tell whether a counted noun describes those counted: «трёх *раненых* полицейских»."""
    token = document.tokens[link.trigger.verb]
    return token.dep == "amod" and token.head == link.people.head and not link.people.partitive


def _counts_outcome(link: Link) -> bool:
    """Tell whether a counted noun is what is counted: "12 deaths"."""
    people, trigger = link.people, link.trigger
    return not people.partitive and trigger.last == people.last
