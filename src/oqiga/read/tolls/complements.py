"""People behind the words of an outcome: whom a noun leads to, whom a verb has right behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger


class Complements:
    """Finds them. at: people by the token they stand on; order: their numbers by first token."""

    document: Document
    tokens: Sequence[Token]
    words: TollWords
    people: Sequence[People]
    at: Mapping[int, People]
    order: Mapping[int, int]

    def _right_of(self, position: int, sentence: Sentence, skip: int) -> People | None:
        """Return the people that begin here, at most `skip` small words further on."""
        while position < sentence.last:
            if position in self.order:
                return self.people[self.order[position]]
            token = self.tokens[position]
            small = token.pos in ("DET", "ADV", "ADJ", "PART") or token.lower in self.words.people.titles
            if skip == 0 or not small:
                return None
            position, skip = position + 1, skip - 1
        return None

    def _complement(self, trigger: Trigger) -> People | None:
        """Return the people a noun leads to: "the death of four"."""
        sentence = self.document.sentence_of(self.tokens[trigger.verb])
        position = trigger.last
        if self.words.people.links:
            if position < sentence.last and self.tokens[position].lower in self.words.people.by:
                position = self._behind_doer(position, sentence)
            if position >= sentence.last or self.tokens[position].lower not in self.words.people.links:
                return None
            return self._right_of(position + 1, sentence, skip=1) or self._led_to(trigger)
        for child in self.document.children(self.tokens[trigger.verb], "nmod"):
            if child.index in self.at and not self._acts(self.at[child.index]):
                return self.at[child.index]
        behind = self._right_of(position, sentence, skip=1)
        return None if behind is not None and self._acts(behind) else behind

    def _acts(self, people: People) -> bool:
        """Tell whether people behind a noun are a verb's subject: «после убийства *президент* объявил»."""
        head = self.tokens[people.head]
        counted = self.document.children(head, "nummod")
        return "Case=Nom" in (counted[0] if counted else head).feats and people.name is None

    def _led_to(self, trigger: Trigger) -> People | None:
        """Return whom the tree hangs on a noun by a link: "the death of 21-year-old Ann Lee"."""
        links = self.words.people.links
        for child in self.document.children(self.tokens[trigger.last - 1], "nmod"):
            linked = any(case.lower in links for case in self.document.children(child, "case"))
            if linked and child.index in self.at:
                return self.at[child.index]
        return None

    def _behind_doer(self, position: int, sentence: Sentence) -> int:
        """Return where the phrase ends of who did it: "the killing *by insurgents* of four civilians"."""
        doer = next((each for each in range(position + 1, sentence.last) if each in self.at), sentence.last)
        return self.at[doer].last if doer < min(sentence.last, position + 5) else sentence.last
