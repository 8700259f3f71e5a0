"""One person told by little: by an age alone, or by a body that is found."""

from __future__ import annotations

from oqiga.model.syntax import Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.noun_phrases import REACH, NounPhrases
from oqiga.read.tolls.people import People

_TAKES_PART = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent", "conj"})
_OF_AGE = 18
"""Years from which on nobody is a child."""
_POSSESSED = "Person[psor]=3"


class ToldSingly(NounPhrases):
    """Finds such people, and where the phrase of a noun begins."""

    def _owner_of_body(self, position: int) -> People | None:
        """Return whose body is told to be found: "*his* body was recovered"."""
        owner, body = self.tokens[position], self.tokens[self.tokens[position].head]
        if owner.dep != "nmod:poss" or owner.lower not in self.outcomes.body_owners:
            return None
        verb = self.tokens[body.head]
        found = body.lemma in self.outcomes.body_nouns and verb.lemma in self.outcomes.body_verbs
        if not found or body.dep not in ("nsubj:pass", "obj") or "Number=Plur" in body.feats:
            return None
        last = body.index + 1
        return People(position, last, position, Group.ALL, 1, 1, single=True, definite=True, pronoun=True)

    def _aged(self, position: int, sentence: Sentence) -> People | None:
        """Return somebody who is told by nothing but an age: "injuring the 52-year-old"."""
        token = self.tokens[position]
        including = self.outcomes.including
        led = any(
            including.at(self.tokens, case.index, case.index + 1) is not None
            for case in self.document.children(token, "case")
        )
        if not (led or token.dep in _TAKES_PART) or "Number=Plur" in token.feats:
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

    def _owns(self, token: Token) -> bool:
        """Tell whether a pronoun only says whose: «его сын», "his son"."""
        return "Poss=Yes" in token.feats or (
            token.dep == "nmod" and not self.document.children(token, "case")
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
        if token.pos in ("NOUN", "PROPN"):
            return token.dep in ("compound", "amod", "obl:npmod", "nummod")
        return token.pos == "VERB" and token.dep == "amod"
