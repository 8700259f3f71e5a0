"""What a verb sets the event of a story beside: "the attack *follows* the killing of 14"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.claims import Claim, Toll
from oqiga.model.span import Span
from oqiga.model.syntax import Sentence, Token
from oqiga.model.terms import EventType
from oqiga.read.background_lexicon import BackgroundWords
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.frames.clauses import subject_of


class SetBeside:
    """Finds in the sentences of one report where a verb sets its story beside something else."""

    def __init__(self, context: Context, words: BackgroundWords, lexicon: EventLexicon) -> None:
        self._document = context.document
        self._words = words
        self._lexicon = lexicon

    def followed(self, claims: Sequence[Claim]) -> set[str]:
        """Return ids of what another event is told with that the story is set beside, also at the top.

        "The slaughter *followed the slaying of 14 people*", in a report that has told of harm before.
        """
        found: set[str] = set()
        for sentence in self._document.sentences:
            verbs = (each for each in self._document.tokens_of(sentence) if self._sets_beside(each))
            others = [
                other
                for verb in verbs
                if (subject := subject_of(self._document, verb)) is not None and self._is_story(subject)
                for other in self._document.children(verb, "obj")
                if any(self.event_type(each) is not None for each in self._document.subtree(other))
            ]
            start = sentence.span.start
            told = any(isinstance(each, Toll) and each.span.end <= start for each in claims)
            if others and told:
                opening = self._document.subtree(others[0])[0].span.start
                behind = [each for each in claims if opening <= each.span.start]
                found |= {each.id for each in behind if each.span.end <= sentence.span.end}
        return found

    def behind(self, sentence: Sentence) -> Iterator[int]:
        """Yield where a verb sets the event of the story, its subject, beside something else."""
        return (span.end for span in self.spans(sentence))

    def spans(self, sentence: Sentence) -> Iterator[Span]:
        """Yield from the event of the story to the verb that sets it, its subject, beside something else."""
        for token in self._document.tokens_of(sentence):
            if token.pos in ("VERB", "AUX") and self._sets_beside(token):
                subject = subject_of(self._document, token)
                if subject is not None and self._is_story(subject):
                    first = min(subject, token, key=lambda each: each.index)
                    yield Span(subject.span.end if first is subject else first.span.start, token.span.end)

    def _sets_beside(self, token: Token) -> bool:
        """Tell whether a predicate is one of `follows`, with the word before that is one with it."""
        joined = self._document.children(token, "compound:lvc", "advmod")
        return self._words.follows.starts(self._document, token) or any(
            self._words.follows.starts(self._document, each) for each in joined if each.index < token.index
        )

    def _is_story(self, token: Token) -> bool:
        """Tell whether a subject is what the report is about: "the attack", "the development", "it"."""
        return self.event_type(token) is not None or token.lemma in self._words.story

    def event_type(self, token: Token) -> EventType | None:
        """Return what sort of event a noun names by itself, None for other words."""
        if token.pos not in ("NOUN", "PROPN"):
            return None
        meant = self._lexicon.triggers.meanings(token)
        named = (word for word in meant if word.entry not in self._lexicon.taking_up)
        return next((word.type for word in named if word.manner == "nouns"), None)
