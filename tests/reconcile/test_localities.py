"""Villages and valleys that no gazetteer knows: named by their nouns, compared by name across scripts."""

import pytest

from oqiga.reconcile.blocks import keys_of
from oqiga.reconcile.compare import compare
from oqiga.reconcile.localities import localities
from oqiga.reconcile.naming import skeleton
from oqiga.reconcile.sketching import sketches_of
from told import event, place, report

UNKNOWN = {"country": None, "admin1": None, "latitude": None, "longitude": None, "geonames_id": None}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen raided the village of Tarskovo in the north.", {"Tarskovo"}),
        ("Gunmen raided Tarskovo, a village of herders near Osh.", {"Tarskovo"}),
        ("Soldiers fought in the Tarskovo Valley on Monday.", {"Tarskovo"}),
        ("A clash in the Tarskovo district left two dead.", {"Tarskovo"}),
        ("Боевики напали на деревню Тарсково в Мали.", {"Тарсково"}),
        ("Бой начался в долине Тарсково, сообщили в Оше.", {"Тарсково"}),
        ("Наезд произошёл на территории Тарсковского района.", {"Тарсков"}),
        ("Тарсково ауылында үш адам қаза тапты.", {"Тарсково"}),
        # of people, of a side of the compass, of a large town, or of nothing at all
        ("They killed 20 in a village of Tarskovo herders.", set()),
        ("An attack in a Tarskovo village. Tarskovo hunters were blamed.", set()),
        ("A blast in the Northern district and in the Kabul district.", set()),
        ("Стрельба в Баткенском районе и в селе Северное.", set()),
        ("Взрыв в селе под Бишкеком, в районе рынка.", set()),
        ("Askar Bekovich, a village elder, said so.", set()),
        ("A village where Bekov lived was burned down.", set()),
        ("Attackers came to the village. Tarskovo is a name.", set()),
    ],
)
def test_a_locality_is_a_name_beside_its_noun(text, names):
    assert set(localities(text, (), ())) == {skeleton(name) for name in names}


def test_what_claims_are_placed_in_is_a_locality_where_the_gazetteer_lacks_it():
    unknown = place(**UNKNOWN, name="Tarskovo")
    assert localities("Bandits attacked Tarskovo at dawn.", (unknown,), ()) == (skeleton("Tarskovo"),)
    assert localities("Bandits attacked Tarskovo at dawn.", (unknown,), (skeleton("Tarskovo"),)) == ()
    assert localities("Bandits attacked Tarskovo herders.", (unknown,), ()) == ()


def sketch(number, title, text):
    header = report(number, text=text, title=title, published=None)
    (found,) = sketches_of(header, [event(f"e{number}", incident="a", places=[], day=None)])
    return found


def test_two_reports_that_name_one_village_in_two_scripts_are_of_one_place():
    one = sketch(1, "Raid", "Bandits raided the village of Dzhangebe. The army was sent.")
    other = sketch(2, "Налёт", "Боевики напали на село Джангебе. Туда направлены военные.")
    told = sketch(3, "Raid", "Bandits came to Jangebe at night. The army was sent.")
    elsewhere = sketch(4, "Raid", "Bandits raided the village of Tarskovo. The army was sent.")
    assert points(one, other) == points(one, told) == 3.0
    assert points(one, elsewhere) == 0


def test_a_letter_that_is_written_h_and_g_makes_no_other_village():
    one = sketch(1, "Strike", "A missile hit the village of Hlibovo. The army was sent.")
    other = sketch(2, "Удар", "Ракета попала в село Глибово. Туда направлены военные.")
    elsewhere = sketch(3, "Удар", "Ракета попала в село Хлопово. Туда направлены военные.")
    assert points(one, other) == 3.0
    assert points(one, elsewhere) == 0


def points(left, right):
    return next(part.score for part in compare(left, right).parts if part.feature == "place")


def test_a_place_that_no_gazetteer_knows_is_sought_under_its_name_whatever_land_it_is_taken_for():
    there, elsewhere = (
        sketches_of(
            report(number, text="Bandits raided Tarskovo at dawn.", published=None),
            [event("e", incident="a", places=[place(**{**UNKNOWN, "country": land}, name="Tarskovo")])],
        )[0]
        for number, land in ((1, "NG"), (2, "NE"))
    )
    assert set(keys_of(there).sought) & set(keys_of(elsewhere).filed)
    assert set(keys_of(elsewhere).sought) & set(keys_of(there).filed)
