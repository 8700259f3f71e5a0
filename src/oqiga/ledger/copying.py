"""Copying a book from one database to another, SQLite or PostgreSQL, and proving that nothing differs."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Table, func, select

from oqiga.errors import LedgerError
from oqiga.ledger.engine import masked, reading, writing
from oqiga.ledger.tables import entries, metadata
from oqiga.ledger.verifying import verify

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied. rows: of each table; head: digest of the last entry, the same in both books."""

    rows: dict[str, int]
    head: str


def copy_ledger(source: Engine, source_address: str, target: Engine, target_address: str) -> Copied:
    """Copy everything in one transaction, then read it back and compare.

    The target is a book without entries. Raises LedgerError, nothing kept, when it has some or when what was
    read back differs or does not verify.
    """
    with reading(source, source_address) as here, writing(target, target_address) as there:
        if there.execute(select(func.count()).select_from(entries)).scalar():
            raise LedgerError(
                "there are entries in this book; a copy needs an empty one", subject=masked(target_address)
            )
        for table in metadata.sorted_tables:
            _copy_table(here, there, table)
        rows = {table.name: _same(here, there, table, target_address) for table in metadata.sorted_tables}
        found = verify(there)
        if found.faults:
            raise LedgerError(f"the book has faults: {found.faults[0].what}", subject=masked(source_address))
    return Copied(rows, found.head)


def _copy_table(here: Connection, there: Connection, table: Table) -> None:
    rows = here.execution_options(yield_per=_AT_ONCE).execute(select(table))
    for batch in rows.mappings().partitions(_AT_ONCE):
        there.execute(table.insert(), [dict(row) for row in batch])


def _same(here: Connection, there: Connection, table: Table, address: str) -> int:
    """Return how many rows both have. Raises LedgerError when the tables differ in any."""
    count, digest = _digest(here, table)
    if (count, digest) != _digest(there, table):
        raise LedgerError(f"the copy differs in {table.name}; nothing was kept", subject=masked(address))
    return count


def _digest(connection: Connection, table: Table) -> tuple[int, int]:
    """Return the number of rows and a digest of all their values, whatever order they come in."""
    count = total = 0
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(table)):
        packed = json.dumps(list(row), ensure_ascii=False).encode("utf-8", "surrogatepass")
        total += int.from_bytes(hashlib.sha256(packed).digest(), "big")
        count += 1
    return count, total % 2**256
