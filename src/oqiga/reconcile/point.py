"""One figure in the history of a toll, and whether two figures can be true at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from oqiga.model.claims import Toll
from oqiga.model.phrase import Phrase, Value, english, figured, phrase
from oqiga.model.terms import Certainty
from oqiga.reconcile.evidence import TollEvidence
from oqiga.reconcile.policies import rank, tier

DENIED = phrase("denied")
"""Why a claim that denies a figure does not stand for it."""


def behind_repeats(fallen: Value) -> Phrase | None:
    """Return why a figure fell, or, of one that is only repeated, why that fell which it repeats."""
    while isinstance(fallen, Phrase) and fallen.id == "repeats":
        fallen = fallen.values["fallen"]
    return fallen if isinstance(fallen, Phrase) else None


ROUNDING = 0.1
"""How far, as a share, an approximate figure may lie from an exact one and still agree with it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One toll in a series. low, high: the running figure, so a base is added to what is `additional`.

    fallen: why it no longer stands, None while it stands. confirmed: an analyst vouches for it. since: when
    it is taken to have become known, where its report does not tell when it came out.
    """

    evidence: TollEvidence
    low: int
    high: int | None
    added_to: str | None = None
    fallen: Phrase | None = None
    confirmed: bool = False
    since: datetime | None = None

    @property
    def toll(self) -> Toll:
        """The claim itself."""
        return self.evidence.claim

    @property
    def standing(self) -> bool:
        """Whether nothing has replaced it, nobody struck it, and its source does not deny it."""
        return self.fallen is None

    @property
    def is_denial(self) -> bool:
        """Whether the claim denies the figure."""
        return self.fallen == DENIED

    @property
    def figure(self) -> Value:
        """The figure, for a sentence."""
        return figured(self.low, self.high)

    @property
    def tier(self) -> int:
        """1 for offices that keep the count, 2 for those who collect, 3 for those who see a part."""
        level = tier(self.evidence.kind)
        return max(level, 2) if self.toll.certainty in _HEARSAY else level

    @property
    def moment(self) -> datetime:
        """The last instant at which it may have become known; the first of all times when that is unknown."""
        return self.since or self.evidence.order[0]

    @property
    def rank(self) -> int:
        """How well its source is placed to know; 0 is best."""
        return rank(self.evidence.kind, self.toll.outcome, self.toll.group)

    @property
    def exact(self) -> bool:
        """Whether it is one number, not a range or an estimate."""
        return self.low == self.high and not self.toll.approximate

    @property
    def at_most(self) -> bool:
        """Whether it tells only the most there can be ("up to 30"): it confirms no figure below."""
        return self.low == 0 and bool(self.high)

    def agrees(self, other: Point) -> bool:
        """Tell whether both figures can be true at once."""
        return overlap(self, other) or overlap(other, self)

    def gives(self, other: Point) -> bool:
        """Tell whether it gives the other's figure: "at least three" leaves nine possible, no more."""
        return self.agrees(other) and (self.high is not None or self.low >= other.low)


_HEARSAY = {Certainty.REPORTED, Certainty.SUSPECTED, Certainty.UNCLEAR}


def overlap(one: Point, other: Point) -> bool:
    """Tell whether `other` lies within `one`, widened by rounding when `one` is approximate."""
    slack = ROUNDING if one.toll.approximate else 0.0
    high = float("inf") if one.high is None else one.high * (1 + slack)
    top = float("inf") if other.high is None else other.high
    return other.low <= high and top >= one.low * (1 - slack)


def figure(low: int, high: int | None) -> str:
    """Write a figure in English: "9", "9 or more", "6 to 7"."""
    return english(figured(low, high))
