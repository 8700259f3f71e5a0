"""What a report sets apart by a stretch of time: "a week after a bomb killed 60" is no part of its story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeGuard

from oqiga.model.claims import Blame, Claim, Event, Measure, Toll
from oqiga.model.span import Span
from oqiga.model.syntax import Sentence, Token
from oqiga.model.terms import BY_AUTHORITIES, HARM, Outcome
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.stretches import is_definite, record_since, stretches_after

_FULL_STOP = 1
"""Tokens that may end a sentence behind what it tells last."""
_MANY_TIMES = 3
_STRETCH = 4
"""Words before "after" that tell how long: "just over a week"."""

_MEASURING = ("ADV", "ADJ", "DET", "NUM", "PART", "PUNCT")
"""What stands between an event and how long after another it was: ", exactly six"."""


def told_after(
    context: Context,
    claims: Sequence[Claim],
    lexicon: EventLexicon,
    *,
    beside: Callable[[Sentence], Iterable[int]],
) -> set[str]:
    """Return ids of the claims behind "a week after" in a sentence that told the story before.

    beside: positions in a sentence where a verb sets the story beside something else.
    """
    found: set[str] = set()
    for sentence in context.document.sentences:
        links = list(stretches_after(context.document, context.pack, sentence))
        if not links:
            continue
        told = [claim for claim in claims if context.sentence_at(claim.span.start) == sentence]
        for token in links:
            set_beside = any(position < token.span.start for position in beside(sentence))
            behind = [claim for claim in told if _behind(context, claim, token, lexicon, set_beside)]
            story = any(_harm_before(claim, token) for claim in told if claim not in behind)
            named = _is_subject(context, sentence, token, lexicon) or _of_event(
                context, sentence, token, lexicon
            )
            if set_beside or story or named:
                found |= {claim.id for claim in behind}
    return found


def compared_to(context: Context, claims: Sequence[Claim]) -> set[str]:
    """Return ids of the events to which a superlative compares: "the worst since *a bomb killed 70*"."""
    found: set[str] = set()
    for sentence in context.document.sentences:
        since = record_since(context.document, context.pack, sentence)
        if since is None:
            continue
        inside = {token.index for token in context.document.subtree(context.document.tokens[since.head])}
        for claim in claims:
            first = next(iter(context.tokens_in(claim.span)), None) if isinstance(claim, Event) else None
            if first is not None and first.index in inside and first.index > since.index:
                found.add(claim.id)
        if max(inside) + _FULL_STOP >= sentence.last - 1:
            found |= _told_of_it(context, claims, sentence)
    return found


def _told_of_it(context: Context, claims: Sequence[Claim], sentence: Sentence) -> set[str]:
    """Return ids of what the next sentence tells of what a sentence ends with: "*The attack* killed 182".

    It is no more of the story where it has many times the dead that were told before.
    """
    behind = context.document.sentences[sentence.index + 1 : sentence.index + 2]
    if not behind or behind[0].paragraph != sentence.paragraph:
        return set()
    here = [each for each in claims if behind[0].span.covers(each.span) and isinstance(each, Event | Toll)]
    dead = [each.low for each in claims if _kills(each) and each.span.end <= sentence.span.start]
    more = [each.low for each in here if _kills(each)]
    if not (is_definite(context.pack, context.document.tokens[behind[0].first]) and dead and more):
        return set()
    if max(more) < _MANY_TIMES * max(dead):
        return set()
    return {each.id for each in here}


def _kills(claim: Claim) -> TypeGuard[Toll]:
    """Tell whether a claim counts people killed."""
    return isinstance(claim, Toll) and claim.outcome is Outcome.KILLED


def _behind(context: Context, claim: Claim, token: Token, lexicon: EventLexicon, set_beside: bool) -> bool:
    """Tell whether a claim is of what stands behind a stretch of time, though its clause may hold both.

    set_beside: whether "the attack comes" before it only leads to what stands behind.
    """
    if isinstance(claim, Measure):
        return False
    if token.span.end <= claim.span.start:
        return True
    if isinstance(claim, Blame) and claim.span.covers(token.span):
        opening = context.tokens_in(Span(claim.span.start, token.span.start))
        return len(opening) <= _STRETCH  # "*a week after* a court jailed …"
    if not isinstance(claim, Event) or not claim.span.covers(token.span):
        return False
    inside = context.tokens_in(claim.span)
    named = lexicon.triggers.found(context.document, inside[0].index, inside[-1].index + 1)
    own = [match.first for match in named if match.value.type is claim.type or not set_beside]
    return bool(own) and own[0] > token.index


def _is_subject(context: Context, sentence: Sentence, token: Token, lexicon: EventLexicon) -> bool:
    """Tell whether an event is the subject in front: "the *attack* took place a week after …"."""
    return any(
        each.dep.startswith("nsubj")
        and any(word.manner == "nouns" for word in lexicon.triggers.meanings(each))
        for each in context.document.tokens[sentence.first : token.index]
    )


def _of_event(context: Context, sentence: Sentence, token: Token, lexicon: EventLexicon) -> bool:
    """Tell whether an event stands right in front: "condemned an *attack* exactly six months after …"."""
    tokens = context.document.tokens
    index = token.index - 1
    while index > sentence.first and tokens[index].pos in _MEASURING:
        index -= 1
    noun = tokens[index]
    return noun.pos == "NOUN" and any(word.manner == "nouns" for word in lexicon.triggers.meanings(noun))


def _harm_before(claim: Claim, token: Token) -> bool:
    """Tell whether a claim in front of a stretch of time tells of an attack or of whom it harmed."""
    if claim.span.start >= token.span.start:
        return False
    attack = isinstance(claim, Event) and claim.type not in BY_AUTHORITIES
    return attack or (isinstance(claim, Toll) and claim.outcome in HARM)
