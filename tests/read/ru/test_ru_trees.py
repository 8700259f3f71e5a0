import numpy as np
import pytest

from oqiga.read.ru.trees import tree


def scores(*rows):
    return np.array(rows, dtype=np.float32)


def leads_to_root(heads):
    for word in range(len(heads)):
        steps = 0
        while word != -1:
            word, steps = heads[word], steps + 1
            if steps > len(heads):
                return False
    return True


def test_best_governors_are_kept_when_they_make_a_tree():
    assert tree(scores([9, 0, 1, 0], [0, 9, 0, 1], [0, 0, 9, 0])) == (-1, 0, 1)


def test_a_circle_is_opened_where_it_costs_least():
    # words 1 and 2 choose each other; word 2 loses less by hanging on word 0
    assert tree(scores([9, 0, 0, 0], [0, 3, 0, 8], [0, 7, 8, 0])) == (-1, 2, 0)


def test_of_two_roots_the_better_is_kept():
    assert tree(scores([5, 0, 4], [6, 3, 0])) == (1, -1)


def test_a_sentence_without_root_gets_one():
    assert -1 in tree(scores([0, 0, 5], [1, 5, 0]))


@pytest.mark.parametrize("seed", range(40))
def test_any_scores_give_a_tree_with_one_root(seed):
    rng = np.random.default_rng(seed)
    size = int(rng.integers(1, 30))
    drawn = rng.normal(size=(size, size + 1)).astype(np.float32)
    drawn[np.arange(size), np.arange(size) + 1] = -100  # no word governs itself
    heads = tree(drawn)
    assert heads.count(-1) == 1
    assert leads_to_root(heads)
