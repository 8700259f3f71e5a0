"""What stands with words for an outcome and is no toll: weapons seized, who got away, forces that raid."""

from __future__ import annotations

from collections.abc import Mapping

from oqiga.model.syntax import Document
from oqiga.model.terms import Group, Outcome
from oqiga.read.frames.clauses import is_passive
from oqiga.read.tolls.fled import got_away, is_free_again, may_have_fled
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.losers import bereft
from oqiga.read.tolls.out_of_which import told_of_whole
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_VOICES = ("active", "passive")


def is_no_toll(
    document: Document,
    link: Link,
    words: TollWords,
    *,
    antecedents: Mapping[int, People],
    elided: Mapping[int, People],
) -> bool:
    """Tell whether people did not come to the outcome that they are linked to, whatever tense and mood say.

    antecedents: whom a pronoun means; elided: whose noun a bare number repeats; both by their first tokens.
    """
    people, trigger, outcomes = link.people, link.trigger, words.outcomes
    verb, attackers = document.tokens[trigger.verb].lemma, people.group is Group.ATTACKERS
    if trigger.outcome in (Outcome.HOSPITALIZED, Outcome.INJURED) and _are_bodies(document, people, words):
        return True
    fighters = (attackers or people.group in FORCES) and trigger.kind == "active"
    loses = verb in outcomes.of_forces and trigger.kind in _VOICES
    if loses and not (fighters or bereft(document, people, words)):
        return True  # a mother may lose two children in a crowd
    if trigger.outcome is Outcome.ABDUCTED and verb in outcomes.things_too and attackers:
        return True  # what is seized beside attackers is their weapons
    casual = document.tokens[trigger.first].lemma in outcomes.casual
    if casual and trigger.last - trigger.first > 1 and not attackers:
        return True  # a bus picks up passengers
    if trigger.outcome is Outcome.AT_LARGE:
        return _is_free(document, link, words, antecedents=antecedents, elided=elided)
    if trigger.outcome is Outcome.INVOLVED and (people.single or _suffers(document, trigger)):
        return True
    if trigger.outcome is Outcome.INVOLVED and people.group in FORCES and not trigger.crowd:
        return True  # soldiers who raid a village are no attackers
    return _is_none_of_others(document, link, words)


def _is_free(
    document: Document,
    link: Link,
    words: TollWords,
    *,
    antecedents: Mapping[int, People],
    elided: Mapping[int, People],
) -> bool:
    """Tell whether people of whom it is said that they fled, or are looked for, are no fugitives."""
    people, trigger = link.people, link.trigger
    verb = document.tokens[trigger.verb]
    one_word = trigger.last - trigger.first == 1
    bare_verb = one_word or words.outcomes.verb_last  # not "fled the scene"
    if trigger.kind == "subject":
        if bare_verb and may_have_fled(people, elided, antecedents):
            return True
        if got_away(document, trigger, people, words, bare_verb=bare_verb):
            return True
    if trigger.kind == "state" and is_free_again(document, people, words):
        return True
    told = elided.get(people.first, people)
    sought = one_word or not words.outcomes.free_order  # not «объявлены в розыск»
    passive = trigger.kind in _VOICES or verb.lemma in words.outcomes.sought  # «*разыскиваются* 12 человек»
    lost = passive and sought and told.group is not Group.ATTACKERS
    return lost or _is_none_of_others(document, link, words)


def _is_none_of_others(document: Document, link: Link, words: TollWords) -> bool:
    """Tell whether a part or nobody is taken of people who are told by the outcome itself, or just before."""
    people, trigger = link.people, link.trigger
    nobody = people.low == 0
    if nobody and told_of_whole(document, people, trigger, words):
        return True
    states = words.outcomes.triggers["state"]
    if nobody and people.partitive and states.search(document.tokens, people.first, people.last):
        return True  # "none of the wounded had severe injuries"
    return nobody and _of_whom(document, people, words)


def _of_whom(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether nobody is meant of those just told, not of all: "eight came, *none of whom* was hurt"."""
    behind = document.tokens[people.first + 1 : people.last + 2]
    return any(token.lower in words.people.relative for token in behind)


def _are_bodies(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether those counted are dead: "13 bodies were taken to a hospital"."""
    noun = document.tokens[people.head]
    owned = noun.dep == "nmod" and not document.children(noun, "case")
    bodies = (noun, document.tokens[noun.head]) if owned else (noun,)  # «*труп* мужчины с ранениями»
    known = words.outcomes.never_charged | words.outcomes.body_nouns
    return any(each.lemma in known for each in bodies)


def _suffers(document: Document, trigger: Trigger) -> bool:
    """Tell whether a verb of taking part stands in the passive: who is attacked takes no part.

    So with a participle: "10 wounded near a town *besieged* by the army".
    """
    return trigger.kind == "subject" and is_passive(document, document.tokens[trigger.verb])
