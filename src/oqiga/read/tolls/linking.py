"""Which people an outcome befell: by the tree where it is clear, by nearness inside the clause else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.entries import Entered
from oqiga.read.tolls.figures import Figures
from oqiga.read.tolls.identity import DASHES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.lists import Lists
from oqiga.read.tolls.people import People, owns
from oqiga.read.tolls.preceding import Preceding
from oqiga.read.tolls.subjects import QUOTES
from oqiga.read.tolls.trigger import Trigger

_COUNTING = frozenset({*SUBJECTS, "obj", "xcomp"})
"""Where a noun stands of which a verb says that there was one."""
_TRAILING = 7
"""How many words of where and when may stand between a verb and those beside its subject."""


def tells_of_some(document: Document, trigger: Trigger, words: TollWords) -> bool:
    """Tell whether an outcome is told of a part: "*among* the dead", «*в числе* убитых», "dead *include*"."""
    tokens, parted = document.tokens, trigger.last - trigger.first > 1
    led = tokens[trigger.first].lower in words.people.partitive
    led = led or words.people.among.at(tokens, trigger.first, trigger.last) is not None
    last = trigger.last - 1
    return led or (parted and words.outcomes.including.exactly(tokens, last, trigger.last) is not None)


@dataclass(frozen=True, slots=True)
class Link:
    """People and what became of them. shared: found through a list or a coordination, not directly."""

    trigger: Trigger
    people: People
    shared: bool = False


class Linker(Preceding):
    """Links the triggers of one report to the people of it."""

    lists_type: type[Lists] = Lists
    """How people listed together are told; languages with free order have their own."""

    def __init__(
        self, document: Document, people: Sequence[People], triggers: Sequence[Trigger], words: TollWords
    ) -> None:
        self.document, self.tokens = document, document.tokens
        self.words = words
        self.people = people
        self.triggers = triggers
        self.at = {index: each for each in people for index in range(each.first, each.last)}
        self.order = {each.first: number for number, each in enumerate(people)}
        self.figures = Figures(document, self.at, words)
        self.entered = Entered(document, self.at, words)
        self.lists = self.lists_type(document, people, triggers, words)
        self.trigger_at = {index: each for each in triggers for index in range(each.first, each.last)}

    def links(self) -> list[Link]:
        """Return all links, those of active verbs first: what is an object here is no subject elsewhere."""
        found: list[Link] = []
        taken: set[int] = set()
        for trigger in sorted(self.triggers, key=lambda each: (each.kind != "active", each.first)):
            entry = [Link(replace(trigger, kind="toll"), each) for each in self.entered.figures(trigger)]
            links = entry or self._some(trigger, taken) or self._of(trigger, taken)
            for link in [*self._whole(trigger), *links]:
                if self._introduces(link.people, trigger) or link in found:  # listed in two ways
                    continue
                found.append(link)
                if trigger.kind == "active":
                    taken.add(link.people.first)
        return found

    def _introduces(self, people: People, trigger: Trigger) -> bool:
        """Tell whether people only open a quotation that holds the outcome: «Министр: „Ранены двое“»."""
        between = self.tokens[people.last : trigger.first]
        return any(first.text == ":" and second.text in QUOTES for first, second in pairwise(between))

    def _of(self, trigger: Trigger, taken: set[int]) -> list[Link]:
        inside = self._inside(trigger)
        if trigger.kind == "count" and inside is not None and owns(self.document, inside):
            return [Link(replace(trigger, kind="of"), inside)]
        if (
            inside is not None
            and (inside.single or inside.low is None)
            and trigger.kind not in ("of", "toll")
            and not self._among(trigger)
        ):
            return []
        if trigger.kind in ("state", "count") and inside is not None and not self._among(trigger):
            return [Link(trigger, inside)]
        if trigger.kind == "passive" and inside is not None and self._befell_only(inside, trigger):
            return [Link(trigger, inside)]
        if trigger.kind == "active":
            forward = self.words.outcomes.object_after_verb
            return self._listed(trigger, self._object(trigger), taken, forward=forward)
        if trigger.kind == "of":
            found = self._listed(trigger, self._complement(trigger), taken, forward=True)
            counted = self.words.outcomes.triggers["count"].at(self.tokens, trigger.first, trigger.last)
            told = any(link.people.low is not None and link.people.known for link in found[:1])
            if not found and self.figures.rises(trigger):
                figure = self._figure(replace(trigger, kind="toll"))
                return [Link(replace(trigger, kind="toll"), figure)] if figure is not None else []
            if not told and counted is not None and inside is not None and inside.low is not None:
                group = found[0].people.group if found and found[0].people.known else inside.group
                counted_so = Link(replace(trigger, kind="count"), replace(inside, group=group))
                return [counted_so, *found[1:]]  # "nine deaths of policemen and eight civilians"
            return found
        if trigger.kind == "toll":
            figure = self._figure(trigger) or self.figures.before(trigger)
            return [Link(trigger, figure)] if figure else []
        if trigger.kind == "count":
            one = self._counted_singly(trigger) or self.figures.none_listed(trigger)
            if one is None and self.figures.rises(trigger):
                trigger = replace(trigger, kind="toll")
                one = self._figure(trigger)
            return [Link(trigger, one)] if one is not None else []
        found = self._listed(trigger, self._subject(trigger, taken), taken, forward=False)
        return found + self._beside(trigger) if found else self._inverted(trigger)

    def _whole(self, trigger: Trigger) -> list[Link]:
        """Return all of whom a state tells some: «среди *12 погибших* – трое», "among the *12 dead*"."""
        if not self._among(trigger):
            return []
        inside = (self.at.get(index) for index in range(trigger.first, trigger.last))
        whole = next((each for each in inside if each is not None and each.low is not None), None)
        if whole is None or whole.single or whole.partitive:
            return []
        whole = replace(whole, last=trigger.last) if whole.bare else whole  # "among *12 killed*"
        return [Link(replace(trigger, kind="count", first=whole.first, last=whole.last), whole)]

    def _some(self, trigger: Trigger, taken: set[int]) -> list[Link]:
        """Return those counted behind a state that tells of some: "among the 12 dead were *two boys*"."""
        if not self._among(trigger):
            return []
        position, copulas = trigger.last, self.words.outcomes.copulas
        while position < len(self.tokens) and (
            self.tokens[position].pos == "AUX"
            or self.tokens[position].text in DASHES
            or self.tokens[position].lemma in copulas
        ):
            position += 1
        people = self.at.get(position)
        if people is None or people.first != position or not people.low:
            return []
        return self._listed(trigger, people, taken, forward=True)

    def _befell_only(self, people: People, trigger: Trigger) -> bool:
        """Tell whether an outcome is of the people whose words hold it, and of nobody beside them.

        A number and what is left ("leaving *dozens injured*"), a participle before its noun ("he and *the
        two detained men*").
        """
        participle = self.tokens[trigger.verb]
        if participle.dep == "amod" and participle.head == people.head and participle.index < people.head:
            return True
        verb = self.tokens[self.tokens[people.first].head]
        if people.last != trigger.last:
            return False
        alone = people.head == trigger.verb and not people.partitive  # "…, and *54 wounded* in a blast"
        return verb.lemma in self.words.outcomes.left or (alone and self.words.outcomes.object_after_verb)

    def _counted_singly(self, trigger: Trigger) -> People | None:
        """Return the one whom a noun with an article counts: "*an arrest* was made"."""
        noun = self.tokens[trigger.verb]
        verb = self.tokens[noun.head]
        told = self.words.outcomes.singly.get(trigger.outcome.value, frozenset())
        articles = [
            child
            for child in self.document.children(noun, "det")
            if "Definite=Ind" in child.feats and child.index < noun.index
        ]
        unreal = self.words.outcomes.modal | self.words.outcomes.negation
        if not articles or verb.lemma not in told or noun.dep not in _COUNTING or noun.index in self.at:
            return None
        if any(child.lower in unreal for child in self.document.children(verb, "aux", "advmod")):
            return None
        return People(articles[0].index, noun.index + 1, noun.index, Group.ALL, 1, 1, single=True)

    def _inside(self, trigger: Trigger) -> People | None:
        """Return the people whose phrase holds the trigger; nobody where a state counts things of its own.

        "With two gunshot wounds" tells of one person: the number counts wounds.
        """
        inside = self.at.get(trigger.verb)
        counts_things = (
            inside is not None
            and trigger.kind == "state"
            and not inside.known
            and trigger.first < inside.first
            and inside.last <= trigger.last
        )
        return None if counts_things else inside

    def _among(self, trigger: Trigger) -> bool:
        """Tell whether a state tells of others than the people it names: "among the dead"."""
        return trigger.kind == "state" and tells_of_some(self.document, trigger, self.words)

    # -- people who come after -----------------------------------------------------------------

    def _object(self, trigger: Trigger) -> People | None:
        sentence = self.document.sentence_of(self.tokens[trigger.verb])
        if self.words.outcomes.object_after_verb:
            near = self._right_of(trigger.last, sentence, skip=2)
        else:
            near = self._left_of(trigger.first, sentence)
        if near is not None:
            return near
        for child in self.document.children(self.tokens[trigger.verb], "obj"):
            if child.index < trigger.first and child.lower in self.words.people.relative:
                return self._taken_up(child)  # "20 villagers *whom* rebels had abducted"
            if child.index in self.at:
                return None if child.index == trigger.last - 1 else self.at[child.index]
            if (others := self._listed_behind(child)) is not None:
                return others
        return None

    def _taken_up(self, pronoun: Token) -> People | None:
        """Return the last people counted before a pronoun that is the object of its clause."""
        for position in range(pronoun.index - 1, self.document.sentence_of(pronoun).first - 1, -1):
            if (people := self.at.get(position)) is not None:
                return people if people.low is not None and people.known and not people.pronoun else None
            if self.tokens[position].pos in ("VERB", "AUX"):
                break
        return None

    def _listed_behind(self, unknown: Token) -> People | None:
        """Return people told behind somebody of whom no word is known: "killed Tarsk Gul, *two guards*"."""
        for other in self.document.children(unknown, "conj", "appos"):
            people = self.at.get(other.index)
            counted = people is not None and people.low and people.known and not people.pronoun
            if people is not None and counted and (other.dep == "conj" or not people.single):
                return people
        return None

    def _figure(self, trigger: Trigger) -> People | None:
        """Return the number that a noun for the figure leads to: "the death toll rose to 17"."""
        return self.figures.led_to(trigger)

    def _beside(self, trigger: Trigger) -> list[Link]:
        """Return people named behind the verb with its subject: "four were killed alongside two others"."""
        sentence = self.document.sentence_of(self.tokens[trigger.verb])
        if trigger.last >= sentence.last:
            return []
        position = trigger.last + (self.tokens[trigger.last].text == ",")
        if position >= sentence.last:
            return []
        lead = None
        for start in range(position, min(position + _TRAILING, sentence.last)):
            if start in self.at or self.tokens[start].pos in ("VERB", "AUX", "PUNCT"):
                break
            lead = lead or self.words.outcomes.beside.at(self.tokens, start, sentence.last)
        people = self._right_of(lead.last, sentence, skip=1) if lead else None
        if people is None:
            return []
        return [Link(trigger, each, shared=True) for each in (people, *self.lists.following(people))]

    def _foe_too(self, people: People, other: People) -> bool:
        return self.lists.names_joined(people, other) or (other.group is Group.ATTACKERS and bool(other.low))

    def _inverted(self, trigger: Trigger) -> list[Link]:
        """Return people who follow state and copula: "among the dead were two officers"."""
        sentence = self.document.sentence_of(self.tokens[trigger.verb])
        if trigger.kind not in ("state", "passive") or self.of_some(trigger):
            return []
        for position in range(trigger.last, min(trigger.last + 8, sentence.last - 1)):
            token = self.tokens[position]
            expletive = token.pos == "VERB" and bool(self.document.children(token, "expl"))
            if (token.pos == "AUX" or expletive) and token.lemma in self.words.outcomes.copulas:
                people = self._right_of(position + 1, sentence, skip=1)
                listed = [] if people is None else [people, *self.lists.following(people)]
                return [Link(trigger, each) for each in listed]
            if token.pos in ("VERB", "PUNCT") or position in self.at:
                return []
        return []

    # -- lists ---------------------------------------------------------------------------------

    def _listed(
        self, trigger: Trigger, people: People | None, taken: set[int], *, forward: bool
    ) -> list[Link]:
        """Return a link for the people found and for those listed with them."""
        if people is None:
            return []
        found = [Link(trigger, people)]
        alone = self.tokens[trigger.verb].lemma in self.words.outcomes.foes and people.single
        if not people.pronoun or people.single:
            listed = list(self.lists.following(people) if forward else self.lists.preceding(people, taken))
            if not forward:
                listed += [*self.lists.up_to(people, trigger), *self._further_subjects(trigger, people)]
            if alone:  # «ликвидированы Асанов и Бекиров», two names that the tree joins
                listed = [each for each in listed if self._foe_too(people, each)]
            found += [Link(trigger, each, shared=True) for each in listed]
        return found
