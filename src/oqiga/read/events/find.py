"""Finding events: one claim a sentence and happening, its type the most exact one its words give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from oqiga.locate.mentions import PlaceMention, TimeMention
from oqiga.model.claims import Event, Participant, Toll, Weapon
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.terms import EventType, ParticipantKind, Stage
from oqiga.read.context import Context
from oqiga.read.events.chief import came_about, of_briefing, of_proceedings, tells
from oqiga.read.events.dating import time_of
from oqiga.read.events.happened import happened
from oqiga.read.events.kinds import kind_of
from oqiga.read.events.lexicon import EventLexicon, event_lexicon
from oqiga.read.events.only_town import in_the_only_town
from oqiga.read.events.placing import EventPlaces
from oqiga.read.events.received import dated_by_reports
from oqiga.read.events.roles import RoleFinder
from oqiga.read.events.stage import stage_of
from oqiga.read.events.struck import struck_by
from oqiga.read.events.taking_up import TakenUp, takes_up, tells_more
from oqiga.read.events.triggers import Happening, Trigger, happenings
from oqiga.read.events.weapons import weapons_in
from oqiga.read.frames.clause_spans import clause_span, phrase_words
from oqiga.read.frames.clauses import REACH, nominal
from oqiga.read.frames.sent_from import place_key
from oqiga.read.frames.when import when_of
from oqiga.read.frames.where import exact_first
from oqiga.read.sites import site_nouns


def find_events(context: Context, tolls: Sequence[Toll]) -> tuple[Event, ...]:
    """Return what is said to have happened, in the order of the text.

    tolls: of the same report; they tell what became of the targets.
    Sources, background and incidents are set by later steps.
    """
    lexicon = event_lexicon(context.pack)
    finder = _EventFinder(context, lexicon, tolls)
    return in_the_only_town(context, dated_by_reports(context, lexicon, tuple(finder.found())))


class _EventFinder:
    """Reads the events of one report; remembers what it was told already."""

    def __init__(self, context: Context, lexicon: EventLexicon, tolls: Sequence[Toll]) -> None:
        self._context = context
        self._document = context.document
        self._lexicon = lexicon
        self._tolls = tolls
        self._roles = RoleFinder(context, lexicon, site_nouns(context.pack), tolls)
        self._places = EventPlaces(context, lexicon)
        self._told: set[EventType] = set()
        self._taken_up = TakenUp(context.report.id)
        self._again: set[Span] = set()
        self._known_places: set[str] = set()

    def found(self) -> Iterator[Event]:
        """Yield the events in order, one a clause."""
        seen: set[Span] = set()
        for happening in happenings(self._context, self._lexicon):
            event = self._event(happening)
            if event is not None and event.span not in seen:
                seen.add(event.span)
                self._known_places.update(place_key(place) for place in event.places)
                for told in self._taken_up.typed(event, again=event.span in self._again):
                    self._told.add(told.type)
                    yield told

    def _event(self, happening: Happening) -> Event | None:
        chosen = self._chief(happening)
        if chosen is None:
            return None
        chief, stage = chosen
        deed = self._deed(happening, chief)
        span = self._span(happening, deed)
        held = of_proceedings(self._document, self._lexicon, chief)
        dated = phrase_words(self._document, nominal(self._document, chief.head)) if held else span
        time = time_of(
            self._context,
            happening.top,
            chief.head,
            dated,
            not_behind=self._lexicon.compare,
            tells=partial(tells, self._document, self._lexicon),
            answers=partial(self._lexicon.answering.starts, self._document),
            owned=self._lexicon.owned,
            arriving=self._lexicon.arriving,
            held=held,
            whole=not held
            and (deed.match.value.manner != "nouns" or came_about(self._document, self._lexicon, chief)),
        )
        if of_briefing(self._context, self._lexicon, time):
            time = None
        places = self._places.of(span, deed)
        if takes_up(self._lexicon, chief):
            if not (time or places) or not tells_more(self._document, self._lexicon, chief):
                return None
            self._again.add(span)
        perpetrators = self._roles.perpetrators(happening.triggers)
        targets = self._roles.targets(happening.triggers)
        if self._nobody_attacked(chief, targets):
            return None
        if self._repeats(chief, time, places, perpetrators + targets) or self._only_counts(
            chief, time, places
        ):
            return None
        sentence = self._document.tokens_of(self._document.sentence_of(chief.head))
        inside = [token.index for token in sentence if span.covers(token.span)]
        weapons = _no_targets(
            weapons_in(self._document, self._context.pack, self._lexicon, inside[0], inside[-1] + 1), targets
        )
        type_ = self._type(chief, perpetrators, weapons)
        return Event(
            id=claim_id(self._context.report.id, "event", span, type_.value),
            span=span,
            quote=span.of(self._context.report.text),
            type=type_,
            stage=stage,
            time=happened(
                when_of(self._context, time, self._lexicon.time_links),
                type_,
                stage,
                self._context.report.published,
            ),
            places=exact_first(self._context, places),
            perpetrators=perpetrators,
            targets=targets,
            weapons=weapons,
            confidence=0.7 if time or places else 0.5,
            extractor="events/1",
        )

    def _nobody_attacked(self, chief: Trigger, targets: Sequence[Participant]) -> bool:
        """Tell whether a verb that means an event by whom it befalls, or who does it, has none such."""
        meant = chief.match.value
        if meant.manner != "verbs":
            return False
        if meant.entry in self._lexicon.needs_target:
            aimed = bool(targets) or self._roles.hits_settlement(chief)
            aimed = aimed or struck_by(self._document, self._lexicon, chief) is not None
            if not aimed and not ("Tense=Past" in chief.head.feats and self._roles.attackers_act(chief)):
                return True
        if meant.type is EventType.ABDUCTION and targets and not any(map(_is_people, targets)):
            return True  # «үш көлікті ұрлап кетті», stole three cars
        return meant.entry in self._lexicon.needs_doer and bool(targets or not self._roles.people_do(chief))

    def _type(
        self, chief: Trigger, perpetrators: Sequence[Participant], weapons: Sequence[Weapon]
    ) -> EventType:
        kind = kind_of(self._context, self._lexicon, chief, perpetrators, weapons=weapons)
        operation = kind is EventType.ARMED_ATTACK and self._is_operation(chief)
        return EventType.SECURITY_OPERATION if operation else kind

    def _chief(self, happening: Happening) -> tuple[Trigger, Stage] | None:
        """Return the trigger of the most exact type among those that happened, and its stage."""
        staged = [(each, stage_of(self._document, self._lexicon, each)) for each in happening.triggers]
        real = [
            (trigger, stage) for trigger, stage in staged if stage is not None and self._means_attack(trigger)
        ]
        if not real:
            return None
        real = [each for each in real if not of_proceedings(self._document, self._lexicon, each[0])] or real
        fought = {each.head.index for each, _ in real if each.type is EventType.CLASH}
        real = [
            (each, stage)
            for each, stage in real
            if each.head.head not in fought or not self._lexicon.harm.starts(self._document, each.head)
        ]  # "troops clashed with rebels, *killing* six"
        return min(real, key=lambda pair: (self._lexicon.rank[pair[0].type], pair[0].match.first))

    def _deed(self, happening: Happening, chief: Trigger) -> Trigger:
        """Return the verb for the deed of which a noun tells: "*stormed* a bank, setting off a bomb"."""
        if chief.match.value.manner != "nouns":
            return chief
        inside = {token.index for token in self._document.subtree(happening.top)}
        deeds = (
            each
            for each in happening.triggers
            if each.match.value.manner == "verbs"
            and each.head.index == happening.top.index
            and stage_of(self._document, self._lexicon, each) is Stage.ACCOMPLISHED
        )
        deed = next((each for each in deeds if self._means_attack(each)), None)
        return deed if deed is not None and chief.head.index in inside else chief

    def _means_attack(self, trigger: Trigger) -> bool:
        """Tell whether a verb of any harm is done by attackers, forces or bombs; true of others."""
        struck = struck_by(self._document, self._lexicon, trigger) is not None
        if trigger.match.value.entry in self._lexicon.needs_thing:
            return struck
        if struck or not self._only_harms(trigger) or self._roles.attackers_do(trigger):
            return True
        return self._roles.forces_act(trigger) and not self._roles.only_things(trigger)

    def _is_operation(self, chief: Trigger) -> bool:
        """Tell whether forces act against attackers, raid, or "*stormed* the hotel, freeing the hostages"."""
        raid = chief.match.value.entry in self._lexicon.of_forces
        if chief.match.value.manner == "nouns":
            return raid and self._roles.forces_hold(chief)
        then = self._document.children(chief.head, "advcl", "conj", "xcomp")
        freed = any(self._lexicon.in_raids.starts(self._document, each) for each in then)
        return ((raid or freed) and self._roles.forces_act(chief)) or self._roles.forces_do(chief)

    def _only_harms(self, trigger: Trigger) -> bool:
        meant = trigger.match.value
        return meant.manner == "verbs" and meant.entry in self._lexicon.needs_attacker

    def _span(self, happening: Happening, chief: Trigger) -> Span:
        """Return the clause, or only the noun phrase where the clause is about something else."""
        if chief.match.value.manner != "nouns" or came_about(self._document, self._lexicon, chief):
            span = clause_span(self._document, chief.head, happening.top, happening.joined)
            inside = [each.index for each in self._context.tokens_in(span)]
            own = [each for each in inside if happening.first <= each < happening.last]
            return phrase_words(self._document, own) if len(own) < len(inside) else span
        inside = nominal(self._document, chief.head)
        return phrase_words(self._document, [i for i in inside if happening.first <= i < happening.last])

    def _repeats(
        self,
        chief: Trigger,
        time: TimeMention | None,
        places: Sequence[PlaceMention],
        people: Sequence[Participant],
    ) -> bool:
        """Tell whether a noun adds nothing to what was told: no time, new place or people."""
        if chief.match.value.manner != "nouns" or time is not None or people or not self._told:
            return False
        anaphoric = any(
            child.lower in self._lexicon.anaphoric
            for child in self._document.children(chief.head, "det", "amod", "nmod:poss", "acl")
        )
        if anaphoric:
            return {place_key(each.place) for each in places} <= self._known_places
        came = came_about(self._document, self._lexicon, chief)
        return not places and not came and not self._counted(chief)

    def _counted(self, chief: Trigger) -> bool:
        """Tell whether a clause that hangs on the noun counts people or tells what followed."""
        for clause in self._document.children(chief.head, "acl:relcl", "acl"):
            span = clause_span(self._document, clause, clause)
            if any(toll.span.overlaps(span) for toll in self._tolls):
                return True
            inside = self._document.subtree(clause)[:REACH]
            if any(
                token.pos == "VERB" and self._lexicon.triggers.starts(self._document, token)
                for token in inside
            ):
                return True
        return False

    def _only_counts(self, chief: Trigger, time: TimeMention | None, places: Sequence[PlaceMention]) -> bool:
        """Tell whether an arrest is told by its figure alone: then it is a toll and no event of its own."""
        if chief.type is not EventType.ARREST or time is not None:
            return False
        return not places or any(toll.span.covers(chief.head.span) for toll in self._tolls)


def _no_targets(weapons: Sequence[Weapon], targets: Sequence[Participant]) -> tuple[Weapon, ...]:
    """Return the weapons without what was attacked: "a gold *mine*"."""
    return tuple(each for each in weapons if not any(each.span.overlaps(target.span) for target in targets))


def _is_people(target: Participant) -> bool:
    """Tell whether a target is people, or a body of them."""
    return target.kind in (ParticipantKind.PERSON, ParticipantKind.GROUP, ParticipantKind.ORGANIZATION)
