"""The Russian models run over many sentences at once, without padding.

Sentences stand one after another with one empty row between them. The convolutions look one word to each
side and the empty rows are emptied again after every layer, so each sentence comes out as if it were alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from slovnet.shape import word_shape

from oqiga.read.ru.trees import tree
from oqiga.read.ru.weights import Floats, Integers, Models, Network, models

_ROWS = 2048
"""Words analysed together: enough to keep the arithmetic busy, little enough memory for any text."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence. heads: position of each word's governor, -1 at the root. entities: "B-PER", "O", …"""

    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]


def analyse(sentences: Sequence[Sequence[str]]) -> Iterator[Analysis]:
    """Analyse tokenised sentences (none of them empty), in order."""
    loaded = models()
    waiting: list[Sequence[str]] = []
    rows = 0
    for sentence in sentences:
        if waiting and rows + len(sentence) > _ROWS:
            yield from _analyse_together(loaded, waiting)
            waiting, rows = [], 0
        waiting.append(sentence)
        rows += len(sentence) + 1
    if waiting:
        yield from _analyse_together(loaded, waiting)


def _analyse_together(loaded: Models, sentences: Sequence[Sequence[str]]) -> Iterator[Analysis]:
    starts, rows = [], 1
    for sentence in sentences:
        starts.append(rows)
        rows += len(sentence) + 1
    inside = np.zeros(rows, dtype=bool)
    words, shapes = np.zeros(rows, dtype=np.int64), np.zeros(rows, dtype=np.int64)
    for start, sentence in zip(starts, sentences, strict=True):
        end = start + len(sentence)
        inside[start:end] = True
        words[start:end] = [_word(word, loaded) for word in sentence]
        shapes[start:end] = [loaded.shapes[_shape(word)] for word in sentence]
    vectors = loaded.vectors.rows(words)
    bounds = [(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    tags = _tags(loaded.morphology, _encoded(loaded.morphology, vectors, shapes, inside))
    trees = _trees(loaded.syntax, _encoded(loaded.syntax, vectors, shapes, inside), bounds)
    entities = _entities(loaded.entities, _encoded(loaded.entities, vectors, shapes, inside), bounds)
    for (start, end), (heads, relations), names in zip(bounds, trees, entities, strict=True):
        yield Analysis(tuple(tags[start:end]), heads, relations, names)


def _word(word: str, loaded: Models) -> int:
    """Return the number of a word, spelt with е for ё as news mostly does."""
    lower = word.lower()
    number = loaded.words.get(lower.replace("ё", "е"))
    return number if number is not None else loaded.words.get(lower, loaded.unknown_word)


@lru_cache(maxsize=16384)
def _shape(word: str) -> str:
    found: str = word_shape(word)
    return found


def _encoded(network: Network, vectors: Floats, shapes: Integers, inside: NDArray[np.bool_]) -> Floats:
    rows = np.concatenate((vectors, network.shapes[shapes]), axis=1)
    outside = ~inside
    rows[outside] = 0
    for layer in network.layers:
        width = len(layer.bias)
        product = rows @ layer.kernel
        rows = product[:, width : 2 * width] + layer.bias
        rows[1:] += product[:-1, :width]
        rows[:-1] += product[1:, 2 * width :]
        np.maximum(rows, 0, out=rows)
        rows *= layer.scale
        rows += layer.shift
        rows[outside] = 0
    return rows


def _projected(part: Any, rows: Floats) -> Floats:
    """Apply one linear part of a head (slovnet's object: weight [in, out] and bias)."""
    projected: Floats = rows @ part.weight.array + part.bias.array
    return projected


def _tags(network: Network, rows: Floats) -> list[str]:
    best = _projected(network.head.proj, rows).argmax(axis=-1)
    return [network.labels[label] for label in best]


def _bent(part: Any, rows: Floats) -> Floats:
    return np.maximum(_projected(part.proj, rows), 0)


def _trees(
    network: Network, rows: Floats, bounds: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """Yield heads and relations of each sentence; every sentence is a tree with one root."""
    arcs = network.head
    dependents = _bent(arcs.head, rows) @ arcs.kernel.array
    governors = _bent(arcs.tail, rows)
    root = _bent(arcs.tail, arcs.root.array.reshape(1, -1))
    heads = []
    for start, end in bounds:
        scores = dependents[start:end] @ np.concatenate((root, governors[start:end])).T
        heads.append(tree(scores))
    yield from zip(heads, _relations(network, rows, bounds, heads), strict=True)


def _relations(
    network: Network, rows: Floats, bounds: Sequence[tuple[int, int]], heads: Sequence[tuple[int, ...]]
) -> Iterator[tuple[str, ...]]:
    part = network.relation_head
    governed = _bent(part.tail, rows)
    governing = np.concatenate((_bent(part.head, rows), _bent(part.head, part.root.array.reshape(1, -1))))
    hidden = part.kernel.shape[0]
    for (start, end), found in zip(bounds, heads, strict=True):
        above = governing[[start + head if head >= 0 else -1 for head in found]] @ part.kernel.array
        scores = np.einsum("wrh,wh->wr", above.reshape(end - start, -1, hidden), governed[start:end])
        yield tuple(network.labels[label] for label in scores.argmax(axis=-1))


def _entities(network: Network, rows: Floats, bounds: Sequence[tuple[int, int]]) -> Iterator[tuple[str, ...]]:
    """Yield the most likely sequence of labels of each sentence (Viterbi over all sentences together)."""
    emissions = _projected(network.head.proj, rows)
    longest = max(end - start for start, end in bounds)
    padded = np.zeros((len(bounds), longest, emissions.shape[-1]), dtype=np.float32)
    mask = np.zeros((len(bounds), longest), dtype=bool)
    for row, (start, end) in enumerate(bounds):
        padded[row, : end - start] = emissions[start:end]
        mask[row, : end - start] = True
    for labels in network.head.crf.decode(padded, mask):
        yield tuple(network.labels[label] for label in labels)
