"""What was used lately: a store bounded by weight that forgets what was not used for longest."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key, of so much weight together at most."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self.weight = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: K) -> V | None:
        """Return a value, None when it is not kept; it is now the latest used."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def keep(self, key: K, value: V, weight: int = 1) -> None:
        """Keep a value, in the place of one under its key; the last one is kept whatever its weight."""
        replaced = self._kept.pop(key, None)
        if replaced is not None:
            self.weight -= replaced[1]
        self._kept[key] = (value, weight)
        self.weight += weight
        while self.weight > self._most and len(self._kept) > 1:
            _, (_, lost) = self._kept.popitem(last=False)
            self.weight -= lost
