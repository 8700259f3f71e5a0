"""A claim of blame, made of the words it rests on."""

from __future__ import annotations

from oqiga.model.claims import Blame, Source
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.terms import Basis
from oqiga.read.context import Context

BLAME = "blame/1"
"""What found blame that rests on words of blaming; a deed that the text lays to a name is found by DEED."""


def blame_of(
    context: Context,
    span: Span,
    basis: Basis,
    perpetrator: str | None,
    *,
    extractor: str = BLAME,
    by: tuple[Source, ...] = (),
) -> Blame:
    """Return who is blamed on what ground by some words; perpetrator: None for nobody. by: who blames him."""
    return Blame(
        id=claim_id(context.report.id, "blame", span, basis.value, perpetrator),
        span=span,
        quote=span.of(context.report.text),
        said_by=by,
        perpetrator=perpetrator,
        basis=basis,
        confidence=0.7,
        extractor=extractor,
    )
