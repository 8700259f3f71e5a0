"""The table of word pieces that all networks of a folder share: 8 bits a number, one scale a piece."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

PIECES = "pieces.npz"
"""Name of its file."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Embeddings of word pieces, (pieces, width), and the scale of each, (pieces,)."""

    table: npt.NDArray[np.int8]
    scales: Floats

    def of(self, ids: npt.NDArray[np.int64]) -> Floats:
        """Return the embeddings of word pieces given by their numbers: (..., width)."""
        found: Floats = self.table[ids].astype(np.float32) * self.scales[ids][..., None]
        return found


def save_pieces(table: Floats, path: Path) -> None:
    """Write a table of embeddings, (pieces, width), in 8 bits a number."""
    scales = np.maximum(np.abs(table).max(axis=1), 1e-6) / 127
    np.savez_compressed(
        path, table=np.round(table / scales[:, None]).astype(np.int8), scales=scales.astype(np.float32)
    )


def load_pieces(path: Path) -> Pieces:
    """Read a table of embeddings."""
    with np.load(path) as arrays:
        return Pieces(arrays["table"], arrays["scales"])
