"""Growing forests of decision trees that judge candidates beside the logistic models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier

from oqiga.read.templates.forest import Forest

Table = Mapping[str, float]
_TREES = 80
_SEED = 1
_HIGHEST = 12
_FEWEST = 4
_SHARE = 0.25
"""Trees of a forest; levels of a tree; candidates in a leaf; features that a node may choose from."""


def grow(tables: Sequence[Table], wanted: Sequence[bool]) -> Forest:
    """Grow one forest over features as they are."""
    names = _names(tables)
    return _forest(names, _fit(_values(tables, names), wanted))


def crossed_forest(tables: Sequence[Table], wanted: Sequence[bool], folds: Sequence[int]) -> list[float]:
    """Return the log odds of each row from a forest grown without the rows of its fold."""
    names = _names(tables)
    values, right, fold_of = _values(tables, names), np.array(wanted), np.array(folds)
    odds = [0.0] * len(tables)
    for fold in sorted(set(folds)):
        forest = _forest(names, _fit(values[fold_of != fold], right[fold_of != fold]))
        places = np.flatnonzero(fold_of == fold).tolist()
        for place, value in zip(places, forest.log_odds([tables[i] for i in places]), strict=True):
            odds[place] = value
    return odds


def _names(tables: Sequence[Table]) -> list[str]:
    return sorted({name for table in tables for name in table})


def _values(tables: Sequence[Table], names: Sequence[str]) -> Any:
    return np.array([[table.get(name, 0.0) for name in names] for table in tables], np.float32)


def _fit(values: Any, wanted: Sequence[bool]) -> Any:
    return ExtraTreesClassifier(
        n_estimators=_TREES,
        max_depth=_HIGHEST,
        min_samples_leaf=_FEWEST,
        max_features=_SHARE,
        random_state=_SEED,
    ).fit(values, wanted)


def _forest(names: Sequence[str], model: Any) -> Forest:
    trees = [each.tree_ for each in model.estimators_]
    counts = [tree.node_count for tree in trees]
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    yes = list(model.classes_).index(True) if True in model.classes_ else None
    chances = [
        np.zeros(tree.node_count) if yes is None else tree.value[:, 0, yes] / tree.value[:, 0].sum(axis=1)
        for tree in trees
    ]
    return Forest(
        names=np.array(names),
        roots=starts.astype(np.int32),
        asked=np.concatenate([np.maximum(tree.feature, -1) for tree in trees]).astype(np.int16),
        bound=np.concatenate([tree.threshold for tree in trees]).astype(np.float32),
        low=np.concatenate(
            [tree.children_left + start for tree, start in zip(trees, starts, strict=True)]
        ).astype(np.int32),
        high=np.concatenate(
            [tree.children_right + start for tree, start in zip(trees, starts, strict=True)]
        ).astype(np.int32),
        chance=np.concatenate(chances).astype(np.float32),
    )
