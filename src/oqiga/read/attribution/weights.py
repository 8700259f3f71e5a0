"""The trained reader of attributions: two linear models over hashed features, run with numpy alone.

The weights stand apart in `weights/` (see the card there). Nothing depends on them being present.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

SOURCE, CONTENT, NEITHER = 0, 1, 2
"""What a word beside a cue can be: columns of the second model."""


@dataclass(frozen=True, slots=True)
class Weights:
    """cues: one weight per bucket. words: three per bucket, columns SOURCE, CONTENT, NEITHER.

    cue_lemmas: lemmas worth scoring. threshold: probability from which a token is a cue.
    """

    cues: NDArray[np.float32]
    words: NDArray[np.float32]
    cue_lemmas: frozenset[str]
    threshold: float

    def cue_probability(self, features: list[int]) -> float:
        """Return how likely a token with these features is a cue."""
        score = float(self.cues[features].sum())
        return float(1.0 / (1.0 + np.exp(-np.clip(score, -30, 30))))

    def word_scores(self, rows: list[list[int]]) -> NDArray[np.float32]:
        """Return a score per word and class, shape (words, 3)."""
        scores: NDArray[np.float32] = self.words[np.asarray(rows)].sum(axis=1)
        return scores


def pack(weights: Weights) -> bytes:
    """Return the weights as one compressed file, in half precision."""
    described = json.dumps({"threshold": weights.threshold, "cue_lemmas": sorted(weights.cue_lemmas)})
    packed = BytesIO()
    np.savez_compressed(
        packed,
        cues=weights.cues.astype(np.float16),
        words=weights.words.astype(np.float16),
        about=np.frombuffer(described.encode(), dtype=np.uint8),
    )
    return packed.getvalue()


def unpack(packed: bytes) -> Weights:
    """Return weights from the bytes that `pack` made."""
    with np.load(BytesIO(packed), allow_pickle=False) as arrays:
        about: dict[str, Any] = json.loads(arrays["about"].tobytes())
        return Weights(
            arrays["cues"].astype(np.float32),
            arrays["words"].astype(np.float32),
            frozenset(about["cue_lemmas"]),
            float(about["threshold"]),
        )


@lru_cache(maxsize=4)
def trained_weights(language: str) -> Weights | None:
    """Return the weights for a language, None where none are installed."""
    path = files("oqiga.read.attribution") / "weights" / f"{language}.npz"
    return unpack(path.read_bytes()) if path.is_file() else None
