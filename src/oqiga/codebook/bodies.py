"""Armed groups that have other names in other languages, from bodies.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from oqiga.codebook.plain import plain
from oqiga.datafiles import data_file


@lru_cache(maxsize=1)
def _bodies() -> Mapping[str, str]:
    """Return the first name of each body by all of its names, spelled plainly."""
    loaded: list[list[str]] = data_file("oqiga.codebook", "bodies")["bodies"]
    return {plain(name): names[0] for names in loaded for name in names}


@lru_cache(maxsize=4096)
def known_body(name: str) -> str | None:
    """Return the one name of an armed group that has several, None for a name that stands nowhere."""
    return _bodies().get(plain(name))
