"""Entries: each holds the digest of the one before, so that nothing can be changed or dropped unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from oqiga.ledger.tables import entries

START = "0" * 64
"""What the first entry holds in place of a digest before it."""

_LAST = select(entries.c.number, entries.c.digest).order_by(entries.c.number.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the book. at: when it was entered. subject: id of what it is about."""

    number: int
    kind: str
    at: str
    subject: str
    body: str
    previous: str
    digest: str

    def holds(self) -> bool:
        """Tell whether the digest is that of the entry's content."""
        return self.digest == digest_of(
            self.number, self.kind, self.at, self.subject, self.body, self.previous
        )


def digest_of(number: int, kind: str, at: str, subject: str, body: str, previous: str) -> str:
    """Return the digest of an entry, over everything it holds and the digest before it."""
    packed = json.dumps([number, kind, at, subject, body, previous], ensure_ascii=False)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()


def content_digest(report: str, claims: Sequence[str]) -> str:
    """Return the digest of a version of a report with its claims, all as JSON text."""
    digest = hashlib.sha256(report.encode("utf-8", "surrogatepass"))
    for claim in claims:
        digest.update(b"\n")
        digest.update(claim.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def append(connection: Connection, *, kind: str, at: str, subject: str, body: str) -> Entry:
    """Add an entry at the end. The caller holds the only writing transaction."""
    last = connection.execute(_LAST).first()
    number, previous = (last.number + 1, last.digest) if last else (1, START)
    entry = Entry(
        number, kind, at, subject, body, previous, digest_of(number, kind, at, subject, body, previous)
    )
    connection.execute(
        entries.insert(),
        {
            "number": number,
            "kind": kind,
            "at": at,
            "subject": subject,
            "body": body,
            "previous": previous,
            "digest": entry.digest,
        },
    )
    return entry
