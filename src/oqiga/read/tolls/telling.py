"""How an outcome comes to be told: denied by somebody, by an unnamed "is reported", by a first account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Outcome
from oqiga.read.tolls.lexicon import OutcomeWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_CLAUSE = frozenset({"xcomp", "ccomp", "acl", "advcl", "obl", "nmod", "csubj", "conj", "nsubj:pass", "obj"})
"""Relations over which a clause hangs on the verb that tells it."""

_BELOW = frozenset({"acl", "ccomp", "nmod", "appos"})
"""Relations over which what is told hangs on the noun for the news of it."""
_CLIMB = 5
"""Most words between the two."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Looks at what stands above the clause of one trigger."""

    document: Document
    words: OutcomeWords

    def denied(self, trigger: Trigger) -> bool:
        """Tell whether somebody is said to deny it, or to take back the figure."""
        return self._withdrawn(trigger) or any(
            self.words.denial.at(self.document.tokens, first, verb.index + 1) is not None
            for verb in self._governors(trigger.verb)
            for first in (verb.index, max(0, verb.index - 1))
            if self._lies_in(verb, first)
        )

    def belied(self, trigger: Trigger, people: People) -> bool:
        """Tell whether those called dead are said to be alive: "the officer *reported dead* is alive"."""
        if trigger.outcome is not Outcome.KILLED or not self.words.alive:
            return False
        for noun in self.document.tokens[people.first : people.last]:
            above = self.document.head(noun)
            inside = noun.dep in SUBJECTS and any(
                each.index == trigger.verb for each in self.document.subtree(noun)
            )
            if above is None or not inside:
                continue
            told = [above]
            for each in told:
                told += self.document.children(each, "xcomp", "advmod", "advcl")
            negated = {each.lower for each in self.document.children(above, "advmod")} & self.words.negation
            if not negated and any(each.lemma in self.words.alive for each in told):
                return True
        return False

    def _withdrawn(self, trigger: Trigger) -> bool:
        """Tell whether somebody takes back the noun that holds a figure: "corrected its *figure* of nine"."""
        ruled = (self.document.tokens[trigger.verb], *self._governors(trigger.verb))
        return any(
            noun.dep == "obj"
            and noun.lemma in self.words.withdrawn
            and self.document.tokens[noun.head].lemma in self.words.withdrawing
            and not self._set_anew(self.document.tokens[noun.head])
            for noun in ruled
        )

    def _set_anew(self, verb: Token) -> bool:
        """Tell whether a verb gives another figure: "corrected the number of wounded *to 15*"."""
        below = self.document.children(verb, "obl", "obj")
        inside = (token for each in below for token in self.document.subtree(each))
        return any(token.lower in self.words.set_at and token.index > verb.index for token in inside)

    def reported(self, trigger: Trigger) -> bool:
        """Tell whether an unnamed "is reported" or "was said" governs the clause, or it is told as news that
        came up («*появились сообщения* о 12 погибших»).
        """
        verb = self.document.tokens[trigger.verb]
        head = self.document.head(verb)
        if self._came_up(verb):
            return True
        if head is None or verb.dep not in ("xcomp", "ccomp", "acl"):
            return False
        if self.words.verb_last and head.index > verb.index:
            return self._said_behind(head)
        passive = {child.dep for child in self.document.children(head)} & {"nsubj:pass", "aux:pass"}
        return head.lemma in self.words.hearsay_passive and bool(passive)

    def _came_up(self, verb: Token) -> bool:
        for _ in range(_CLIMB if self.words.surfacing else 0):
            above = self.document.tokens[verb.head]
            if verb.dep in SUBJECTS and verb.lemma in self.words.denial_object:
                return above.lemma in self.words.surfacing
            if verb.dep not in _BELOW or above.index == verb.index:
                return False
            verb = above
        return False

    def accounts(self, trigger: Trigger) -> set[str]:
        """Return the words beside the account that a clause is told by: "*алғашқы* мәлімет бойынша"."""
        if not self.words.accounts:
            return set()
        verb = self.document.tokens[trigger.verb]
        verbs = (verb, *self._governors(trigger.verb), *self.document.children(verb, "advcl"))
        nouns = [
            noun
            for each in verbs
            for noun in self.document.children(each, "obl")
            if noun.lemma in self.words.accounts and self.document.children(noun, "case")
        ]
        beside = [
            token
            for noun in nouns
            for token in (
                *self.document.children(noun, "amod", "acl"),
                *self.document.tokens[max(0, noun.index - 2) : noun.index],
            )
        ]
        return {word for token in beside for word in (token.lower, token.lemma)}

    def told_of(self, trigger: Trigger) -> set[str]:
        """Return the noun that holds what is told, where it stands behind: "қаза тапты деген *күдік* бар"."""
        verb = self.document.tokens[trigger.verb]
        telling = self.document.head(verb)
        if not self.words.verb_last or telling is None or verb.dep != "ccomp" or telling.dep != "acl":
            return set()
        return {self.document.tokens[telling.head].lemma}

    def _lies_in(self, verb: Token, first: int) -> bool:
        """Tell whether a verb begins its entry, or the noun right before is one with it."""
        return first == verb.index or self.document.tokens[first].dep == "compound:lvc"

    def _said_behind(self, head: Token) -> bool:
        """Tell whether what stands behind makes it hearsay: "деп хабарланды", "деген қауесет"."""
        over = self.document.head(head)
        if head.dep == "acl" and over is not None and over.lemma in self.words.hearsay:
            return True
        return head.lemma in self.words.hearsay_passive and "Voice=Pass" in head.feats

    def _governors(self, index: int) -> Iterator[Token]:
        token = self.document.tokens[index]
        for _ in range(3):
            if token.dep not in _CLAUSE or token.head == token.index:
                return
            apart = token.dep in ("conj", "advcl") and token.pos == "VERB" and token.index != index
            if apart and self.document.children(token, "ccomp"):
                return  # "denied that 100 died and *said* that twelve did", "…, *saying* twelve did"
            token = self.document.tokens[token.head]
            yield token
