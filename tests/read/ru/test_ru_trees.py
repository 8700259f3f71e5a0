import random

import numpy as np
import pytest

from oqiga.read.ru.relations import reshape
from oqiga.read.ru.trees import circle, tree
from oqiga.read.ru.word import Word


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


WORDS = (
    ("террорист", "NOUN", "Case=Nom"), ("человек", "NOUN", "Case=Gen"), ("десятки", "NOUN", "Case=Nom"),
    ("менее", "ADV", ""), ("чем", "SCONJ", ""), ("40", "NUM", ""), ("погибли", "VERB", "VerbForm=Fin"),
    ("ранены", "VERB", "Voice=Pass"), ("до", "ADP", ""), ("и", "CCONJ", ""), ("Марат", "PROPN", "Case=Nom"),
    ("обвинил", "VERB", "VerbForm=Fin"), ("раненый", "ADJ", "Case=Gen"),
)  # fmt: skip
DEPS = (
    "nsubj", "obj", "nmod", "obl", "conj", "cc", "case", "amod", "nummod", "appos", "ccomp", "parataxis",
    "flat:name", "acl", "advmod",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(150))
def test_any_tree_is_a_tree_again_in_the_common_shape(seed):
    drawn = random.Random(seed)
    size = drawn.randint(2, 25)
    order = drawn.sample(range(size), size)
    heads = {word: drawn.choice(order[:rank]) if rank else -1 for rank, word in enumerate(order)}
    words = []
    for position in range(size):
        text, pos, feats = drawn.choice(WORDS)
        dep = drawn.choice(DEPS) if heads[position] >= 0 else "root"
        words.append(Word(text, pos, pos, frozenset({feats} - {""}), text, dep, heads[position]))
    reshape(words)
    assert circle([word.head for word in words]) is None


def test_a_noun_before_what_it_hangs_on_does_not_take_its_place():
    # «террорист Марат … раненых»: as the parser may take it, the first word hanging on the name behind it
    words = [
        Word("террорист", "NOUN", "NOUN", frozenset(), "террорист", "amod", 1),
        Word("Марат", "PROPN", "PROPN", frozenset(), "марат", "nmod", 3),
        Word("подорвал", "VERB", "VERB", frozenset(), "подорвать", "root", -1),
        Word("устройства", "NOUN", "NOUN", frozenset(), "устройство", "obl", 2),
    ]
    reshape(words)
    assert [word.head for word in words] == [1, 3, -1, 2]
