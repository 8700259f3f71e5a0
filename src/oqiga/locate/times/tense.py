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

    def _governed(self, token: Token, span: Span) -> Tense:
        """Climb to the first verb outside the span, and read its tense from it and its auxiliaries."""
        for _ in range(_CLIMB):
            if token.pos in _VERBS and not span.overlaps(token.span):
                if token.index not in self._known:
                    self._known[token.index] = self._of_verb(token)
                return self._known[token.index]
            if token.head == token.index:
                return ""
            token = self.document.tokens[token.head]
        return ""

    def _of_verb(self, verb: Token) -> Tense:
        helpers = [child for child in self.document.children(verb) if child.pos in ("AUX", "PART")][:_CLIMB]
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
