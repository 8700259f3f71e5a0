"""Where an event happened: the places of its clause that are neither its reason nor where it was said."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.sites import is_hospital
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import PlacePrecision
from oqiga.read.background_lexicon import background_words
from oqiga.read.context import Context
from oqiga.read.events.chief import came_about, is_event_noun
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.triggers import Trigger
from oqiga.read.frames.clause_spans import clause_span
from oqiga.read.frames.clauses import CLIMB, is_definite
from oqiga.read.frames.routes import names_route
from oqiga.read.frames.where import main_place, named_in, of_person
from oqiga.read.stretches import record_since, stretches_after

_BEHIND_DAY = 4
"""Code points between the day of an event and the place behind it: a word such as "in" between blanks."""
_FROM = 2
"""Words between where a train is headed and the word for it: where it comes from, and "from"."""


class EventPlaces:
    """Chooses the places of the events of one report."""

    def __init__(self, context: Context, lexicon: EventLexicon) -> None:
        self._context = context
        self._document = context.document
        self._lexicon = lexicon
        self._main = main_place(context)
        self._follows = background_words(context.pack).follows
        self._back = frozenset(context.pack.lexicon("sites")["back_to_place"])

    def of(self, span: Span, chief: Trigger) -> list[PlaceMention]:
        """Return the places of the clause; where its sentence only says "the city", the main place."""
        inside = [each for each in named_in(self._context, span) if not of_person(self._context, each)]
        others = [each for each in inside if self._of_another(each, chief)]
        named = [each for each in inside if each not in others]
        named = named or self._places_described(chief) or self._behind_day(span, chief)
        named = named or self._of_attackers(chief)
        whole = chief.match.value.manner != "nouns" or came_about(self._document, self._lexicon, chief)
        if named or self._main is None or not whole:
            return named
        sentence = self._document.sentence_of(chief.head)
        before = named_in(self._context, Span(sentence.span.start, span.start))
        named = [
            each
            for each in before
            if not (self._of_another(each, chief) or self._said_there(each, chief))
            and not of_person(self._context, each)
        ]
        if named:
            return named[-1:]
        back = any(
            token.lower in self._back and token.entity == "" and not self._is_unknown(token)
            for token in self._document.tokens_of(sentence)
        )
        return [self._main] if back and self._main not in others else []

    def _is_unknown(self, noun: Token) -> bool:
        """Tell whether a noun for a place is told as a new one: "in *a northern province*"."""
        return any("Definite=Ind" in each.feats for each in self._document.children(noun, "det"))

    def _of_attackers(self, chief: Trigger) -> list[PlaceMention]:
        """Return the place by which its sentence calls who did it: "the *Osh* mosque bomber … the attack"."""
        taken_up = is_definite(self._document, chief.head)
        for mention in (
            self._context.places_in(self._document.sentence_of(chief.head).span) if taken_up else ()
        ):
            inside = self._context.tokens_in(mention.span)
            doer = self._document.head(inside[-1]) if inside and inside[-1].dep == "compound" else None
            if doer is not None and self._lexicon.attackers.has(doer):
                return [mention]
        return []

    def _behind_day(self, span: Span, chief: Trigger) -> list[PlaceMention]:
        """Return the place right behind the day that the words end in: "the blasts of 5 June *in Osh*".

        Parsers hang it on the verb of the sentence.
        """
        if not any(each.span.end == span.end for each in self._context.times_in(span)):
            return []
        near = Span(span.end, span.end + _BEHIND_DAY + 1)
        behind = [
            each
            for each in self._context.places
            if near.start < each.span.start < near.end
            and all(token.pos == "ADP" for token in self._context.tokens_in(Span(span.end, each.span.start)))
        ]
        return [each for each in behind if not self._of_another(each, chief)][:1]

    def _said_there(self, mention: PlaceMention, chief: Trigger) -> bool:
        """Tell whether a place is where it was said: "told reporters *in Osh* that rebels attacked"."""
        inside = self._context.tokens_in(mention.span)
        above = self._document.head(inside[-1]) if inside else None
        token = chief.head
        for _ in range(CLIMB):
            governor = self._document.head(token)
            if governor is None or above is None:
                return False
            if token.dep == "ccomp" and governor.index == above.index:
                return governor.index < inside[-1].index < token.index
            token = governor
        return False

    def _is_headed_for(self, inside: Sequence[Token]) -> bool:
        """Tell whether a place is only where a train or somebody else was headed: "the train *to Osh*"."""
        tokens, covered = self._document.tokens, {each.index for each in inside}
        head = next((each for each in inside if each.head not in covered), inside[-1])
        if "Case=Loc" in head.feats:
            return False  # «взорвала автобус *в Кабуле*», not «поезд в Кабул»
        for bound in self._document.children(head, "case", "mark"):
            above = tokens[head.head]
            for _ in range(_FROM):  # "from Kiel *to Hamburg*"
                above = tokens[above.head] if above.pos in ("ADP", "PROPN") else above
            beside = (above, tokens[max(0, bound.index - 1)])
            if bound.lower in self._lexicon.destinations:
                return any(each.lemma in self._lexicon.journeys for each in beside)
        return False

    def _died_there(self, mention: PlaceMention, inside: Sequence[Token], chief: Trigger) -> bool:
        """Tell whether somebody only died in a hospital later: "*died in a hospital* in Osh"."""
        place = mention.place
        if place.precision is not PlacePrecision.SITE or not is_hospital(place.name):
            return False
        verb = self._document.tokens[inside[-1].head]
        return verb.lemma in self._lexicon.dying and verb.index != chief.head.index

    def _of_another(self, mention: PlaceMention, chief: Trigger) -> bool:
        """Tell whether a place belongs to why it was done, or to an attack that is remembered or tried.

        "In *revenge* for the war in Somalia", "on the *anniversary* of the attacks in Brussels", "the raid
        *followed* the killing of 14 people in Baga".
        """
        sentence = self._document.sentence_of(chief.head)
        inside = [each for each in self._document.tokens_of(sentence) if mention.span.covers(each.span)]
        if not inside:
            return False
        on_the_way = names_route(self._context, mention) or self._is_headed_for(inside)
        if on_the_way or self._died_there(mention, inside, chief):
            return True
        pack = self._context.pack
        since = record_since(self._document, pack, sentence)  # "the deadliest *since the siege of Osh*"
        links = [*stretches_after(self._document, pack, sentence), *(() if since is None else (since,))]
        if any(chief.head.index < link.index < inside[0].index for link in links):
            return True  # "the attack came a week *after a court in Osh* …"
        token: Token | None = inside[-1]
        attack = False
        for _ in range(CLIMB):
            token = self._document.head(token) if token is not None else None
            if token is None or token.index == chief.head.index:
                return False
            if self._lexicon.motives.starts(self._document, token) or (
                attack and self._lexicon.proceedings.starts(self._document, token)
            ):
                return True
            if attack and token.pos == "VERB" and self._follows.starts(self._document, token):
                return True
            attack = attack or is_event_noun(self._document, self._lexicon, token)
        return False

    def _places_described(self, chief: Trigger) -> list[PlaceMention]:
        """Return the places of the clause that describes the event or its site ("a blast that … in Sibi")."""
        described = [chief.head, *self._document.children(chief.head, "nmod")]
        clauses = [each for noun in described for each in self._document.children(noun, "acl:relcl")]
        spans = [clause_span(self._document, clause, clause) for clause in clauses]
        return [place for span in spans for place in self._context.places_in(span)]
