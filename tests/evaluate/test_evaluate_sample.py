from oqiga.evaluate.sample import sample


def documents(*names):
    return [{"id": name} for name in names]


def test_a_sample_does_not_depend_on_the_order_of_the_file():
    one = sample(documents(*"abcdefgh"), id_field="id", size=3)
    other = sample(documents(*"hgfedcba"), id_field="id", size=3)
    assert one == other
    assert len(one) == 3


def test_a_larger_sample_holds_the_smaller_one():
    assert sample(documents(*"abcdefgh"), id_field="id", size=5)[:3] == sample(
        documents(*"abcdefgh"), id_field="id", size=3
    )


def test_a_small_file_is_taken_whole():
    assert len(sample(documents("a", "b"), id_field="id", size=9)) == 2
