"""Who flees and is no fugitive: residents, victims, captives who get away."""

from __future__ import annotations

from collections.abc import Mapping

from oqiga.model.syntax import Document
from oqiga.model.terms import Group, Outcome
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger


def may_have_fled(people: People, elided: Mapping[int, People], antecedents: Mapping[int, People]) -> bool:
    """Tell whether those who escaped may be victims who got away: a bare number or a pronoun does not say."""
    source = (antecedents if people.pronoun else elided).get(people.first)
    return (people.bare or people.pronoun) and (source is None or source.group is not Group.ATTACKERS)


def got_away(
    document: Document, trigger: Trigger, people: People, words: TollWords, *, bare_verb: bool
) -> bool:
    """Tell whether those who flee are no fugitives: residents, victims, captives who escape.

    bare_verb: whether nothing but the verb says that they do; who *flees the scene* may have done it. That
    they *managed to* says no more: «14 девочкам удалось сбежать».
    """
    bare_verb = bare_verb or document.tokens[trigger.first].lemma in words.outcomes.implicative
    if is_free_again(document, people, words) or _from_attack(document, trigger, words):
        return True
    return bare_verb and people.group not in (Group.ALL, Group.ATTACKERS)


def is_free_again(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether people who are free were captives before, or nobody would hold them: «*15 похищенных* на
    свободе».
    """
    if people.group in (Group.CIVILIANS, Group.VICTIMS):
        return True
    noun = words.outcomes.triggers["count"].exactly(document.tokens, people.head, people.head + 1)
    return noun is not None and noun.value == Outcome.ABDUCTED.value


def _from_attack(document: Document, trigger: Trigger, words: TollWords) -> bool:
    """Tell whether it is an attack that somebody flees: «*шабуылдан* қашып кетті», not «шабуылдан кейін»."""
    near = range(trigger.first, trigger.last)
    fled = [
        child
        for index in near
        for child in document.children(document.tokens[index], "obl")
        if child.lemma in words.outcomes.fled and "Case=Abl" in child.feats
    ]
    return any(not document.children(child, "case") for child in fled)
