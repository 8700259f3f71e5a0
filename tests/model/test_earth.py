import pytest

from oqiga.model.earth import kilometres


@pytest.mark.parametrize(
    ("points", "distance"),
    [
        ((50.28, 57.17, 50.28, 57.17), 0.0),
        ((51.18, 71.45, 43.25, 76.95), 972.0),  # Astana to Almaty
        ((0.0, 0.0, 0.0, 180.0), 20015.1),
        ((0.0, 179.5, 0.0, -179.5), 111.2),
    ],
)
def test_distances_are_great_circles(points, distance):
    assert kilometres(*points) == pytest.approx(distance, rel=0.005)
