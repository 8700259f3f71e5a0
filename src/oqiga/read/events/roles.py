"""Who did it to whom: perpetrators and targets from the roles of the clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from oqiga.model.claims import Participant, Toll
from oqiga.model.syntax import BODY_LABELS, Token
from oqiga.model.terms import EventType, ParticipantKind, PlacePrecision
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.triggers import Trigger
from oqiga.read.frames.clauses import doer_of, predicate_of, undergoer_of
from oqiga.read.frames.names import called, ends_with, heads_of, phrase_span
from oqiga.read.phrases import Phrases

_OF = frozenset({"of"})
_BY_AUTHORITIES = frozenset(
    {
        EventType.ARREST,
        EventType.SECURITY_OPERATION,
        EventType.CLASH,
        EventType.AIR_STRIKE,
        EventType.SHELLING,
    }
)
"""Types in which police and soldiers may be the doers."""
_PEOPLE = (ParticipantKind.PERSON, ParticipantKind.GROUP)
_SETTLEMENTS = (PlacePrecision.CITY, PlacePrecision.DISTRICT, PlacePrecision.NEIGHBOURHOOD)
_TOPICS = frozenset({"PRON", "DET"})


class RoleFinder:
    """Finds the participants of the events of one report."""

    def __init__(
        self, context: Context, lexicon: EventLexicon, sites: Phrases[str], tolls: Sequence[Toll]
    ) -> None:
        self._document = context.document
        self._pack = context.pack
        self._lexicon = lexicon
        self._sites = sites
        self._context = context
        self._settlements = frozenset(context.pack.lexicon("sites").get("unnamed", ()))
        self._tolls = tolls

    def perpetrators(self, triggers: Iterable[Trigger]) -> tuple[Participant, ...]:
        """Return those who do it, by every trigger of one event, each once."""
        found = [
            participant
            for trigger in triggers
            for head in self._heads(self._doers(trigger))
            if self._may_do(trigger, head)
            and not self._is_harmed(head)
            and (participant := self._participant(head)).kind is not ParticipantKind.OTHER
        ]
        return _once(found)

    def _is_harmed(self, head: Token) -> bool:
        """Tell whether people only suffer what their clause tells, and are called no attackers."""
        verb = self._document.head(head)
        harmed = (
            head.dep == "nsubj:pass" and verb is not None and self._lexicon.harm.starts(self._document, verb)
        )
        return harmed and not self._attacks(head)

    def people_do(self, trigger: Trigger) -> bool:
        """Tell whether the doer of a verb is people, be they only a number ("thousands *marched*")."""
        doers = list(self._doers(trigger))
        numbers = any(
            doer.pos == "NUM" or doer.lower in self._lexicon.vague or doer.lemma in self._lexicon.vague
            for doer in doers
        )
        return numbers or bool(self.perpetrators([trigger]))

    def attackers_do(self, trigger: Trigger) -> bool:
        """Tell whether the doer of a verb attacks by what it is called, or is an organisation.

        Of a headline's "four attackers killed" nobody is told to suffer it: they did.
        """
        return undergoer_of(self._document, trigger.head) is not None and self.attackers_act(trigger)

    def attackers_act(self, trigger: Trigger) -> bool:
        """Tell whether the doer of a verb attacks by what it is called, be it to somebody or not."""
        doers = self._heads(self._doers(trigger))
        return any(self._may_do(trigger, head) and self._attacks(head) for head in doers)

    def forces_act(self, trigger: Trigger) -> bool:
        """Tell whether police or soldiers do a verb."""
        return any(map(self._lexicon.responders.has, self._heads(self._doers(trigger))))

    def forces_do(self, trigger: Trigger) -> bool:
        """Tell whether police or soldiers do a verb, and attackers or what is theirs suffer it."""
        return self.forces_act(trigger) and any(map(self._attacks, self._heads(self._goals(trigger))))

    def only_things(self, trigger: Trigger) -> bool:
        """Tell whether what a verb is done to is neither people nor a site ("police seized *weapons*")."""
        goals = self._heads(self._goals(trigger))
        return bool(goals) and all(
            head.pos == "NOUN" and self._kind(head) is ParticipantKind.OTHER for head in goals
        )

    def forces_hold(self, trigger: Trigger) -> bool:
        """Tell whether a noun for an act is what police or soldiers did, by its words or its clause.

        "An army *raid*", "police seized weapons in a *raid*", "he was arrested in a *raid*".
        """
        document, noun = self._document, trigger.head
        told = [*self._doers(trigger), *document.children(noun, "compound", "amod", "nmod:poss")]
        if any(self._lexicon.attackers.has(each) or each.lower in self._lexicon.attacking for each in told):
            return False
        if any(map(self._lexicon.responders.has, told)):
            return True
        verb = document.head(noun)
        if verb is None or noun.dep not in ("obl", "nmod", "obj"):
            return False
        verb = predicate_of(document, verb)
        doer = doer_of(document, verb)
        if doer is not None:
            return self._lexicon.responders.has(doer)
        return self._lexicon.in_raids.starts(document, verb)

    def _heads(self, nouns: Iterable[Token]) -> list[Token]:
        return [head for each in nouns for head in heads_of(self._document, each, self._lexicon.vague)]

    def _attacks(self, head: Token) -> bool:
        marked = any(
            child.lemma in self._lexicon.attacking or child.lower in self._lexicon.attacking
            for child in self._document.children(head, "amod", "compound", "acl")
        )
        known = marked or self._lexicon.attackers.has(head)
        return known or self._kind(head) is ParticipantKind.ORGANIZATION

    def targets(self, triggers: Iterable[Trigger]) -> tuple[Participant, ...]:
        """Return those it is done to, by every trigger of one event, each once."""
        found = [
            participant
            for trigger in triggers
            for head in self._heads(self._goals(trigger))
            if head.pos in ("NOUN", "PROPN")
            and not self._is_event(head)
            and (participant := self._participant(head)).kind is not ParticipantKind.OTHER
        ]
        return _once(found)

    def hits_settlement(self, trigger: Trigger) -> bool:
        """Tell whether it is done to a village or a town, by its noun or its name."""
        goals = [each for each in self._goals(trigger) if not self._is_event(each)]
        return any(
            goal.lemma in self._settlements
            or any(each.place.precision in _SETTLEMENTS for each in self._context.places_in(goal.span))
            for goal in goals
        )

    def _doers(self, trigger: Trigger) -> Iterator[Token]:
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
        return subject.pos in ("NOUN", "PROPN") and not self._attacks(subject)

    def _is_overheard(self, verb: Token) -> bool:
        """Tell whether the clause only says that somebody heard or saw it ("she *heard* shooting")."""
        governor = self._document.head(verb)
        opened = verb.dep == "xcomp" and governor is not None
        return opened and governor is not None and self._lexicon.witnessed.has(governor)

    def _goals(self, trigger: Trigger) -> Iterator[Token]:
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

    def _may_do(self, trigger: Trigger, head: Token) -> bool:
        if head.pos in _TOPICS or self._is_event(head) or head.entity in ("GPE", "LOC", "DATE", "TIME"):
            return False
        if self._sites_has(head) or head.pos not in ("NOUN", "PROPN"):
            return False
        if trigger.type in _BY_AUTHORITIES:
            return True
        return not (self._lexicon.responders.has(head) and not self._lexicon.attackers.has(head))

    def _sites_has(self, head: Token) -> bool:
        return self._sites.has(head) and not self._lexicon.persons.has(head)

    def _is_event(self, head: Token) -> bool:
        meant = self._lexicon.triggers.meanings(head)
        return head.entity == "" and any(word.manner == "nouns" for word in meant)

    def _participant(self, head: Token) -> Participant:
        document = self._document
        span = phrase_span(document, head, links=_OF)
        kind = self._kind(head)
        return Participant(
            name=called(document, self._pack, head, span),
            kind=kind,
            count=self._count(head),
            effect=self._effect(head) if kind in _PEOPLE else None,
            span=span,
        )

    def _kind(self, head: Token) -> ParticipantKind:
        noun = ends_with(self._document, head, self._sites)
        if head.entity == "PERSON":
            return ParticipantKind.PERSON
        if head.entity in BODY_LABELS and not self._lexicon.persons.has(head):
            return ParticipantKind.ORGANIZATION
        if ends_with(self._document, head, self._lexicon.persons) is not None:
            return ParticipantKind.PERSON if self._single(head) else ParticipantKind.GROUP
        if noun is not None:
            return ParticipantKind.VEHICLE if noun == "vehicle" else ParticipantKind.FACILITY
        if self._lexicon.organizations.has(head):
            return ParticipantKind.ORGANIZATION
        return ParticipantKind.FACILITY if head.entity == "FAC" else ParticipantKind.OTHER

    def _single(self, head: Token) -> bool:
        if "Number=Plur" in head.feats or self._document.children(head, "nummod"):
            return False
        return "Number=Sing" in head.feats and head.lower not in ("police", "people")

    def _count(self, head: Token) -> int | None:
        for child in self._document.children(head, "nummod"):
            if child.text.isdecimal() and len(child.text) < 8:
                return int(child.text)
            value = self._lexicon.cardinals.get(child.lower)
            if value is not None and not self._document.children(child, "compound", "nummod"):
                return int(value)
        return None

    def _effect(self, head: Token) -> str | None:
        """Return what became of a target: the outcome of the toll whose own words hold it."""
        holding = [toll for toll in self._tolls if toll.span.covers(head.span) and toll.high != 0]
        holding.sort(key=lambda toll: toll.span.end - toll.span.start)
        return holding[0].outcome.value if holding else None


def _once(found: Iterable[Participant]) -> tuple[Participant, ...]:
    kept: dict[str, Participant] = {}
    for each in found:
        kept.setdefault(each.name.lower(), each)
    return tuple(kept.values())
