"""From links to drafts: groups, counts and the clause that each toll rests on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from oqiga.model.syntax import Document
from oqiga.model.terms import HARM, Certainty, Group, Outcome
from oqiga.read.tolls.agents import held_by_attackers
from oqiga.read.tolls.antecedents import antecedents_of
from oqiga.read.tolls.counted import may_be_people, relation_of
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.elided import GAPPED, elided_nouns, may_repeat, suffers_from
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.losers import of_losers
from oqiga.read.tolls.one_fate import with_one_fate
from oqiga.read.tolls.people import People, text_of
from oqiga.read.tolls.put_aside import is_no_toll
from oqiga.read.tolls.ranks import tell_ranks
from oqiga.read.tolls.reality import certainty_of
from oqiga.read.tolls.shot import with_survivors
from oqiga.read.tolls.single_sums import with_single_sums
from oqiga.read.tolls.trigger import Trigger
from oqiga.read.tolls.untrue import Untrue

_TRAILING = ("obl", "advmod", "obl:npmod", "compound:prt", "obl:tmod")
_VOICES = ("active", "passive")
_PLAIN = frozenset({Group.ALL, Group.WOMEN, Group.CHILDREN})
"""Groups of people who are attackers where a verb is said only of those."""


def drafts_of(
    document: Document,
    links: Sequence[Link],
    people: Sequence[People],
    words: TollWords,
    *,
    apart: Collection[int] = (),
) -> list[Draft]:
    """Return the tolls in the making, in order of the text, one for each people and outcome.

    apart: first tokens of people who only illustrate others; no number repeats their noun.
    """
    antecedents = antecedents_of(document, people, words)
    elided = elided_nouns(document, [each for each in people if each.first not in apart], words)
    drafts = []
    for link in with_single_sums(document, with_survivors(document, links, words)):
        draft = _draft(document, of_losers(document, link, people, words), antecedents, elided, words)
        if draft is not None:
            drafts.append(draft)
    found = with_one_fate(drafts, antecedents)
    found.sort(key=lambda each: (each.people.first, each.trigger_first))
    _tell_taken_up(document, found, words)
    tell_ranks(document, found, people, words)
    for first, second in pairwise(found):
        open_group = second.people.bare and second.group is Group.ALL
        more = open_group and first.group is Group.ATTACKERS
        more = more and _goes_on(document, first.people, second.people)
        if more and not suffers_from(document, first.people, second.people, words):
            second.group = first.group
    return found


def _tell_taken_up(document: Document, drafts: Sequence[Draft], words: TollWords) -> None:
    """Give a figure that takes up those told before their group: "eight soldiers … *the figure* is six"."""
    for draft in drafts:
        noun = document.tokens[draft.trigger_first]
        if draft.trigger_kind != "toll" or noun.lemma not in words.outcomes.toll_again:
            continue
        earlier = [
            each for each in drafts if each.outcome is draft.outcome and each.people.last <= noun.index
        ]
        near = [
            each.group
            for each in earlier
            if document.sentences_between(document.tokens[each.people.first], noun) <= 1
        ]
        if draft.group is Group.ALL and len(set(near)) == 1:
            draft.group = near[0]


def _goes_on(document: Document, first: People, second: People) -> bool:
    """Tell whether a bare number goes on with those just told: «потери банды — 30 человек, 40 задержаны»."""
    same = document.sentence_of(document.tokens[first.first]) == document.sentence_of(
        document.tokens[second.first]
    )
    between = document.tokens[first.last : second.first]
    plain = all(
        token.text == "," or token.pos in ("CCONJ", "ADV", "VERB") or token.dep == "compound:lvc"
        for token in between
    )
    return same and plain and not first.single and len(between) <= GAPPED


def _draft(
    document: Document,
    link: Link,
    antecedents: dict[int, People],
    elided: dict[int, People],
    words: TollWords,
) -> Draft | None:
    people = link.people
    if people.pronoun and people.low is None and (several := antecedents.get(people.first)) is not None:
        people = replace(people, low=several.low, high=several.high, approximate=several.approximate)
        link = replace(link, people=people)
    if people.low is None or not may_be_people(document, link, words):
        return None
    link = _by_whose_hands(document, link, words)
    if is_no_toll(document, link, words, antecedents=antecedents, elided=elided):
        return None
    trigger = link.trigger
    certainty = certainty_of(document, trigger, people, words.outcomes)
    if certainty is not None and Untrue(document, words).told(trigger, people):
        certainty = Certainty.DENIED
    told = _told_of(document, link, antecedents, elided, words)
    if certainty is None or told is None:
        return None
    first, last = _clause(document, link, words)
    return Draft(
        people=people,
        outcome=trigger.outcome,
        group=_by_outcome(document, trigger, told.group, words),
        low=people.low,
        high=people.high,
        first=first,
        last=last,
        trigger_first=trigger.first,
        trigger_kind=trigger.kind,
        certainty=certainty,
        counts=relation_of(document, link, words),
        group_text=told.text,
        shared=link.shared,
    )


def _by_whose_hands(document: Document, link: Link, words: TollWords) -> Link:
    """Return a link of those held with what befell them: a villager caught by rebels is not under arrest."""
    trigger = link.trigger
    held = trigger.outcome is Outcome.DETAINED and link.people.group is not Group.ATTACKERS
    if not held or not held_by_attackers(document, trigger, words):
        return link
    return replace(link, trigger=replace(trigger, outcome=Outcome.ABDUCTED))


class _Told(NamedTuple):
    group: Group
    text: str


def _told_of(
    document: Document,
    link: Link,
    antecedents: dict[int, People],
    elided: dict[int, People],
    words: TollWords,
) -> _Told | None:
    """Return the group of people and the words that tell it; None where a pronoun may mean anybody."""
    people, trigger = link.people, link.trigger
    if people.pronoun:
        told = people.reflexive or trigger.outcome in HARM or trigger.kind != "active"
        meant = antecedents.get(people.first)
        if meant is None or not (told or words.outcomes.free_order) or _some_of_them(document, people, words):
            return None
        if trigger.outcome is Outcome.DETAINED and meant.group in FORCES:
            return None  # "the police chief said *he* was arrested"
        return _Told(meant.group, text_of(document, meant))
    repeated, free = elided.get(people.first), words.outcomes.free_order
    if repeated is not None and (
        (trigger.kind != "active" or repeated.group is Group.ATTACKERS or not free)
        and may_repeat(document, repeated, people, trigger.outcome, words)
    ):
        return _Told(repeated.group, text_of(document, people))
    return _Told(people.group, text_of(document, people))


def _by_outcome(document: Document, trigger: Trigger, group: Group, words: TollWords) -> Group:
    """Return the group of people by what befell them: who attacks, or flees from police, is an attacker."""
    outcomes = words.outcomes
    foes = document.tokens[trigger.verb].lemma in outcomes.foes
    own_hand = outcomes.own_hand.exactly(document.tokens, trigger.first, trigger.last) is not None
    if (
        (trigger.outcome is Outcome.INVOLVED and not trigger.crowd)
        or ((foes or own_hand) and group in _PLAIN)
        or (trigger.outcome is Outcome.AT_LARGE and group is Group.ALL)
        or (trigger.outcome is Outcome.AT_LARGE and group is Group.CIVILIANS and trigger.kind in _VOICES)
    ):
        return Group.ATTACKERS
    if trigger.kind == "toll" and group is Group.ALL:
        return _group_of_toll(document, trigger, words)
    return group


def _some_of_them(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether a word that counts nobody takes a part of those a pronoun speaks of: "*some of* them"."""
    if people.first < 2 or document.tokens[people.first - 1].lower not in words.people.partitive:
        return False
    part = document.tokens[people.first - 2]
    return part.pos in ("DET", "ADJ", "PRON") and part.lower not in words.people.all_of


