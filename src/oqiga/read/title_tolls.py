"""Headlines that tell how many were hurt where a short text does not: said in a warning, never counted.

A headline is no part of the text that claims rest on, so what it alone tells has no words to rest on. A feed
whose entries say less than their titles would lose it unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from oqiga.model.claims import Claim, Toll
from oqiga.model.terms import Certainty, Outcome
from oqiga.read.context import Context
from oqiga.read.tolls import find_tolls

SHORT = 1_000
"""Code points up to which a text may be the summary of a feed; whole articles tell what their titles do."""
WARNINGS = {
    Outcome.KILLED: "the headline alone tells how many were killed",
    Outcome.INJURED: "the headline alone tells how many were wounded",
    Outcome.ABDUCTED: "the headline alone tells how many were abducted",
    Outcome.MISSING: "the headline alone tells how many are missing",
}
"""What a person is told of an outcome; translated in the catalogues of publishing."""


def told_by_title(title: Context, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return a warning for each outcome of which the headline gives a figure that no claim gives.

    title: the headline parsed as a text of its own. claims: of the report's text, background among them.
    """
    headed = find_tolls(title)
    told = [claim for claim in claims if isinstance(claim, Toll)]
    return tuple(
        warning
        for outcome, warning in WARNINGS.items()
        if (figures := _counts(headed, outcome)) and not _told_too(figures, _counts(told, outcome))
    )


def _counts(tolls: Sequence[Toll], outcome: Outcome) -> list[Toll]:
    """Return the figures of an outcome that somebody gives and that count anybody."""
    given = (each for each in tolls if each.outcome is outcome and each.certainty is not Certainty.DENIED)
    return [each for each in given if each.high is None or each.high > 0]


def _told_too(headed: Sequence[Toll], told: Sequence[Toll]) -> bool:
    """Tell whether a text gives a figure of its headline, as it stands or by its parts, or more."""
    if any(_overlap(one, other) for one in headed for other in told):
        return True
    here, there = _sums(headed), _sums(told)
    return bool(here & there) or max(here) < max(there, default=0)


def _sums(tolls: Sequence[Toll]) -> set[int]:
    counts = {(each.group, each.low): each.low for each in tolls}.values()
    pairs = {one + other for one, other in combinations(counts, 2)}
    return {*counts, *pairs, sum(counts)}


def _overlap(one: Toll, other: Toll) -> bool:
    most = [float("inf") if each.high is None else each.high for each in (one, other)]
    return one.low <= most[1] and other.low <= most[0]
