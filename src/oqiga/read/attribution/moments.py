"""When something was said, and for when a figure holds, where the text tells."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.mentions import TimeMention
from oqiga.model.claims import IsoDate, When
from oqiga.model.span import Span
from oqiga.model.syntax import Sentence, Token
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.context import Context

_DAY = len("2016-06-05")
_SHARING = frozenset({"advcl", "xcomp", "conj"})
"""Relations by which a cue shares the date of its governor: "called on Monday ..., adding that"."""


def moment(when: When | None) -> IsoDate | None:
    """Return one date for a time when it names one day, month or year; None for longer stretches."""
    if when is None or when.start is None:
        return None
    if when.precision.value in ("month", "year"):
        return when.start[: 7 if when.precision.value == "month" else 4]
    if when.precision.value == "minute":
        return when.start
    same_day = when.end is None or when.end[:_DAY] == when.start[:_DAY]
    return when.start[:_DAY] if same_day else None


def beside_cue(ctx: Context, cue: Token, sentence: Sentence) -> tuple[IsoDate | None, range]:
    """Return the date right behind a verb of saying and its positions: "said on Monday they had left".

    Parsers give it to the words that follow; in the news it dates the saying.
    """
    tokens = ctx.document.tokens
    first = cue.index + 1
    for mention in times_of(ctx, sentence):
        if mention.span.start > cue.span.end + 4:
            break
        if mention.span.start <= cue.span.end:
            continue
        last = first
        while last < sentence.last and tokens[last].span.start < mention.span.end:
            last += 1
        inside = tokens[first:last]
        follows = inside and (inside[0].pos == "ADP" or inside[-1].dep in ("obl", "obl:npmod"))
        owns = last < sentence.last and tokens[last].dep == "case"
        if follows and not owns and moment(mention.when) is not None:
            return moment(mention.when), range(first, last)
    return None, range(0)


def said_on(ctx: Context, cue: Token, sentence: Sentence, content: Sequence[int]) -> IsoDate | None:
    """Return the date tied to the cue: an expression that hangs on it and is no part of what was said."""
    inside = set(content)
    document = ctx.document
    for mention in times_of(ctx, sentence):
        first = _token_at(ctx, sentence, mention.span)
        if first is None or first.index in inside:
            continue
        top = first
        while top.head != top.index and mention.span.covers(document.tokens[top.head].span):
            top = document.tokens[top.head]
        governors = {cue.index, cue.head} if cue.dep in _SHARING else {cue.index}
        if top.head in governors or (top.dep == "nmod" and document.tokens[top.head].head in governors):
            found = moment(mention.when)
            if found is not None:
                return found
    return None


def as_of(ctx: Context, sentence: Sentence, lexicon: SpeechLexicon) -> IsoDate | None:
    """Return the moment of "as of Monday morning" in a sentence."""
    for mention in times_of(ctx, sentence):
        before = ctx.document.text[
            max(sentence.span.start, mention.span.start - 20) : mention.span.end
        ].lower()
        if any(f"{words} " in before for words in lexicon.words["as_of"]):
            return moment(mention.when)
    return None


def times_of(ctx: Context, sentence: Sentence) -> list[TimeMention]:
    """Return the expressions of time in a sentence (by bisection: a report may hold very many)."""
    low, high = 0, len(ctx.times)
    while low < high:
        middle = (low + high) // 2
        if ctx.times[middle].span.start < sentence.span.start:
            low = middle + 1
        else:
            high = middle
    found = []
    for mention in ctx.times[low:]:
        if mention.span.start >= sentence.span.end:
            break
        found.append(mention)
    return found


def _token_at(ctx: Context, sentence: Sentence, span: Span) -> Token | None:
    """Return the last noun-like token inside `span`, the one that hangs on the clause."""
    inside = [
        token
        for token in ctx.document.tokens[sentence.first : sentence.last]
        if span.covers(token.span) and token.pos not in ("ADP", "DET", "PUNCT")
    ]
    return inside[-1] if inside else None
