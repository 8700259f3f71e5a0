"""Who the subject of an outcome is: as the tree has it, and right in front of it."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Sentence, Token
from oqiga.model.terms import Outcome
from oqiga.read.tolls.complements import Complements
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_SKIPPED = frozenset({"AUX", "ADV", "PART"})
QUOTES = frozenset({"“", "”", '"', "«", "»"})
_SHARED = 40
"""How far apart two coordinated verbs may stand and share a subject."""
_RELATIVE = 7
"""How far before a relative pronoun the people may stand whom it takes up."""


class Subjects(Complements):
    """Finds them, beside the people that nouns and verbs have behind them."""

    def _subject_by_tree(self, verb: Token, trigger: Trigger, depth: int = 0) -> People | None:
        subjects = self.document.children(verb, "nsubj:pass", "nsubj")
        for child in subjects:  # "eight of the missing, none of whom had been wounded"
            none = self.at.get(child.index)
            if len(subjects) > 1 and none is not None and none.low == none.high == 0:
                return none
        for child in subjects:
            if child.lower in self.words.people.relative:
                return self._antecedent(verb, child)
            if child.index in self.at:
                return self.at[child.index]
            if (aged := self._aged(child)) is not None:
                return aged
        head = self.document.head(verb)
        if head is None or depth > 3 or (depth and subjects):  # "*a third* was wounded and captured"
            return None
        if verb.dep in ("acl", "acl:relcl", "amod") and head.index in self.at:
            return self.at[head.index]
        if verb.dep == "nmod" and trigger.kind == "state" and head.index in self.at:  # "a man *in custody*"
            return self.at[head.index]
        if self._of_manner(verb, head, trigger):
            return self._bearer(head, trigger, depth)
        copular = head.lemma in self.words.outcomes.copulas or head.pos == "AUX"
        finite = "VerbForm=Fin" in verb.feats and bool(self.document.children(verb, "mark", "advmod"))
        controlled = verb.dep == "advcl" and head.pos == "VERB" and trigger.kind != "state" and not finite
        raised = verb.dep == "xcomp" and (
            bool(self.document.children(head, "aux:pass"))  # "suspected to have died"
            or self._goes_on_to(head, trigger)
        )
        if (
            (verb.dep in ("xcomp", "obl", "advmod", "root", "acl") and copular)
            or raised
            or controlled
            or self._same_clause(verb, head)
        ):
            return self._subject_by_tree(head, trigger, depth + 1)
        return None

    def _goes_on_to(self, verb: Token, trigger: Trigger) -> bool:
        """Tell whether who does a verb does what hangs below it: "ten gunmen *started* firing".

        Who managed to escape is as often one of those attacked.
        """
        led = verb.lemma in self.words.outcomes.implicative and trigger.outcome is not Outcome.AT_LARGE
        return led and not self.document.children(verb, "obj")

    def _of_manner(self, verb: Token, head: Token, trigger: Trigger) -> bool:
        """Tell whether a state is told beside another verb: "he came in with a gunshot wound"."""
        prepositional = trigger.kind == "state" and self.tokens[trigger.first].pos == "ADP"
        if not prepositional and trigger.kind != "subject":
            return False
        return verb.dep in ("obl", "nmod", "acl") and head.pos in ("VERB", "NOUN")

    def _bearer(self, head: Token, trigger: Trigger, depth: int) -> People | None:
        """Return whom a state beside a verb tells of: its object where it has one, else its subject."""
        governor: Token | None = head
        while governor is not None and governor.pos != "VERB":
            governor = self.document.head(governor)
        if governor is None:
            return None
        for child in self.document.children(governor, "obj"):
            if child.index in self.at and child.index < trigger.first:
                return self.at[child.index]
        return self._subject_by_tree(governor, trigger, depth + 1)

    def _same_clause(self, verb: Token, head: Token) -> bool:
        """Tell whether two coordinated verbs share a subject: nothing but auxiliaries and adverbs between."""
        if verb.dep != "conj" or head.pos not in ("VERB", "AUX") or verb.index - head.index > _SHARED:
            return False
        between = (self.at[index] for index in range(head.index + 1, verb.index) if index in self.order)
        return not any(each.low is not None and not self._is_object(each, head) for each in between)

    def _is_object(self, people: People, verb: Token) -> bool:
        """Tell whether people are only the object of a verb: "he shot *two guards* and was killed"."""
        head = self.tokens[people.head]
        if head.dep != "obj":
            return False
        governor = self.tokens[head.head]
        return governor.index == verb.index or governor.head == verb.index

    def _antecedent(self, verb: Token, pronoun: Token) -> People | None:
        head = self.document.head(verb)
        if head is not None and head.index in self.at and verb.dep.startswith("acl"):
            return self._part_of_them(head.index) or self.at[head.index]
        for position in range(pronoun.index - 1, max(pronoun.index - _RELATIVE, -1), -1):
            if position in self.at:
                return self._part_of_them(position) or self.at[position]
            if self.tokens[position].pos == "VERB":
                return None
        return None

    def _left_of(self, position: int, sentence: Sentence) -> People | None:
        """Return the people that end here, at most auxiliaries, copulas and adverbs further back."""
        position -= 1
        copulas = self.words.outcomes.copulas
        while position >= sentence.first:
            token = self.tokens[position]
            if position in self.at:
                return self._part_of_them(position) or self.at[position]
            if token.pos not in _SKIPPED and token.lemma not in copulas and token.text not in QUOTES:
                return None
            position -= 1
        return None

    def _part_of_them(self, position: int) -> People | None:
        """Return the number in front of a pronoun that it counts a part of: "*one* of them fatally"."""
        links = self.at[position].pronoun and self.tokens[position - 1].lower in self.words.people.partitive
        counted = self.at.get(position - 2) if links else None
        return counted if counted is not None and counted.bare else None

    def befell_others(self, trigger: Trigger) -> bool:
        """Tell whether a verb has a subject of its own right before it that is no people: "the rest fled"."""
        if any(index in self.at for index in range(max(0, trigger.first - 2), trigger.first)):
            return False
        for each in self.document.children(self.tokens[trigger.verb], *SUBJECTS):
            near = trigger.first - 4 < each.index < trigger.first
            person = self.words.people.nouns.before(self.tokens, each.index + 1, max(0, each.index - 3))
            named = each.pos in ("NOUN", "PROPN", "ADJ")
            apart = each.index not in self.at and self._aged(each) is None
            if near and named and apart and person is None:
                return True
        return False

    def _aged(self, token: Token) -> People | None:
        """Return those whose age the tree makes a subject: "two children *ages* 8 and 10 were hurt"."""
        return self.at.get(token.index - 1) if token.lower in self.words.people.aging else None

    def stands_beside(self, people: People, trigger: Trigger) -> bool:
        """Tell whether counted people stand right before a state: "25 others injured"."""
        return people.last == trigger.first and people.low is not None and not people.single

    def begins_clause(self, people: People, trigger: Trigger) -> bool:
        """Tell whether people stand right before a finite verb without a subject: "after a guard died"."""
        verb = self.tokens[trigger.verb]
        finite = verb.index == trigger.first and "VerbForm=Fin" in verb.feats
        if not finite or verb.dep != "advcl" or trigger.kind != "subject" or people.last != trigger.first:
            return False
        return people.low is not None and not self.document.children(verb, *SUBJECTS)

    def of_some(self, trigger: Trigger) -> bool:
        """Tell whether a participle is of some of those harmed: "most of those *killed* were Uzbeks"."""
        verb = self.tokens[trigger.verb]
        those = self.tokens[verb.head]
        return verb.dep == "acl" and those.pos == "PRON" and those.dep == "nmod"

    def are_left(self, people: People, sentence: Sentence) -> bool:
        """Tell whether people stand behind a verb of leaving: "*left* two men dead"."""
        return (
            people.first > sentence.first and self.tokens[people.first - 1].lemma in self.words.outcomes.left
        )

    def behind_preposition(self, people: People) -> bool:
        """Tell whether a preposition stands right before people."""
        return people.first > 0 and self.tokens[people.first - 1].pos == "ADP"

    def coordinated(self, first: Trigger, second: Trigger) -> bool:
        """Tell whether only joining words and adverbs stand between two triggers."""
        between = self.tokens[first.last : second.first]
        return len(between) <= 5 and any(token.pos == "CCONJ" or token.text == "," for token in between)

    def past_relative(self, people: People | None) -> People | None:
        """Return whom a clause with people in it describes: "14 *rebels*, who numbered 100, were killed"."""
        verb = self.tokens[self.tokens[people.head].head] if people is not None else None
        if verb is None or verb.dep != "acl:relcl":
            return people
        described = self.at.get(verb.head)
        return people if described is None or described.last > verb.index else described
