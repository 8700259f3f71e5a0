"""Sums over a long time: "the insurgency has claimed 2,000 lives", "350 have been killed since January"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from oqiga.model.claims import Claim, Toll
from oqiga.model.span import Span
from oqiga.model.syntax import SUBJECTS, Sentence
from oqiga.model.terms import HARM, Outcome, TimePrecision
from oqiga.read.context import Context
from oqiga.read.frames.when import compared
from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases, words_of

_LONG = frozenset({TimePrecision.MONTH, TimePrecision.YEAR})

_FAR = 10
"""How many times larger than the figures before it a sum is that stands at the top, or beside no time."""
_EXODUS = 1000
"""How many times more than the harmed have fled something larger than one attack."""
_MANY = 100
"""The least that a sum beside no time counts."""
_CLIMB = 4


@dataclass(frozen=True, slots=True)
class _Words:
    perfect: frozenset[str]
    stretches: Phrases[str]
    conflicts: Phrases[str]
    from_then: frozenset[str]


@lru_cache(maxsize=8)
def _words(pack: LanguagePack) -> _Words | None:
    loaded = pack.lexicon("background").get("sums")
    if loaded is None:
        return None
    return _Words(
        perfect=frozenset(loaded["perfect"]),
        stretches=words_of(loaded["stretches"]),
        conflicts=words_of(loaded["conflicts"]),
        from_then=frozenset(loaded["from_then"]),
    )


def sums_over_time(
    context: Context, claims: Sequence[Claim], lead: int, background: Collection[str]
) -> set[str]:
    """Return ids of tolls that sum up a long time and are larger than any told at the top before them.

    Such a figure stands in the perfect, beside a stretch of months and more or the name of a long conflict.
    lead: sentences of the top. background: ids of the claims known to be no part of the story.
    """
    words = _words(context.pack)
    if words is None:
        return set()
    tolls = [(claim, context.sentence_at(claim.span.start)) for claim in claims if isinstance(claim, Toll)]
    story = [each for each in tolls if each[0].id not in background]
    found = {
        toll.id
        for toll, sentence in tolls
        if sentence is not None
        and sentence.index > 0
        and not any(_again(toll, other, there, lead) for other, there in story)
        and (
            (_larger(toll, sentence, story, lead) and _summed(context, toll.span, sentence, words))
            or (_far_larger(toll, sentence, story, lead) and _of_no_day(context, toll, sentence, words))
            or (_far_larger(toll, sentence, story, lead, _EXODUS) and _fled(context, toll, sentence, words))
        )
    }
    summed = {sentence.index for toll, sentence in tolls if sentence is not None and toll.id in found}
    return found | {
        toll.id
        for toll, sentence in tolls
        if sentence is not None and sentence.index in summed and _far_larger(toll, sentence, story, lead)
    }


def _again(toll: Toll, other: Toll, there: Sentence | None, lead: int) -> bool:
    """Tell whether a figure only tells one of the top again: "killed at least 160 … *160 bodies*"."""
    same = (other.outcome, other.low) == (toll.outcome, toll.low) and other is not toll
    return same and there is not None and there.index < lead


def _larger(toll: Toll, sentence: Sentence, tolls: Sequence[tuple[Toll, Sentence | None]], lead: int) -> bool:
    """Tell whether a figure is larger than those of the top before it; within the top, many times larger."""
    before = [
        other.low
        for other, there in tolls
        if other.outcome is toll.outcome and there is not None and there.index < min(lead, sentence.index)
    ]
    if sentence.index >= lead:
        return all(toll.low > low for low in before)
    return any(before) and toll.low >= _FAR * max(before)


def _far_larger(
    toll: Toll,
    sentence: Sentence,
    tolls: Sequence[tuple[Toll, Sentence | None]],
    lead: int,
    times: int = _FAR,
) -> bool:
    """Tell whether a figure below the top is many times larger than those of the harmed told at the top."""
    before = [
        other.low
        for other, there in tolls
        if other.outcome in HARM and there is not None and there.index < lead
    ]
    return sentence.index >= lead and any(before) and toll.low >= max(_MANY, times * max(before))


def _summed(context: Context, span: Span, sentence: Sentence, words: _Words) -> bool:
    """Tell whether the words of a figure stand in the perfect, beside a long time or a conflict."""
    if not _perfect(context, span, sentence, words):
        return False
    tokens = context.document.tokens
    told = words.conflicts.search(tokens, sentence.first, sentence.last) is not None
    return told or _beside_long(context, sentence, words)


def _of_no_day(context: Context, toll: Toll, sentence: Sentence, words: _Words) -> bool:
    """Tell whether a large figure is of a long time: the dead in the perfect, anybody beside a stretch.

    Not "300 have fled" or "been arrested" alone, which tell what came of the attack.
    """
    harmed = toll.outcome in HARM and _perfect(context, toll.span, sentence, words)
    return harmed or _beside_long(context, sentence, words)


def _fled(context: Context, toll: Toll, sentence: Sentence, words: _Words) -> bool:
    """Tell whether a figure tells in the perfect who was driven from home."""
    return toll.outcome is Outcome.DISPLACED and _perfect(context, toll.span, sentence, words)


def _perfect(context: Context, span: Span, sentence: Sentence, words: _Words) -> bool:
    """Tell whether the verb of a figure, or the one it goes with, is in the perfect ("it *has* killed")."""
    document = context.document
    at = next((token for token in document.tokens_of(sentence) if span.covers(token.span)), None)
    if at is None:
        return False
    verb = at
    while verb.pos != "VERB" and verb.head != verb.index:
        verb = document.tokens[verb.head]
    for _ in range(_CLIMB):
        if any(child.lower in words.perfect for child in document.children(verb, "aux")):
            return True
        if "VerbForm=Part" not in verb.feats or document.children(verb, "aux", "aux:pass", *SUBJECTS):
            return False
        if verb.head == verb.index or document.tokens[verb.head].pos != "VERB":
            return False
        verb = document.tokens[verb.head]
    return False


def _beside_long(context: Context, sentence: Sentence, words: _Words) -> bool:
    """Tell whether a sentence names a stretch of months and more."""
    tokens = context.document.tokens
    if words.stretches.search(tokens, sentence.first, sentence.last) is not None:
        return True
    return any(
        each.when is not None and each.when.precision in _LONG and compared(context, each, words.from_then)
        for each in context.times_in(sentence.span)
    )
