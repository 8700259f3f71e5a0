"""Statements told in the reporter's words: what a named source said, where no other claim holds it."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.claims import Blame, Claim, Event, Measure, Statement
from oqiga.model.syntax import Token
from oqiga.model.terms import Basis, Certainty, MeasureType, SourceKind
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.statements import statement_of, without_mark
from oqiga.read.context import Context

_NAMELESS = frozenset({SourceKind.MEDIA, SourceKind.WITNESS, SourceKind.OTHER, SourceKind.OFFICIAL})
"""Kinds of source whose words are statements only when a role tells who they are."""
_OFFICIAL = frozenset({SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.MILITARY, SourceKind.JUDICIARY})
_ACCUSING = frozenset({Basis.ACCUSED, Basis.SUSPECTED})
_LEAST = 5
"""Words; less than this tells nothing by itself."""
_VERBAL = ("VERB", "AUX")


def find_indirect(
    ctx: Context, attributions: Sequence[Attribution], claims: Sequence[Claim]
) -> tuple[Statement, ...]:
    """Return a statement for each thing said that none of `claims` rests on, promises and accusations apart.

    "The premier said that the president was overseeing the response" is said by the premier; "the president
    was said to be taking control" is hearsay, and nobody's.
    """
    found = [
        statement_of(ctx, each, without_mark(ctx, each), direct=False)
        for each in attributions
        if each.act == "say" and not each.direct and not each.carried and not each.unsaid
        if _told_by_somebody(each)
        if _long_enough(ctx, each) and not _held(ctx, each, claims)
    ]
    return tuple(sorted(found, key=lambda one: one.span))


def _told_by_somebody(attribution: Attribution) -> bool:
    """Tell whether a named source speaks, or a verb makes the words hearsay of nobody."""
    if attribution.certainty in (Certainty.DENIED, Certainty.UNCLEAR):
        return False
    if not attribution.source_chain:
        return attribution.hearsay
    return attribution.role is not None or attribution.source_chain[0].kind not in _NAMELESS


def _long_enough(ctx: Context, attribution: Attribution) -> bool:
    return sum(len(span.of(ctx.document.text).split()) for span in attribution.content_spans) >= _LEAST


def _held(ctx: Context, attribution: Attribution, claims: Sequence[Claim]) -> bool:
    """Tell whether a claim rests on the verb that the words said turn on; words without one say nothing."""
    verb = _verb(ctx, attribution)
    if verb is None:
        return True
    resting = [claim for claim in claims if claim.span.covers(verb.span)]
    words = [claim for claim in resting if _is_word_of_officials(attribution, claim)]
    return any(claim not in words and not (words and isinstance(claim, Event)) for claim in resting)


def _is_word_of_officials(attribution: Attribution, claim: Claim) -> bool:
    """Tell whether a claim leaves what an official said a statement: a promise, or whom he accuses."""
    if isinstance(claim, Measure):
        return claim.type is MeasureType.OTHER
    official = bool(attribution.source_chain) and attribution.source_chain[0].kind in _OFFICIAL
    return official and isinstance(claim, Blame) and claim.basis in _ACCUSING


def _verb(ctx: Context, attribution: Attribution) -> Token | None:
    """Return the first verb of the words said that none of them governs."""
    sentence = ctx.document.sentences[attribution.sentence]
    said = {
        token.index
        for token in ctx.document.tokens_of(sentence)
        if any(span.covers(token.span) for span in attribution.content_spans)
    }
    heads = (ctx.document.tokens[index] for index in sorted(said))
    return next((token for token in heads if token.pos in _VERBAL and token.head not in said), None)
