"""Linear models over hashed features: several yes-or-no answers of one row, and no list of names to keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from oqiga.read.encoder.model import Floats


def hashed(names: Iterable[str], bits: int) -> list[int]:
    """Return the columns of features by their names, among 2 ** bits."""
    mask = (1 << bits) - 1
    return [crc32(name.encode()) & mask for name in names]


@dataclass(frozen=True, slots=True)
class HashedModel:
    """Weights (answers, columns) and biases (answers,)."""

    weights: Floats
    bias: Floats

    def log_odds(self, rows: Sequence[Sequence[int]]) -> Floats:
        """Return the log odds (rows, answers) of every answer. rows: the columns that each row has."""
        found = [self.weights[:, row].sum(axis=1) for row in rows]
        odds: Floats = np.array(found, np.float32).reshape(-1, len(self.bias)) + self.bias
        return odds
