import math
from dataclasses import replace

import numpy as np
import pytest

from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.forest import Forest
from oqiga.read.templates.looks import Look
from oqiga.read.templates.trained import load_forests, save_forests


def forest():
    """Two trees: the first asks whether `size` is at most 2, the second is one leaf."""
    return Forest(
        names=np.array(["size"]),
        roots=np.array([0, 3], np.int32),
        asked=np.array([0, -1, -1, -1], np.int16),
        bound=np.array([2.0, 0, 0, 0], np.float32),
        low=np.array([1, -1, -1, -1], np.int32),
        high=np.array([2, -1, -1, -1], np.int32),
        chance=np.array([0.5, 0.0, 1.0, 0.5], np.float32),
    )


def test_trees_are_averaged():
    small, large = forest().log_odds([{"size": 2.0}, {"size": 3.0, "unknown": 9.0}])
    assert (small, large) == pytest.approx((math.log(1 / 3), math.log(3)), abs=1e-5)


def test_a_feature_that_is_missing_counts_as_nothing():
    assert forest().log_odds([{}]) == forest().log_odds([{"size": 0.0}])
    assert forest().log_odds([]) == []


def test_forests_are_kept(tmp_path):
    look = Look({}, dict.fromkeys(ROLES, forest()))
    later = Look({}, dict.fromkeys(ROLES, replace(forest(), bound=np.array([9.0, 0, 0, 0], np.float32))))
    save_forests((look, later), tmp_path / "forests.npz")
    first, second = load_forests(tmp_path / "forests.npz")
    assert set(first) == set(second) == set(ROLES)
    assert first["weapon"].log_odds([{"size": 3.0}]) == forest().log_odds([{"size": 3.0}])
    assert second["weapon"].log_odds([{"size": 3.0}]) == forest().log_odds([{"size": 1.0}])
