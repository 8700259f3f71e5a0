"""What every step of reading is given: the report, its parse, and what was located in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from oqiga.locate.mentions import PlaceMention, TimeMention
from oqiga.model.claims import Event
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.languages import LanguagePack


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One report on the desk of the reader. All spans are code points of `report.text`."""

    report: Report
    document: Document
    pack: LanguagePack
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()

    def times_in(self, span: Span) -> list[TimeMention]:
        """Return the expressions of time inside `span`, in order."""
        return [mention for mention in self.times if span.covers(mention.span)]

    def time_of(self, event: Event) -> TimeMention | None:
        """Return the expression of time that an event has its time from, None where it has none."""
        return next(iter(self.times_in(event.time.span)), None) if event.time.span is not None else None

    def places_in(self, span: Span) -> list[PlaceMention]:
        """Return the places named inside `span`, in order."""
        return [mention for mention in self.places if span.covers(mention.span)]

    def tokens_in(self, span: Span) -> list[Token]:
        """Return the tokens inside `span`, of the sentence that it begins in."""
        sentence = self.sentence_at(span.start)
        if sentence is None:
            return []
        tokens, last = self.document.tokens, sentence.last
        first = bisect_left(tokens, span.start, sentence.first, last, key=lambda token: token.span.start)
        behind = bisect_left(tokens, span.end, first, last, key=lambda token: token.span.start)
        return [token for token in tokens[first:behind] if token.span.end <= span.end]

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds the code point, None between sentences."""
        return self.document.sentence_at(position)
