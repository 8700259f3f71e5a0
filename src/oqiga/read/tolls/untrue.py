"""What is told to be untrue: "*reports* of 12 deaths are *false*", "*wrongly* said that …"."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_STEPS = 3
"""How far above words for an outcome the noun may stand that holds them."""
_CONTENT = ("acl", "nmod", "ccomp", "acl:relcl")
"""Relations of what an account holds."""
_FRONT = 4
"""Words between what contradicts an account and its noun: "*contrary to* the first *reports*"."""


class Untrue:
    """Looks for accounts, and for words that call them false, in one document."""

    def __init__(self, document: Document, words: TollWords) -> None:
        """Take the document and the words of its language."""
        self.document = document
        self.tokens = document.tokens
        self.words = words.revisions.untrue
        self.negation = words.outcomes.negation
        self.figures = words.outcomes.withdrawn

    def told(self, trigger: Trigger, people: People) -> bool:
        """Tell whether an outcome of these people is told only to be called untrue."""
        verb = self.tokens[trigger.verb]
        account = self._holding(trigger, people)
        if account is not None and (self._called_false(account) or self._false_itself(account)):
            return True
        above = self.document.head(verb)
        if above is None or verb.dep not in ("ccomp", "csubj", "xcomp"):
            return False
        if self._falsely(above):
            return True
        return above.pos != "VERB" and verb.dep != "xcomp" and self._judged(above, (above,), verb) is not None

    def rejected(self) -> Iterator[tuple[Token, Token]]:
        """Yield every account without its content that is called false, with the word that does.

        "The *claim* was *false*", "called the *reports* *baseless*", "*that* is *untrue*".
        """
        for token in self.tokens:
            pointing = token.pos == "PRON" and token.lower in self.words.pronouns
            if not pointing and (token.lemma not in self.words.nouns or token.pos not in ("NOUN", "PROPN")):
                continue
            if self.document.children(token, *_CONTENT, "nmod:poss", "compound"):
                continue
            word = self._called_false(token, loosely=not pointing)
            if word is not None:
                yield token, word

    def may_be_rejected(self, draft: Draft, account: Token) -> bool:
        """Tell whether a toll is somebody's word, and the last told before an account is called false."""
        if not self._somebodys(self.tokens[draft.trigger_first]):
            return False
        here = self.document.sentence_of(account).first
        between = self.tokens[draft.last : max(draft.last, here)]
        return not any(each.pos == "VERB" and "VerbForm=Fin" in each.feats for each in between)

    def _somebodys(self, token: Token) -> bool:
        """Tell whether what a token tells of is said by somebody, and not by the report itself."""
        for _ in range(_STEPS):
            above = self.document.head(token)
            if above is None or token.dep in ("acl:relcl", "advcl", "obl"):
                return False
            if token.dep == "ccomp" or above.lemma in self.words.nouns:
                return True
            token = above
        return False

    def _holding(self, trigger: Trigger, people: People) -> Token | None:
        """Return the noun that holds an outcome, nothing between: "*reports* of 12 deaths"."""
        token = self.tokens[trigger.verb]
        for _ in range(_STEPS):
            above = self.document.head(token)
            if above is None:
                return None
            if above.lemma in self.words.nouns and token.dep in _CONTENT:
                return above
            inside = people.first <= above.index < people.last or trigger.first <= above.index < trigger.last
            if not inside:
                return None
            token = above
        return None

    def _false_itself(self, account: Token) -> bool:
        """Tell whether an account is told false with it: "*false* reports", "*contrary to* reports"."""
        described = self.document.children(account, "amod")
        if any(self.words.false.has(each) for each in described):
            return True
        start = max(self.document.sentence_of(account).first, account.index - _FRONT)
        ahead = self.words.against.search(self.tokens, start, account.index)
        plain = ahead is not None and all(
            each.pos in ("DET", "ADJ") for each in self.tokens[ahead.last : account.index]
        )
        return plain or self._taken_back(account)

    def _taken_back(self, account: Token) -> bool:
        """Tell whether somebody takes an account back, no figure: "*withdrew* its *report* that …"."""
        withdrawn = account.dep == "obj" and account.lemma not in self.figures
        return withdrawn and self.tokens[account.head].lemma in self.words.withdrawing

    def _falsely(self, verb: Token) -> bool:
        """Tell whether somebody is told to say it wrongly: "*falsely* claimed that …"."""
        return any(self.words.falsely.has(each) for each in self.document.children(verb, "advmod"))

    def _called_false(self, account: Token, *, loosely: bool = True) -> Token | None:
        """Return the word that an account is told to be: "reports … are *false*", "called it *baseless*".

        loosely: words count too that say of other things than accounts that they are bad ("wrong").
        """
        above = self.document.head(account)
        if above is None:
            return None
        if account.dep in ("nmod", "obl"):  # "there is *no truth* to reports that …"
            found = self.words.false.before(self.tokens, above.index + 1, max(0, above.index - 1))
            return above if found is not None and found.length > 1 else None
        if account.dep not in (*SUBJECTS, "obj"):
            return None
        told = (above,) if account.dep in SUBJECTS else ()
        return self._judged(above, told, account, loosely=loosely)

    def _judged(
        self, above: Token, told: tuple[Token, ...], account: Token, *, loosely: bool = True
    ) -> Token | None:
        """Return the word by which a verb, a copula or a predicate calls false what stands below it."""
        waiting = [*told, *self._predicates(above)]
        waiting += [inner for each in waiting[len(told) :] for inner in self._predicates(each)]
        denied = self._negated(above)
        for each in waiting:
            if each.index == account.index:
                continue
            end = self.document.sentence_of(each).last
            false = self.words.false.at(self.tokens, each.index, end)
            if false is None and loosely:
                false = self.words.loosely.at(self.tokens, each.index, end)
            true = self.words.true.at(self.tokens, each.index, end)
            negated = denied or self._negated(each)
            if (false is not None and not negated) or (true is not None and negated):
                return each
        return None

    def _predicates(self, verb: Token) -> list[Token]:
        """Return what a verb says of its subject or object: "was *false*", "dismissed as *false*"."""
        found = list(self.document.children(verb, "xcomp"))
        for child in self.document.children(verb, "obl", "advmod"):
            if child.lower in self.words.calling:  # as the parser hangs it: "as" with what follows
                found += self.document.children(child)
            elif any(case.lower in self.words.calling for case in self.document.children(child, "case")):
                found.append(child)
        return found

    def _negated(self, token: Token) -> bool:
        near = self.document.children(token, "advmod", "aux", "det")
        return "Polarity=Neg" in token.feats or any(each.lower in self.negation for each in near)
