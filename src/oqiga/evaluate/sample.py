"""A fixed small sample of a benchmark, the same on every machine, for a gate that runs at every change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any


def sample(documents: Iterable[Mapping[str, Any]], *, id_field: str, size: int) -> list[Mapping[str, Any]]:
    """Return `size` documents drawn by their ids, in order of the draw; all of them when there are fewer."""
    return sorted(documents, key=lambda each: _draw(str(each[id_field])))[:size]


def _draw(identity: str) -> str:
    return hashlib.sha256(identity.encode("utf-8")).hexdigest()
