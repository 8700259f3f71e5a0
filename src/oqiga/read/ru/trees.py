"""From scores of single arcs to a tree: one root, no circles.

The best governor of each word, chosen alone, is a tree in most sentences. Where it is not, the arcs that
cost least are moved.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from oqiga.read.ru.weights import Floats


def tree(scores: Floats) -> tuple[int, ...]:
    """Return the position of each word's governor, -1 for the one root.

    scores: [word, governor], the first column for the root.
    """
    heads = scores.argmax(axis=1) - 1
    _keep_one_root(heads, scores)
    while (found := circle(heads)) is not None:
        _open(found, heads, scores)
    return tuple(int(head) for head in heads)


def circle(heads: Sequence[int] | NDArray[np.int64]) -> list[int] | None:
    """Return the words of one circle, None when every word leads to the root. heads: -1 at the root."""
    settled: set[int] = set()
    for start in range(len(heads)):
        path, word = [], start
        on_path: set[int] = set()
        while word != -1 and word not in settled and word not in on_path:
            path.append(word)
            on_path.add(word)
            word = int(heads[word])
        if word in on_path:
            return path[path.index(word) :]
        settled |= on_path
    return None


def _keep_one_root(heads: NDArray[np.int64], scores: Floats) -> None:
    roots = np.flatnonzero(heads == -1)
    if len(roots) == 1:
        return
    if len(roots) == 0:
        heads[scores[:, 0].argmax()] = -1
        return
    kept = roots[scores[roots, 0].argmax()]
    for root in roots:
        if root != kept:
            heads[root] = _best_outside(int(root), heads, scores)


def _open(found: list[int], heads: NDArray[np.int64], scores: Floats) -> None:
    """Give the word of the circle that loses least by it a governor outside."""
    moves = []
    for word in found:
        governor = _best_outside(word, heads, scores)
        moves.append((float(scores[word, heads[word] + 1] - scores[word, governor + 1]), word, governor))
    _, word, governor = min(moves)
    heads[word] = governor


def _best_outside(word: int, heads: NDArray[np.int64], scores: Floats) -> int:
    """Return the best governor of `word` among the words that it does not itself govern."""
    allowed = scores[word].copy()
    allowed[0] = -np.inf
    below = _below(word, heads)
    allowed[[other + 1 for other in below]] = -np.inf
    return int(allowed.argmax()) - 1


def _below(word: int, heads: NDArray[np.int64]) -> set[int]:
    children: dict[int, list[int]] = {}
    for child, head in enumerate(heads):
        children.setdefault(int(head), []).append(child)
    found, waiting = {word}, [word]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found
