"""From webs of linked sketches to incidents, each web by itself."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from oqiga.model.claims import Claim
from oqiga.model.incident import Incident
from oqiga.model.wire import claim_from_json
from oqiga.reconcile.copies import with_roots
from oqiga.reconcile.evidence import Evidence, Header
from oqiga.reconcile.group import divide
from oqiga.reconcile.incident import build_incident
from oqiga.reconcile.sketch import Sketch, sketch_from_json
from oqiga.scale.tables import rows_of, table_file

Member = tuple[str, str, str, int]
"""A sketch in a web: its id, its report, the part and the page it is from."""


@dataclass(frozen=True, slots=True)
class WeaveWebs:
    """Webs to make incidents of."""

    folder: str
    webs: tuple[tuple[Member, ...], ...]


@dataclass(slots=True)
class _Loaded:
    sketches: dict[str, Sketch]
    claims: dict[str, list[Claim]]
    headers: dict[str, Header]


def weave_webs(wanted: WeaveWebs) -> list[Incident]:
    """Return the incidents of some webs, the parts of each behind it."""
    loaded = _load(wanted)
    return [incident for web in wanted.webs for incident in _woven(web, loaded)]


def _woven(web: tuple[Member, ...], loaded: _Loaded) -> list[Incident]:
    found: list[Incident] = []
    for group in divide([loaded.sketches[member[0]] for member in web]):
        headers = {
            sketch.report: replace(loaded.headers[sketch.report], dated=sketch.published is not None)
            for sketch in group
        }
        rooted = with_roots(headers.values(), group)
        evidence = [
            Evidence(claim, rooted[sketch.report]) for sketch in group for claim in loaded.claims[sketch.id]
        ]
        found.extend(build_incident(group[0].id, evidence))
    return found


def _load(wanted: WeaveWebs) -> _Loaded:
    loaded = _Loaded({}, {}, {})
    by_part: dict[str, set[tuple[str, int]]] = {}
    for web in wanted.webs:
        for _, report, part, page in web:
            by_part.setdefault(part, set()).add((report, page))
    for part, versions in sorted(by_part.items()):
        for row in _rows(wanted, "sketches", part, versions):
            loaded.sketches[row["sketch"]] = sketch_from_json(row["body"])
            loaded.claims.setdefault(row["sketch"], [])
        for row in _rows(wanted, "claims", part, versions):
            if row["sketch"] is not None:
                loaded.claims[row["sketch"]].append(claim_from_json(json.loads(row["record"])))
        for row in _rows(wanted, "reports", part, versions):
            loaded.headers[row["report"]] = _header(row)
    return loaded


def _rows(wanted: WeaveWebs, table: str, part: str, versions: set[tuple[str, int]]) -> list[dict[str, Any]]:
    path = table_file(Path(wanted.folder), table, part)
    rows = rows_of(path, report=sorted({report for report, _ in versions}))
    return [row for row in rows if (row["report"], row["page"]) in versions]


def _header(row: dict[str, Any]) -> Header:
    return Header(
        id=row["report"],
        publisher=row["publisher"],
        known=row["known"],
        credits=tuple(row["credits"] or ()),
        language=row["language"],
        root=row["report"],
    )
