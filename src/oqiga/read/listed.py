"""Lists of earlier attacks below a story: "Past bombings" above rows of days, «Прежние теракты: 7 июня …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.claims import Claim
from oqiga.model.span import Span
from oqiga.model.syntax import Sentence, Token
from oqiga.read.blows import BLOWS
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.phrases import Phrases

_LEAD = 2
"""Sentences at the top of a report that head no list."""
_SHORT = 8
"""Words at most of a line that heads a list."""
_LEADING = 12
"""Words at most before the colon behind which a list begins in one paragraph."""
_OPENING = 2
"""Words at the start of a row within which its day begins."""
_ENDING = (".", "!", "?")
_COLON = ":"


def listed(context: Context, claims: Sequence[Claim], words: Phrases[str], lexicon: EventLexicon) -> set[str]:
    """Return ids of all that lists of earlier attacks tell.

    A list stands behind a colon in the paragraph that names the attacks, or below a line that names them, in
    rows that each open with a day. words: by which such a heading tells of others ("*past* bombings").
    """
    spans = list(_lists(context, words, lexicon))
    return {claim.id for claim in claims if any(span.covers(claim.span) for span in spans)}


def _lists(context: Context, words: Phrases[str], lexicon: EventLexicon) -> Iterator[Span]:
    """Yield the stretches of text that are lists."""
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in context.document.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    below = False
    for sentences in paragraphs.values():
        first, span = sentences[0], Span(sentences[0].span.start, sentences[-1].span.end)
        if below and _opens_with_day(context, first):
            yield span
            continue
        below = False
        tokens = context.document.tokens_of(first)
        if first.index < _LEAD:
            continue
        colon = next((each for each in tokens[:_LEADING] if each.text == _COLON), None)
        if colon is not None:
            before = [each for each in tokens if each.index < colon.index]
            behind = Span(colon.span.end, span.end)
            if _names_others(before, words, lexicon) and behind.start < behind.end:
                yield behind
            if span.end - colon.span.end > 1:
                continue
        short = len(sentences) == 1 and len(tokens) <= _SHORT and tokens[-1].text not in _ENDING
        below = short and _names_others(tokens, words, lexicon)


def _names_others(tokens: Sequence[Token], words: Phrases[str], lexicon: EventLexicon) -> bool:
    """Tell whether words name attacks, several of them, and say that they are others."""
    attacks = any(
        token.pos in ("NOUN", "PROPN")
        and "Number=Plur" in token.feats
        and any(word.type in BLOWS for word in lexicon.triggers.meanings(token))
        for token in tokens
    )
    return attacks and any(words.has(token) for token in tokens)


def _opens_with_day(context: Context, sentence: Sentence) -> bool:
    """Tell whether a row opens with a day: "Aug. 31, 2004: a bomb …"."""
    tokens = context.document.tokens_of(sentence)[: _OPENING + 1]
    opening = Span(sentence.span.start, tokens[-1].span.end) if tokens else sentence.span
    return any(each.span.overlaps(opening) for each in context.times)
