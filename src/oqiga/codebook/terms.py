"""The definitions of the record's terms, from terms.yaml."""

from __future__ import annotations

from functools import lru_cache

from oqiga.datafiles import data_file


@lru_cache(maxsize=1)
def definitions() -> dict[str, dict[str, str]]:
    """Return vocabulary name to term to its one-line definition."""
    loaded: dict[str, dict[str, str]] = data_file("oqiga.codebook", "terms")
    return loaded
