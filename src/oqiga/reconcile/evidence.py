"""Evidence: a claim with what matters of the report that makes it, and where it really comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from oqiga.codebook.institutions import institution
from oqiga.codebook.plain import plain
from oqiga.model.claims import Claim, Toll
from oqiga.model.moments import earliest, latest
from oqiga.model.report import Report
from oqiga.model.terms import SourceKind
from oqiga.reconcile.policies import OWN_VOICE

ClaimT = TypeVar("ClaimT", bound=Claim, covariant=True)

_VAGUE = {SourceKind.WITNESS, SourceKind.FAMILY, SourceKind.OTHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What reconciling needs to know of a report.

    known: when it counts from (publication, or entry into the book), None when neither is known.
    root: id of the earliest report that this one is a near copy of; its own id when it is no copy.
    about: whether it is about the incident though its words only recall it (an anniversary, a verdict).
    dated: whether it tells when it came out, so that `known` is no mere entry into the book.
    """

    id: str
    publisher: str | None = None
    known: str | None = None
    credits: tuple[str, ...] = ()
    language: str | None = None
    root: str = ""
    root_outlet: str | None = None
    about: bool = False
    dated: bool = True

    @classmethod
    def of(cls, report: Report, *, entered: str | None = None) -> Header:
        """Return the header of a report; entered: when it came into the book."""
        return cls(
            id=report.id,
            publisher=report.publisher,
            known=report.told or entered,
            credits=report.credits,
            language=report.language,
            root=report.id,
            dated=report.told is not None,
        )


@dataclass(frozen=True, slots=True)
class Evidence(Generic[ClaimT]):
    """One claim of one report. home: code of the country that its incident lies in, None when unknown."""

    claim: ClaimT
    report: Header
    home: str | None = None

    @property
    def at(self) -> str | None:
        """The moment it became known: when it was said, if that was before the report came out."""
        said, known = self.claim.said_on, self.report.known
        if said is None or known is None:
            return known or said
        return said if latest(said) < earliest(known[:10]) else known

    @property
    def order(self) -> tuple[datetime, datetime, int, int, str]:
        """Sorts evidence by when it became known, then by report and place in it."""
        at, known = self.at, self.report.known
        return (
            latest(at) if at else latest("0001"),
            latest(known) if known else latest("0001"),
            self.claim.span.start,
            self.claim.span.end,
            self.claim.id,
        )

    @property
    def kind(self) -> str:
        """The kind of its nearest source, `own_voice` when the report names none."""
        return self.claim.said_by[0].kind.value if self.claim.said_by else OWN_VOICE

    @property
    def speaker(self) -> str:
        """Who says it, as a person would name them; "" when neither a source nor an outlet is named."""
        if self.claim.said_by:
            return self.claim.said_by[0].name
        return self.report.publisher or ""

    @property
    def origin(self) -> str:
        """Where it really comes from, behind syndication.

        A named source is one origin in whatever outlet and language; so is an agency that outlets cite or
        carry. What unnamed witnesses say is tied to the outlet that heard them.
        """
        if self.claim.said_by:
            source = self.claim.said_by[0]
            name = self._office(source.name)
            return f"{name} via {self._outlet()}" if source.kind in _VAGUE else name
        return self._outlet()

    def _office(self, name: str) -> str:
        """Return what an office is called in any language, with its country where not the incident's."""
        office = institution(name)
        if office is None:
            return plain(name)
        return office.id if office.country in (None, self.home) else f"{office.id} of {office.country}"

    def _outlet(self) -> str:
        if len(self.report.credits) == 1:
            return plain(self.report.credits[0])
        outlet = self.report.root_outlet or self.report.publisher
        return plain(outlet) if outlet else f"report {self.report.root or self.report.id}"


TollEvidence = Evidence[Toll]
"""Evidence for a figure."""
