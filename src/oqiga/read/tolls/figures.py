"""The number behind or before a noun for the figure itself: "the death toll rose from 12 to 17"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from oqiga.model.syntax import SUBJECTS, Document, Sentence
from oqiga.read.quantities import hedged
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_FIGURE = 24
"""How far behind a noun for the figure its number may stand."""


class Figures:
    """Finds the number that a noun for the figure leads to. at: the people that each token belongs to."""

    def __init__(self, document: Document, at: Mapping[int, People], words: TollWords) -> None:
        self._document = document
        self._tokens = document.tokens
        self._at = at
        self._words = words

    def led_to(self, trigger: Trigger) -> People | None:
        """Return the number that a noun for the figure leads to: "the death toll rose to 17"."""
        sentence = self._document.sentence_of(self._tokens[trigger.verb])
        led, beyond, position = False, False, trigger.last
        beside = self._words.outcomes.verb_last
        added: People | None = None
        while position < min(sentence.last, trigger.last + _FIGURE):
            token = self._tokens[position]
            if token.dep == "mark" and token.pos == "SCONJ" and not self._compares(position, trigger):
                return None
            other = self._words.outcomes.triggers["toll"].at(self._tokens, position, sentence.last)
            another = other is not None and other.value != trigger.outcome.value
            if another or token.lower in self._words.outcomes.contrast:
                return added  # "confirmed the toll, but said *the number of wounded* was 32"
            people = self._at.get(position)
            if (
                people is not None
                and people.first == position
                and people.low is not None
                and not people.single
            ):
                beyond = beyond or self._exceeded_behind(people, sentence)
                led = led or beyond or self._led_behind(people, sentence)
                led = led or (beside and self._is_said(people, sentence))
                if led and (beyond or not self._is_old(people, sentence)):
                    if not self._fits(people) or self._of_another(people, trigger, sentence):
                        return added
                    if people.additional and self._grown_by(people, sentence):
                        added, led, beyond = people, False, False  # the new total may follow
                    else:
                        return _beyond(people) if beyond else people
                position = people.last
                continue
            beside = beside and self._stands_beside(position)
            verb = self._words.outcomes.toll_verbs.at(self._tokens, position, sentence.last)
            led = led or verb is not None
            beyond = (
                beyond or self._words.outcomes.exceeding.at(self._tokens, position, sentence.last) is not None
            )
            position = verb.last if verb else position + 1
        return added

    def none_listed(self, trigger: Trigger) -> People | None:
        """Return nobody where a noun before in the list says there were none: "no deaths or *injuries*"."""
        top = self._tokens[trigger.verb]
        while top.dep == "conj" and self._tokens[top.head].pos == "NOUN":
            top = self._tokens[top.head]
        none = self._at.get(top.index)
        if none is None or top.index == trigger.verb or none.low != 0 or none.high != 0:
            return None
        return replace(none, last=trigger.last, head=trigger.verb, bare=False)

    def rises(self, trigger: Trigger) -> bool:
        """Tell whether a plural noun is what rises or reaches a number: "*deaths* had risen to 139"."""
        noun = self._tokens[trigger.verb]
        rises = self._tokens[noun.head].lemma in self._words.outcomes.rising
        return rises and noun.dep in SUBJECTS and "Number=Plur" in noun.feats

    def _compares(self, position: int, trigger: Trigger) -> bool:
        """Tell whether a conjunction only compares: "is lower *than* stated and now stands at 253"."""
        origin = self._words.revisions.origin
        return origin.before(self._tokens, position + 1, max(trigger.last, position - 1)) is not None

    def before(self, trigger: Trigger) -> People | None:
        """Return the new figure where the noun comes last: "revised from 95 to 84 the death toll"."""
        sentence = self._document.sentence_of(self._tokens[trigger.verb])
        position = trigger.first - 1
        while position > sentence.first and self._tokens[position].pos in ("DET", "ADJ"):
            position -= 1
        people = self._at.get(position)
        if people is None or not people.bare or people.first <= sentence.first + 1:
            return None
        changed = self._words.revisions.change.search(self._tokens, sentence.first, people.first)
        led = self._words.outcomes.toll_verbs.before(self._tokens, people.first, people.first - 1)
        return people if changed is not None and led is not None else None

    def _led_behind(self, people: People, sentence: Sentence) -> bool:
        """Tell whether the verb of a figure follows it, where verbs stand last: "17-ге жетті"."""
        if self._words.outcomes.object_after_verb:
            return False
        end = min(sentence.last, people.last + 3)
        return self._words.outcomes.toll_verbs.search(self._tokens, people.last, end) is not None

    def _stands_beside(self, position: int) -> bool:
        """Tell whether a word parts no noun from the figure that is said of it: "саны 359 *емес,* 253"."""
        token = self._tokens[position]
        return token.pos in ("ADV", "PART", "AUX") or token.text == ","

    def _is_said(self, people: People, sentence: Sentence) -> bool:
        """Tell whether a figure is what a clause without a verb says: "құрбандар саны 17, деді министр"."""
        if people.last >= sentence.last:
            return True
        behind = self._tokens[people.last]
        if behind.lemma in self._words.outcomes.negation:
            return False
        return behind.pos in ("PUNCT", "AUX") or behind.dep == "mark"

    def _grown_by(self, people: People, sentence: Sentence) -> bool:
        """Tell whether a verb of change behind a figure says what came on top: "тағы екі адамға артып"."""
        if self._words.outcomes.object_after_verb or people.last >= sentence.last:
            return False
        return self._words.revisions.change.at(self._tokens, people.last, sentence.last) is not None

    def _exceeded_behind(self, people: People, sentence: Sentence) -> bool:
        """Tell whether the verb behind a figure says that it was passed: "100-ден асты"."""
        if self._words.outcomes.object_after_verb or people.last >= sentence.last:
            return False
        return self._words.outcomes.exceeding.at(self._tokens, people.last, sentence.last) is not None

    def _is_old(self, people: People, sentence: Sentence) -> bool:
        """Tell whether a number is the one that another takes the place of: "from 12 to 17"."""
        if "Case=Abl" in self._tokens[people.head].feats:
            return True
        start = max(sentence.first, people.first - 3)
        return self._words.revisions.origin.before(self._tokens, people.first, start) is not None

    def _of_another(self, people: People, trigger: Trigger, sentence: Sentence) -> bool:
        """Tell whether the word behind a number says what else befell them: "a toll of 37 *injured*"."""
        places = (people.last,) if people.bare else (people.head, people.last)
        states = (
            self._words.outcomes.triggers["state"].at(self._tokens, place, sentence.last) for place in places
        )
        return any(state is not None and state.value is not trigger.outcome for state in states)

    def _fits(self, people: People) -> bool:
        """Tell whether a number may be the figure: not "one of the worst", "reduced by 106", "100 fewer"."""
        if people.partitive or self._tokens[people.first - 1].lower in self._words.revisions.by:
            return False
        behind = [at for at in (people.last - 1, people.last) if people.first < at < len(self._tokens)]
        if any(self._words.revisions.difference.at(self._tokens, at, len(self._tokens)) for at in behind):
            return False
        return people.bare or people.known


def _beyond(people: People) -> People:
    """Return people of whom there are more than the number says."""
    if people.low is None:
        return people
    low, high = hedged(people.low, people.high, "more_than")
    return replace(people, low=low, high=high)
