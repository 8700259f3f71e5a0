"""Nouns for an outcome and the numbers beside them: «погибших уже 12», «жертв нет», «число раненых»."""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import SUBJECTS, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.linking import Link, Linker
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_ARGUMENTS = (*SUBJECTS, "obj", "csubj")
_NEAR = 6
"""Words between a noun and the word that there were none, over which both are one mention."""
_CLAUSE = 10
"""Words of a clause in which the word that there were none is looked for."""


class CountedNouns(Linker):
    """Links nouns for an outcome with how many they count, nobody among them."""

    def _uncounted(self, trigger: Trigger) -> bool:
        inside = self.at.get(trigger.verb)
        return inside is None or (inside.low is None and not inside.single)

    def _nobody(self, trigger: Trigger) -> Link | None:
        """Return nobody where there were none: «жертв нет», «обошлось без пострадавших»."""
        noun = self.tokens[trigger.verb]
        people = self.at.get(noun.index)
        if people is None and trigger.kind == "toll":  # «потерь среди силовиков нет»
            people = self._of_group(trigger, People(trigger.first, trigger.last, noun.index, Group.ALL, None))
        none = self._none_of(noun) if people is not None and people.low is None else None
        if people is None or none is None:
            return None
        if people.group in (Group.ALL, Group.VICTIMS):
            among = self._group_among(noun, none)
            people = people if among is Group.ALL else replace(people, group=among)
        first, last = people.first, people.last
        if abs(none.index - noun.index) <= _NEAR:
            first, last = min(first, none.index), max(last, none.index + 1)
        nobody = replace(people, first=first, last=last, low=0, high=0, single=False)
        return Link(replace(trigger, first=first, last=last), nobody)

    def _group_among(self, noun: Token, none: Token) -> Group:
        """Return among whom there were none: «среди мирных жителей пострадавших нет»."""
        for above in (noun, none, self.tokens[noun.head]):
            for child in self.document.children(above, "nmod", "obl"):
                people = self.at.get(child.index)
                cases = self.document.children(child, "case")
                if people is not None and cases and self._names_whole(child):
                    return people.group
        return Group.ALL

    def _none_of(self, noun: Token) -> Token | None:
        """Return the word that says that there were none of what the noun names."""
        words = self.words.outcomes
        cases = self.document.children(noun, "case")
        head = self.document.head(noun)
        if cases:
            denied = head is not None and self._negated(head)
            return next((case for case in cases if case.lower in words.none_cases and not denied), None)
        if noun.dep == "conj" and head is not None:
            return self._none_of(head)
        if head is not None and head.lower in words.none_verbs and noun.dep in _ARGUMENTS:
            return head
        if head is not None and head.lemma in words.none_negated and self._negated(head):
            return head if noun.dep in _ARGUMENTS and "Case=Gen" in noun.feats else None
        below = self.document.children(noun) if noun.dep == "root" else ()
        found = next((child for child in below if child.lower in words.none_verbs), None)
        return found or self._none_behind(noun)

    def _none_behind(self, noun: Token) -> Token | None:
        """Return the word for there being none that closes the clause of a genitive."""
        if "Case=Gen" not in noun.feats or "Number=Plur" not in noun.feats:
            return None
        last = self.document.sentence_of(noun).last
        for token in self.tokens[noun.index + 1 : min(last, noun.index + _CLAUSE)]:
            if token.lower in self.words.outcomes.none_verbs:
                return token
            if token.pos == "VERB" or token.text in (",", ";", ":"):
                return None
        return None

    def _negated(self, verb: Token) -> bool:
        return any(
            child.lower in self.words.outcomes.negation for child in self.document.children(verb, "advmod")
        )

    def _figure(self, trigger: Trigger) -> People | None:
        """Return the number that a noun for the figure leads to, or that follows it («жертв шестеро»)."""
        position = trigger.last
        while position < len(self.tokens) and self.tokens[position].pos in ("ADV", "PART"):
            position += 1  # «погибших уже 12»
        behind = self.at.get(position)
        close = behind is not None and trigger.last <= behind.first <= position and self._uncounted(trigger)
        if behind is not None and close and (behind.bare or self._says_only_how_many(behind, trigger)):
            return behind
        if (beside := self._beside_noun(trigger) or self._before_copula(trigger)) is not None:
            return beside
        if (ahead := self._ahead_of_verb(trigger)) is not None:
            return ahead
        figure = super()._figure(trigger)
        return None if figure is not None and self._told_of_others(figure, trigger) else figure

    def _told_of_others(self, figure: People, trigger: Trigger) -> bool:
        """Tell whether a figure counts whom another verb harmed: «в числе погибших – имам, *ранены 15*»."""
        counted = self.tokens[figure.head]
        noun = self.document.head(counted) if counted.dep == "nummod" else counted
        verb = self.document.head(noun) if noun is not None and noun.dep.startswith("nsubj") else None
        other = verb is not None and verb.pos == "VERB" and verb.index > trigger.last
        return other and verb is not None and verb.index in self.trigger_at

    def _says_only_how_many(self, people: People, trigger: Trigger) -> bool:
        """Tell whether plain people behind a noun in the genitive count it: «убитых *20 человек*»."""
        noun = self.tokens[trigger.last - 1]
        plain = people.known and not people.single and people.group is Group.ALL and people.low is not None
        cases = {"Case=Gen", "Case=Acc"}  # which those alive share in the plural
        many = "Number=Plur" in noun.feats and not cases.isdisjoint(noun.feats)
        return plain and many and not self.document.children(noun, "case")

    def _ahead_of_verb(self, trigger: Trigger) -> People | None:
        """Return the figure in front of the verb of a noun for it: «*до 12* выросло число погибших»."""
        noun = self.tokens[trigger.verb]
        verb = self.document.head(noun)
        led = self.words.outcomes.toll_verbs
        if verb is None or verb.index > noun.index or not noun.dep.startswith("nsubj"):
            return None
        if led.at(self.tokens, verb.index, verb.index + 1) is None:
            return None
        people = self.at.get(verb.index - 1)
        if people is None or people.low is None or people.single:
            return None
        leads = (max(0, people.first - 1), people.first)
        if not any(led.at(self.tokens, each, each + 1) for each in leads):
            return None
        if not (people.bare or people.known):
            return None
        return replace(people, low=people.high) if people.low == 0 else people

    def _before_copula(self, trigger: Trigger) -> People | None:
        """Return those who are told to be what a count names: «96 человек было раненых»."""
        copula = self.tokens[trigger.first - 1] if trigger.first else None
        if copula is None or copula.pos != "AUX" or not self._uncounted(trigger):
            return None
        people = self.at.get(copula.index - 1)
        return people if people is not None and people.low and not people.single else None

    def _beside_noun(self, trigger: Trigger) -> People | None:
        """Return the number that shares its verb with a count in the genitive: «раненых оказалось 12»."""
        noun = self.tokens[trigger.verb]
        verb = self.document.head(noun)
        if verb is None or verb.pos != "VERB" or "Case=Gen" not in noun.feats or noun.dep not in _ARGUMENTS:
            return None
        if not self._uncounted(trigger):
            return None
        numbers = (self.at.get(child.index) for child in self.document.children(verb, *_ARGUMENTS))
        return next((each for each in numbers if each is not None and each.bare), None)

    def _names_whole(self, noun: Token) -> bool:
        """Tell whether a noun below a count says among whom: «потери боевиков», «погибших среди военных»."""
        cases = self.document.children(noun, "case")
        return all(self.words.people.among.at(self.tokens, case.index, noun.index) for case in cases)

    def _of_shared_noun(self, trigger: Trigger, people: People) -> People:
        """Return people with the group of the noun behind: «о *двух погибших* и пяти раненых солдатах».

        Not where the same befell both, who then are others: «о шести погибших и 13 убитых нападавших».
        """
        joint = self.tokens[people.last] if people.last < len(self.tokens) else None
        other = self.at.get(people.last + 1) if joint is not None and joint.pos == "CCONJ" else None
        if people.group is not Group.ALL or other is None or other.first != people.last + 1 or not other.low:
            return people
        inside = self.tokens[other.first : other.head]
        triggers = (self.trigger_at.get(each.index) for each in inside if each.head == other.head)
        own = any(each is not None and each.outcome is not trigger.outcome for each in triggers)
        return replace(people, group=other.group) if own and other.group is not Group.ALL else people

    def _of_group(self, trigger: Trigger, figure: People) -> People:
        """Return the figure with the group that its noun names: «число раненых военных выросло до 9»."""
        noun = self.tokens[trigger.last - 1]
        above = [self.tokens[noun.head]] if noun.dep in ("amod", "acl") else []
        nouns = self.tokens[trigger.first : trigger.last]
        owners = (each for one in nouns for each in self.document.children(one, "nmod"))
        below = [each for each in owners if each.index >= trigger.last and self._names_whole(each)]
        named = [self.at.get(each.index) for each in (*below, *above)]
        told = [
            each.group
            for each in named
            if each is not None and each.low is None and each.group is not Group.ALL
        ]
        return replace(figure, group=told[0]) if told and figure.group is Group.ALL else figure
