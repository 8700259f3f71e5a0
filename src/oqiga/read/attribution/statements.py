"""Statements: what somebody is quoted as saying, and how somebody judged what happened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from oqiga.model.claims import Statement
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.terms import Certainty
from oqiga.read.attribution.lexicon import speech_lexicon
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.quotes import Quotation, find_quotations
from oqiga.read.context import Context

_SPEAKING = frozenset({"say", "judge", "order", "blame", "believe"})
_CUT = " … "
"""Stands between the fragments of a quotation that its cue cuts apart."""
_MARKS = frozenset(", \"“”„«»'‘’")
_OPENING = frozenset("\"“”„«»'‘’`")
_EDGES = ", "
"""What joined the words of a statement to others is left off."""
_FAR = 400
"""Code points; a cue further than this from the words is left out of the statement's span."""


def find_statements(ctx: Context, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """Return the statements in order: direct quotations of some length, and judgements told indirectly.

    A quotation belongs to the innermost attribution that holds it, and to no other.
    """
    quotations = find_quotations(ctx.document.text)
    starts = [each.span.start for each in quotations]
    least = speech_lexicon(ctx.pack).statement_words
    taken: set[Span] = set()
    found: list[Statement] = []
    for each in sorted(attributions, key=lambda one: one.extent):
        if each.act not in _SPEAKING or not each.source_chain:
            continue
        quoted = [span for span in _quoted(each, quotations, starts) if span not in taken]
        taken.update(quoted)
        words = [len(span.of(ctx.document.text).split()) for span in quoted]
        if sum(words) >= least and max(words) > 1:  # single words in quotation marks are names
            found.append(statement_of(ctx, each, quoted, direct=True))
        elif not quoted and _judges(each) and not _quoted(each, quotations, starts):
            found.append(statement_of(ctx, each, without_mark(ctx, each), direct=False))
    return tuple(sorted(found, key=lambda one: one.span))


def _quoted(attribution: Attribution, quotations: Sequence[Quotation], starts: Sequence[int]) -> list[Span]:
    """Return the insides of the quotations that lie in what was said."""
    found = []
    for span in attribution.content_spans:
        if (broken := _part_of_broken(span, attribution, quotations, starts)) is not None:
            found.append(broken)
        for position in range(bisect_left(starts, span.start), len(quotations)):
            if quotations[position].span.start >= span.end:
                break
            inside = quotations[position].inside
            if (
                not inside.covers(attribution.cue_spans[0])
                and span.covers(inside)
                and not _is_addressed(inside, attribution)
            ):
                found.append(inside)
    return found


def _part_of_broken(
    span: Span, attribution: Attribution, quotations: Sequence[Quotation], starts: Sequence[int]
) -> Span | None:
    """Return the words of a part of a quotation that its cue breaks, None where `span` is no such part.

    A cue that leads what was said breaks nothing: whoever is quoted tells of what others say
    ("If *you say* he is brash, I agree").
    """
    at = bisect_right(starts, span.start) - 1
    inside = quotations[at].inside if at >= 0 else None
    if inside is None or not inside.covers(attribution.cue_spans[0]) or not quotations[at].span.covers(span):
        return None
    cue = attribution.cue_spans[0]
    if not any(inside.start < each.end and each.start < cue.start for each in attribution.content_spans):
        return None
    return Span(max(span.start, inside.start), min(span.end, inside.end))


def _is_addressed(inside: Span, attribution: Attribution) -> bool:
    """Tell whether words in quotation marks are whom it was told to: «…, - рассказал «Вестнику» очевидец»."""
    cues, sources = attribution.cue_spans, attribution.source_spans
    behind = any(cue.end <= inside.start for cue in cues)
    return behind and any(inside.end <= source.start for source in sources) and len(sources) == 1


def _without_cuts(spans: Sequence[Span], text: str) -> list[Span]:
    """Join stretches that only quotation marks part: "the *'red'* level stays", told indirectly."""
    found: list[Span] = []
    for span in spans:
        between = text[found[-1].end : span.start] if found else ""
        if found and set(between) <= _MARKS:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def without_mark(ctx: Context, attribution: Attribution) -> list[Span]:
    """Return the spans of what was said, without the "that" before it or behind it («шықпасын, *деп*»)."""
    first, *others = attribution.content_spans
    tokens = ctx.document.tokens_of(ctx.document.sentences[attribution.sentence])
    for token in tokens:
        if token.span.start == first.start and token.dep == "mark":
            first = Span(ctx.document.tokens[token.index + 1].span.start, first.end)
    spans = [first, *others]
    ends = {token.span for token in tokens if token.dep == "mark" or token.text == ","}
    while len(spans) > 1 and all(token.span in ends for token in ctx.tokens_in(spans[-1])):
        spans.pop()
    return spans


def _judges(attribution: Attribution) -> bool:
    """Tell whether an indirect utterance is worth a statement: a judgement, or an appeal by a named one."""
    return attribution.act == "judge" or (attribution.act == "order" and attribution.role is not None)


def statement_of(ctx: Context, attribution: Attribution, fragments: list[Span], *, direct: bool) -> Statement:
    """Return the statement that these words of an attribution are; its speaker is None for hearsay."""
    text = ctx.document.text
    fragments = fragments if direct else _without_cuts(fragments, text)
    words = _CUT.join(" ".join(span.of(text).split()).strip(_EDGES) for span in fragments)
    span = _span(attribution, fragments, text, direct=direct)
    return Statement(
        id=claim_id(ctx.report.id, "statement", span, words),
        span=span,
        quote=span.of(text),
        said_by=attribution.source_chain,
        said_on=attribution.said_on,
        certainty=Certainty.REPORTED if attribution.hearsay else Certainty.STATED,
        speaker=attribution.source_chain[0].name if attribution.source_chain else None,
        role=attribution.role,
        words=words,
        direct=direct,
        channel=attribution.channel,
    )


def _span(attribution: Attribution, fragments: list[Span], text: str, *, direct: bool) -> Span:
    """Return the clause: the words with their marks, and the cue and the source where they stand beside."""
    span = Span(min(each.start for each in fragments), max(each.end for each in fragments))
    if direct:
        closing = (
            span.end + 1 if text[span.end : span.end + 1] in '"”»“' and span.end < len(text) else span.end
        )
        opened = text[span.start - 1 : span.start] in _OPENING if span.start else False
        span = Span(span.start - 1 if opened else span.start, closing)
    if attribution.carried:
        return span
    for part in (*attribution.cue_spans, *attribution.source_spans):
        if span.start - _FAR <= part.start and part.end <= span.end + _FAR:
            span = span.join(part)
    return span
