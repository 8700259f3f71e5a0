"""Attackers told without a word for them: "the other two were shot by soldiers", "he was killed by police".

A count alone, a pronoun or "the two men" takes its group from those spoken of before, where the clause shows
that they are meant. Victims must never be made of attackers, so the doer decides: whom security forces kill
right after attackers were the topic is one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import HARM, Group, Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.rammed import drove, rams
from oqiga.read.tolls.spoken_of import SpokenOf
from oqiga.read.tolls.suspects import (
    called_suspects,
    is_believed,
    is_described_violent,
    is_suspected,
    told_attacking,
)
from oqiga.read.tolls.trigger import Trigger

_PLAIN = frozenset({Group.ALL, Group.CIVILIANS, Group.WOMEN, Group.CHILDREN, Group.OTHER})
"""Groups of people who turn out to be attackers by what they do."""
_SUSPECTS = _PLAIN | {Group.FOREIGNERS}
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


class _Teller(SpokenOf):
    """Looks back from the drafts of one report to those spoken of before."""

    def __init__(
        self, document: Document, people: Sequence[People], triggers: Sequence[Trigger], words: TollWords
    ) -> None:
        super().__init__(document, people, words)
        self.told: set[int] = set()
        self.told_harmed: set[int] = set()
        self.turned: set[int] = set()
        self.doers = {each.first for each in self._doers(triggers)}
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
        if people.low == 0 or draft.group not in _PLAIN:
            return None
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
        held_again = held and self._attacked_before(people)
        if (
            self._acted(people)
            or held_again
            or self._is_doer(people)
            or drove(document, people, self.rams, self.words)
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
            each.group in _PLAIN and told_attacking(self.document, self.words.outcomes, each)
            for each in wholes
        )

    def _turned_on_himself(self, draft: Draft) -> bool:
        """Tell whether one man alone shoots himself where somebody was told attacking: he is that one."""
        told = self.tokens[draft.trigger_first : draft.last]
        himself = any(token.lower in self.words.people.reflexive for token in told[:_REFLEXIVE])
        known = draft.people.pronoun or self.is_known(draft.people)
        before = any(each < draft.people.first for each in self.doers)
        return himself and draft.people.single and known and before and draft.outcome in HARM

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

    # -- who attacks ---------------------------------------------------------------------------

    def _doers(self, triggers: Sequence[Trigger]) -> Iterator[People]:
        """Yield plain people who attack: subjects of verbs of attacking, killing and wounding."""
        for trigger in triggers:
            active = trigger.kind == "active" and trigger.outcome in HARM
            joins = trigger.outcome is Outcome.INVOLVED and trigger.kind == "subject" and not trigger.crowd
            verb = self.tokens[trigger.verb]
            if verb.lemma in self.words.outcomes.of_forces:
                continue  # who loses six fighters kills nobody
            if not (active or joins) or self.document.children(verb, "aux:pass", "nsubj:pass"):
                continue
            subject = self._subject(verb)
            victims = [
                self.at[each.index] for each in self.document.children(verb, "obj") if each.index in self.at
            ]
            if any(each.group is Group.ATTACKERS for each in victims):
                continue
            if subject is None or subject.group not in _PLAIN or not subject.known:
                continue
            if subject.single or not subject.pronoun:
                yield subject
        yield from self._who_attacked()

    def _who_attacked(self) -> Iterator[People]:
        """Yield who is told to have made an attack: "атысты Арман Беков ұйымдастырған"."""
        outcomes = self.words.outcomes
        for token in self.tokens if outcomes.attacking else ():
            if token.lemma not in outcomes.attacking or token.pos != "VERB":
                continue
            made = self.document.children(token, "obj", "compound:lvc")
            subject = self._subject(token)
            if subject is None or subject.pronoun or not subject.single or subject.group not in _PLAIN:
                continue
            if any(each.lemma in outcomes.attacks for each in made):
                yield subject

    def _subject(self, verb: Token) -> People | None:
        """Return the people who do what a verb tells, over coordinated and participial verbs."""
        if verb.dep == "acl" and {"VerbForm=Part", "Voice=Act"} <= verb.feats:  # «мужчина, открывший огонь»
            return self.at.get(verb.head)
        lowest, last = verb.index, self.words.outcomes.verb_last
        for _ in range(3):
            for child in reversed(self.document.children(verb, "nsubj")):
                if last and child.index > lowest:
                    return None  # "біреу шабуылдап, *10 адам* жараланды": told behind it, they suffer
                if child.lower in self.words.people.relative:
                    head = self.document.head(verb)
                    return self.at.get(head.index) if head is not None else None
                return self.at.get(child.index)
            head = self.document.head(verb)
            if head is None or verb.dep not in ("conj", "advcl", "xcomp") or head.pos != "VERB":
                return None
            if last and self.tokens[verb.index + 1].text == "," and (one := self._one_hit(head, lowest)):
                return one  # "*ер адам* оқ жаудырып, жараланды"
            if head.lemma in self.words.outcomes.charge:  # "accused *police* of killing"
                blamed = (self.at.get(each.index) for each in self.document.children(head, "obj"))
                return next(blamed, None)
            if self.words.outcomes.triggers["subject"].meaning(head.lemma) == Outcome.KILLED.value:
                return None  # «14 человек погибли, водителя застрелили»: the dead do nothing
            verb = head
        return None

    def _one_hit(self, verb: Token, lowest: int) -> People | None:
        """Return the one person whom a verb at the end befell, told before what he did himself."""
        hit = (self.at.get(each.index) for each in self.document.children(verb, "nsubj:pass"))
        return next((each for each in hit if each is not None and each.single and each.last <= lowest), None)

    def _is_doer(self, people: People) -> bool:
        """Tell whether a pronoun, a name or "the man" speaks of somebody who was told attacking."""
        again = people.first == people.head and self.words.outcomes.free_order  # no articles
        if not people.single or not (people.pronoun or people.name or people.definite or again):
            return False
        for earlier in self.before(people):
            if earlier.pronoun or not earlier.single:
                continue
            if people.pronoun:
                if self.tokens[earlier.head].dep.startswith("nsubj"):
                    return earlier.first in self.doers
            elif earlier.first in self.doers and self._same(people, earlier):
                return True
        return False

    def _attacked_before(self, people: People) -> bool:
        """Tell whether one who is held is called what an attacker was: "оқушы … жаралады. Оқушы ұсталды"."""
        if not self.words.outcomes.attacking or not people.single or people.name is not None:
            return False
        told = (each for each in self.before(people) if each.first in self.doers)
        return any(each.single and self._same(people, each) for each in told)

    def _same(self, people: People, earlier: People) -> bool:
        if (people.name is None) != (earlier.name is None):
            return False
        if people.name is not None and earlier.name is not None and _namesakes(people.name, earlier.name):
            return False
        return self.tokens[people.head].lemma == self.tokens[earlier.head].lemma

    # -- whom forces kill ----------------------------------------------------------------------

    def _done_by_forces(self, draft: Draft) -> bool:
        """Tell whether police or soldiers are named as those who killed or wounded."""
        verb = self._verb(draft)
        if draft.trigger_kind == "active":
            subject = self._subject(verb)
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
        """Tell whether attackers were the last to be spoken of as doing something."""
        for earlier in self.before(draft.people):
            if earlier.group in FORCES or earlier.pronoun or earlier.first == draft.people.first:
                continue
            attacks = earlier.group is Group.ATTACKERS or earlier.first in self.doers
            if attacks:
                return True
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


def _namesakes(one: str, other: str) -> bool:
    """Tell whether two full names share only the family: a couple, or brothers."""
    first, second = one.split(), other.split()
    return len(first) > 1 and len(second) > 1 and first[0] != second[0]
