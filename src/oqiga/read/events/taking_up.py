"""Words that only take up an event told before or right after: "the *incident* happened on Sunday in …"."""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.claims import Event
from oqiga.model.ids import claim_id
from oqiga.model.syntax import SUBJECTS, Document
from oqiga.model.terms import BY_AUTHORITIES, EventType
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.triggers import Trigger

_LIMITING = ("det", "amod", "nummod", "nmod", "acl", "acl:relcl")
"""What tells a happening from the one told: "a *similar* incident", "the incident *in Osh*"."""


def takes_up(lexicon: EventLexicon, trigger: Trigger) -> bool:
    """Tell whether a word names no event of its own."""
    return trigger.match.value.entry in lexicon.taking_up


def tells_more(document: Document, lexicon: EventLexicon, trigger: Trigger) -> bool:
    """Tell whether the clause says of such a word that it came about, and of no other happening."""
    verb = document.head(trigger.head)
    if verb is None or trigger.head.dep not in (*SUBJECTS, "dislocated"):
        return False
    opening = (verb, *document.children(verb, "compound:lvc"))
    if not any(lexicon.came_about.starts(document, each) for each in opening):
        return False
    own = range(trigger.match.first, trigger.match.last)
    limits = (each for each in document.children(trigger.head, *_LIMITING) if each.index not in own)
    return all(each.lemma in lexicon.definite | lexicon.judging for each in limits)


class TakenUp:
    """Gives events that take up another its type: of the last one told, else of the next."""

    def __init__(self, report: str) -> None:
        """report: id of the report whose events they are."""
        self._report = report
        self._last: EventType | None = None
        self._waiting: list[Event] = []

    def typed(self, event: Event, *, again: bool) -> list[Event]:
        """Return the events that are told now. again: whether it takes up another."""
        if again:
            if self._last is not None:
                return [self._of_type(event, self._last)]
            self._waiting.append(event)
            return []
        if event.type in BY_AUTHORITIES:
            return [event]
        self._last = event.type
        now = [self._of_type(each, event.type) for each in self._waiting]
        self._waiting.clear()
        return [*now, event]

    def _of_type(self, event: Event, meant: EventType) -> Event:
        return replace(event, id=claim_id(self._report, "event", event.span, meant.value), type=meant)
