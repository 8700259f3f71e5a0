"""The counts of people that a report tells of an incident, as they are compared with other reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oqiga.model.claims import Claim, Toll
from oqiga.model.terms import Certainty, Counts, Outcome

_FOR_MANY = (20, 24, 40, 200, 2000)
"""The least that words for many are read as (dozens, scores, hundreds, in each language)."""
_NUMBER = re.compile(r"\d{1,3}(?:[,.\s]\d{3})+|\d{1,9}")
_COMPARED = {
    Outcome.KILLED: Outcome.KILLED,
    Outcome.INJURED: Outcome.INJURED,
    Outcome.HOSPITALIZED: Outcome.INJURED,
    Outcome.ABDUCTED: Outcome.ABDUCTED,
}
"""Outcomes that are compared, and as what: who is in hospital here is wounded there."""
_FEW = 2
"""A count of so many is compared only where nobody more is dead: it speaks against many."""
_ROUND = 10
_BETWEEN_DIGITS = re.compile(r"\D+")


def figures_of(claims: Sequence[Claim]) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Return the counts that are compared, and of which only the least, or about how many, is told."""
    counted = [
        claim
        for claim in claims
        if isinstance(claim, Toll)
        and claim.outcome in _COMPARED
        and claim.counts is not Counts.SUBSET
        and claim.certainty is not Certainty.DENIED
        and claim.low > (0 if claim.outcome is Outcome.KILLED else _FEW)
        and not _vague(claim)
    ]
    found = {(_counts(claim), _as_told(claim)) for claim in counted}
    return tuple(sorted(found)), tuple(
        sorted({_counts(claim) for claim in counted if claim.high is None or claim.approximate})
    )


def _as_told(claim: Toll) -> int:
    """Return a count as its words tell it: "more than 165", which is 166 and more, is told as 165.

    One in words ("more than fifty") is taken for a round number.
    """
    if claim.high is not None:
        return claim.low
    told = {int(_BETWEEN_DIGITS.sub("", number)) for number in _NUMBER.findall(claim.quote)}
    more_than = claim.low - 1 in told and claim.low not in told if told else claim.low % _ROUND == 1
    return claim.low - 1 if more_than and claim.low > _ROUND else claim.low


def _vague(claim: Toll) -> bool:
    """Tell whether a count is only a word for many ("scores"), which many attacks share."""
    return claim.high is None and claim.low in _FOR_MANY and not any(map(str.isdigit, claim.quote))


def _counts(claim: Toll) -> str:
    return f"{_COMPARED[claim.outcome].value} {claim.group.value}"
