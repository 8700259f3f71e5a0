"""What a desk is told when it is opened."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """How a desk is run.

    ledger: the book's path or address. people: the file of people. hosts: names it may be called by; under
    another name a request is refused, so that no foreign page can reach a desk on this machine (by DNS
    rebinding). team: opened for others, over a network. feeds: the list of a watch whose feeds are shown.
    secure: cookies travel over TLS only. reads, writes: requests a minute for one person; sign_ins: tries in
    five minutes. allowed_hosts: with a private address, from which pages may be added.
    """

    ledger: str
    people: Path
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    team: bool = False
    feeds: Path | None = None
    secure: bool = False
    reads: int = 6_000
    writes: int = 120
    sign_ins: int = 10
    allowed_hosts: tuple[str, ...] = ()
    clock: Callable[[], float] = time.time


def moment(seconds: float) -> str:
    """Return seconds since 1970 as the book writes moments: UTC, to the microsecond."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
