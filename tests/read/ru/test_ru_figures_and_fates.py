"""Figures of those whose fate a participle tells, ranges, nobody hurt, whose verb a number is of, killers."""

import pytest

from tolling import short, tolls

TOLLS = {
    "Полиция задержала группу лиц по подозрению в убийстве в Орске в начале ноября двух полицейских.": [],
    "Убиты около 10 вооружённых преступников, 269 провокаторов задержаны.": [
        "killed attackers 10",
        "detained attackers 269",
    ],
    "Военные и добровольцы не были убиты в ходе открытых боевых действий.": [],
    "Мирные жители не пострадали в результате обстрела.": ["injured civilians 0"],
    "Число подозреваемых, задержанных в ходе расследования, составило более 100 человек.": [
        "detained attackers 101+"
    ],
    "Число жителей, погибших при обстреле, достигло 12.": ["killed civilians 12"],
    "Около 250−260 человек погибли, 30–40 ранены.": ["killed all 250-260", "injured all 30-40"],
    "Произошёл взрыв, в результате которого погибли 22 и пострадали около 120 человек.": [
        "killed all 22",
        "injured all 120",
    ],
    "Пострадавших при этом не было.": ["injured all 0"],
    "В погоню за бандитом отправились двое полицейских. Беков застрелил их.": ["killed police 2"],
    "Погиб офицер дорожной полиции.": ["killed police 1"],
    "Погибшие опознаны. Это находившиеся в розыске Артём Лунин и Муса Беков.": [],
    "Двое скрывшихся боевиков разыскиваются.": ["at_large attackers 2"],
    "Погиб 21 человек (включая водителя убийцу).": ["killed all 21", "killed attackers 1"],
    "Погиб водитель убийцы.": ["killed civilians 1"],
    "Убиты 8 членов ОПГ.": ["killed attackers 8"],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_tolls_of_a_sentence(text, expected):
    assert [short(each) for each in tolls(text, "ru")] == expected
