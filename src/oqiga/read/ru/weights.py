"""The slovnet models that the natasha package carries, as plain arrays.

Three small convolutional networks (morphology, dependency syntax, named entities) share one vocabulary and
one table of quantised word vectors. Loading them through slovnet's own classes builds the vocabulary three
times and the table's norms for nothing; here each part is read once. natasha itself is never imported: its
code rests on a morphology package that is no longer maintained.
"""

from __future__ import annotations

import importlib.util
import tarfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from slovnet.exec.model import NER, Morph, Syntax
from slovnet.exec.pack import Pack

from oqiga.errors import ReadError

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_VECTORS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODEL = "data/model/slovnet_{}_news_v1.tar"


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Word vectors cut into chunks, each chunk one of 256 `codes` [chunk, code, dimension]."""

    indexes: NDArray[np.uint8]
    codes: Floats

    def rows(self, words: Integers) -> Floats:
        """Return one vector a word; `words` are numbers in the vocabulary."""
        chunks = np.arange(self.codes.shape[0])
        unpacked: Floats = self.codes[chunks, self.indexes[words]].reshape(len(words), -1)
        return unpacked


@dataclass(frozen=True, slots=True)
class Layer:
    """One convolution over three words, [in, 3 * out], with its normalisation as one scale and shift."""

    kernel: Floats
    bias: Floats
    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """One model: vectors of word shapes, layers, its own head (slovnet's object) and the names it gives."""

    shapes: Floats
    layers: tuple[Layer, ...]
    head: Any
    relation_head: Any
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Models:
    """All that is needed to analyse a text. Numbers of words and shapes hold for the three networks."""

    words: dict[str, int]
    unknown_word: int
    shapes: dict[str, int]
    vectors: WordVectors
    morphology: Network
    syntax: Network
    entities: Network


@lru_cache(maxsize=1)
def models() -> Models:
    """Load the models, once. Raises ReadError when the natasha package is not installed."""
    folder = _package_folder()
    morphology, syntax, entities = (folder / _MODEL.format(name) for name in ("morph", "syntax", "ner"))
    with Pack(str(morphology)) as pack:
        words = pack.load_vocab("word").item_ids
        shapes = pack.load_vocab("shape").item_ids
    return Models(
        words=words,
        unknown_word=words["<unk>"],
        shapes=shapes,
        vectors=_vectors(folder / _VECTORS),
        morphology=_network(morphology, Morph, "tag"),
        syntax=_network(syntax, Syntax, "rel"),
        entities=_network(entities, NER, "tag"),
    )


def _package_folder() -> Path:
    found = importlib.util.find_spec("natasha")
    if found is None or not found.submodule_search_locations:
        raise ReadError("Russian cannot be read: the package natasha, which carries the models, is missing")
    return Path(next(iter(found.submodule_search_locations)))


def _vectors(path: Path) -> WordVectors:
    with tarfile.open(path) as archive:
        stored = archive.extractfile("pq.bin")
        if stored is None:
            raise ReadError("the word vectors are damaged", subject=str(path))
        packed = stored.read()
    words, _, chunks, codes = (int(number) for number in np.frombuffer(packed[:16], np.uint32))
    end = 16 + words * chunks
    return WordVectors(
        indexes=np.frombuffer(packed[16:end], np.uint8).reshape(words, chunks),
        codes=np.frombuffer(packed[end:], np.float32).reshape(chunks, codes, -1),
    )


def _network(path: Path, kind: Any, labels: str) -> Network:
    with Pack(str(path)) as pack:
        empty = pack.load_model(kind)
        model = empty.inject_arrays(dict(pack.load_arrays(empty.weights)))
        names = tuple(pack.load_vocab(labels).items)
    return Network(
        shapes=model.emb.shape.weight.array,
        layers=tuple(_layer(layer) for layer in model.encoder.layers),
        head=model.head,
        relation_head=getattr(model, "rel", None),
        labels=names,
    )


def _layer(layer: Any) -> Layer:
    weight = layer.conv.weight.array  # [out, in, 3]
    scale = layer.norm.weight.array / layer.norm.std.array
    return Layer(
        kernel=np.ascontiguousarray(np.concatenate([weight[:, :, k].T for k in range(3)], axis=1)),
        bias=layer.conv.bias.array,
        scale=scale,
        shift=layer.norm.bias.array - layer.norm.mean.array * scale,
    )
