"""Who does it and to whom: numbers on both sides of a verb, hostages who die, fighters called the enemy's, none lost."""

import pytest

from tolling import short, tolls

TOLLS = {
    "Около 30 осуждённых, вооружившись ножами, взяли в заложники двух охранников.": ["abducted civilians 2"],
    "Находившиеся в машине лица открыли огонь и были ликвидированы ответным огнём.": [],
    "Службы безопасности ликвидировали 70 вражеских бойцов.": ["killed attackers 70"],
    "Число погибших в результате терактов в республике правоохранителей выросло до семи.": [
        "killed police 7"
    ],
    "Число жертв нападения боевиков выросло до 15.": ["killed all 15"],
    "Погибли девять заложников и четверо сотрудников спецслужб.": [
        "killed all 9",
        "killed security_forces 4",
    ],
    "Террористы удерживали в здании 1128 заложников.": ["abducted all 1128"],
    "Боевики захватили 40 тел из морга.": [],
    "Боевики схватили пятерых жителей и лишили их жизни.": ["abducted civilians 5", "killed civilians 5"],
    "Боевики лишили жизни пятерых жителей.": ["killed civilians 5"],
    "Менее 80 учеников и 5 учителей были похищены боевиками.": [
        "abducted children 0-79",
        "abducted civilians 5",
    ],
    "При проведении спецоперации потерь среди личного состава не допущено.": ["killed security_forces 0"],
    "По предварительным данным, пострадавших не зафиксировано.": ["injured all 0"],
    "Новых терактов не допущено.": [],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_tolls_of_a_sentence(text, expected):
    assert [short(each) for each in tolls(text, "ru")] == expected
