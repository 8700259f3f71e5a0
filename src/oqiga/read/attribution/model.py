"""What attribution finds: who is said to have said which words, by which cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from oqiga.model.claims import IsoDate, Source
from oqiga.model.span import Span
from oqiga.model.terms import Certainty, SourceKind

Act = Literal["say", "judge", "blame", "believe", "order", "wish"]
"""What the source does: reports, evaluates, names a culprit, holds to be so, asks of others, intends."""

HEARSAY = frozenset({SourceKind.MEDIA, SourceKind.WITNESS})
"""Kinds of sources whose word alone makes a claim a reported one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of saying (or believing, ordering, wishing) and the words that fall under it.

    cue: lemma of the word that gives it away. act: what the source does with the words.
    source_chain: resolved sources, nearest the words first; empty when nobody is named ("reportedly").
    source_spans: the mention in this sentence as it stands (a pronoun, a noun phrase with all its parts).
    content_spans: the words said, as they stand, in order; several when the cue cuts them apart.
    direct: all of them stand in quotation marks. said_on: the date tied to the cue.
    role: what the nearest source is ("Interior Ministry spokesman"), when told anywhere before.
    carried: the words belong to the source of an earlier sentence.
    hearsay: nobody is named, and the verb says that it is said ("was said to").
    unsaid: a verb of counting gives it away, so that the words are nobody's own ("lowered the toll to 12").
    """

    cue: str
    act: Act
    sentence: int
    cue_spans: tuple[Span, ...]
    source_chain: tuple[Source, ...] = ()
    source_spans: tuple[Span, ...] = ()
    content_spans: tuple[Span, ...] = ()
    certainty: Certainty = Certainty.STATED
    said_on: IsoDate | None = None
    direct: bool = False
    channel: str | None = None
    role: str | None = None
    carried: bool = False
    hearsay: bool = False
    unsaid: bool = False

    def covered(self, span: Span) -> int:
        """Return how many code points of `span` lie in what was said."""
        return overlap(self.content_spans, span)

    @property
    def extent(self) -> int:
        """Length of what was said, in code points: the shorter one of two is the inner one."""
        return sum(each.end - each.start for each in self.content_spans)


def overlap(spans: tuple[Span, ...], span: Span) -> int:
    """Return how many code points of `span` the spans cover; they must not overlap each other."""
    return sum(max(0, min(each.end, span.end) - max(each.start, span.start)) for each in spans)
