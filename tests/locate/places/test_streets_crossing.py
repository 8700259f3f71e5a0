"""Streets that are called after towns, where they cross and where they are named again."""

import pytest

from oqiga.locate.places import find_places
from oqiga.read.languages import language_pack


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Взрыв на пересечении улиц Горького и Панфилова в Бишкеке.", {"Бишкек"}),
        ("Дом в районе улиц Горького - Панфилова оцеплен.", set()),
        ("Проезд по улице Панфилова ниже Горького и улице Горького от Панфилова закрыт.", set()),
        ("На улицы Оша вышли люди.", {"Ош"}),
        ("На улице Москвы прогремел взрыв, полиция Москвы закрыла центр.", {"Москва"}),
        ("Колонна ушла в Горький.", {"Горький"}),
    ],
)
def test_streets_called_after_towns_are_no_towns(text, names):
    assert {each.place.name for each in find_places(language_pack("ru").parse(text))} == names
