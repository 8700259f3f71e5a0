"""Our event types in the receivers' vocabularies, from crosswalk.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from oqiga.datafiles import data_file


@dataclass(frozen=True, slots=True)
class Equivalents:
    """One event type elsewhere. plover_mode: None where PLOVER has no mode for it."""

    acled_disorder: str
    acled_event: str
    acled_sub_event: str
    plover_event: str
    plover_mode: str | None


def equivalents(event_type: str) -> Equivalents:
    """Return what an event type is called elsewhere; every event type has an entry."""
    return _crosswalk()[event_type]


@lru_cache(maxsize=1)
def _crosswalk() -> dict[str, Equivalents]:
    loaded = data_file("oqiga.codebook", "crosswalk")
    return {name: Equivalents(*entry["acled"], *entry["plover"]) for name, entry in loaded.items()}
