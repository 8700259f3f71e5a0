"""Whom a verb tells of where the order of words is free: by the tree, and by case where it is lost."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Token
from oqiga.model.terms import Outcome
from oqiga.read.tolls.counted_nouns import CountedNouns
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_ARGUMENTS = (*SUBJECTS, "obj", "csubj")
_PHRASE = 10
"""Words that a subject's own phrase may put between it and its verb."""
CLOSE = 3
"""Words that may stand between an outcome and people whom the tree does not join to it."""


class FreeArguments(CountedNouns):
    """Finds the arguments of verbs, also those that a noun or another verb holds for them."""

    def _recipient(self, trigger: Trigger) -> People | None:
        """Return the dative to whom it was done: «полицейскому прострелили ногу»."""
        for child in self.document.children(self.tokens[trigger.verb], "iobj", "obl", "nsubj", "obj"):
            people = self.at.get(child.index)
            if people is not None and "Case=Dat" in child.feats and not self.document.children(child, "case"):
                return people
        return None

    def _own_behind(self, verb: Token, trigger: Trigger) -> People | None:
        """Return the subject right behind a further verb: «убиты трое и ранены шестеро военнослужащих»."""
        people = self.at.get(trigger.last)
        own = verb.dep == "conj" and people is not None and people.first == trigger.last
        return (
            people if own and people is not None and people.low and self._fits_case(people, trigger) else None
        )

    def _argument(self, verb: Token, trigger: Trigger) -> People | None:
        """Return the subject, or what the parser took for an object of an impersonal («ранено 5 человек»)."""
        takes_part = trigger.outcome is Outcome.INVOLVED
        for dep in SUBJECTS if takes_part else _ARGUMENTS:
            for child in self.document.children(verb, dep):
                if child.lower in self.words.people.relative or child.lemma in self.words.people.relative:
                    return self._antecedent(verb, child)
                people = self.at.get(child.index)
                if people is not None and not self._apart(people, trigger):
                    return people
        return None

    def _apart(self, people: People, trigger: Trigger) -> bool:
        return self._overlaps(people, trigger) or self._introduces(people, trigger)

    def _has_argument(self, verb: Token, trigger: Trigger) -> bool:
        """Tell whether something that is no people fills the place of the affected."""
        children = self.document.children(verb, *SUBJECTS)
        return any(not trigger.first <= child.index < trigger.last for child in children)

    def _overlaps(self, people: People, trigger: Trigger) -> bool:
        return people.first < trigger.last and trigger.first < people.last

    def _of_dative(self, verb: Token) -> People | None:
        """Return the dative in «нескольким удалось скрыться»."""
        governor = self.document.head(verb)
        led = governor if "VerbForm=Inf" in verb.feats else None
        leads = [each for each in (verb, led) if each is not None]
        for each in leads:
            if each.lemma not in self.words.outcomes.implicative:
                continue
            for child in self.document.children(each, "iobj", "obl", "nsubj", "obj"):
                people = self.at.get(child.index)
                if people is not None and not self.document.children(child, "case"):
                    return people
        return None

    def _governor(self, verb: Token, trigger: Trigger, depth: int = 0) -> People | None:
        """Return the noun that a participle describes, or the subject that a coordinated verb shares."""
        head = self.document.head(verb)
        if head is None or depth > 3:
            return None
        if verb.dep in ("acl", "acl:relcl", "amod") and head.index in self.at:
            people = self.at[head.index]
            return None if people.partitive and trigger.outcome is Outcome.INVOLVED else people
        if verb.dep == "acl:relcl" and not self._has_argument(verb, trigger):
            return self._elided(verb, head, trigger)
        goes_on = verb.dep in ("conj", "xcomp", "advcl") or self._happens_after(verb)
        if goes_on and head.pos in ("VERB", "AUX"):
            if self._has_argument(verb, trigger) or verb.lemma in self.words.outcomes.implicative:
                return None
            shared = self._argument(head, trigger)
            if verb.dep == "conj" and self._counted_between(head.index, verb.index, shared):
                if (own := self.own_behind_comma(shared, verb)) is not None:
                    return own
                return self._of_verb_before(verb, trigger) or self._of_sibling(verb, head, trigger)
            return shared or self._governor(head, trigger, depth + 1)
        return None

    def _happens_after(self, verb: Token) -> bool:
        """Tell whether a clause goes on about the same one: «убил двоих, *после чего застрелился*»."""
        after = (each for each in self.document.children(verb, "obl") if each.pos == "PRON")
        return verb.dep == "parataxis" and any(
            each.index == verb.index - 1 and self.document.children(each, "case") for each in after
        )

    def own_behind_comma(self, shared: People | None, verb: Token) -> People | None:
        """Return the subject of a verb that the parser listed with that of the verb before it.

        «Погибли двое военных, *11 человек* получили ранения»: a comma alone joins no list of two.
        """
        if shared is None:
            return None
        for child in self.document.children(self.tokens[shared.head], "conj"):
            people = self.at.get(child.index)
            if people is None or people.low is None or not shared.last < people.last <= verb.index:
                continue
            parted = [token.text for token in self.tokens[shared.last : people.first]] == [","]
            alone = (
                not self.document.children(child, "cc")
                and self.document.tokens[verb.head].index < shared.first
            )
            return people if parted and alone else None
        return None

    def _of_verb_before(self, verb: Token, trigger: Trigger) -> People | None:
        """Return the subject of the verb that "and" joins directly: «второй ранен и госпитализирован»."""
        before = self.tokens[verb.index - 2] if verb.index > 1 else None
        joint = self.tokens[verb.index - 1]
        if before is None or joint.pos != "CCONJ" or before.index not in self.trigger_at:
            return None
        return self._argument(before, trigger)

    def _of_sibling(self, verb: Token, head: Token, trigger: Trigger) -> People | None:
        """Return the subject of the verb joined by "and": «один погиб, *двое* ранены и задержаны»."""
        joined = any(each.pos == "CCONJ" for each in self.document.children(verb, "cc"))
        before = [each for each in self.document.children(head, "conj") if each.index < verb.index]
        if not joined or not before or before[-1].index not in self.trigger_at:
            return None
        people = self._argument(before[-1], trigger)
        if people is None or self._counted_between(before[-1].index, verb.index, people):
            return None
        return None if people.single and "Number=Plur" in verb.feats else people

    def _elided(self, verb: Token, noun: Token, trigger: Trigger) -> People | None:
        """Return the subject a relative clause shares: «двое получили ранения, от которых умерли»."""
        governor = self.document.head(noun)
        if governor is None or governor.pos != "VERB" or noun.dep not in ("obj", "obl"):
            return None
        people = self._argument(governor, trigger)
        agrees = people is not None and not (people.single and "Number=Plur" in verb.feats)
        return people if agrees else None

    def _counted_between(self, first: int, last: int, shared: People | None) -> bool:
        """Tell whether others than those of the first verb are counted before the second."""
        between = (self.at[index] for index in range(first + 1, last) if index in self.order)
        others = (each for each in between if each.low is not None and each is not shared)
        return not all(self._is_hit_by(each, first) for each in others)

    def _is_hit_by(self, people: People, verb: int) -> bool:
        """Tell whether people are what a verb acts on, whose subject goes on: «убил *двоих* и погиб»."""
        head = self.tokens[people.head]
        while head.dep == "conj" and head.head < head.index:
            head = self.tokens[head.head]
        return (
            head.dep == "obj"
            and head.head == verb
            and bool(self.document.children(self.tokens[verb], "nsubj"))
        )

    def _close_by(self, trigger: Trigger) -> People | None:
        """Return people right beside the outcome, behind it first, in no other clause."""
        sentence = self.document.sentence_of(self.tokens[trigger.verb])
        for positions in (
            range(trigger.last, min(sentence.last, trigger.last + CLOSE)),
            range(trigger.first - 1, max(sentence.first, trigger.first - CLOSE) - 1, -1),
        ):
            for position in positions:
                token = self.tokens[position]
                people = self.at.get(position)
                if people is not None:
                    if people.low and self._fits_case(people, trigger):
                        return people
                    break
                if (
                    token.pos not in ("ADV", "PART", "AUX", "ADJ", "DET", "NUM")
                    or position in self.trigger_at
                ):
                    break
        return None

    def _ahead_of(self, verb: Token, trigger: Trigger) -> People | None:
        """Return a subject before its verb that the tree lost: only words of its own phrase stand between."""
        for position in range(trigger.first - 1, max(0, trigger.first - _PHRASE), -1):
            people = self.at.get(position)
            if people is None or not people.low:
                continue
            below = {token.index for token in self.document.subtree(self.tokens[people.head])}
            own = below.issuperset(range(people.last, trigger.first))
            if people.last == trigger.first and self._hedged_genitive(people, verb):
                return people
            several = people.low > 1 and {"Number=Plur", "Variant=Short"} <= verb.feats
            return people if own and several and self._fits_case(people, trigger) else None
        return None

    def _hedged_genitive(self, people: People, verb: Token) -> bool:
        """Tell whether a hedge puts a subject into the genitive: «*не менее пяти* человек погибли»."""
        head = self.tokens[people.head]
        hedged = people.high is None or people.approximate
        lost = head.dep in ("nmod", "obl") and not self.document.children(head, "case")
        return hedged and lost and "Case=Gen" in head.feats and "Number=Plur" in verb.feats

    def _fits_case(self, people: People, trigger: Trigger) -> bool:
        head = self.tokens[people.head]
        if people.partitive and people.bare:  # «двое из них»: the number, not the pronoun, has the case
            numbers = (token for token in self.tokens[people.first : people.last] if token.pos == "NUM")
            head = next(numbers, head)
        ranged = self.tokens[people.first].pos == "ADP"  # «от 30 до 40 человек»
        if not ranged and self.document.children(head, "case"):
            return False
        inside = head.dep == "nmod" and trigger.first < head.head < trigger.last  # «лишили жизни двоих»
        if not ranged and not inside and head.dep in ("nmod", "iobj", "obl", "obl:agent"):
            return False
        governor = self.document.head(head)
        if people.first == trigger.last and governor is self.document.head(self.tokens[trigger.verb]):
            return True  # «убиты трое и ранены шестеро», both hung on the first verb
        other = governor is not None and governor.index in self.trigger_at and head.dep in _ARGUMENTS
        return not (other and governor is not None and not trigger.first <= governor.index < trigger.last)
