"""Nobody, where the verb stands last: "зардап шеккендер жоқ", "полицейлер арасында қаза болғандар жоқ"."""

from __future__ import annotations

from collections.abc import Mapping

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_ARGUMENTS = frozenset({*SUBJECTS, "obj", "dislocated"})


class Nobody:
    """Finds where there are none of what a noun names.

    document: the report. at: the people, by the token that heads them. words: the words of tolls.
    """

    def __init__(self, document: Document, at: Mapping[int, People], words: TollWords) -> None:
        self._document = document
        self._tokens = document.tokens
        self._at = at
        self._words = words

    def of(self, trigger: Trigger) -> People | None:
        """Return nobody where there are none of what the trigger names: "зардап шеккендер жоқ"."""
        noun = self._tokens[trigger.last - 1]
        none = self._none_of(noun)
        if none is None or self._tokens[none.index - 1].lemma in self._words.outcomes.none_many:
            return None  # "зардап шеккендер көп болмаған": only not many
        last = none.index + 1 if none.index - trigger.last <= 1 else trigger.last
        return People(trigger.first, last, noun.index, self._group_among(noun), low=0, high=0)

    def _none_of(self, noun: Token) -> Token | None:
        """Return the word that says that there are none, over the members of a list."""
        head = self._document.head(noun)
        if self._document.children(noun, "case"):
            return None  # "зардап шеккендер *туралы* мәлімет жоқ": nothing is known of them
        if noun.dep == "conj" and head is not None and head.pos != "VERB":
            return self._none_of(head)
        words = self._words.outcomes.none_verbs
        behind = self._tokens[noun.index + 1 : noun.index + 2]
        if behind and behind[0].lemma in words:  # "жоқтығын айтты": said that there were none
            return behind[0]
        if head is not None and noun.dep in _ARGUMENTS and (head.lower in words or head.lemma in words):
            return head
        return None

    def _group_among(self, noun: Token) -> Group:
        """Return the group among whom there are none: "тұрғындар арасында зардап шеккендер жоқ"."""
        sentence: Sentence = self._document.sentence_of(noun)
        told = [
            people
            for index in range(noun.index - 1, sentence.first - 1, -1)
            if (people := self._at.get(index)) is not None and people.group is not Group.VICTIMS
        ]
        named = bool(told) and told[0].low is None and self._among(told[0])
        return told[0].group if named else Group.ALL

    def _among(self, people: People) -> bool:
        """Tell whether people are those looked at, not who says so: "*полиция* зардап шеккендер жоқ деді"."""
        head = self._tokens[people.head]
        behind = self._tokens[people.head + 1 : people.head + 2]
        if behind and behind[0].lower in self._words.people.partitive:
            return True
        cases = {"Case=Abl", "Case=Gen"}  # "полицейлерден зардап шеккендер жоқ"
        return not cases.isdisjoint(head.feats) and not self._document.children(head, "case")
