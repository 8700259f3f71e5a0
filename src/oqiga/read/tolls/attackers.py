"""Attackers told without a word for them: "the other two were shot by soldiers", "he was killed by police".

A count alone, a pronoun or "the two men" takes its group from those spoken of before, where the clause shows
that they are meant. Victims must never be made of attackers, so the doer decides: whom security forces kill
right after attackers were the topic is one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import HARM, Group, Outcome
from oqiga.read.tolls.attackers_kin import one_of_kin
from oqiga.read.tolls.doers import PLAIN, Doers
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.for_deeds import for_a_deed
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.rammed import drove, rams
from oqiga.read.tolls.suspects import (
    called_suspects,
    is_believed,
    is_described_violent,
    is_suspected,
    told_attacking,
)
from oqiga.read.tolls.trigger import Trigger

_SUSPECTS = PLAIN | {Group.FOREIGNERS}
_REFLEXIVE = 6
"""How many words from a verb on its "himself" may stand."""


def tell_attackers(
    document: Document,
    drafts: Sequence[Draft],
    people: Sequence[People],
    triggers: Sequence[Trigger],
    words: TollWords,
) -> None:
    """Give the drafts in place the group that their own words do not tell."""
    teller = _Teller(document, people, triggers, words)
    for draft in drafts:
        group = teller.group(draft)
        if group is not None:
            draft.group = group


class _Teller(Doers):
    """Looks back from the drafts of one report to those spoken of before."""

    def __init__(
        self, document: Document, people: Sequence[People], triggers: Sequence[Trigger], words: TollWords
    ) -> None:
        super().__init__(document, people, triggers, words)
        self.told: set[int] = set()
        self.told_harmed: set[int] = set()
        self.turned: set[int] = set()
        self.rams = frozenset(rams(document, words))

    def group(self, draft: Draft) -> Group | None:
        """Return the group that the context gives a draft, None where its own words stand."""
        people = draft.people
        document, told = self.document, self.words.outcomes
        suspect = draft.outcome is Outcome.DETAINED and draft.group in _SUSPECTS and people.low != 0
        if suspect and is_suspected(document, told, self._verb(draft)):
            return Group.ATTACKERS
        if suspect and (
            is_described_violent(document, told, people)
            or called_suspects(document, self.words.people, people)
        ):
            return Group.ATTACKERS
        may_have = (draft.outcome in HARM or suspect) and draft.group in _SUSPECTS
        if may_have and is_believed(document, told, people):
            return Group.ATTACKERS
        if people.low == 0 or draft.group not in PLAIN:
            return None
        if one_of_kin(document, people, self.at, self.words):
            return Group.ATTACKERS
        if people.first in self.turned or self._turned_on_himself(draft):
            self.turned.add(people.first)
            return Group.ATTACKERS
        if draft.group is Group.ALL and people.bare and self.is_rest(people):
            earlier = self.counted_before(people)
            if earlier is not None and earlier.group is not Group.ALL:
                return earlier.group
        if draft.group is Group.ALL and people.bare and self._of_attackers(people):
            self.told.add(people.first)
            return Group.ATTACKERS
        held = draft.outcome is Outcome.DETAINED
        if draft.group is Group.ALL and (spoken_of := self.group_of_them(people, held=held)) is not None:
            return spoken_of
        if draft.group is Group.ALL and (spoken_of := self.group_of_counted(people)) is not None:
            return spoken_of
        held_again = held and self.attacked_before(people)
        if (
            self._acted(people)
            or held_again
            or self.is_doer(people)
            or drove(document, people, self.rams, self.words, held=held)
            or self._hurt_in_arrest(draft)
            or for_a_deed(document, draft, self._verb(draft), self.at, self.words)
        ):
            if draft.outcome in HARM and draft.trigger_kind != "active":
                self.told_harmed.add(people.first)
            return Group.ATTACKERS
        if draft.group is Group.ALL and people.bare and people.additional and self._follows_harmed(people):
            return Group.ATTACKERS
        if suspect and self._held_after_attack(people):
            return Group.ATTACKERS
        vague = people.bare or people.pronoun or self.is_definite(people)
        if draft.outcome in HARM and vague and self._done_by_forces(draft) and self._attackers_before(draft):
            return Group.ATTACKERS
        return None

    def _acted(self, people: People) -> bool:
        """Tell whether people attack, or are out of those who do; an attacker beside others makes no two."""
        if people.first in self.doers:
            return people.single or not self.at[people.first].single
        owners = self.document.children(self.tokens[people.head], "nmod:poss") if people.bare else ()
        wholes = [self.at[each.index] for each in owners if each.index in self.at]
        return any(
            each.group in PLAIN and told_attacking(self.document, self.words.outcomes, each)
            for each in wholes
        )

    def _turned_on_himself(self, draft: Draft) -> bool:
        """Tell whether one man alone shoots himself where somebody was told attacking: he is that one."""
        told = self.tokens[draft.trigger_first : draft.last]
        himself = any(token.lower in self.words.people.reflexive for token in told[:_REFLEXIVE])
        known = draft.people.pronoun or self.is_known(draft.people)
        before = any(each < draft.people.first for each in self.doers)
        return himself and draft.people.single and known and before and draft.outcome in HARM

    def _hurt_in_arrest(self, draft: Draft) -> bool:
        """Tell whether "he" was hurt as he was caught, where somebody before was told attacking."""
        people, verb = draft.people, self._verb(draft)
        if not people.pronoun or not people.single or draft.outcome not in HARM:
            return False
        if not any(each < people.first for each in self.doers):
            return False
        catching = self.words.outcomes.triggers["object"]
        who = self.tokens[people.first].lemma
        return any(
            catching.meaning(clause.lemma) == Outcome.DETAINED.value
            and any(each.lemma == who for each in self.document.children(clause, "obj"))
            for clause in self.document.children(verb, "advcl")
        )

    def is_known(self, people: People) -> bool:
        """Tell whether one person is told as known: "*the* teenager"."""
        return people.single and people.definite and people.name is None

    def _held_after_attack(self, people: People) -> bool:
        """Tell whether "he" or «мужчина», of whom nothing is said, is held right behind one attacker."""
        token = self.tokens[people.head]
        ordered = self.words.outcomes.free_order or self.words.outcomes.verb_last
        longest = 3 if self.words.outcomes.verb_last else 1  # "18 жастағы жігіт", "ер адам"
        alone = people.last - people.first <= longest and token.lemma in self.words.people.marked
        if not people.single or people.name is not None or not (people.pronoun or alone) or not ordered:
            return False
        singles = [each for each in self.before(people) if each.single and not each.pronoun]
        return any(each.group is Group.ATTACKERS for each in singles)

    def _done_by_forces(self, draft: Draft) -> bool:
        """Tell whether police or soldiers are named as those who killed or wounded."""
        verb = self._verb(draft)
        if draft.trigger_kind == "active":
            subject = self.subject(verb)
            return subject is not None and subject.group in FORCES
        for child in self.document.children(verb, "obl:agent"):
            doer = self.at.get(child.index)
            if doer is not None:
                return doer.group in FORCES
        return False

    def _verb(self, draft: Draft) -> Token:
        inside = (self.tokens[index] for index in range(draft.trigger_first, draft.last))
        return next((token for token in inside if token.pos == "VERB"), self.tokens[draft.trigger_first])

    def _attackers_before(self, draft: Draft) -> bool:
        """Tell whether attackers were the last to be spoken of as doing something.

        A bare number goes on with those just counted: "killing 12 people and wounding *31*".
        """
        for earlier in self.before(draft.people):
            if earlier.group in FORCES or earlier.pronoun or earlier.first == draft.people.first:
                continue
            attacks = earlier.group is Group.ATTACKERS or earlier.first in self.doers
            if attacks:
                return True
            if draft.people.bare and earlier.low is not None and not (earlier.bare or earlier.single):
                return False
            if self.tokens[earlier.head].dep.startswith("nsubj"):
                return False
        return False

    def _of_attackers(self, people: People) -> bool:
        """Tell whether a number takes a part of attackers told before: "18 of them … and nine"."""
        of_them = self.tokens[people.last : people.last + 2]
        many = len(of_them) == 2 and of_them[0].lower in self.words.people.partitive
        pronoun = self.at.get(of_them[1].index) if many else None
        for earlier in self.before(people):
            if (
                self.document.sentence_of(self.tokens[earlier.first]).first
                != self.document.sentence_of(self.tokens[people.first]).first
            ):
                return False
            if earlier.first in self.told:
                return True
            if not earlier.pronoun and not earlier.bare:
                return pronoun is not None and pronoun.pronoun and earlier.group is Group.ATTACKERS
        return False

    def _follows_harmed(self, people: People) -> bool:
        """Tell whether "four more" goes on with attackers just told harmed: "жойылды, тағы төртеуі"."""
        earlier = next(self.before(people), None)
        return earlier is not None and earlier.first in self.told_harmed
