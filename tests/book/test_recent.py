import pytest

from oqiga.book.recent import Recent


@pytest.mark.parametrize(
    ("used", "left"),
    [
        ((), {"b", "c"}),
        (("a",), {"a", "c"}),
        (("a", "b"), {"b", "c"}),  # a was used before b, both before c came
    ],
)
def test_what_was_not_used_for_longest_is_forgotten(used, left):
    kept = Recent(2)
    kept.keep("a", 1)
    kept.keep("b", 2)
    for key in used:
        kept.get(key)
    kept.keep("c", 3)
    assert {key for key in "abc" if kept.get(key) is not None} == left


def test_the_bound_is_of_weight_and_what_is_replaced_weighs_nothing():
    kept = Recent(10)
    kept.keep("a", "x", 6)
    kept.keep("a", "y", 4)
    kept.keep("b", "z", 6)
    assert (kept.get("a"), kept.get("b"), kept.weight) == ("y", "z", 10)
    kept.keep("c", "w", 1)
    assert (len(kept), kept.weight, kept.get("a")) == (2, 7, None)


def test_one_that_is_heavier_than_the_bound_is_kept_alone():
    kept = Recent(3)
    kept.keep("a", 1)
    kept.keep("b", 2, 50)
    assert (len(kept), kept.get("b")) == (1, 2)
