"""Parquet: a zip of three tables (claims, incidents, tolls), UTC timestamps, spans kept."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from oqiga.model.claims import Event, Measure, Toll
from oqiga.model.wire import claim_to_json, dumps
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.bundle import zipped
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.facts import best_place

LOSSES = (
    "A part of an attack is a row of its own with `part_of` set: leave those out to count nobody twice.",
    "Fields of a claim beyond the common columns are in its `record` column, as JSON.",
)
_STAMP = pa.timestamp("us", tz="UTC")
CLAIMS = pa.schema(
    [
        ("claim", pa.string()),
        ("report", pa.string()),
        ("kind", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("quote", pa.string()),
        ("said_by", pa.list_(pa.string())),
        ("said_on", pa.string()),
        ("certainty", pa.string()),
        ("background", pa.bool_()),
        ("published", pa.string()),
        ("published_utc", _STAMP),
        ("publisher", pa.string()),
        ("type", pa.string()),
        ("outcome", pa.string()),
        ("group", pa.string()),
        ("low", pa.int64()),
        ("high", pa.int64()),
        ("confidence", pa.float64()),
        ("extractor", pa.string()),
        ("record", pa.string()),
    ]
)
INCIDENTS = pa.schema(
    [
        ("incident", pa.string()),
        ("title", pa.string()),
        ("type", pa.string()),
        ("stage", pa.string()),
        ("start", pa.string()),
        ("end", pa.string()),
        ("time_precision", pa.string()),
        ("place", pa.string()),
        ("country", pa.string()),
        ("admin1", pa.string()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("geonames_id", pa.int64()),
        ("place_precision", pa.string()),
        ("background", pa.bool_()),
        ("reports", pa.list_(pa.string())),
        ("parts", pa.list_(pa.string())),
        ("part_of", pa.string()),
    ]
)
TOLLS = pa.schema(
    [
        ("incident", pa.string()),
        ("outcome", pa.string()),
        ("group", pa.string()),
        ("low", pa.int64()),
        ("best", pa.int64()),
        ("high", pa.int64()),
        ("disputed", pa.bool_()),
        ("as_of", pa.string()),
        ("why", pa.string()),
        ("claims", pa.list_(pa.string())),
    ]
)


def export(dossier: Dossier) -> Exported:
    """Write the three tables into one zip archive, stored, with fixed times: the same bytes every time."""
    tables = {
        "claims.parquet": pa.Table.from_pylist(claim_rows(dossier), schema=CLAIMS),
        "incidents.parquet": pa.Table.from_pylist(incident_rows(dossier), schema=INCIDENTS),
        "tolls.parquet": pa.Table.from_pylist(toll_rows(dossier), schema=TOLLS),
    }
    files = {}
    for name, table in tables.items():
        written = io.BytesIO()
        pq.write_table(table, written, compression="zstd")
        files[name] = written.getvalue()
    return Exported(zipped(files), "application/zip", LOSSES, binary=True)


def claim_rows(dossier: Dossier) -> list[dict[str, Any]]:
    """Return one row for each claim, by the columns of CLAIMS."""
    rows = []
    for claim in dossier.claims.values():
        report = dossier.report_of[claim.id]
        row: dict[str, Any] = {
            "claim": claim.id,
            "report": report.id,
            "kind": claim.kind,
            "start": claim.span.start,
            "end": claim.span.end,
            "quote": claim.quote,
            "said_by": [source.name for source in claim.said_by],
            "said_on": claim.said_on,
            "certainty": claim.certainty.value,
            "background": claim.background,
            "published": report.published,
            "published_utc": _utc(report.published),
            "publisher": report.publisher,
            "confidence": claim.confidence,
            "extractor": claim.extractor,
            "record": dumps(claim_to_json(claim)),
        }
        if isinstance(claim, Toll):
            row |= {
                "outcome": claim.outcome.value,
                "group": claim.group.value,
                "low": claim.low,
                "high": claim.high,
            }
        elif isinstance(claim, (Event, Measure)):
            row["type"] = claim.type.value
        rows.append(row)
    return rows


def incident_rows(dossier: Dossier) -> list[dict[str, Any]]:
    """Return one row for each incident, by the columns of INCIDENTS."""
    rows = []
    for incident in (*dossier.incidents, *dossier.parts):
        place = best_place(incident)
        row: dict[str, Any] = {
            "incident": incident.id,
            "title": incident.title,
            "type": incident.type.value,
            "stage": incident.stage.value,
            "start": incident.time.start,
            "end": incident.time.end,
            "time_precision": incident.time.precision.value,
            "background": incident.background,
            "reports": list(incident.reports),
            "parts": list(incident.parts),
            "part_of": incident.part_of,
        }
        if place is not None:
            row |= {
                "place": place.name,
                "country": place.country,
                "admin1": place.admin1,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "geonames_id": place.geonames_id,
                "place_precision": place.precision.value,
            }
        rows.append(row)
    return rows


def toll_rows(dossier: Dossier) -> list[dict[str, Any]]:
    """Return one row for each settled toll, by the columns of TOLLS."""
    return [
        {
            "incident": incident.id,
            "outcome": toll.outcome.value,
            "group": toll.group.value,
            "low": toll.low,
            "best": toll.best,
            "high": toll.high,
            "disputed": toll.disputed,
            "as_of": toll.as_of,
            "why": toll.why,
            "claims": list(toll.claims),
        }
        for incident in (*dossier.incidents, *dossier.parts)
        for toll in incident.tolls
    ]


def _utc(published: str | None) -> datetime | None:
    """Return the moment in UTC, None unless the report gives a time of day with its zone."""
    if published is None or "T" not in published:
        return None
    moment = datetime.fromisoformat(published)
    return moment.astimezone(UTC) if moment.tzinfo else None
