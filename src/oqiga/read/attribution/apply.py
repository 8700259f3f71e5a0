"""Telling each claim who said it, when, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from oqiga.model.claims import Claim, Event, Source, Statement, Toll
from oqiga.model.span import Span
from oqiga.model.terms import Certainty, RevisionKind
from oqiga.read.attribution.denials import derived_denials
from oqiga.read.attribution.going_on_speaking import going_on_speaking
from oqiga.read.attribution.lexicon import speech_lexicon
from oqiga.read.attribution.model import HEARSAY, Attribution, overlap
from oqiga.read.attribution.moments import as_of
from oqiga.read.context import Context

_ENOUGH = 0.6
"""Share of a claim's words that must fall under a cue for its source to be the claim's."""


def attribute(
    ctx: Context, claims: Sequence[Claim], attributions: Sequence[Attribution]
) -> tuple[Claim, ...]:
    """Return the claims with `said_by`, `said_on`, `as_of` and `certainty` set, and denials of tolls added.

    A claim is said by the source of the innermost attribution that covers it, and by those around it; a claim
    that none covers stays in the reporter's voice. Statements come with their speaker and are left alone.
    """
    index, wrong = _Index(ctx, attributions), _put_right(claims)
    later = _Index(ctx, going_on_speaking(ctx, attributions))
    attributed: list[Claim] = [
        claim
        if isinstance(claim, Statement) or claim.id in wrong
        else _attributed(ctx, claim, index.near(claim.span) or _of_speech(claim, later))
        for claim in claims
    ]
    tolls = [claim for claim in attributed if isinstance(claim, Toll)]
    return (*attributed, *derived_denials(ctx, tolls, attributions))


def _of_speech(claim: Claim, later: _Index) -> list[Attribution]:
    """Return the speech that goes on around a claim, for what happened and to how many."""
    return later.near(claim.span) if isinstance(claim, Toll | Event) else []


def _put_right(claims: Sequence[Claim]) -> set[str]:
    """Return the ids of figures told only to be wrong, which nobody here says: "253 died, *not 359*"."""
    tolls = {claim.id: claim for claim in claims if isinstance(claim, Toll)}
    corrections = (each.revision for each in tolls.values() if each.revision is not None)
    return {
        each.of
        for each in corrections
        if each.how is RevisionKind.CORRECTS and each.of in tolls and each.span.covers(tolls[each.of].span)
    }


class _Index:
    """Attributions by the sentences that their words touch."""

    def __init__(self, ctx: Context, attributions: Iterable[Attribution]) -> None:
        self._ctx = ctx
        self._touching: dict[int, list[Attribution]] = {}
        for each in attributions:
            touched = {each.sentence} | {
                sentence for span in each.content_spans for sentence in self._sentences(span)
            }
            for sentence in touched:
                self._touching.setdefault(sentence, []).append(each)

    def near(self, span: Span) -> list[Attribution]:
        """Return the attributions that touch the sentences of `span`, each once."""
        found = [each for sentence in self._sentences(span) for each in self._touching.get(sentence, ())]
        return list({id(each): each for each in found}.values())

    def _sentences(self, span: Span) -> range:
        return sentences_of(self._ctx, span)


def sentences_of(ctx: Context, span: Span) -> range:
    """Return the numbers of the sentences that `span` touches."""
    sentences = ctx.document.sentences
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end <= span.start:
            low = middle + 1
        else:
            high = middle
    last = low
    while last < len(sentences) and sentences[last].span.start < span.end:
        last += 1
    return range(low, last)


def _attributed(ctx: Context, claim: Claim, near: Sequence[Attribution]) -> Claim:
    over = [each for each in near if _covers(each, claim)]
    if any(each.certainty is Certainty.DENIED for each in over) and _is_known_thing(ctx, claim):
        over = [each for each in over if each.certainty is not Certainty.DENIED]
    told = _as_of(ctx, claim)
    if not over:
        return replace(claim, as_of=told) if told else claim
    spoken = [each for each in over if each.source_chain]
    if not spoken and _presupposed(ctx, claim):
        return replace(claim, as_of=told) if told else claim
    nearest = min(spoken or over, key=lambda each: (each.extent, -len(each.source_chain)))
    return replace(
        claim,
        said_by=_with_own(claim, nearest),
        said_on=claim.said_on or nearest.said_on,
        as_of=told,
        certainty=_certainty(claim.certainty, [nearest, *(each for each in over if not each.source_chain)]),
    )


def _with_own(claim: Claim, nearest: Attribution) -> tuple[Source, ...]:
    """Return the sources around a claim behind its own: "police said *villagers* accused the army"."""
    around = nearest.source_chain
    own = [each for each in claim.said_by if not any(each.span.overlaps(other.span) for other in around)]
    return (*own, *around)


def _presupposed(ctx: Context, claim: Claim) -> bool:
    """Tell whether a claim is a thing already known ("the attacks"): hearsay around it leaves it as sure."""
    for number in sentences_of(ctx, claim.span):
        sentence = ctx.document.sentences[number]
        for token in ctx.document.tokens_of(sentence):
            if token.span.start >= claim.span.start:
                return "Definite=Def" in token.feats and not isinstance(claim, Toll)
    return False


def _is_known_thing(ctx: Context, claim: Claim) -> bool:
    """Tell whether a claim only names what happened: who denied a part *in the attack* denies no attack."""
    if not _presupposed(ctx, claim):
        return False
    sentences = (ctx.document.sentences[number] for number in sentences_of(ctx, claim.span))
    tokens = (token for each in sentences for token in ctx.document.tokens_of(each))
    return not any(token.pos in ("VERB", "AUX") and claim.span.covers(token.span) for token in tokens)


def _as_of(ctx: Context, claim: Claim) -> str | None:
    if claim.as_of is not None or not isinstance(claim, Toll):
        return claim.as_of
    lexicon = speech_lexicon(ctx.pack)
    for number in sentences_of(ctx, claim.span):
        return as_of(ctx, ctx.document.sentences[number], lexicon)
    return None


def _covers(attribution: Attribution, claim: Claim) -> bool:
    """Tell whether a claim falls under an attribution: inside its words, or made by the act itself."""
    length = claim.span.end - claim.span.start
    if attribution.act == "wish" or not length:
        return False
    relays = attribution.source_chain and attribution.source_chain[0].kind in HEARSAY
    if attribution.act == "order" and not relays:
        return False
    said = attribution.covered(claim.span)
    if said >= _ENOUGH * length:
        return True
    if not any(claim.span.covers(cue) for cue in attribution.cue_spans):
        return False
    whole = said + overlap(attribution.cue_spans, claim.span) + overlap(attribution.source_spans, claim.span)
    return whole >= _ENOUGH * length


_RANK = {
    Certainty.STATED: 0,
    Certainty.REPORTED: 1,
    Certainty.SUSPECTED: 2,
    Certainty.UNCLEAR: 3,
    Certainty.DENIED: 4,
}


def _certainty(own: Certainty, over: Iterable[Attribution]) -> Certainty:
    """Return the least sure of what the words themselves and what stands over them tell."""
    return max([own, *(each.certainty for each in over)], key=_RANK.__getitem__)
