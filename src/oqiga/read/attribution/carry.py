"""Quotations that reach beyond the sentence of their cue, and those that have no cue of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.quotes import Quotation

_SPEAKING = frozenset({"say", "judge", "blame", "order", "believe"})
_BESIDE = 10
"""Attributions of one sentence that a quotation is tried on."""
_MANY = 12
"""Fragments; an attribution cut into more than this takes no further quotation."""
_OPENS = re.compile(r"[,!?…]?\s[-–—]\s\Z")
"""A dash right before a cue that breaks a quotation."""
_CLOSES = re.compile(r"[^\n.,;!?–—]{0,60}[.,;!?]?\s[-–—]\s")
"""What stands between who speaks in such a break and the dash behind."""
_SHORT = 3
"""Words; a shorter quotation without a cue of its own is a name or a scare quote."""


def carry_quotations(
    document: Document, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """Return the attributions with their quotations whole, and new ones for quotations without a cue.

    A quotation that touches what was said under a cue belongs to it as a whole. One that stands in the
    sentence of a cue, or right after it in the same or the next paragraph, is said by the same source.
    """
    joined = list(found)
    starts = [sentence.span.start for sentence in document.sentences]
    by_sentence: dict[int, list[int]] = {}
    for position, each in enumerate(found):
        by_sentence.setdefault(each.sentence, []).append(position)
    previous: int | None = None
    for quotation in quotations:
        if quotation.inside.end <= quotation.inside.start:
            continue
        first = max(0, bisect_right(starts, quotation.inside.start) - 1)
        last = max(first, bisect_right(starts, quotation.inside.end - 1) - 1)
        broken = _broken(document, joined, by_sentence.get(first, ()), quotation)
        if broken is not None:
            previous, parts = broken
            joined[previous] = replace(joined[previous], content_spans=parts)
            continue
        owner = _owner(joined, by_sentence, quotation, first, last)
        if owner is not None:
            joined[owner] = _with(joined[owner], quotation)
            previous = owner
            continue
        follower = _carried(document, joined, quotation, first, previous, by_sentence)
        if follower is not None:
            joined.append(follower)
            by_sentence.setdefault(first, []).append(len(joined) - 1)
            previous = len(joined) - 1
    opened = [each.span.start for each in quotations]
    return [_settled(each, quotations, opened) for each in joined if each.content_spans]


def _owner(
    found: Sequence[Attribution],
    by_sentence: dict[int, list[int]],
    quotation: Quotation,
    first: int,
    last: int,
) -> int | None:
    """Return the attribution in the sentences of a quotation that it belongs to."""
    near = [
        i
        for sentence in dict.fromkeys((first, last))
        for i in by_sentence.get(sentence, ())[-_BESIDE:]
        if found[i].act in _SPEAKING and len(found[i].content_spans) < _MANY
    ]
    near = [i for i in near if not quotation.inside.covers(found[i].cue_spans[0])]
    touching = [i for i in near if found[i].covered(quotation.inside)]
    if touching:
        return max(touching, key=lambda i: (found[i].covered(quotation.inside), -found[i].extent))
    empty = [i for i in near if not found[i].content_spans]
    if empty:
        return min(empty, key=lambda i: abs(found[i].cue_spans[0].start - quotation.span.end))
    split = [i for i in near if _goes_on(found[i], quotation)]
    return max(split, key=lambda i: found[i].cue_spans[0].start, default=None)


def _broken(
    document: Document, found: Sequence[Attribution], near: Sequence[int], quotation: Quotation
) -> tuple[int, tuple[Span, ...]] | None:
    """Return whose quotation it is that a cue between dashes breaks, and its parts: «…, — сказал он. — …»."""
    for i in near[-_BESIDE:]:
        cue = found[i].cue_spans[0]
        if found[i].act not in _SPEAKING or not found[i].source_chain or not quotation.inside.covers(cue):
            continue
        opens = _OPENS.search(document.text, quotation.inside.start, cue.start)
        own = [each.end for each in found[i].source_spans if quotation.inside.covers(each)]
        closes = _CLOSES.match(document.text, max([cue.end, *own]), quotation.inside.end)
        if opens is not None and closes is not None:
            first = Span(quotation.span.start, opens.start())
            return i, (first, Span(closes.end(), quotation.span.end))
    return None


def _goes_on(attribution: Attribution, quotation: Quotation) -> bool:
    """Tell whether the quotation is the second half of "...," he said, "..."."""
    cue = attribution.cue_spans[0]
    last = attribution.content_spans[-1]
    return last.end <= cue.start and cue.end <= quotation.span.start and attribution.act in _SPEAKING


def _with(attribution: Attribution, quotation: Quotation) -> Attribution:
    """Return the attribution with the whole quotation in its words."""
    span = quotation.span
    kept = [each for each in attribution.content_spans if not each.overlaps(span)]
    for each in attribution.content_spans:
        if each.overlaps(span):
            span = span.join(each)
    cue = attribution.cue_spans[0]
    if span.covers(cue):
        span, kept = quotation.span, kept
    return replace(attribution, content_spans=tuple(sorted([*kept, span])))


def _carried(
    document: Document,
    found: Sequence[Attribution],
    quotation: Quotation,
    sentence: int,
    previous: int | None,
    by_sentence: dict[int, list[int]],
) -> Attribution | None:
    """Return the attribution of a quotation that carries on who spoke before, None when nobody did."""
    if quotation.inside.of(document.text).count(" ") + 1 < _SHORT:
        return None
    chosen = previous
    for back in (2, 1):
        beside = [i for i in by_sentence.get(sentence - back, ()) if found[i].act in _SPEAKING]
        spoken = [i for i in beside[-_BESIDE:] if found[i].source_chain]
        chosen = max(spoken, key=lambda i: (found[i].direct, found[i].extent), default=chosen)
    if chosen is None or not found[chosen].source_chain:
        return None
    if sentence - found[chosen].sentence > 4 or not _alone(document, quotation, sentence):
        return None
    return replace(
        found[chosen],
        sentence=sentence,
        content_spans=(quotation.span,),
        source_spans=(),
        said_on=None,
        carried=True,
    )


def _alone(document: Document, quotation: Quotation, sentence: int) -> bool:
    """Tell whether the quotation opens its sentence, so that it stands by itself."""
    return document.sentences[sentence].span.start >= quotation.span.start - 1


def _settled(attribution: Attribution, quotations: Sequence[Quotation], starts: Sequence[int]) -> Attribution:
    """Return the attribution with `direct` told from the quotation marks around its words."""
    direct = all(_quoted(each, quotations, starts) for each in attribution.content_spans)
    return replace(attribution, direct=direct)


def _quoted(span: Span, quotations: Sequence[Quotation], starts: Sequence[int]) -> bool:
    position = bisect_right(starts, span.start) - 1
    return position >= 0 and quotations[position].span.covers(span)
