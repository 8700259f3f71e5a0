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
    """What the reader makes of one report: claims in the order of their spans, not yet settled.

    relevance: how surely the report is about violence, 0 to 1; where it is not `relevant`, it was left unread
    and has no claims. warnings: sentences for a person on what could not be resolved.
    """

    report: Report
    relevant: bool
    relevance: Annotated[float, Field(ge=0, le=1)]
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One report, its claims and the incidents inside it: what `oqiga read --json` writes.

    Fields are those of `Reading`; incidents: those it is about, then those of the background, each
    before its parts.
    """

    version: Literal[1] = 1
    report: Report
    relevant: bool
    relevance: Annotated[float, Field(ge=0, le=1)]
    claims: tuple[TaggedClaim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    warnings: tuple[str, ...] = ()
