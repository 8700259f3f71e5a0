"""The rules of the task that are data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from oqiga.datafiles import data_file


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Any]:
    """Return the rules as they are written down."""
    loaded: Mapping[str, Any] = data_file("oqiga.evaluate.muc4", "rules")
    return loaded
