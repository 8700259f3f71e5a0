"""One person told by little: by an age alone, a body that is found, a nation, or as one more."""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import ARGUMENTS, SUBJECTS, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.noun_phrases import REACH, NounPhrases
from oqiga.read.tolls.people import People

_TAKES_PART = frozenset({*SUBJECTS, "obj", "obl:agent", "conj"})
_ATTRIBUTES = frozenset({"amod", "compound", "nmod:poss", "flat"})
_OF_AGE = 18
"""Years from which on nobody is a child."""
_POSSESSED = "Person[psor]=3"
_AGE_WORDS = 4
"""Words behind somebody within which an age stands."""
_CLOSING = frozenset({",", ".", ";"})
ANYBODY = frozenset({Group.ALL, Group.VICTIMS, Group.CIVILIANS})
"""Groups in which somebody young is told as a child."""


class ToldSingly(NounPhrases):
    """Finds such people, and where the phrase of a noun begins."""

    def _owner_of_body(self, position: int) -> People | None:
        """Return whose body is told to be found: "*his* body was recovered"."""
        owner = self.tokens[position]
        if owner.lower not in self.outcomes.body_owners or (last := self._body_of(owner)) is None:
            return None
        return People(position, last, position, Group.ALL, 1, 1, single=True, definite=True, pronoun=True)

    def _body_of(self, owner: Token) -> int | None:
        """Return where the phrase ends of the body of somebody, when it is told to be found."""
        body = self.tokens[owner.head]
        verb = self.tokens[body.head]
        found = body.lemma in self.outcomes.body_nouns and verb.lemma in self.outcomes.body_verbs
        one = body.dep in ("nsubj:pass", "obj") and "Number=Plur" not in body.feats
        return body.index + 1 if owner.dep == "nmod:poss" and found and one else None

    def _with_body(self, owner: People | None) -> People | None:
        """Return somebody together with the body of theirs that is told to be found: "the boy's body"."""
        last = None if owner is None else self._body_of(self.tokens[owner.head])
        return owner if owner is None or last is None else replace(owner, last=last)

    def _aged(self, position: int, sentence: Sentence) -> People | None:
        """Return somebody who is told by nothing but an age: "injuring the 52-year-old"."""
        token = self.tokens[position]
        including = self.outcomes.including
        led = any(
            including.at(self.tokens, case.index, case.index + 1) is not None
            for case in self.document.children(token, "case")
        )
        # "injured a 19-year-old Friday night"
        timed = token.dep == "amod" and self.tokens[token.head].entity in (
            "DATE",
            "TIME",
        )  # "a 19-year-old Friday"
        if not (led or timed or token.dep in _TAKES_PART) or "Number=Plur" in token.feats:
            return None
        age = self.words.aged.before(self.tokens, position + 1, sentence.first)
        if age is None or age.first == sentence.first or not self.tokens[age.first - 1].text.isdigit():
            return None
        first = self._phrase_start(position, sentence.first)
        if self.tokens[first].pos != "DET":
            return None
        young = int(self.tokens[age.first - 1].text) < _OF_AGE
        definite = self.tokens[first].lower in self.words.definite
        group = Group.CHILDREN if young else Group.ALL
        return People(first, position + 1, position, group, 1, 1, single=True, definite=definite)

    def _young_before(self, first: int, last: int) -> bool:
        """Tell whether an age under 18 stands in front of a noun: "a *13-year-old* male"."""
        age = self.words.aged.search(self.tokens, first, last) if first < last else None
        number = self.tokens[age.first - 1].text if age is not None and age.first > first else ""
        return number.isdecimal() and int(number) < _OF_AGE

    def _young_behind(self, position: int, sentence: Sentence) -> bool:
        """Tell whether an age under 18 stands behind: "Aman Bel, 8,", "one victim, a 17-year-old,"."""
        behind = self.tokens[position : min(position + _AGE_WORDS, sentence.last)]
        if len(behind) < 3 or behind[0].text != ",":
            return False
        article = behind[1].pos == "DET"
        number = behind[1 + article]
        if not number.text.isdecimal() or int(number.text) >= _OF_AGE:
            return False
        aged = self.words.aged.at(self.tokens, number.index + 1, sentence.last) is not None
        return aged if article else aged or self.tokens[number.index + 1].text in _CLOSING

    def _other(self, position: int) -> People | None:
        """Return one more of those told before: «третий ранен», «последний из нападавших задержан»."""
        token = self.tokens[position]
        alone = token.pos == "NOUN" and "Subst=Yes" in token.feats and token.dep in ARGUMENTS
        if not alone or {"Number=Sing", "Gender=Neut"} & token.feats != {"Number=Sing"}:
            return None
        if any(
            child.pos == "NOUN" and child.index == position + 1 for child in self.document.children(token)
        ):
            return None
        behind = self.tokens[position + 1 : position + 3]
        partitive = len(behind) == 2 and behind[0].lower in self.words.partitive
        whole = self.words.nouns.at(self.tokens, position + 2, position + 3) if partitive else None
        if whole is not None:
            return People(position, whole.last, position, Group(whole.value), 1, 1, single=True)
        return People(position, position + 1, position, Group.ALL, 1, 1, known=False, bare=True)

    def _one_of_a_nation(self, position: int) -> bool:
        """Tell whether a name of a people means one of them: "a 19-year-old Palestinian"."""
        token = self.tokens[position]
        if token.pos not in ("NOUN", "PROPN") or "Number=Plur" in token.feats or token.dep in _ATTRIBUTES:
            return False
        return any(child.lower in self.numbers.one for child in self.document.children(token, "det"))

    def _owns(self, token: Token) -> bool:
        """Tell whether a pronoun only says whose: «его сын», "his son"."""
        return "Poss=Yes" in token.feats or (
            token.dep in ("nmod", "nmod:poss") and not self.document.children(token, "case")
        )

    def _phrase_start(self, position: int, start: int) -> int:
        """Return the first word of the noun phrase whose noun begins at `position`."""
        first = position
        while first > start and first > position - REACH and self._before_noun(first - 1):
            first -= 1
            if self.tokens[first].pos == "DET" or "Poss=Yes" in self.tokens[first].feats:
                break
        return first

    def _before_noun(self, position: int) -> bool:
        token = self.tokens[position]
        if token.pos == "NUM" and _POSSESSED in token.feats:  # "екеуі полицей": two of them are policemen
            return False
        if token.text == "-":
            return token.span.end == self.tokens[position + 1].span.start
        if token.pos in ("DET", "ADJ", "NUM") or "Poss=Yes" in token.feats:
            return True
        if token.dep in ("nmod:poss", "case") and token.pos in ("PART", "PROPN", "PRON"):
            return True
        if token.pos == "PRON" and token.head == position + 1:
            return self._owns(token)
        if position and token.pos == "NOUN" and self.tokens[position - 1].text == "-":
            return True  # "an off-*duty* policeman"
        if token.pos in ("NOUN", "PROPN"):
            owner = token.dep == "nmod:poss" and self.tokens[position + 1].dep == "case"
            return owner or token.dep in ("compound", "amod", "obl:npmod", "nummod")
        return token.pos == "VERB" and token.dep == "amod"
