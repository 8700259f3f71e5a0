"""Commands that run for weeks: what may pass is complained of and outlasted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from oqiga.cli.console import complain
from oqiga.errors import OqigaError

PAUSE_S = 5.0
"""Seconds until a round that failed is tried again."""


@contextmanager
def outlasting() -> Iterator[None]:
    """Go on after a round that failed: a database that is away comes back, a full disk is cleared."""
    try:
        yield
    except OqigaError as error:
        complain(f"{error}; trying again in {PAUSE_S:.0f} seconds")
        time.sleep(PAUSE_S)
