"""Forests of decision trees over named features, kept as arrays: a second judge of candidates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

_LEAST = 1e-3


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees laid end to end. A node asks whether feature `asked` is at most `bound`; a leaf has -1 there.

    names: the features. roots: the first node of each tree. low, high: the next node for yes and no.
    chance: of yes, at each node.
    """

    names: npt.NDArray[np.str_]
    roots: npt.NDArray[np.int32]
    asked: npt.NDArray[np.int16]
    bound: npt.NDArray[np.float32]
    low: npt.NDArray[np.int32]
    high: npt.NDArray[np.int32]
    chance: npt.NDArray[np.float32]

    def log_odds(self, tables: Sequence[Mapping[str, float]]) -> list[float]:
        """Return the log odds of yes for each table of features; one that a table lacks is 0."""
        if not tables:
            return []
        names = self.names.tolist()
        values = np.array([[each.get(name, 0.0) for name in names] for each in tables], np.float32)
        chances = np.clip(self._chances(values), _LEAST, 1 - _LEAST)
        odds: list[float] = np.log(chances / (1 - chances)).tolist()
        return odds

    def _chances(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Follow all trees at once, one level a step, and average what their leaves say."""
        rows = np.arange(len(values))[:, None]
        nodes = np.broadcast_to(self.roots, (len(values), len(self.roots))).copy()
        while True:
            asked = self.asked[nodes]
            if (asked < 0).all():
                break
            down = np.where(values[rows, asked] <= self.bound[nodes], self.low[nodes], self.high[nodes])
            nodes = np.where(asked < 0, nodes, down)
        found: npt.NDArray[np.float32] = self.chance[nodes].mean(axis=1)
        return found

    def arrays(self, name: str) -> dict[str, Any]:
        """Return the arrays under the names that `of` looks for in a file."""
        return {f"{name}.{each.name}": getattr(self, each.name) for each in fields(self)}

    @classmethod
    def of(cls, arrays: Mapping[str, Any], name: str) -> Forest:
        """Take up one forest of a file."""
        return cls(*(arrays[f"{name}.{each.name}"] for each in fields(cls)))
