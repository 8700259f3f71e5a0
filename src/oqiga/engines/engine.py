"""What an engine is to the rest of the house: a report in, claims and warnings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from oqiga.model.claims import Claim
from oqiga.model.report import Report

UNMEASURED = 0.5
"""Confidence of what an engine proposes: nobody has measured the model that a user names."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an engine found in one report. warnings: what was refused or not asked, in words for a person."""

    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()


class Engine(Protocol):
    """Proposes claims about reports."""

    def propose(self, report: Report) -> Proposal:
        """Return claims whose words stand in `report.text`; an engine that fails says so in a warning."""
        ...
