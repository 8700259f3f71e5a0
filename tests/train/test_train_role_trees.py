import pytest

pytest.importorskip("sklearn")

from oqiga.train.roles.trees import crossed_forest, grow

TABLES = [{"size": float(n), "noise": float(n % 3)} for n in range(80)]
WANTED = [n >= 40 for n in range(80)]


def test_a_grown_forest_parts_what_it_was_shown():
    low, high = grow(TABLES, WANTED).log_odds([{"size": 5.0}, {"size": 75.0}])
    assert low < 0 < high


def test_a_forest_that_saw_one_answer_gives_it():
    assert grow(TABLES, [False] * 80).log_odds([{"size": 5.0}])[0] < -5
    assert grow(TABLES, [True] * 80).log_odds([{"size": 5.0}])[0] > 5


def test_a_crossed_forest_never_saw_its_own_rows():
    folds = [int(n >= 60) for n in range(80)]
    odds = crossed_forest(TABLES, WANTED, folds)
    assert min(odds[:60]) > 5  # grown on rows that were all wanted
    assert min(odds[60:]) > 0
