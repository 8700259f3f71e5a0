"""Whether the clause around an expression looks back or ahead.

With a parse, the verb that governs the expression tells; without one, the nearest verb of the sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from oqiga.locate.times.language import TimeLexicon
from oqiga.locate.times.situation import Tense
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token

_VERBS = frozenset({"VERB", "AUX"})
_CLIMB = 8
"""So many governors, and so many words to each side, are looked at: a sentence may be a megabyte long."""
_WINDOW = 14


class TenseReader:
    """Tells the tense of the clause around a span of one document."""

    def __init__(self, document: Document, lexicon: TimeLexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._starts: Sequence[int] = [token.span.start for token in document.tokens]
        self._known: dict[int, Tense] = {}

    def around(self, span: Span) -> Tense:
        """Return "future" or "past" as far as the clause tells, "" when it does not."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return ""
        token = self.document.tokens[index]
        return self._governed(token, span) or self._nearby(index)

    def of_speech(self, span: Span) -> bool:
        """Tell whether an expression is of when somebody spoke, behind the verb: "police said *Saturday*"."""
        index = bisect_right(self._starts, span.start) - 1
        token = self.document.tokens[index] if index >= 0 else None
        for _ in range(_CLIMB):
            if token is None or (token.pos in _VERBS and not span.overlaps(token.span)):
                break
            token = self.document.head(token)
        return (
            token is not None and token.span.end <= span.start and self.lexicon.listed("telling", token.lemma)
        )

    def _governed(self, token: Token, span: Span) -> Tense:
        """Climb to the first verb outside the span that has a tense, in itself or its auxiliaries.

        What is planned lies ahead, but not the things it is about: "seek leads into a robbery on Tuesday".
        """
        told_of_a_thing = False
        for _ in range(_CLIMB):
            if span.overlaps(token.span):
                pass
            elif token.pos in _VERBS:
                if token.index not in self._known:
                    self._known[token.index] = self._of_verb(token)
                tense = self._known[token.index]
                if tense and not (told_of_a_thing and tense == "future" and not self._will_be(token)):
                    return tense
            else:
                told_of_a_thing = told_of_a_thing or token.pos in ("NOUN", "PROPN")
            if token.head == token.index:
                return ""
            token = self.document.tokens[token.head]
        return ""

    def _helpers(self, verb: Token) -> list[Token]:
        return [child for child in self.document.children(verb) if child.pos in ("AUX", "PART")][:_CLIMB]

    def _will_be(self, verb: Token) -> bool:
        """Tell whether the verb itself stands in the future: "will meet"."""
        return "Tense=Fut" in verb.feats or any(self._looks_ahead(word) for word in self._helpers(verb))

    def _of_verb(self, verb: Token) -> Tense:
        helpers = self._helpers(verb)
        if any(self.lexicon.listed("perfect", word.lemma) for word in helpers) and any(
            self.lexicon.listed("doubtful", word.lower) for word in helpers
        ):
            return "past"  # "may have heard", but not "will have left"
        if any(self._looks_ahead(word) for word in (*helpers, verb)) or self._planned(verb, helpers):
            return "future"
        if any("Tense=Past" in word.feats and "VerbForm=Part" not in word.feats for word in (verb, *helpers)):
            return "past"
        if "Tense=Fut" in verb.feats:
            return "future"
        passive_now = "VerbForm=Part" in verb.feats and any("Tense=Pres" in word.feats for word in helpers)
        return "past" if "Tense=Past" in verb.feats and not passive_now else ""

    def _planned(self, verb: Token, helpers: Sequence[Token]) -> bool:
        """Tell whether the verb is what somebody plans: "scheduled for", "is to resume", "plans to leave"."""
        if "Tense=Past" in verb.feats and "VerbForm=Part" not in verb.feats:
            return False
        if (
            verb.lemma != "be"
            and "VerbForm=Part" in verb.feats
            and self.lexicon.listed("planned", verb.lemma)
        ):
            return True
        governor = self.document.head(verb)
        infinitive = any(word.pos == "PART" and word.dep != "advmod" for word in helpers)
        return infinitive and governor is not None and self.lexicon.listed("planned", governor.lemma)

    def _nearby(self, index: int) -> Tense:
        tokens = self.document.tokens
        sentence = self.document.sentence_of(tokens[index]) if self.document.sentences else None
        low = max(sentence.first if sentence else 0, index - _WINDOW)
        high = min(sentence.last if sentence else len(tokens), index + _WINDOW)
        for position in sorted(range(low, high), key=lambda each: abs(each - index)):
            word = tokens[position]
            if self._looks_ahead(word) or "Tense=Fut" in word.feats:
                return "future"
            if "Tense=Past" in word.feats and word.pos in _VERBS:
                return "past"
        return ""

    def _looks_ahead(self, word: Token) -> bool:
        return self.lexicon.listed("future", word.lower) or self.lexicon.listed("future", word.lemma)
