"""The rules of the task that are data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Any]:
    """Return the rules as they are written down."""
    loaded: Mapping[str, Any] = yaml.safe_load(
        (files("oqiga.evaluate.muc4") / "rules.yaml").read_text(encoding="utf-8")
    )
    return loaded
