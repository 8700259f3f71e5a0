"""Which toll told before a sentence takes apart: "the dead included …", "*those killed* on Sunday were …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, Group, Outcome
from oqiga.read.tolls.antecedents import speaks
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_HARM = frozenset({Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED, Outcome.DETAINED})
"""Outcomes whose tolls later sentences take apart."""
_FATES = frozenset({Outcome.HOSPITALIZED, Outcome.MISSING, Outcome.DISPLACED, Outcome.EVACUATED})
"""Outcomes whose tolls only their own sentence takes apart."""
_NEAR = 4
"""How many sentences back the people may stand of whom a later one counts a part."""
_AHEAD = 10
"""How far before "included" those may stand of whom a part is told."""


def spoken_of(
    document: Document, drafts: Sequence[Draft], people: Sequence[People], position: int, words: TollWords
) -> Draft | None:
    """Return an earlier toll that uncounted people stand for: "the dead included …"."""
    near = people[max(0, bisect_left(people, position, key=lambda each: each.first) - 3) :][:3]
    before = [each for each in near if position - 3 <= each.last <= position and each.low is None]
    if not before:
        return _pointed_to(document, drafts, position, words)
    if before[-1].pronoun and _others_meant(document, drafts, people, before[-1]):
        return None
    if before[-1].group in (Group.WOMEN, Group.CHILDREN):
        return None  # "among the casualties are mostly *children*, including …" stands for no toll
    triggers, (first, last) = words.outcomes.triggers, (before[-1].first, before[-1].last)
    state = triggers["state"].search(document.tokens, first, last)
    state = state or triggers["count"].search(document.tokens, first, last)
    outcome = Outcome(state.value) if state is not None else None
    meant = [draft for draft in drafts if outcome in (None, draft.outcome)]
    whole = _listed_whole(document, before[-1], people, meant) if outcome is None else None
    return whole or model_of(document, before[-1], meant)


def _others_meant(
    document: Document, drafts: Sequence[Draft], people: Sequence[People], they: People
) -> bool:
    """Tell whether "they" are others than those counted: "*suspects* were held. *They* include a Malian"."""
    tolled = {draft.people.first for draft in drafts}
    number = bisect_left(people, they.first, key=lambda each: each.first)
    for each in reversed(people[max(0, number - _NEAR) : number]):
        subject = document.tokens[each.head].dep.startswith("nsubj") and not speaks(document, each)
        if not each.single and not each.pronoun and (subject or each.first in tolled):
            return each.first not in tolled
    return False


def _listed_whole(
    document: Document, these: People, people: Sequence[People], drafts: Sequence[Draft]
) -> Draft | None:
    """Return the one toll that those listed add up to: of seven dead "the victims include 4 and 3"."""
    end = document.sentence_of(document.tokens[these.first]).last
    start = bisect_left(people, these.last, key=lambda each: each.first)
    parts = [each.low or 0 for each in people[start:] if each.last <= end and not each.pronoun]
    whole = [draft for draft in drafts if draft.low == draft.high == sum(parts) and draft.outcome in _HARM]
    before = {draft.outcome: draft for draft in whole if draft.people.last <= these.first}
    return next(iter(before.values())) if len(parts) > 1 and len(before) == 1 else None


def _pointed_to(document: Document, drafts: Sequence[Draft], position: int, words: TollWords) -> Draft | None:
    """Return an earlier toll that a pronoun with its outcome stands for: "*those killed* included …"."""
    states, tokens = words.outcomes.triggers["state"], document.tokens
    first = max(document.sentence_of(tokens[position]).first, position - _AHEAD)
    for index in range(position - 2, first - 1, -1):
        found = (
            states.at(tokens, index + 1, position) if tokens[index].lower in words.people.definite else None
        )
        if found is not None and tokens[index].pos in ("PRON", "DET"):
            told = [draft for draft in drafts if draft.outcome is Outcome(found.value)]
            alike = [draft for draft in told if draft.people.last <= index and not draft.people.single]
            return max(alike, key=lambda draft: draft.people.first, default=None)
    return None


def _too_few(draft: Draft, people: People) -> bool:
    """Tell whether a total is smaller than what is said to be a part of it."""
    high, low = draft.people.high, people.low
    return draft.counts is not Counts.SUBSET and high is not None and low is not None and high < low


def model_of(document: Document, people: People, drafts: Sequence[Draft]) -> Draft | None:
    """Return the nearest toll before that these people can be a part of.

    "Two of them" are of whom their own sentence tells last, also those in hospital or missing.
    """
    told = [draft for draft in drafts if draft.people.first < people.first and not draft.people.single]
    here = document.sentence_of(document.tokens[people.first]).first
    bare = people.partitive or people.bare
    before = [
        draft
        for draft in told
        if draft.outcome in _HARM or (bare and draft.outcome in _FATES and draft.people.first >= here)
    ]
    nearest = max(before, key=lambda draft: draft.people.first, default=None)
    if nearest is not None and _too_few(nearest, people):  # "one died, 15 are in hospital. Eight of them …"
        before = [draft for draft in told if not _too_few(draft, people)]
        nearest = max(before, key=lambda draft: draft.people.first, default=None)
    if nearest is None:
        return None
    if (
        people.group is Group.VICTIMS and nearest.outcome is Outcome.INJURED
    ):  # "four of the victims": of the dead
        beside = document.sentence_of(document.tokens[nearest.people.first])
        dead = [
            each for each in before if each.outcome is Outcome.KILLED and each.people.first >= beside.first
        ]
        nearest = dead[-1] if dead else nearest
    told_at, at = document.tokens[nearest.people.first], document.tokens[people.first]
    return nearest if document.sentences_between(told_at, at) <= _NEAR else None
