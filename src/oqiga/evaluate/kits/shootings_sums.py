"""Figures that sum up several incidents: "four people were wounded in separate shootings on Monday"."""

from __future__ import annotations

from collections.abc import Iterable

from oqiga.evaluate.kits.shootings_people import settling_words
from oqiga.model.claims import Claim, Toll
from oqiga.read.context import Context


def sums_of(claims: Iterable[Claim], context: Context) -> set[str]:
    """Return ids of the tolls whose sentence speaks of several incidents."""
    return {claim.id for claim in claims if isinstance(claim, Toll) and _of_several(claim, context)}


def _of_several(toll: Toll, context: Context) -> bool:
    sentence = context.sentence_at(toll.span.start)
    if sentence is None:
        return False
    words = {token.lower for token in context.document.tokens_of(sentence)}
    return bool(words & set(settling_words()["several"]))
