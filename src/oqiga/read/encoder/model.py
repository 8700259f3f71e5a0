"""Running the trained encoder: ONNX on one thread, windows averaged where they overlap, networks as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from oqiga.read.encoder.labels import OVERLAP, ROLES, TYPES, WINDOW
from oqiga.read.encoder.pieces import PIECES, Pieces, load_pieces

Floats = npt.NDArray[np.float32]
_CLS, _SEP = 101, 102
WEIGHTS = Path(str(files("oqiga.read.encoder"))) / "weights"
"""Where the trained files are; the reader runs, at a stated loss, where they are missing."""
TOKENIZER = "tokenizer.json"
"""Name of the file that cuts words into pieces."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder makes of one text.

    offsets: code points [start, end) of each word piece. hidden: (pieces, width).
    roles: (pieces, roles, 3), probabilities of outside, begin, inside. report: (1 + types,), relevance first,
    the highest of all windows. summary: (width,), the mean of the windows' opening states. Of several
    networks, widths stand one after another and chances are averaged.
    """

    offsets: tuple[tuple[int, int], ...]
    hidden: Floats
    roles: Floats
    report: Floats
    summary: Floats


class Encoder:
    """Networks whose answers are averaged. Not thread-safe; one per process."""

    def __init__(self, networks: Sequence[Path]) -> None:
        """Load networks from files of one folder, which holds the table of pieces and the tokenizer too."""
        from tokenizers import Tokenizer

        folder = networks[0].parent
        pieces = load_pieces(folder / PIECES)
        self._networks = [_Network(each, pieces) for each in networks]
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def encode(self, text: str) -> Encoded:
        """Encode a text, whatever its case; an empty one gives empty arrays."""
        found = self._tokenizer.encode(_lowered(text), add_special_tokens=False)
        each = [network.encode(found.ids) for network in self._networks]
        hidden, roles, reports, summaries = zip(*each, strict=True)
        return Encoded(
            tuple(found.offsets),
            np.concatenate(hidden, axis=1),
            np.mean(roles, axis=0),
            np.mean(reports, axis=0),
            np.concatenate(summaries),
        )

    @property
    def networks(self) -> int:
        """How many networks answer."""
        return len(self._networks)

    def kinds(self, encoded: Encoded, first: int, last: int) -> Floats:
        """Return the probabilities of the incident types of the filler at pieces [first, last)."""
        parts = len(self._networks)
        states = np.split(encoded.hidden[first:last].mean(axis=0), parts)
        chances = [
            network.kinds(*pair)
            for network, *pair in zip(self._networks, states, np.split(encoded.summary, parts), strict=True)
        ]
        averaged: Floats = np.mean(chances, axis=0)
        return averaged


class _Network:
    """One trained network: its file, and the head for types that stands beside it under a like name."""

    def __init__(self, path: Path, pieces: Pieces) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session: Any = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
        self._pieces = pieces
        with np.load(kinds_beside(path)) as arrays:
            self._kinds = {name: arrays[name].astype(np.float32) for name in arrays.files}

    def encode(self, ids: list[int]) -> tuple[Floats, Floats, Floats, Floats]:
        """Return hidden states, roles, report and summary of word pieces, as `Encoded` holds them."""
        count = len(ids)
        width = int(self._kinds["first_weight"].shape[1]) // 2
        hidden = np.zeros((count, width), np.float32)
        roles = np.zeros((count, len(ROLES), 3), np.float32)
        seen = np.zeros(count, np.float32)
        report = np.zeros(1 + len(TYPES), np.float32)
        openings = []
        for start in range(0, max(1, count - OVERLAP), WINDOW - OVERLAP):
            stop = min(start + WINDOW, count)
            states, labels, chances = self._run(ids[start:stop])
            hidden[start:stop] += states[1:-1]
            roles[start:stop] += labels[1:-1]
            seen[start:stop] += 1
            report = np.maximum(report, chances)
            openings.append(states[0])
        if count:
            hidden /= seen[:, None]
            roles /= seen[:, None, None]
        return hidden, roles, report, np.mean(openings, axis=0)

    def kinds(self, state: Floats, summary: Floats) -> Floats:
        """Return the probabilities of types from the mean state of a filler and the summary of its text."""
        joined = np.concatenate([state, summary])
        inner = self._kinds["first_weight"] @ joined + self._kinds["first_bias"]
        inner = 0.5 * inner * (1 + np.tanh(0.7978845608 * (inner + 0.044715 * inner**3)))  # GELU
        logits = self._kinds["second_weight"] @ inner + self._kinds["second_bias"]
        powers = np.exp(logits - logits.max())
        chances: Floats = powers / powers.sum()
        return chances

    def _run(self, ids: list[int]) -> tuple[Floats, Floats, Floats]:
        pieces = np.array([[_CLS, *ids, _SEP]], np.int64)
        given = {"embedded": self._pieces.of(pieces), "mask": np.ones_like(pieces)}
        hidden, roles, report = self._session.run(None, given)
        return hidden[0], roles[0], report[0]


def kinds_beside(network: Path) -> Path:
    """Return the file of the head for types that belongs to the file of a network."""
    return network.with_name(network.name.replace("encoder", "kinds")).with_suffix(".npz")


def networks_in(folder: Path) -> list[Path]:
    """Return the files of the networks in a folder of weights, in the order of their numbers."""
    return sorted(folder.glob("encoder-*.onnx"), key=lambda path: int(path.stem.rpartition("-")[2]))


@lru_cache(maxsize=1)
def encoder() -> Encoder | None:
    """Return the shipped encoder, None where its files are not installed."""
    found = networks_in(WEIGHTS)
    return Encoder(found) if found else None


def _lowered(text: str) -> str:
    """Lower the case of each letter that keeps its length, so that offsets hold."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(_one(letter) for letter in text)


def _one(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter
