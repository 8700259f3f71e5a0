"""The definitions of the record's terms, from terms.yaml."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import yaml


@lru_cache(maxsize=1)
def definitions() -> dict[str, dict[str, str]]:
    """Return vocabulary name to term to its one-line definition."""
    source = files("oqiga.codebook") / "terms.yaml"
    loaded: dict[str, dict[str, str]] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return loaded
