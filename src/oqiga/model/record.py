"""The record: what reading one report gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from oqiga.model.claims import Blame, Claim, Event, Measure, Statement, Toll
from oqiga.model.incident import Incident
from oqiga.model.report import Report

TaggedClaim = Annotated[Toll | Event | Blame | Measure | Statement, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the reader makes of one report: claims in the order of their spans, not yet settled."""

    report: Report
    relevant: bool
    relevance: Annotated[float, Field(ge=0, le=1)]
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One report, its claims and the incidents inside it: what `oqiga read --json` writes."""

    version: Literal[1] = 1
    report: Report
    relevant: bool
    relevance: Annotated[float, Field(ge=0, le=1)]
    claims: tuple[TaggedClaim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    warnings: tuple[str, ...] = ()
