"""Attackers told without a word for them: "the other two were shot by soldiers", "he was killed by police".

A count alone, a pronoun or "the two men" takes its group from those spoken of before, where the clause shows
that they are meant. Victims must never be made of attackers, so the doer decides: whom security forces kill
right after attackers were the topic is one of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Group, Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.triggers import Trigger

_PLAIN = frozenset({Group.ALL, Group.CIVILIANS, Group.WOMEN, Group.CHILDREN, Group.OTHER})
"""Groups of people who turn out to be attackers by what they do."""
_SUSPECTS = _PLAIN | {Group.FOREIGNERS}
_BACK = 2
"""How many sentences back a topic reaches."""
_NEAR, _DEED = 10, 5
"""How many words on somebody may be told to be believed, and how many more on to have done what."""
_HARM = frozenset({Outcome.KILLED, Outcome.INJURED})


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


class _Teller:
    """Looks back from the drafts of one report to those spoken of before."""

    def __init__(
        self, document: Document, people: Sequence[People], triggers: Sequence[Trigger], words: TollWords
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = words
        self.people = people
        self.at = {index: each for each in people for index in range(each.first, each.last)}
        self.told: set[int] = set()
        self.told_harmed: set[int] = set()
        self.doers = {each.first for each in self._doers(triggers)}
        self.rams = frozenset(self._rams())

    def group(self, draft: Draft) -> Group | None:
        """Return the group that the context gives a draft, None where its own words stand."""
        people = draft.people
        suspect = draft.outcome is Outcome.DETAINED and draft.group in _SUSPECTS and people.low != 0
        if suspect and (self._suspected(self._verb(draft)) or self._described(people)):
            return Group.ATTACKERS
        if (draft.outcome in _HARM or suspect) and draft.group in _SUSPECTS and self._believed(people):
            return Group.ATTACKERS
        if people.low == 0 or draft.group not in _PLAIN:
            return None
        if draft.group is Group.ALL and people.bare and self._rest(people):
            earlier = self._counted_before(people)
            if earlier is not None and earlier.group is not Group.ALL:
                return earlier.group
        if draft.group is Group.ALL and people.bare and self._of_attackers(people):
            self.told.add(people.first)
            return Group.ATTACKERS
        if draft.group is Group.ALL and (spoken_of := self._of_them(people)) is not None:
            return spoken_of
        if people.first in self.doers or self._is_doer(people) or self._drove(people):
            if draft.outcome in _HARM and draft.trigger_kind != "active":
                self.told_harmed.add(people.first)
            return Group.ATTACKERS
        if draft.group is Group.ALL and people.bare and people.additional and self._follows_harmed(people):
            return Group.ATTACKERS
        vague = people.bare or people.pronoun or self._definite(people)
        if draft.outcome in _HARM and vague and self._done_by_forces(draft) and self._attackers_before(draft):
            return Group.ATTACKERS
        return None

    # -- who attacks ---------------------------------------------------------------------------

    def _doers(self, triggers: Sequence[Trigger]) -> Iterator[People]:
        """Yield plain people who attack: subjects of verbs of attacking, killing and wounding."""
        for trigger in triggers:
            active = trigger.kind == "active" and trigger.outcome in _HARM
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

    def _rams(self) -> Iterator[str]:
        """Yield the vehicles that are told to have been driven into people: «грузовик врезался в толпу»."""
        for token in self.tokens:
            if token.lemma in self.words.outcomes.ramming and token.pos == "VERB":
                into = (each.lemma for each in self.document.children(token, "obl", "obj"))
                if any(lemma in self.words.outcomes.rammed for lemma in into):
                    yield from (each.lemma for each in self.document.children(token, "nsubj"))

    def _drove(self, people: People) -> bool:
        """Tell whether somebody is the driver of a vehicle that was driven into people."""
        head = self.tokens[people.head]
        if head.lemma not in self.words.people.drivers or not people.single:
            return False
        return any(child.lemma in self.rams for child in self.document.children(head, "nmod"))

    def _subject(self, verb: Token) -> People | None:
        """Return the people who do what a verb tells, over coordinated and participial verbs."""
        if verb.dep == "acl" and {"VerbForm=Part", "Voice=Act"} <= verb.feats:  # «мужчина, открывший огонь»
            return self.at.get(verb.head)
        for _ in range(3):
            for child in reversed(self.document.children(verb, "nsubj")):
                if child.lower in self.words.people.relative:
                    head = self.document.head(verb)
                    return self.at.get(head.index) if head is not None else None
                return self.at.get(child.index)
            head = self.document.head(verb)
            if head is None or verb.dep not in ("conj", "advcl", "xcomp") or head.pos != "VERB":
                return None
            if head.lemma in self.words.outcomes.charge:  # "accused *police* of killing"
                blamed = (self.at.get(each.index) for each in self.document.children(head, "obj"))
                return next(blamed, None)
            verb = head
        return None

    def _is_doer(self, people: People) -> bool:
        """Tell whether a pronoun, a name or "the man" speaks of somebody who was told attacking."""
        again = people.first == people.head and self.words.outcomes.free_order  # no articles
        if not people.single or not (people.pronoun or people.name or people.definite or again):
            return False
        for earlier in self._before(people):
            if earlier.pronoun or not earlier.single:
                continue
            if people.pronoun:
                if self.tokens[earlier.head].dep.startswith("nsubj"):
                    return earlier.first in self.doers
            elif earlier.first in self.doers and self._same(people, earlier):
                return True
        return False

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

    def _suspected(self, verb: Token) -> bool:
        """Tell whether somebody is held on suspicion of violence («по подозрению в убийстве») or charged."""
        if any(child.lemma in self.words.outcomes.charge for child in self.document.children(verb, "conj")):
            return True
        return any(
            child.lemma in self.words.outcomes.suspicion
            and any(each.lemma in self.words.outcomes.suspected_of for each in self.document.subtree(child))
            for child in self.document.children(verb, "obl")
        )

    def _described(self, people: People) -> bool:
        """Tell whether a clause tells of the detained that they meant or did violence."""
        clauses = self.document.children(self.tokens[people.head], "acl", "acl:relcl")
        told = (token for clause in clauses for token in self.document.subtree(clause))
        return any(token.lemma in self.words.outcomes.suspected_of for token in told)

    def _believed(self, people: People) -> bool:
        """Tell whether somebody is said to be believed to have done it: "a man suspected of being behind"."""
        head = self.tokens[people.head]
        clauses = list(self.document.children(head, "acl", "acl:relcl"))
        for name in self.document.children(head, "appos"):
            clauses += self.document.children(name, "acl", "acl:relcl")
        for clause in clauses if people.single else ():
            told = {token.lemma for token in self.document.subtree(clause)}
            if told & self.words.outcomes.doubt and told & self.words.outcomes.suspected_deeds:
                return True
        return people.single and self._believed_behind(people)

    def _believed_behind(self, people: People) -> bool:
        """Tell whether a belief and a deed stand right behind: "a man *they believe* was behind it"."""
        words = self.words.outcomes
        near = self.tokens[people.last : min(people.last + _NEAR, self._end_of_sentence(people))]
        for index, token in enumerate(near):
            if token.pos == "VERB" and token.lemma not in words.doubt:
                return False
            if token.pos == "VERB":
                return any(each.lemma in words.suspected_deeds for each in near[index : index + _DEED])
        return False

    def _end_of_sentence(self, people: People) -> int:
        return self.document.sentence_of(self.tokens[people.first]).last

    def _verb(self, draft: Draft) -> Token:
        inside = (self.tokens[index] for index in range(draft.trigger_first, draft.last))
        return next((token for token in inside if token.pos == "VERB"), self.tokens[draft.trigger_first])

    def _attackers_before(self, draft: Draft) -> bool:
        """Tell whether attackers were the last to be spoken of as doing something."""
        for earlier in self._before(draft.people):
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
        for earlier in self._before(people):
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
        earlier = next(self._before(people), None)
        return earlier is not None and earlier.first in self.told_harmed

    def _of_them(self, people: People) -> Group | None:
        """Return the group of those whom a pronoun counts a part of: «двое из них», "олардың екеуі".

        The last subject and the last of any told in the plural must agree; else who is meant is not clear.
        """
        if not people.bare or people.low is None or not self._of_pronoun(people):
            return None
        several = [
            each
            for each in self._before(people)
            if not each.pronoun and not each.bare and not each.single and each.last <= people.first
        ]
        subjects = [each for each in several if self.tokens[each.head].dep.startswith("nsubj")]
        meant = {each[0].group for each in (several, subjects) if each}
        return meant.pop() if len(meant) == 1 else None

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

    # -- looking back --------------------------------------------------------------------------

    def _rest(self, people: People) -> bool:
        """Tell whether a number speaks of all or the rest of those told before: "the other two", "both"."""
        return self.tokens[people.first].lower in self.words.people.all_of

    def _definite(self, people: People) -> bool:
        token = self.tokens[people.first]
        named = token.lower in self.words.people.definite or token.lower in self.words.people.all_of
        return named and people.group is Group.ALL and people.name is None

    def _counted_before(self, people: People) -> People | None:
        """Return the nearest people counted before, of whom this number may be a part."""
        for earlier in self._before(people):
            if earlier.low is not None and not earlier.single and not earlier.pronoun and not earlier.bare:
                return earlier if earlier.known else None
        return None

    def _before(self, people: People) -> Iterator[People]:
        """Yield the mentions before this one in its sentence and those right before, nearest first."""
        here = self.document.sentence_of(self.tokens[people.first]).index
        number = bisect_left(self.people, people.first, key=lambda each: each.first)
        for earlier in reversed(self.people[max(0, number - 20) : number]):
            if here - self.document.sentence_of(self.tokens[earlier.first]).index > _BACK:
                return
            yield earlier


def _namesakes(one: str, other: str) -> bool:
    """Tell whether two full names share only the family: a couple, or brothers."""
    first, second = one.split(), other.split()
    return len(first) > 1 and len(second) > 1 and first[0] != second[0]
