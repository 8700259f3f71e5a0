"""What a verb sets the event of a story beside: "the attack *follows* the killing of 14"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.codebook.targets import names_other_kinds
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

        "The slaughter *followed the slaying of 14 people*", in a report that has told of harm before; in a
        clause only at other kinds of sites: "the attack comes *while Osh mourns those bombed in a church*".
        """
        found: set[str] = set()
        for sentence in self._document.sentences:
            start = sentence.span.start
            if not any(isinstance(each, Toll) and each.span.end <= start for each in claims):
                continue
            others = [
                other
                for _, verb in self._verbs(sentence)
                for other in self._document.children(verb, "obj", "advcl")
                if any(self.event_type(each) is not None for each in self._document.subtree(other))
                if other.dep == "obj" or self._at_other_sites(other, sentence)
            ]
            if others:
                opening = self._document.subtree(others[0])[0].span.start
                behind = [each for each in claims if opening <= each.span.start]
                found |= {each.id for each in behind if each.span.end <= sentence.span.end}
        return found

    def _at_other_sites(self, clause: Token, sentence: Sentence) -> bool:
        """Tell whether a clause names kinds of sites, and none that the text before its sentence names."""
        words, text = self._document.subtree(clause), self._document.text
        here = text[words[0].span.start : words[-1].span.end]
        return names_other_kinds(here, text[: sentence.span.start])

    def behind(self, sentence: Sentence) -> Iterator[int]:
        """Yield where a verb sets the event of the story, its subject, beside something else."""
        return (span.end for span in self.spans(sentence))

    def spans(self, sentence: Sentence) -> Iterator[Span]:
        """Yield from the event of the story to the verb that sets it, its subject, beside something else."""
        for subject, verb in self._verbs(sentence):
            behind = subject.index < verb.index
            yield Span(subject.span.end if behind else verb.span.start, verb.span.end)

    def _verbs(self, sentence: Sentence) -> Iterator[tuple[Token, Token]]:
        """Yield the event of the story and the verb that sets it, its subject, beside something else."""
        for verb in self._document.tokens_of(sentence):
            if verb.pos in ("VERB", "AUX") and self._sets_beside(verb):
                subject = subject_of(self._document, verb)
                if subject is not None and self._is_story(subject):
                    yield subject, verb

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
