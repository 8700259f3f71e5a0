"""Who is told attacking: subjects of verbs of attacking, killing and wounding, and words for them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import HARM, Group, Outcome
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.spoken_of import SpokenOf
from oqiga.read.tolls.trigger import Trigger

PLAIN = frozenset({Group.ALL, Group.CIVILIANS, Group.WOMEN, Group.CHILDREN, Group.OTHER})
"""Groups of people who turn out to be attackers by what they do."""


class Doers(SpokenOf):
    """The people of one report and those of them who attack. doers: where the words of these begin."""

    def __init__(
        self, document: Document, people: Sequence[People], triggers: Sequence[Trigger], words: TollWords
    ) -> None:
        super().__init__(document, people, words)
        self.doers = {each.first for each in self._doers(triggers)}
        self.doers |= {each.first for each in people if self._is_called_one(each)}

    def is_doer(self, people: People) -> bool:
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

    def attacked_before(self, people: People) -> bool:
        """Tell whether one who is held is called what an attacker was: "оқушы … жаралады. Оқушы ұсталды"."""
        if not self.words.outcomes.attacking or not people.single or people.name is not None:
            return False
        told = (each for each in self.before(people) if each.first in self.doers)
        return any(each.single and self._same(people, each) for each in told)

    def _is_called_one(self, people: People) -> bool:
        """Tell whether somebody is said to be a suspect: "the *student* was a suspect in the shooting"."""
        verb = self.tokens[self.tokens[people.head].head]
        if not people.single or people.group not in PLAIN or verb.lemma not in self.words.outcomes.copulas:
            return False
        if not self.tokens[people.head].dep.startswith("nsubj") or verb.pos != "AUX":
            return False
        said = self.document.children(verb, "xcomp")
        denied = {each.lower for each in self.document.children(verb)} & self.words.outcomes.negation
        return not denied and any(
            each.index in self.at and self.at[each.index].group is Group.ATTACKERS for each in said
        )

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
            subject = self.subject(verb)
            victims = [
                self.at[each.index] for each in self.document.children(verb, "obj") if each.index in self.at
            ]
            if any(each.group is Group.ATTACKERS for each in victims):
                continue
            if subject is None or subject.group not in PLAIN or not subject.known:
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
            subject = self.subject(token)
            if subject is None or subject.pronoun or not subject.single or subject.group not in PLAIN:
                continue
            if any(each.lemma in outcomes.attacks for each in made):
                yield subject

    def subject(self, verb: Token) -> People | None:
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

    def _same(self, people: People, earlier: People) -> bool:
        if (people.name is None) != (earlier.name is None):
            return False
        if people.name is not None and earlier.name is not None and _namesakes(people.name, earlier.name):
            return False
        return self.tokens[people.head].lemma == self.tokens[earlier.head].lemma


def _namesakes(one: str, other: str) -> bool:
    """Tell whether two full names share only the family: a couple, or brothers."""
    first, second = one.split(), other.split()
    return len(first) > 1 and len(second) > 1 and first[0] != second[0]
