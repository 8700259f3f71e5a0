"""Whom a figure is of: pronouns for those counted, staff of a force told before, the dead of a trial."""

import pytest

from tolling import short, tolls

TOLLS = {
    "Дело возбудили по ст. 105 УК РФ (убийство двух и более лиц).": [],
    "Взрыв унёс жизни 14 человек, более 30 получили травмы.": ["killed all 14", "injured all 31+"],
    "Устройство, закреплённое на теле одного из смертников, взорвалось не полностью.": [],
    "Террорист был ранен, и его арестовали.": ["injured attackers 1", "detained attackers 1"],
    "Нападавший не погиб, а лишь был ранен, и его удалось арестовать.": [
        "injured attackers 1",
        "detained attackers 1",
    ],
    "После нападения студент застрелился.": ["killed civilians 1"],
    "Грузовик протаранил толпу, 14 человек погибли, водителя застрелили.": [
        "killed all 14",
        "killed attackers 1",
    ],
    "Группа вооружённых людей окружила около 30 местных жителей и застрелила их.": ["killed civilians 30"],
    "Сотрудники полиции задерживали его. Мужчина сопротивлялся, ударив ножом одного из сотрудников.": [
        "injured police 1"
    ],
    "Сотрудники полиции прибыли в банк. Ранен сотрудник банка.": ["injured civilians 1"],
    "Госпиталь принял 12 раненых.": ["hospitalized all 12"],
    "Силовики выдали ордер на арест ещё одного выходца из долины.": [],
    "Спецслужба задержала семерых членов законспирированной ячейки.": ["detained attackers 7"],
    "Полиция ищет подозреваемого в убийстве четырёх человек, двое из которых дети.": [
        "killed all 4",
        "killed children 2",
    ],
    "Суд приговорил его за убийство троих детей.": ["killed children 3"],
    "Он обвиняется в убийстве двух и более лиц.": [],
    "Его подозревают в покушении на убийство двух полицейских.": [],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_tolls_of_a_sentence(text, expected):
    found = [short(each) for each in tolls(text, "ru")]
    assert [each for each in found if not each.startswith("at_large")] == expected
