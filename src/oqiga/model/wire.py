"""Records, claims and incidents to and from JSON, validated; and their JSON Schemas."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from oqiga.errors import OqigaError
from oqiga.model.claims import Claim
from oqiga.model.decision import Decision
from oqiga.model.incident import Incident
from oqiga.model.record import Record, TaggedClaim
from oqiga.model.report import Report

T = TypeVar("T")

_RECORD: TypeAdapter[Record] = TypeAdapter(Record)
_REPORT: TypeAdapter[Report] = TypeAdapter(Report)
_CLAIM: TypeAdapter[Claim] = TypeAdapter(TaggedClaim)
_INCIDENT: TypeAdapter[Incident] = TypeAdapter(Incident)
_DECISION: TypeAdapter[Decision] = TypeAdapter(Decision)

SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "record": _RECORD,
    "report": _REPORT,
    "claim": _CLAIM,
    "incident": _INCIDENT,
}
"""What `oqiga schema NAME` can print."""


def json_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one of `SCHEMAS`."""
    schema = SCHEMAS[name].json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def record_to_json(record: Record) -> dict[str, Any]:
    """Return the record as plain JSON values, field names as in the published format."""
    packed: dict[str, Any] = _RECORD.dump_python(record, mode="json", by_alias=True)
    return packed


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """Return one claim as plain JSON values."""
    packed: dict[str, Any] = _CLAIM.dump_python(claim, mode="json", by_alias=True)
    return packed


def claim_from_json(packed: object) -> Claim:
    """Read one claim back. Raises OqigaError when it breaks the format."""
    return _parsed(_CLAIM, packed)


def report_to_json(report: Report) -> dict[str, Any]:
    """Return a report as plain JSON values."""
    packed: dict[str, Any] = _REPORT.dump_python(report, mode="json")
    return packed


def report_from_json(packed: object) -> Report:
    """Read a report back. Raises OqigaError when it breaks the format."""
    return _parsed(_REPORT, packed)


def incident_to_json(incident: Incident) -> dict[str, Any]:
    """Return an incident as plain JSON values."""
    packed: dict[str, Any] = _INCIDENT.dump_python(incident, mode="json", by_alias=True)
    return packed


def decision_to_json(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain JSON values."""
    packed: dict[str, Any] = _DECISION.dump_python(decision, mode="json")
    return packed


def decision_from_json(packed: object) -> Decision:
    """Read a decision back. Raises OqigaError when it breaks the format."""
    return _parsed(_DECISION, packed)


def incident_from_json(packed: object) -> Incident:
    """Read an incident back. Raises OqigaError when it breaks the format."""
    return _parsed(_INCIDENT, packed)


def dumps(packed: object) -> str:
    """Return one line of JSON, the same bytes for the same value."""
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))


def _parsed(adapter: TypeAdapter[T], packed: object) -> T:
    try:
        return adapter.validate_python(packed)
    except ValidationError as error:
        raise OqigaError(f"not in the record format: {error}") from error
