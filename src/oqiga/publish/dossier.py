"""A dossier: incidents with everything they rest on, as briefs and exports take them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from oqiga.model.claims import Claim
from oqiga.model.incident import Incident
from oqiga.model.record import Record
from oqiga.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Incidents and their evidence.

    claims, report_of: by claim id, of every claim an incident names. loose: claims tied to no incident.
    parts: of the incidents, counted in them; see `parts_of`.
    """

    incidents: tuple[Incident, ...]
    claims: Mapping[str, Claim]
    report_of: Mapping[str, Report]
    loose: tuple[Claim, ...] = ()
    parts: tuple[Incident, ...] = ()

    def parts_of(self, incident: Incident) -> tuple[Incident, ...]:
        """Return the parts of one incident, in their order."""
        return tuple(part for part in self.parts if part.part_of == incident.id)

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports the dossier rests on, earliest first."""
        found = {report.id: report for report in self.report_of.values()}
        return tuple(sorted(found.values(), key=lambda report: (report.published or "", report.id)))

    def reports_about(self, incident: Incident) -> tuple[Report, ...]:
        """Return the reports about one incident, earliest first."""
        named = set(incident.reports)
        return tuple(report for report in self.reports if report.id in named)

    def claims_of(self, ids: Iterable[str]) -> list[Claim]:
        """Return the claims under these ids, those that are known, each once, in order."""
        return [self.claims[each] for each in dict.fromkeys(ids) if each in self.claims]


def dossier_of_records(records: Sequence[Record]) -> Dossier:
    """Return the dossier of records as read, their incidents side by side, not reconciled."""
    claims = {claim.id: claim for record in records for claim in record.claims}
    told = [incident for record in records for incident in record.incidents]
    return Dossier(
        incidents=tuple(each for each in told if each.part_of is None),
        parts=tuple(each for each in told if each.part_of is not None),
        claims=claims,
        report_of={claim.id: record.report for record in records for claim in record.claims},
        loose=tuple(claim for claim in claims.values() if claim.incident is None),
    )
