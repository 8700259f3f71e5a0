"""Which of an archive's sketches may be one incident: compared block by block of place and time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oqiga.model.moments import instant
from oqiga.reconcile.compare import compare
from oqiga.reconcile.sketch import Sketch, sketch_from_json
from oqiga.reconcile.uniting import linked
from oqiga.scale.tables import rows_of, table_file

Standing = dict[str, tuple[str, int]]
"""Id of a report → the part and page of the version that stands."""


@dataclass(frozen=True, slots=True)
class LinkBlocks:
    """The blocks whose keys fall into one of so many buckets. parts: names; standing: versions that count."""

    folder: str
    parts: tuple[str, ...]
    standing: Standing
    bucket: int
    buckets: int


def standing_versions(folder: Path, parts: Iterable[str]) -> Standing:
    """Return the version of each report that stands: the one told latest, of equals the last one."""
    best: dict[str, tuple[str, str, int]] = {}
    for part in parts:
        for row in rows_of(table_file(folder, "reports", part), ["report", "known", "page", "refused"]):
            if row["refused"] is not None:
                continue
            told = instant(row["known"]) if row["known"] else ""
            if row["report"] not in best or told >= best[row["report"]][0]:
                best[row["report"]] = (told, part, row["page"])
    return {report: (part, page) for report, (_, part, page) in best.items()}


def link_blocks(wanted: LinkBlocks) -> list[tuple[str, str]]:
    """Return the pairs of sketches in these blocks that are about one incident, by their ids."""
    filed: dict[str, list[str]] = {}
    sought: dict[str, list[str]] = {}
    keys: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    columns = ["page", "report", "sketch", "filed", "sought"]
    for row in (row for part in wanted.parts for row in _standing_rows(wanted, part, columns)):
        keys[row["sketch"]] = (frozenset(row["filed"]), frozenset(row["sought"]))
        for name, blocks in (("filed", filed), ("sought", sought)):
            for key in (key for key in row[name] if _bucket(key, wanted.buckets) == wanted.bucket):
                blocks.setdefault(key, []).append(row["sketch"])
    pairs = {
        (min(one, other), max(one, other))
        for key in filed.keys() & sought.keys()
        for one in sought[key]
        for other in filed[key]
        if one != other and key == min(keys[one][1] & keys[other][0])
    }
    sketches = _loaded(wanted, {name for pair in pairs for name in pair})
    return sorted(pair for pair in pairs if _linked(sketches[pair[0]], sketches[pair[1]]))


def _linked(one: Sketch, other: Sketch) -> bool:
    return linked(one, other, compare(one, other).score)


def _bucket(key: str, buckets: int) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % buckets


def _standing_rows(wanted: LinkBlocks, part: str, columns: Sequence[str]) -> list[dict[str, Any]]:
    rows = rows_of(table_file(Path(wanted.folder), "sketches", part), columns)
    return [row for row in rows if wanted.standing.get(row["report"]) == (part, row["page"])]


def _loaded(wanted: LinkBlocks, names: set[str]) -> dict[str, Sketch]:
    found: dict[str, Sketch] = {}
    if not names:
        return found
    for part in wanted.parts:
        for row in _standing_rows(wanted, part, ["page", "report", "sketch", "body"]):
            if row["sketch"] in names:
                found[row["sketch"]] = sketch_from_json(row["body"])
    return found
