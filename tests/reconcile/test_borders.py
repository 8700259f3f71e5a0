"""Clashes at the border of two lands, and sides of a land that others may lie in."""

from dataclasses import replace

import pytest

from oqiga.reconcile.borders import border_in, borders_compared
from oqiga.reconcile.compare import compare
from oqiga.reconcile.sketching import sketches_of
from told import event, place, report


@pytest.mark.parametrize(
    ("text", "border"),
    [
        ("Fighting goes on at the Kyrgyz-Tajik border.", ("KG", "TJ")),
        ("Kyrgyzstan says that its border guards were shot at from Tajikistan.", ("KG", "TJ")),
        ("На кыргызско-таджикской границе погибли двое.", ("KG", "TJ")),
        ("Бой шёл на границе Чада и Камеруна. На границе с Чадом тихо.", ("CM", "TD")),
        ("Қырғыз-тәжік шекарасында атыс болды.", ("KG", "TJ")),
        # no border of two, or none at all
        ("The attackers fled to the border with Chad.", ()),
        ("Kyrgyzstan and Tajikistan agreed on a truce.", ()),
        ("The borders of Chad, Niger and Cameroon meet there.", ()),
        ("Fighting at the Kyrgyz-Tajik border. More at the border of Chad and Niger.", ()),
    ],
)
def test_a_border_is_that_of_the_only_two_lands_told_with_it(text, border):
    assert border_in(text) == border


def sketch(number, title, **more):
    header = replace(report(number, **more), title=title)
    (found,) = sketches_of(header, [event(f"e{number}", incident="a", places=[], day="2019-08-10")])
    return found


def test_one_border_speaks_for_one_incident_the_less_where_nothing_is_dated():
    one = sketch(1, "Clash at the Kyrgyz-Tajik border")
    other = sketch(2, "Қырғыз-тәжік шекарасындағы қақтығыс")
    elsewhere = sketch(3, "Clash at the border of Chad and Niger")
    undated = replace(other, first=None, last=None, published=None)
    assert borders_compared(one, other).score == 1.5
    assert borders_compared(one, undated).score == 0.5
    assert borders_compared(one, elsewhere).score == 0


def test_a_side_of_a_land_is_no_other_region():
    kazakhstan = {"country": "KZ", "admin1": None, "latitude": None, "longitude": None, "geonames_id": None}
    side = place(**kazakhstan, name="southern Kazakhstan", precision="region")
    town = place(
        name="Almaty", geonames_id=1526384, country="KZ", admin1="Almaty", latitude=43.25, longitude=76.9
    )
    one, other = (
        sketches_of(report(number), [event(f"e{number}", incident="a", places=[where])])[0]
        for number, where in ((1, side), (2, town))
    )
    part = next(each for each in compare(one, other).parts if each.feature == "place")
    assert part.score > 0, part.why
