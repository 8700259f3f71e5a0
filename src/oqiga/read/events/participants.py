"""What a noun tells of a participant: its name, its kind, how many they are, what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.claims import Participant, Toll
from oqiga.model.syntax import BODY_LABELS, Token
from oqiga.model.terms import ParticipantKind
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.frames.names import called, ends_with, phrase_span
from oqiga.read.phrases import Phrases

_OF = frozenset({"of"})
_PEOPLE = (ParticipantKind.PERSON, ParticipantKind.GROUP)


class Participants:
    """Describes the participants of one report by the nouns that head their phrases."""

    def __init__(
        self, context: Context, lexicon: EventLexicon, sites: Phrases[str], tolls: Sequence[Toll]
    ) -> None:
        self._document = context.document
        self._pack = context.pack
        self._lexicon = lexicon
        self._sites = sites
        self._tolls = tolls

    def of(self, head: Token) -> Participant:
        """Return the participant whose phrase a noun heads."""
        document = self._document
        span = phrase_span(document, head, links=_OF)
        kind = self.kind(head)
        return Participant(
            name=called(document, self._pack, head, span),
            kind=kind,
            count=self._count(head),
            effect=self._effect(head) if kind in _PEOPLE else None,
            span=span,
        )

    def kind(self, head: Token) -> ParticipantKind:
        """Return what a noun names; other when it is neither people, a body, a site nor a vehicle."""
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

    def _called_attackers(self, head: Token) -> bool:
        marked = any(
            child.lemma in self._lexicon.attacking or child.lower in self._lexicon.attacking
            for child in self._document.children(head, "amod", "compound", "acl")
        )
        return marked or self._lexicon.attackers.has(head)

    def attacks(self, head: Token) -> bool:
        """Tell whether a noun tells of attackers by its words ("a *group* of gunmen"), or of a body."""
        known = self._called_attackers(head)
        if not known and head.lemma in self._lexicon.bands:
            known = any(map(self._called_attackers, self._document.children(head, "nmod", "nmod:poss")))
        return known or self.kind(head) is ParticipantKind.ORGANIZATION
