"""Train the tagger of Kazakh names on KazNERD and score it: an averaged perceptron.

python -m oqiga.train.kazakh_ner train ../shared/data/kaznerd src/oqiga/read/kk/weights/names.npz
python -m oqiga.train.kazakh_ner score ../shared/data/kaznerd/dev.jsonl
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from oqiga.read.kk.entities import OFFSETS, Tagger, features, hashed, tagger

_EPOCHS = 8
_SEED = 7
_RAREST = 2
"""Features seen less often than this are left out."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence with its BIO tags."""

    tokens: list[str]
    tags: list[str]


def read(path: Path) -> list[Tagged]:
    """Return the sentences of a file of KazNERD."""
    with path.open(encoding="utf-8") as lines:
        return [Tagged(row["tokens"], row["tags"]) for row in map(json.loads, lines)]


def train(sentences: Sequence[Tagged]) -> Tagger:
    """Return a tagger fitted to the sentences; the same ones always give the same tagger."""
    tags = sorted({tag for sentence in sentences for tag in sentence.tags})
    number = {tag: place for place, tag in enumerate(tags)}
    rows, keys = _rows(sentences)
    gold = [[number[tag] for tag in sentence.tags] for sentence in sentences]
    votes, moves = _fit(rows, gold, len(keys), len(tags))
    scale = 120 / max(float(np.abs(votes).max()), 1e-9)
    kept = np.abs(np.rint(votes * scale)).max(axis=1) >= 1
    order = np.argsort(keys[kept])
    packed = np.rint(votes[kept] * scale).astype(np.int8)[order]
    return Tagger(keys[kept][order], packed, (moves * scale).astype(np.float32), tags)


def _rows(sentences: Sequence[Tagged]) -> tuple[list[list[np.ndarray]], np.ndarray]:
    """Return for each word the numbers of its features, and the hashes they stand for."""
    hashes = [
        [
            [
                hashed(each, offset)
                for offset in OFFSETS
                if 0 <= place + offset < len(sentence.tokens)
                for each in features(sentence.tokens[place + offset], offset, first=place + offset == 0)
            ]
            for place in range(len(sentence.tokens))
        ]
        for sentence in sentences
    ]
    counted = Counter(each for words in hashes for word in words for each in word)
    kept = sorted(each for each, count in counted.items() if count >= _RAREST)
    place_of = {each: place for place, each in enumerate(kept)}
    rows = [
        [np.array([place_of[each] for each in word if each in place_of], dtype=np.int32) for word in words]
        for words in hashes
    ]
    return rows, np.array(kept, dtype=np.uint32)


def _fit(
    rows: list[list[np.ndarray]], gold: list[list[int]], features_known: int, tags_known: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return averaged votes of features and of the tag before."""
    votes = np.zeros((features_known, tags_known), dtype=np.float32)
    moves = np.zeros((tags_known + 1, tags_known), dtype=np.float32)
    votes_sum, moves_sum = np.zeros_like(votes), np.zeros_like(moves)
    order, step = list(range(len(rows))), 0
    shuffle = random.Random(_SEED)
    for _ in range(_EPOCHS):
        shuffle.shuffle(order)
        for sentence in order:
            before = tags_known
            for word, right in zip(rows[sentence], gold[sentence], strict=True):
                step += 1
                chosen = int((votes[word].sum(axis=0) + moves[before]).argmax())
                for tag, sign in ((right, 1.0), (chosen, -1.0)) if chosen != right else ():
                    votes[word, tag] += sign
                    votes_sum[word, tag] += sign * step
                    moves[before, tag] += sign
                    moves_sum[before, tag] += sign * step
                before = chosen
    return votes - votes_sum / step, moves - moves_sum / step


def score(model: Tagger, sentences: Sequence[Tagged]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 of whole names, by class and "all"."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for sentence in sentences:
        told = names_of(model.tag(sentence.tokens))
        true = names_of(sentence.tags)
        for names, counter in ((told, found), (true, wanted), (told & true, right)):
            for _, _, kind in names:
                counter[kind] += 1
                counter["all"] += 1
    return {kind: _rates(right[kind], found[kind], wanted[kind]) for kind in sorted(wanted)}


def _rates(right: int, found: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def names_of(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the names that BIO tags mark: first word, end, class."""
    found, start, kind = set(), 0, ""
    for place, tag in enumerate([*tags, "O"]):
        begins, _, named = tag.partition("-")
        if kind and (begins != "I" or named != kind):
            found.add((start, place, kind))
            kind = ""
        if begins == "B" or (begins == "I" and not kind):
            start, kind = place, named
    return found


def main(arguments: Sequence[str]) -> None:
    """Train and save, or score the saved tagger on a file."""
    if arguments[0] == "train":
        folder = Path(arguments[1])
        model = train(read(folder / "train.jsonl"))
        target = Path(arguments[2])
        target.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            target, keys=model.keys, votes=model.votes, moves=model.moves, tags=np.array(model.tags)
        )
        return
    for kind, (precision, recall, f1) in score(tagger(), read(Path(arguments[1]))).items():
        sys.stdout.write(f"{kind:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
