"""Which nouns of its clause a trigger makes doers, and which it is done to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from oqiga.model.syntax import Document, Token
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.participants import Participants
from oqiga.read.events.triggers import Trigger
from oqiga.read.frames.clauses import doer_of, undergoer_of


class Arguments:
    """Finds the arguments of the triggers of one report; participants: tells who attacks by his noun."""

    def __init__(self, document: Document, lexicon: EventLexicon, participants: Participants) -> None:
        self._document = document
        self._lexicon = lexicon
        self._participants = participants

    def doers(self, trigger: Trigger) -> Iterator[Token]:
        """Yield the nouns of those who do it."""
        document, head = self._document, trigger.head
        manner = trigger.match.value.manner
        if manner == "verbs":
            doer = None if self._is_overheard(head) else doer_of(document, head)
            if doer is not None and not self._suffers(trigger, doer):
                yield doer
        elif manner == "nouns":
            yield from self._linked(head, self._lexicon.perpetrator_links)
            verb = document.head(head)
            if verb is not None and head.dep == "nsubj:pass" and self._comes_about(verb):
                yield from self._linked(verb, self._lexicon.perpetrator_links)  # "… тарапынан шабуыл жасалды"
            carried = head.dep != "obl"  # "began an inquiry *over the blast*" carries out none
            if carried and verb is not None and self._lexicon.support.starts(document, verb):
                doer = doer_of(document, verb)
                if doer is not None and doer.index != head.index:
                    yield doer

    def goals(self, trigger: Trigger) -> Iterator[Token]:
        """Yield the nouns of what it is done to, or of those who suffer it."""
        document, head = self._document, trigger.head
        manner = trigger.match.value.manner
        if manner == "verbs":
            goal = undergoer_of(document, head)
            doer = doer_of(document, head) if goal is None else None
            if doer is not None and self._suffers(trigger, doer):
                goal = doer
            if goal is not None and not trigger.match.first <= goal.index < trigger.match.last:
                yield goal
            if goal is None or trigger.match.length > 1:
                yield from self._behind(trigger)
        elif manner == "nouns":
            verb = document.head(head)
            if verb is not None and self._lexicon.blaming.starts(document, verb):
                return  # "blaming the attack *on* the rebels"
            yield from self._linked(head, self._lexicon.target_links)
            if verb is None or verb.pos != "VERB":
                return
            if self._lexicon.support.starts(document, verb):
                yield from self._linked(verb, self._lexicon.target_links)
            elif (
                self._lexicon.suffered.starts(document, verb)
                and (victim := doer_of(document, verb)) is not None
            ):
                yield victim

    def _comes_about(self, verb: Token) -> bool:
        """Tell whether a verb only says that the event noun it carries came about."""
        told = (self._lexicon.occur, self._lexicon.support)
        return any(words.starts(self._document, verb) for words in told)

    def _suffers(self, trigger: Trigger, subject: Token) -> bool:
        """Tell whether a headline leaves out "was": "Journalist *shot dead*", "Mosque *attacked*"."""
        document, verb = self._document, trigger.head
        if trigger.match.value.entry not in self._lexicon.needs_object or "Tense=Past" not in verb.feats:
            return False
        if undergoer_of(document, verb) is not None or document.children(verb, "aux", "aux:pass", "conj"):
            return False
        return subject.pos in ("NOUN", "PROPN") and not self._participants.attacks(subject)

    def _is_overheard(self, verb: Token) -> bool:
        """Tell whether the clause only says that somebody heard or saw it ("she *heard* shooting")."""
        governor = self._document.head(verb)
        opened = verb.dep == "xcomp" and governor is not None
        return opened and governor is not None and self._lexicon.witnessed.has(governor)

    def _behind(self, trigger: Trigger) -> Iterator[Token]:
        """Yield what a preposition inside or after a verb's words leads to ("opened fire *on* …")."""
        document = self._document
        for verb in (trigger.head, *document.children(trigger.head, "obj")):
            for child in document.children(verb, "obl", "nmod"):
                cases = {case.lower for case in document.children(child, "case")}
                inside = any(
                    trigger.match.first <= case.index < trigger.match.last
                    for case in document.children(child, "case")
                )
                led = inside or cases & self._lexicon.target_links or child.feats & self._lexicon.target_cases
                if led and child.entity not in ("DATE", "TIME", "GPE"):
                    yield child

    def _linked(self, head: Token, links: Collection[str]) -> Iterator[Token]:
        for child in self._document.children(head, "nmod", "obl", "obl:agent", "acl"):
            cases = {case.lower for case in self._document.children(child, "case")}
            if child.dep == "acl" and child.lower in links:
                yield from self._document.children(child, "obj")
            elif cases & set(links) and child.entity not in ("DATE", "TIME"):
                yield child
