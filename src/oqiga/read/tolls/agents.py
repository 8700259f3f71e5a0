"""Attackers counted by what they do: "a patrol was ambushed *by ten rebels*", "*ten rebels* killed six"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import Group, Outcome
from oqiga.read.frames.clauses import is_passive
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_DONE_TO = frozenset({Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED})


def agents(document: Document, people: Sequence[People], triggers: Sequence[Trigger]) -> Iterator[Link]:
    """Yield a link for those by whom something was attacked, where they are counted."""
    at = {index: each for each in people for index in range(each.first, each.last)}
    for trigger in triggers:
        verb = document.tokens[trigger.verb]
        if trigger.outcome is Outcome.INVOLVED and trigger.kind == "subject":
            doers = document.children(verb, "obl:agent")
        elif trigger.outcome in _DONE_TO and trigger.kind in ("active", "passive"):
            found = document.children(verb, "obl:agent" if trigger.kind == "passive" else "nsubj")
            doers = tuple(each for each in found if _are_attackers(at.get(each.index)))
        else:
            continue
        for child in doers:
            if child.index in at:
                yield Link(replace(trigger, kind="toll", outcome=Outcome.INVOLVED), at[child.index])


def _are_attackers(people: People | None) -> bool:
    """Tell whether several are counted who are attackers by their own words."""
    return people is not None and people.group is Group.ATTACKERS and not people.single and people.low != 0


def held_by_attackers(document: Document, trigger: Trigger, words: TollWords) -> bool:
    """Tell whether attackers catch somebody: the verb's own doer is told by a noun for them alone."""
    verb = document.tokens[trigger.verb]
    doers = document.children(verb, "obl:agent")
    doers += () if is_passive(document, verb) else document.children(verb, "nsubj")
    nouns = (words.people.nouns.before(document.tokens, each.index + 1, each.index) for each in doers)
    return any(noun is not None and noun.value == Group.ATTACKERS.value for noun in nouns)
