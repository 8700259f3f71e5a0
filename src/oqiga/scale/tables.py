"""The tables of an archive, written part by part so that half a part is never seen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from oqiga.publish.exports.parquet import CLAIMS

REPORTS = pa.schema(
    [
        ("page", pa.int32()),
        ("subject", pa.string()),
        ("report", pa.string()),
        ("known", pa.string()),
        ("publisher", pa.string()),
        ("credits", pa.list_(pa.string())),
        ("language", pa.string()),
        ("title", pa.string()),
        ("url", pa.string()),
        ("relevant", pa.bool_()),
        ("relevance", pa.float64()),
        ("refused", pa.string()),
    ]
)
"""Every page of the archive. page: its number in its part; refused: why it could not be read, null else."""
CLAIMS_OF_PAGES = CLAIMS.append(pa.field("page", pa.int32())).append(pa.field("sketch", pa.string()))
SKETCHES = pa.schema(
    [
        ("page", pa.int32()),
        ("report", pa.string()),
        ("sketch", pa.string()),
        ("filed", pa.list_(pa.string())),
        ("sought", pa.list_(pa.string())),
        ("body", pa.string()),
    ]
)
"""What each page says of each incident, and the blocks of place and time it is filed under and sought in."""


def table_file(folder: Path, table: str, part: str) -> Path:
    """Return where a table of a part lies."""
    return folder / table / f"{part}.parquet"


def is_written(folder: Path, part: str) -> bool:
    """Tell whether all tables of a part are there; `reports` is the last one written."""
    return table_file(folder, "reports", part).exists()


def write_table(path: Path, rows: Sequence[dict[str, Any]], schema: pa.Schema) -> None:
    """Write a table under another name first: a file that is there is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), partial, compression="zstd")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def rows_of(path: Path, columns: Sequence[str] | None = None, **equal: Sequence[str]) -> list[dict[str, Any]]:
    """Return rows of a table, those whose column named in `equal` has one of the values."""
    chosen = [(name, "in", list(values)) for name, values in equal.items()] or None
    names = list(columns) if columns else None
    found: list[dict[str, Any]] = pq.read_table(path, columns=names, filters=chosen).to_pylist()
    return found