def _group_of_toll(document: Document, trigger: Trigger, words: TollWords) -> Group:
    """Return whom a noun for the figure counts: "the civilian death toll", "number of soldiers killed"."""
    noun = document.tokens[trigger.last - 1]
    inside = words.people.nouns.search(document.tokens, trigger.first, trigger.last)
    if inside is not None and Group(inside.value) not in (Group.ALL, Group.VICTIMS):
        return Group(inside.value)
    for child in document.children(noun, "amod", "compound"):
        found = words.people.nouns.at(document.tokens, child.index, child.index + 1)
        if found is not None and found.value != Group.OFFICIALS.value:  # "the official toll"
            return Group(found.value)
    return Group.ALL


def _clause(document: Document, link: Link, words: TollWords) -> tuple[int, int]:
    """Return the tokens from the people to the outcome, with what trails the verb."""
    people, trigger = link.people, link.trigger
    first, last = min(people.first, trigger.first), max(people.last, trigger.last)
    if trigger.kind == "state" and first > 0 and document.tokens[first - 1].lemma in words.outcomes.left:
        first -= 1
    if trigger.kind == "toll":
        below = document.subtree(document.tokens[trigger.last - 1])
        first = min(first, below[0].index)
        return first + (document.tokens[first].pos == "PUNCT" and first + 1 < last), last
    verb = document.tokens[trigger.verb]
    sentence = document.sentence_of(verb)
    for child in document.children(verb, *_TRAILING):
        below = document.subtree(child)
        contiguous = below[0].index == last and below[-1].index - last < 12
        if contiguous and below[-1].index < sentence.last and not any(token.pos == "VERB" for token in below):
            last = below[-1].index + 1
    while last - 1 > first and document.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return first, last
