"""Whom an outcome befell who stand before it: beside it, as the tree has it, further left in its clause."""

from __future__ import annotations

from collections.abc import Mapping

from oqiga.model.syntax import SUBJECTS, Sentence
from oqiga.read.tolls.people import People
from oqiga.read.tolls.subjects import Subjects
from oqiga.read.tolls.trigger import Trigger

_NEAR = 12
"""How many words may stand between people and what became of them where the tree does not join them."""
_DEPTH = 3
"""How many coordinated outcomes may share one subject."""


class Preceding(Subjects):
    """Finds the people in front of a trigger. trigger_at: the triggers by their tokens."""

    trigger_at: Mapping[int, Trigger]

    def _subject(self, trigger: Trigger, taken: set[int], depth: int = 0) -> People | None:
        sentence = self.document.sentence_of(self.tokens[trigger.verb])
        if trigger.kind in ("passive", "subject", "state") and self.befell_others(trigger):
            return None
        if self._of_a_noun_behind(trigger):
            return None
        beside = self.at.get(trigger.first - 1)
        if (
            beside is not None
            and trigger.kind in ("passive", "state")
            and self.stands_beside(beside, trigger)
        ):
            return beside
        if beside is not None and self.begins_clause(beside, trigger):
            return beside
        by_tree = self._subject_by_tree(self.tokens[trigger.verb], trigger)
        described = self.tokens[trigger.verb].dep == "acl" and not self.words.outcomes.object_after_verb
        if by_tree is not None and (by_tree.last <= trigger.first or described):
            return by_tree
        near = self.past_relative(self._left_of(trigger.first, sentence))
        if near is not None and near.first not in taken:
            return near
        if trigger.kind == "state" and near is not None and self.are_left(near, sentence):
            return near
        return self.past_relative(self._further_left(trigger, sentence, taken, depth))

    def _of_a_noun_behind(self, trigger: Trigger) -> bool:
        """Tell whether a participle only describes the noun behind: "20, including *wounded* soldiers"."""
        verb = self.tokens[trigger.verb]
        noun = self.tokens[verb.head]
        start = self.document.sentence_of(verb).first
        led = self.words.outcomes.including.before(self.tokens, trigger.first, start)
        if led is not None and self.tokens[led.last - 1].head == verb.index:
            return True  # "500 people, including *displaced*"
        inside = self.at.get(verb.index)
        if inside is not None and inside.low:
            return False  # «об *одной погибшей девочке*»: those it describes are counted
        known = (self.words.people.nouns, self.words.people.uncounted)
        people = any(each.exactly(self.tokens, noun.index, noun.index + 1) is not None for each in known)
        return people and verb.dep == "amod" and noun.index == trigger.last == verb.index + 1

    def _further_left(
        self, trigger: Trigger, sentence: Sentence, taken: set[int], depth: int = 0
    ) -> People | None:
        """Return the nearest people before a trigger with no other verb between."""
        position, steps, verbs = trigger.first - 1, 0, 0
        while position >= sentence.first and steps < _NEAR:
            token = self.tokens[position]
            people = self.at.get(position)
            if people is not None and not people.pronoun:
                if self.behind_preposition(people):
                    position, steps = people.first - 1, steps + 1
                    continue
                return None if people.first in taken else people
            other = self.trigger_at.get(position)
            if (
                other is not None
                and other.kind in ("passive", "subject", "state")
                and self.coordinated(other, trigger)
            ):
                return self._subject(other, taken, depth + 1) if depth < _DEPTH else None
            if token.pos == "VERB" and token.dep not in ("amod", "acl", "case"):
                verbs += 1
            if verbs or token.text in (";", ":", "."):
                return None
            position, steps = position - 1, steps + 1
        return None

    def _further_subjects(self, trigger: Trigger, people: People) -> list[People]:
        """Return the people that the tree makes subjects of a verb besides the first ones."""
        verb = self.tokens[trigger.verb]
        found = (self.at.get(each.index) for each in self.document.children(verb, *SUBJECTS))
        return [
            each
            for each in found
            if each is not None and people.last < each.first and each.last <= trigger.first
            if any(token.pos == "CCONJ" for token in self.tokens[each.first - 2 : each.first])
        ]
