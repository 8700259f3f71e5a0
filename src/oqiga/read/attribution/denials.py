"""Denials that only point back: "officials denied it" denies the figure before it, and is a claim itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.claims import Toll
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.terms import Certainty, Counts
from oqiga.read.attribution.lexicon import SpeechLexicon, speech_lexicon
from oqiga.read.attribution.model import Attribution
from oqiga.read.context import Context
from oqiga.read.frames.denying import names_its_matter

_REACH = 1
"""Sentences that a denial may point back."""


def derived_denials(
    ctx: Context, tolls: Sequence[Toll], attributions: Sequence[Attribution]
) -> tuple[Toll, ...]:
    """Return a denied toll for each denial that names no figure: the group and the figure it denies."""
    lexicon = speech_lexicon(ctx.pack)
    found: list[Toll] = []
    for each in attributions:
        if each.certainty is Certainty.DENIED and each.source_chain and _points_back(ctx, each, lexicon):
            denied = _denied(ctx, tolls, each)
            if denied is not None and not _told_already(tolls, each):
                found.append(_denial(ctx, denied, each))
    return tuple(found)


def _told_already(tolls: Sequence[Toll], denial: Attribution) -> bool:
    """Tell whether the tolls hold a denial on these very words."""
    cue = denial.cue_spans[0]
    return any(toll.certainty is Certainty.DENIED and toll.span.covers(cue) for toll in tolls)


def _points_back(ctx: Context, denial: Attribution, lexicon: SpeechLexicon) -> bool:
    if any(names_its_matter(ctx.document, each) for cue in denial.cue_spans for each in ctx.tokens_in(cue)):
        return False
    words = [word.lower() for span in denial.content_spans for word in span.of(ctx.document.text).split()]
    return len(words) <= 3 and any(word in lexicon.words["back"] for word in words)


def _denied(ctx: Context, tolls: Sequence[Toll], denial: Attribution) -> Toll | None:
    """Return the last toll before the denial, in its sentence or the one before, said by another."""
    cue = denial.cue_spans[0]
    earliest = ctx.document.sentences[max(0, denial.sentence - _REACH)].span.start
    before = [
        toll
        for toll in tolls
        if earliest <= toll.span.start
        and toll.span.end <= cue.start
        and toll.certainty is not Certainty.DENIED
        and [source.name for source in toll.said_by[:1]] != [denial.source_chain[0].name]
    ]
    return max(before, key=lambda toll: toll.span.start, default=None)


def _denial(ctx: Context, denied: Toll, denial: Attribution) -> Toll:
    parts = (*denial.source_spans, *denial.cue_spans, *denial.content_spans)
    span = Span(min(part.start for part in parts), max(part.end for part in parts))
    key = (denied.outcome.value, denied.group.value, denied.low, denied.high, "denied")
    return replace(
        denied,
        id=claim_id(ctx.report.id, "toll", span, *key),
        span=span,
        quote=span.of(ctx.document.text),
        said_by=denial.source_chain,
        said_on=denial.said_on,
        certainty=Certainty.DENIED,
        counts=Counts.UNKNOWN,
        part_of=None,
        revision=None,
        superseded_by=None,
    )
