from oqiga.evaluate.tally import Tally, summarise


def test_precision_recall_and_f1():
    tally = Tally(3, 4, 6)
    assert (tally.precision, tally.recall) == (0.75, 0.5)
    assert abs(tally.f1 - 0.6) < 1e-12


def test_nothing_given_and_nothing_wanted_is_nought():
    assert Tally().f1 == 0.0


def test_tallies_are_summed_over_documents_and_the_interval_holds_the_score():
    documents = [{"killed": Tally(1, 1, 1)}] * 70 + [{"killed": Tally(0, 1, 1)}] * 30
    (score,) = summarise(documents, samples=400, seed=7)
    assert score.tally == Tally(70, 100, 100)
    assert 0.55 < score.low < 0.7 < score.high < 0.85


def test_the_interval_depends_on_the_seed_alone():
    documents = [{"a": Tally(i % 2, 1, 1)} for i in range(50)]
    assert summarise(documents, samples=100, seed=3) == summarise(documents, samples=100, seed=3)


def test_a_field_that_some_documents_lack_counts_nothing_there():
    (score,) = summarise([{"a": Tally(1, 1, 1)}, {}], samples=10, seed=1)
    assert score.tally == Tally(1, 1, 1)
