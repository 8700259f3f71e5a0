"""What a report sets apart by a stretch of time: "a week after a bomb killed 60" is no part of its story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from oqiga.model.claims import Claim, Event, Measure, Toll
from oqiga.model.syntax import Sentence, Token
from oqiga.model.terms import BY_AUTHORITIES, HARM
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.stretches import record_since, stretches_after


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
            if set_beside or story or _is_subject(context, sentence, token, lexicon):
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
    return found


def _behind(context: Context, claim: Claim, token: Token, lexicon: EventLexicon, set_beside: bool) -> bool:
    """Tell whether a claim is of what stands behind a stretch of time, though its clause may hold both.

    set_beside: whether "the attack comes" before it only leads to what stands behind.
    """
    if isinstance(claim, Measure):
        return False
    if token.span.end <= claim.span.start:
        return True
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


def _harm_before(claim: Claim, token: Token) -> bool:
    """Tell whether a claim in front of a stretch of time tells of an attack or of whom it harmed."""
    if claim.span.start >= token.span.start:
        return False
    attack = isinstance(claim, Event) and claim.type not in BY_AUTHORITIES
    return attack or (isinstance(claim, Toll) and claim.outcome in HARM)
