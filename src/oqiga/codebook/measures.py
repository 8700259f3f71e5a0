"""What the codebook says of measures: which of them hold everywhere in the area they are declared for."""

from __future__ import annotations

from functools import lru_cache

from oqiga.datafiles import data_file


@lru_cache(maxsize=1)
def area_wide() -> frozenset[str]:
    """Return the types of measures that hold in every place of their area."""
    return frozenset(data_file("oqiga.codebook", "measures")["area_wide"])
