"""People listed together: "two clerks, a guard and three police officers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.elided import counts_others
from oqiga.read.tolls.leads import front_of
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.subjects import QUOTES
from oqiga.read.tolls.trigger import Trigger

_LONGEST = 40
"""More people than this are no list that a reporter writes."""
_CHAIN = 10
"""How many words may stand between two groups of people in one list."""


class Lists:
    """Which mentions of people in one report are members of one list."""

    def __init__(
        self, document: Document, people: Sequence[People], triggers: Sequence[Trigger], words: TollWords
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = words
        self.people = people
        self.order = {each.first: number for number, each in enumerate(people)}
        self.trigger_at = {index: each for each in triggers for index in range(each.first, each.last)}

    def following(self, people: People) -> Iterator[People]:
        """Yield the people listed after a mention, as far as none is the subject of what follows."""
        number = self.order[people.first]
        told = people
        for current, following in pairwise(self.people[number : number + _LONGEST]):
            if self._says_who(following, current) or self._says_who(following, told):
                continue  # "the head *of the village*, *Bekov*, and his two sons"
            if not self.joined(current, following) or self.has_own_predicate(following):
                return
            told = following
            yield following

    def _says_who(self, people: People, other: People) -> bool:
        """Tell whether a mention only tells who one right before it is: by a name, or whose head he is."""
        head = self.tokens[people.head]
        owner = head.dep == "nmod" and people.single and other.single and people.name is None
        named = head.dep == "appos" and people.name is not None and other.name is None
        return (owner or named) and other.first <= head.head < other.last

    def up_to(self, people: People, trigger: Trigger) -> Iterator[People]:
        """Yield the people listed after a subject and before its predicate."""
        number = self.order[people.first]
        for current, following in pairwise(self.people[number : number + _LONGEST]):
            if following.last > trigger.first or not self.joined(current, following):
                return
            yield following

    def preceding(self, people: People, taken: set[int]) -> Iterator[People]:
        """Yield the people listed before a mention, nearest first; those in `taken` end the list."""
        number = self.order[people.first]
        for position in range(number, max(number - _LONGEST, 0), -1):
            current, earlier = self.people[position], self.people[position - 1]
            if earlier.first in taken or not self.joined(earlier, current) or self._does_it(earlier):
                return
            if self._undergoes_other(earlier, current) or self._has_outcome(earlier):
                return
            if counts_others(self.document, earlier, current):
                return
            yield earlier

    def _does_it(self, people: People) -> bool:
        """Tell whether somebody did what a verb before tells: "carried out by a bomber and three died"."""
        head = self.tokens[people.head]
        return head.dep == "obl:agent" and head.head < people.first

    def _has_outcome(self, people: People) -> bool:
        """Tell whether a phrase holds the verb of its own outcome: "902 *injured* and 951 kidnapped"."""
        inside = (self.trigger_at.get(index) for index in range(people.first, people.last))
        return any(each is not None and each.kind in ("passive", "active") for each in inside)

    def _counts_itself(self, people: People) -> bool:
        """Tell whether people are called by an outcome of their own: «погибли шестеро и 40 *раненых*»."""
        trigger = self.trigger_at.get(people.head)
        return trigger is not None and trigger.kind == "count"

    def _undergoes_other(self, people: People, following: People) -> bool:
        """Tell whether a verb before has people for its object and the next a verb of their own behind."""
        head, subject = self.tokens[people.head], self.tokens[following.head]
        own = subject.dep.startswith("nsubj") and subject.head > following.first
        inside = people.first <= head.head < people.last
        return own and not inside and head.dep in ("obj", "xcomp") and head.head < people.first

    def joined(self, first: People, second: People) -> bool:
        """Tell whether two mentions are members of one list."""
        between = self.tokens[first.last : second.first]
        if self.names_joined(first, second):
            return True
        if any(token.text == ")" for token in between) and not any(token.text == "(" for token in between):
            return False  # "27 were killed (20 civilians and 7 soldiers) and 77 wounded"
        if (
            not 0 < len(between) <= _CHAIN
            or (self._counts_part(second) and not self._of_others(first, second))
            or (first.pronoun and not first.single)
        ):
            return False
        if second.pronoun and not second.reflexive:
            return False
        if self.document.sentence_of(self.tokens[first.first]) != self.document.sentence_of(
            self.tokens[second.first]
        ):
            return False
        if (
            any(each.low == each.high == 0 for each in (first, second))
            or self._explains(second, first)
            or self._counts_itself(second)
        ):
            return False
        if first.pronoun and not first.reflexive and self.tokens[first.last].text == ",":
            return False
        owns = len(between) > 1 and between[-1].pos == "PRON"  # «учительница и *ее* ученик»
        owner = owns and second.first <= between[-1].head < second.last
        quoted = between[-1].text in QUOTES  # 'four soldiers and "nine of the rebels"'
        start = min(second.first - (owner or quoted), front_of(self.document, second))
        joiner = self.words.outcomes.joining.before(self.tokens, start, first.last)
        if (
            joiner is None
            or self.words.outcomes.including.search(self.tokens, first.last, second.first) is not None
        ):
            return False
        if (first.name is None) != (second.name is None) and between[-1].text == ",":
            return False
        behind = self.tokens[second.last] if second.last < len(self.tokens) else None
        if (
            second.bare
            and between[-1].text == ","
            and behind is not None
            and (behind.pos == "ADV" or behind.text == ",")
        ):
            return False
        gap = self.tokens[first.last : joiner.first]
        if sum(token.text in QUOTES for token in gap) % 2:
            return False  # '"…," said the village *head*, "and two *children* are missing"'
        if between[-1].text == "," and (
            len(between) > 1 or (second.single and not self._more_follow(second))
        ):
            return False
        return not any(self._breaks_list(token) for token in gap)

    def _counts_part(self, people: People) -> bool:
        """Tell whether a mention is a part of others, and no member of their list."""
        return people.partitive

    def _of_others(self, first: People, second: People) -> bool:
        """Tell whether a part is of others than those before: "killing two guards and one of the inmates"."""
        behind = [token for token in self.tokens[first.last : second.first] if token.text not in QUOTES]
        next_to_it = len(behind) == 1 and behind[0].pos == "CCONJ"
        if not next_to_it or not second.known or first.group in (second.group, Group.ALL, Group.VICTIMS):
            return False
        return second.group is not Group.ALL or self.tokens[second.head].pos == "NOUN"

    def names_joined(self, first: People, second: People) -> bool:
        """Tell whether the tree joins two names, whatever explains them: "Bekov, a pupil, and Aliev"."""
        joined = any(
            token.dep == "conj" and first.first <= token.head < first.last
            for token in self.tokens[second.first : second.last]
        )
        return joined and first.name is not None and second.name is not None

    def _explains(self, people: People, other: People) -> bool:
        """Tell whether a mention is an apposition to another: "a man, the brother of Bekov"."""
        head = self.tokens[people.head]
        behind = self.tokens[people.last] if people.last < len(self.tokens) else None
        others = people.group is not other.group and Group.ALL not in (people.group, other.group)
        if others and behind is not None and behind.pos == "CCONJ":
            return False  # "a general, a policeman and four farmers"
        if behind is not None and behind.pos == "CCONJ" and self._one_each(other, people, behind):
            return False  # "a man, a woman and a boy"
        owned = any("Poss=Yes" in each.feats for each in self.tokens[people.first : people.head])
        if owned and other.single and behind is not None and behind.pos == "CCONJ":
            return False  # "a woman, her husband and their driver"
        return head.dep == "appos" and other.first <= head.head < other.last and people.low == other.low

    def _one_each(self, first: People, second: People, joint: Token) -> bool:
        """Tell whether two nouns and what is joined behind have an article each: "*a* man, *a* woman"."""
        starts = (first.first, second.first, joint.index + 1)
        return (first.single or first.low == 1) and all(
            "Definite=Ind" in self.tokens[start].feats for start in starts if start < len(self.tokens)
        )

    def _more_follow(self, people: People) -> bool:
        """Tell whether a list goes on after a member, so that a comma before it joined."""
        position = people.last
        joining = self.words.outcomes.joining
        return position < len(self.tokens) and joining.at(self.tokens, position, len(self.tokens)) is not None

    def _breaks_list(self, token: Token) -> bool:
        if token.index in self.trigger_at or token.text in (";", ":", "."):
            return True
        return token.pos in ("AUX", "VERB", "SCONJ") and "VerbForm=Part" not in token.feats

    def _said_of_another(self, people: People, predicate: Token) -> bool:
        """Tell whether a verb has its subject before a list: "the *bodies* of a man and two boys lay"."""
        if self.tokens[people.head].dep != "conj":
            return False
        verb = self.tokens[predicate.head] if predicate.pos == "AUX" else predicate
        subjects = self.document.children(verb, *SUBJECTS)
        return any(each.index < people.first for each in subjects)

    def has_own_predicate(self, people: People) -> bool:
        """Tell whether a mention is the subject of what follows it rather than a further object."""
        sentence = self.document.sentence_of(self.tokens[people.first])
        position = people.last
        while position < sentence.last and self.tokens[position].pos == "ADV":
            position += 1
        if position >= sentence.last:
            return False
        token, trigger = self.tokens[position], self.trigger_at.get(position)
        if self._said_of_another(people, token):
            return False
        if trigger is not None and trigger.kind in ("passive", "state", "subject"):
            return True
        return token.pos == "AUX" or (token.pos == "VERB" and "VerbForm=Fin" in token.feats)
