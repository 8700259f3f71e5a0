"""What an export is: bytes in a receiver's form, and what of the record that form has no room for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_FORMULA_OPENINGS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Exported:
    """One export. losses: sentences a person can read; binary: it must not go to a terminal."""

    content: bytes
    media_type: str
    losses: tuple[str, ...]
    binary: bool = False


Cell = str | int | float | None


def defused(cell: Cell) -> str:
    """Write a cell so that no spreadsheet takes it for a formula; numbers stay numbers."""
    if cell is None:
        return ""
    if isinstance(cell, (int, float)):
        return str(cell)
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(_FORMULA_OPENINGS) else text


def separated(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Cell]],
    *,
    tags: Sequence[str] = (),
    delimiter: str = ",",
) -> bytes:
    """Write rows as separated values, UTF-8. tags: a second header row, as HXL has it.

    Raises ValueError when a row has a column that is not named, which would be lost unseen.
    """
    text = io.StringIO(newline="")
    if delimiter == ",":
        writer = csv.writer(text, lineterminator="\n")
    else:
        writer = csv.writer(
            text, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
        )
    writer.writerow(columns)
    if tags:
        writer.writerow(tags)
    for row in rows:
        unknown = set(row) - set(columns)
        if unknown:
            raise ValueError(f"columns without a heading: {', '.join(sorted(unknown))}")
        cells = [defused(row.get(column)) for column in columns]
        writer.writerow(cells if delimiter == "," else [cell.replace(delimiter, " ") for cell in cells])
    return text.getvalue().encode("utf-8")
