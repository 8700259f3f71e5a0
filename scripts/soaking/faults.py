"""What goes wrong in a soak: each fault begins, lasts a while, and ends."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from oqiga.simulate.embedded import Embedded
from soaking.outlets import GrowingOutlets
from soaking.processes import Clock, Kept

JUMP_S = 3 * 3600


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault. seconds: how long it lasts; 0 for a kill."""

    name: str
    seconds: float
    begin: Callable[[], None]
    end: Callable[[], None] = lambda: None


class SmallDisk:
    """A file system of so many megabytes in memory; needs the rights of root, else `real` is False."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder = folder
        folder.mkdir()
        told = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "oqiga-soak", str(folder)],
            capture_output=True,
            check=False,
        )
        self.real = told.returncode == 0
        self._filler = folder / "filler"

    def fill(self) -> None:
        """Leave not a byte free."""
        with self._filler.open("wb") as opened:
            for size in (2**20, 4096, 1):
                try:
                    while True:
                        os.write(opened.fileno(), bytes(size))
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise

    def clear(self) -> None:
        """Give the space back."""
        self._filler.unlink(missing_ok=True)

    def close(self) -> None:
        """Take the file system away."""
        self.clear()
        if self.real:
            subprocess.run(["umount", "--lazy", str(self.folder)], check=True)


class Locked:
    """Another program that holds a SQLite book for itself, longer than a writer waits."""

    def __init__(self, ledger: str) -> None:
        self._ledger = ledger
        self._held: sqlite3.Connection | None = None

    def hold(self) -> None:
        """Take the lock."""
        self._held = sqlite3.connect(self._ledger, timeout=60, isolation_level=None)
        self._held.execute("BEGIN IMMEDIATE")

    def release(self) -> None:
        """Let go."""
        if self._held is not None:
            self._held.rollback()
            self._held.close()


def faults_of(
    kept: list[Kept],
    outlets: GrowingOutlets,
    clock: Clock,
    disk: SmallDisk,
    *,
    ledger: str,
    server: Embedded | None,
) -> tuple[list[Fault], list[str]]:
    """Return the faults that can be made here, and what must be left out, with why."""

    def slow(seconds: float) -> None:
        outlets.slow_s = seconds

    found = [Fault(f"kill -9 {each.name}", 0, each.kill) for each in kept]
    left_out = []
    found.append(Fault("slow feeds", 45, lambda: slow(2.5), lambda: slow(0)))
    if server is not None:
        found.append(Fault("database crashed", 20, server.crash, lambda: again(server)))
    else:
        locked = Locked(ledger)
        found.append(Fault("book locked by another", 75, locked.hold, locked.release))
    if clock.movable:
        found.append(Fault("clock 3 h ahead, then back", 60, lambda: clock.set(JUMP_S), lambda: clock.set(0)))
    else:
        left_out.append("clock jumps: libfaketime is not installed")
    if disk.real:
        found.append(Fault("disk full", 30, disk.fill, lambda: cleared(disk, server)))
    else:
        left_out.append("full disk: needs the rights of root, for a small file system")
    return found, left_out


def again(server: Embedded) -> None:
    """Start the server, as its service manager would, until it runs."""
    for _ in range(4):
        with suppress(subprocess.SubprocessError):
            return server.go_on()
    server.go_on()
    return None


def cleared(disk: SmallDisk, server: Embedded | None) -> None:
    """Clear the disk; a server that ended for want of it is started again."""
    disk.clear()
    if server is not None:
        again(server)
