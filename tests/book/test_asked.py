import pytest

from oqiga.book.asked import circle_around, kilometres_of
from oqiga.errors import UsageError


@pytest.mark.parametrize(("within", "kilometres"), [("50km", 50.0), ("800m", 0.8), ("12.5", 12.5)])
def test_distances(within, kilometres):
    assert kilometres_of(within, name="within") == kilometres


def test_wrong_words_are_named():
    with pytest.raises(UsageError, match="--within takes a distance"):
        kilometres_of("far", name="--within")
    with pytest.raises(UsageError, match="no place called"):
        circle_around("Nowhereville-on-Nothing", 5.0)
    with pytest.raises(UsageError, match="no point"):
        circle_around("95.5,57.17", 5.0)


def test_a_circle_lies_around_a_point_or_the_largest_town_of_a_name():
    point, town = circle_around("50.28,57.17", 5.0), circle_around("Aqtobe", 5.0)
    assert (point.latitude, point.longitude) == (50.28, 57.17)
    assert abs(town.latitude - point.latitude) < 0.2
