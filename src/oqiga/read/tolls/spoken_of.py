"""Looking back from people to those spoken of before them: "two of them", "the other three"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from oqiga.model.syntax import Document
from oqiga.model.terms import Group
from oqiga.read.tolls.antecedents import speaks
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_POSSESSED = "Person[psor]=3"
_OBJECT_CASES = frozenset({"Case=Acc", "Case=Dat"})
_BACK = 2
"""How many sentences back a topic reaches."""


class SpokenOf:
    """The people that one report speaks of, in order. at: by each of their words."""

    def __init__(self, document: Document, people: Sequence[People], words: TollWords) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = words
        self.people = people
        self.at = {index: each for each in people for index in range(each.first, each.last)}

    def _of_pronoun(self, people: People) -> bool:
        numbers = [token for token in self.tokens[people.first : people.last] if token.pos == "NUM"]
        owned = any(
            child.pos == "PRON" and "Number=Plur" in child.feats
            for number in numbers
            for child in self.document.children(number, "nmod:poss")
        )
        behind = self.tokens[people.last - 1]
        links = people.partitive
        if not links and people.last + 1 < len(
            self.tokens
        ):  # "two among them", whose phrase ends with the number
            links = self.tokens[people.last].lower in self.words.people.partitive
            behind = self.tokens[people.last + 1]
        return owned or (links and behind.pos == "PRON" and behind.lower in self.words.people.pronouns)

    def group_of_them(self, people: People, *, held: bool = False) -> Group | None:
        """Return the group of those whom a pronoun counts a part of: «двое из них», "олардың екеуі".

        The last subject and the last of any told in the plural must agree; else who is meant is not clear.
        held: the authorities hold them, so that attackers told right before are meant.
        """
        if not people.bare or people.low is None or not self._of_pronoun(people):
            return None
        several = [
            each
            for each in self.before(people)
            if not each.pronoun and not each.bare and not each.single and each.last <= people.first
            if not (each.low is None and speaks(self.document, each))  # "…, *police* said"
        ]
        attackers = bool(several) and several[0].group is Group.ATTACKERS
        if held and attackers and self._right_before(several[0], people):
            return Group.ATTACKERS
        subjects = [each for each in several if self.tokens[each.head].dep.startswith("nsubj")]
        meant = {each[0].group for each in (several, subjects) if each}
        return meant.pop() if len(meant) == 1 else None

    def _right_before(self, earlier: People, people: People) -> bool:
        return self.document.sentences_between(self.tokens[earlier.first], self.tokens[people.first]) <= 1

    def group_of_counted(self, people: People) -> Group | None:
        """Return the group of those of whom a possessed number takes a part: "15 полицей … *екеуі* жаралы".

        They are the only ones counted in the last sentence that counts others than parts, and more than the
        part; further people ("тағы бесеуі") are none of them.
        """
        if not self._is_part(people):
            return None
        if (acted_on := self._acted_on_with(people)) is not None:
            return acted_on.group
        start = self.document.sentence_of(self.tokens[people.first]).first
        told = [
            each
            for each in self.before(people)
            if each.first < start and each.low is not None and not each.pronoun and not self._is_part(each)
        ]
        near = [
            each
            for each in told
            if not self.document.sentences_between(self.tokens[each.first], self.tokens[told[0].first])
        ]
        if len(near) != 1 or not near[0].known or near[0].bare or (people.low or 0) >= (near[0].low or 0):
            return None
        return near[0].group

    def _acted_on_with(self, people: People) -> People | None:
        """Return those whom a clause before acts on, of whom a part is the object of the next verb.

        "Содырлар *полицейлерге* оқ жаудырып, екеуін өлтірді": two of the policemen.
        """
        number = self.tokens[people.last - 1]
        if number.dep != "obj":
            return None
        for each in self.before(people):
            head = self.tokens[each.head]
            if self.document.sentences_between(head, number):
                return None
            many = "Number=Plur" in head.feats or (each.low or 0) > (people.low or 0)
            acted_on = head.dep in ("obj", "obl") and not _OBJECT_CASES.isdisjoint(head.feats)
            if acted_on and many and each.known and self.tokens[head.head].dep in ("advcl", "conj"):
                return each
        return None

    def _is_part(self, people: People) -> bool:
        """Tell whether a number says itself that it is out of those told of, and of no further ones."""
        last = self.tokens[people.last - 1]
        return last.pos == "NUM" and _POSSESSED in last.feats and people.bare and not people.additional

    def is_rest(self, people: People) -> bool:
        """Tell whether a number speaks of all or the rest of those told before: "the other two", "both"."""
        return self.tokens[people.first].lower in self.words.people.all_of

    def is_definite(self, people: People) -> bool:
        """Tell whether people without a name are told as known: "*the* three"."""
        token = self.tokens[people.first]
        named = token.lower in self.words.people.definite or token.lower in self.words.people.all_of
        return named and people.group is Group.ALL and people.name is None

    def counted_before(self, people: People) -> People | None:
        """Return the nearest people counted before, of whom this number may be all or a part.

        Who are fewer are others beside those meant: "two soldiers and a driver …; the *three*".
        """
        for earlier in self.before(people):
            if earlier.low is not None and not earlier.single and not earlier.pronoun and not earlier.bare:
                enough = earlier.high is None or earlier.high >= (people.low or 0)
                fits = earlier.low == people.low if self._all_of(people) else enough
                return earlier if earlier.known and fits else None
        return None

    def _all_of(self, people: People) -> bool:
        """Tell whether a number speaks of all, and of no rest: "*the* three", not "the *other* three"."""
        told = self.tokens[people.first : people.last]
        rest = any(token.lower in self.words.people.further for token in told)
        return told[0].lower in self.words.people.definite and not rest

    def before(self, people: People) -> Iterator[People]:
        """Yield the mentions before this one in its sentence and those right before, nearest first."""
        number = bisect_left(self.people, people.first, key=lambda each: each.first)
        for earlier in reversed(self.people[max(0, number - 20) : number]):
            if self.document.sentences_between(self.tokens[earlier.first], self.tokens[people.first]) > _BACK:
                return
            yield earlier
