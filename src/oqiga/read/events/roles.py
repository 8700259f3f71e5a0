"""Who did it to whom: perpetrators and targets from the roles of the clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oqiga.model.claims import Participant, Toll
from oqiga.model.syntax import Token
from oqiga.model.terms import EventType, ParticipantKind, PlacePrecision
from oqiga.read.context import Context
from oqiga.read.events.arguments import Arguments
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.participants import Participants
from oqiga.read.events.triggers import Trigger
from oqiga.read.frames.clauses import doer_of, predicate_of, undergoer_of
from oqiga.read.frames.names import heads_of
from oqiga.read.phrases import Phrases

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
_SETTLEMENTS = (PlacePrecision.CITY, PlacePrecision.DISTRICT, PlacePrecision.NEIGHBOURHOOD)
_TOPICS = frozenset({"PRON", "DET"})


class RoleFinder:
    """Finds the participants of the events of one report."""

    def __init__(
        self, context: Context, lexicon: EventLexicon, sites: Phrases[str], tolls: Sequence[Toll]
    ) -> None:
        self._document = context.document
        self._lexicon = lexicon
        self._sites = sites
        self._context = context
        self._settlements = frozenset(context.pack.lexicon("sites").get("unnamed", ()))
        self._participants = Participants(context, lexicon, sites, tolls)
        self._arguments = Arguments(context.document, lexicon, self._participants)

    def perpetrators(self, triggers: Iterable[Trigger]) -> tuple[Participant, ...]:
        """Return those who do it, by every trigger of one event, each once."""
        found = [
            participant
            for trigger in triggers
            for head in self._heads(self._arguments.doers(trigger))
            if self._may_do(trigger, head)
            and not self._is_harmed(head)
            and (participant := self._participants.of(head)).kind is not ParticipantKind.OTHER
        ]
        return _once(found)

    def _is_harmed(self, head: Token) -> bool:
        """Tell whether people only suffer what their clause tells, and are called no attackers."""
        verb = self._document.head(head)
        harmed = (
            head.dep == "nsubj:pass" and verb is not None and self._lexicon.harm.starts(self._document, verb)
        )
        return harmed and not self._participants.attacks(head)

    def people_do(self, trigger: Trigger) -> bool:
        """Tell whether the doer of a verb is people, be they only a number ("thousands *marched*")."""
        doers = list(self._arguments.doers(trigger))
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
        doers = self._heads(self._arguments.doers(trigger))
        return any(self._may_do(trigger, head) and self._participants.attacks(head) for head in doers)

    def forces_act(self, trigger: Trigger) -> bool:
        """Tell whether police or soldiers do a verb."""
        return any(map(self._lexicon.responders.has, self._heads(self._arguments.doers(trigger))))

    def forces_do(self, trigger: Trigger) -> bool:
        """Tell whether police or soldiers do a verb, and attackers or what is theirs suffer it."""
        return self.forces_act(trigger) and any(
            map(self._participants.attacks, self._heads(self._arguments.goals(trigger)))
        )

    def only_things(self, trigger: Trigger) -> bool:
        """Tell whether what a verb is done to is neither people nor a site ("police seized *weapons*")."""
        goals = self._heads(self._arguments.goals(trigger))
        return bool(goals) and all(
            head.pos == "NOUN" and self._participants.kind(head) is ParticipantKind.OTHER for head in goals
        )

    def forces_hold(self, trigger: Trigger) -> bool:
        """Tell whether a noun for an act is what police or soldiers did, by its words or its clause.

        "An army *raid*", "police seized weapons in a *raid*", "he was arrested in a *raid*".
        """
        document, noun = self._document, trigger.head
        told = [*self._arguments.doers(trigger), *document.children(noun, "compound", "amod", "nmod:poss")]
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

    def targets(self, triggers: Iterable[Trigger]) -> tuple[Participant, ...]:
        """Return those it is done to, by every trigger of one event, each once."""
        found = [
            participant
            for trigger in triggers
            for head in self._heads(self._arguments.goals(trigger))
            if head.pos in ("NOUN", "PROPN")
            and not self._is_event(head)
            and (participant := self._participants.of(head)).kind is not ParticipantKind.OTHER
        ]
        return _once(found)

    def hits_settlement(self, trigger: Trigger) -> bool:
        """Tell whether it is done to a village or a town, by its noun or its name."""
        goals = [each for each in self._arguments.goals(trigger) if not self._is_event(each)]
        return any(
            goal.lemma in self._settlements
            or any(each.place.precision in _SETTLEMENTS for each in self._context.places_in(goal.span))
            for goal in goals
        )

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


def _once(found: Iterable[Participant]) -> tuple[Participant, ...]:
    kept: dict[str, Participant] = {}
    for each in found:
        kept.setdefault(each.name.lower(), each)
    return tuple(kept.values())
