"""Two who speak side by side in one sentence, neither within what the other says.

«По данным полиции, погибли десять человек, по данным минздрава — 15.»      two phrases of "according to"
«Полиция сообщила о десяти погибших, минздрав — о 15.»                      the second verb left out
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oqiga.model.span import Span
from oqiga.model.syntax import Sentence, Token
from oqiga.read.attribution.aside import mention_head, names_somebody
from oqiga.read.attribution.cues import Cue
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.registry import Registry
from oqiga.read.attribution.tree import spans_of
from oqiga.read.attribution.unsaid import unsaid
from oqiga.read.context import Context

_LONGEST = 8
"""Words of who speaks before a dash."""
_DASHES = frozenset("–—-")
_ENDS = frozenset({",", ";"})

Told = tuple[Cue, Attribution]
"""A cue and the attribution that it gives."""


def side_by_side(
    ctx: Context, sentence: Sentence, told: Sequence[Told], lexicon: SpeechLexicon, registry: Registry
) -> list[Attribution]:
    """Return the attributions of a sentence, those of two who speak side by side kept apart."""
    found = _between_markers(ctx, sentence, told)
    if not lexicon.dash_is_verb or not any(each.act == "say" for each in found):
        return found
    for dash in ctx.document.tokens_of(sentence):
        if dash.text in _DASHES and (left := _left_out(ctx, sentence, dash, lexicon, registry)) is not None:
            cut = _end_before(ctx, sentence, left.source_spans[0].start)
            found = [_before(each, cut) for each in found] + [left]
    return found


def _between_markers(ctx: Context, sentence: Sentence, told: Sequence[Told]) -> list[Attribution]:
    """Give each "according to" what stands between it and the next, where the first opens the sentence."""
    marked = [each for cue, each in told if cue.kind == "marker" and each.source_spans]
    phrases = [Span(min(s.start for s in spans), max(s.end for s in spans)) for spans in map(_own, marked)]
    found = [each for _, each in told]
    if len(marked) < 2 or phrases[0].start > sentence.span.start + 2:
        return found
    if any(after.start < before.end for before, after in pairwise(phrases)):
        return found
    ends = [*(phrase.start for phrase in phrases[1:]), sentence.span.end]
    parts = [_tokens(ctx, sentence, each.end, end) for each, end in zip(phrases, ends, strict=True)]
    if not all(any(_tells(token) for token in part) for part in parts):
        return found
    apart = {
        id(each): replace(each, content_spans=spans_of(ctx.document, (token.index for token in part)))
        for each, part in zip(marked, parts, strict=True)
    }
    return [apart.get(id(each), each) for each in found]


def _own(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.cue_spans, *attribution.source_spans)


def _tokens(ctx: Context, sentence: Sentence, start: int, end: int) -> list[Token]:
    return [each for each in ctx.document.tokens_of(sentence) if start <= each.span.start < end]


def _tells(token: Token) -> bool:
    return token.pos == "NUM" or "VerbForm=Fin" in token.feats


def _left_out(
    ctx: Context, sentence: Sentence, dash: Token, lexicon: SpeechLexicon, registry: Registry
) -> Attribution | None:
    """Return what «…, а минздрав — о 15 погибших» tells: who stands before the dash, of what is behind."""
    tokens = ctx.document.tokens
    behind = dash.index + 1
    if behind >= sentence.last or tokens[behind].lower not in lexicon.words["about"]:
        return None
    first = dash.index
    while first - 1 > sentence.first and names_somebody(ctx.document, first - 1):
        first -= 1
    if dash.index - first > _LONGEST or first == dash.index or tokens[first - 1].text not in _ENDS:
        return None
    first += tokens[first].pos == "CCONJ"
    head = mention_head(ctx.document, range(first, dash.index))
    speaker = registry.known_speaker(head, sentence.index) if head is not None else None
    if speaker is None:
        return None
    mention = (ctx.document.span_of(tokens[first], tokens[dash.index - 1]),)
    content = range(behind, sentence.last)
    return unsaid(ctx, sentence, speaker.source, speaker.role, mark=dash, mention=mention, content=content)


def _end_before(ctx: Context, sentence: Sentence, start: int) -> int:
    """Return where the words end that stand before `start`, without the comma and conjunction between."""
    before = [each for each in _tokens(ctx, sentence, 0, start) if each.pos not in ("PUNCT", "CCONJ")]
    return before[-1].span.end if before else start


def _before(attribution: Attribution, cut: int) -> Attribution:
    """Return the attribution without what it holds from `cut` on, where it holds words before that."""
    kept = [Span(each.start, min(each.end, cut)) for each in attribution.content_spans if each.start < cut]
    return replace(attribution, content_spans=tuple(kept)) if kept else attribution
