"""Reading one part of an archive into its tables."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oqiga.model.record import Record
from oqiga.pipeline import Failure, read_one
from oqiga.publish.dossier import dossier_of_records
from oqiga.publish.exports.parquet import claim_rows
from oqiga.reconcile.blocks import keys_of
from oqiga.reconcile.sketch import sketch_to_json
from oqiga.reconcile.sketching import sketch_id, sketches_of
from oqiga.scale.parts import Part, pages_of
from oqiga.scale.tables import CLAIMS_OF_PAGES, REPORTS, SKETCHES, table_file, write_table

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadPart:
    """One part as it is to be read. folder: where its tables go."""

    part: Part
    folder: str
    gated: bool = True


@dataclass(frozen=True, slots=True)
class PartRead:
    """What became of a part."""

    name: str
    pages: int
    refused: int
    relevant: int
    claims: int


def read_part(wanted: ReadPart) -> PartRead:
    """Read a part and write its tables: the claims and sketches first, the reports last."""
    reports: list[Row] = []
    claims: list[Row] = []
    sketches: list[Row] = []
    for page, raw in enumerate(pages_of(wanted.part)):
        outcome = read_one(raw, gated=wanted.gated)
        if isinstance(outcome, Failure):
            reports.append({"page": page, "subject": outcome.subject, "refused": outcome.error.message})
            continue
        reports.append(_report(outcome, page, raw.subject))
        claims += _claims(outcome, page)
        sketches += _sketches(outcome, page)
    folder, name = Path(wanted.folder), wanted.part.name
    write_table(table_file(folder, "claims", name), claims, CLAIMS_OF_PAGES)
    write_table(table_file(folder, "sketches", name), sketches, SKETCHES)
    write_table(table_file(folder, "reports", name), reports, REPORTS)
    refused = sum("refused" in row for row in reports)
    relevant = sum(bool(row.get("relevant")) for row in reports)
    return PartRead(name, len(reports), refused, relevant, len(claims))


def _report(record: Record, page: int, subject: str) -> Row:
    report = record.report
    return {
        "page": page,
        "subject": subject,
        "report": report.id,
        "known": report.told,
        "publisher": report.publisher,
        "credits": list(report.credits),
        "language": report.language,
        "title": report.title,
        "url": report.url,
        "relevant": record.relevant,
        "relevance": record.relevance,
    }


def _claims(record: Record, page: int) -> list[Row]:
    incident = {claim.id: claim.incident for claim in record.claims}
    rows = claim_rows(dossier_of_records([record]))
    for row in rows:
        local = incident[row["claim"]]
        row |= {"page": page, "sketch": None if local is None else sketch_id(record.report.id, local)}
    return rows


def _sketches(record: Record, page: int) -> list[Row]:
    rows = []
    for sketch in sketches_of(record.report, record.claims):
        keys = keys_of(sketch)
        rows.append(
            {
                "page": page,
                "report": sketch.report,
                "sketch": sketch.id,
                "filed": list(keys.filed),
                "sought": list(keys.sought),
                "body": sketch_to_json(sketch),
            }
        )
    return rows
