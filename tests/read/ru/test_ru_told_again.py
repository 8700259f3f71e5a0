"""Whom Russian figures take up: the one told last, the next of those before, numbers told in their order."""

import pytest

from tolling import told, tolls

TOLLS = {
    "Мужчина напал на пост - он с ножом набросился на одного из полицейских, тот скончался в больнице.": [
        "killed police 1"
    ],
    "Стрелок напал на прохожего. Тот погиб на месте.": ["killed civilians 1"],
    "Полицейский выстрелил в нападавшего, тот умер на месте.": ["killed attackers 1"],
    "Тот, кто ранил полицейского, скрылся.": ["injured police 1"],
    "Погибли и ранены 8 и 2 человека соответственно.": ["killed all 8", "injured all 2"],
    "Убиты и ранены соответственно 8 и 2 человека.": ["killed all 8", "injured all 2"],
    "Число погибших и раненых составило 8 и 2 человека соответственно.": ["killed all 8", "injured all 2"],
    "В Орске и Омске погибли 8 и 2 военных соответственно.": ["killed military 8", "killed military 2"],
    "Один полицейский погиб. Второй госпитализирован.": ["killed police 1", "hospitalized police 1"],
    "Двоих нападавших убили прибывшие полицейские. Ещё одного задержали.": [
        "killed attackers 2",
        "detained attackers 1",
    ],
    "Пострадали два сотрудника полиции. Один был ранен в шею.": ["injured police 2", "injured police 1"],
    "Убиты двое боевиков. Ещё трое ранены.": ["killed attackers 2", "injured all 3"],
    "Убиты двое боевиков. Один ранен.": ["killed attackers 2", "injured all 1"],
    "В больницах 12 раненых, трое в тяжёлом состоянии.": ["hospitalized all 12", "injured all 3"],
    "В больнице 12 человек, трое — в тяжёлом состоянии.": ["hospitalized all 12", "hospitalized all 3"],
    "Теракт произошёл возле больницы 12.": [],
    "Расстреляв двух находившихся в доме милиционеров, нападавший скрылся.": [
        "killed police 2",
        "at_large attackers 1",
    ],
    "Газета пишет, что убитых не менее 20 человек.": ["killed all 20+"],
    "Погибли 14 человек, пострадавшими признаны 60.": ["killed all 14", "injured all 60"],
    "Сообщили о ранении 5 человек в результате перестрелок – двоих военнослужащих и троих местных жителей.": [
        "injured all 5",
        "injured military 2",
        "injured civilians 3",
    ],
    "Четверо были убиты. Один из сдавшихся участников нападения — Беков, заявил, что он состоит в партии.": [
        "killed all 4"
    ],
    "Из четверых подозреваемых трое уже за решёткой, а Тимур Беков скрывается.": ["at_large attackers 1"],
    "Подозреваемый стрелок, 14-летний ученик, сдался полиции и был задержан, сообщает газета.": [
        "detained attackers 1"
    ],
    "В результате провокации орской стороны 3 военнослужащих получили ранение.": ["injured military 3"],
    "Рядовой Лунин получил смертельное огнестрельное ранение.": ["killed military 1"],
    "Пострадали глава орского минюста и несколько членов парламента.": [
        "injured officials 1",
        "injured officials 2+",
    ],
    "Группу обвиняют в причастности к убийству велотуристов.": [],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_tolls_of_a_sentence(text, expected):
    assert told(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("В Орске и Омске погибли 8 и 2 военных соответственно.", ["subset", "subset"]),
        ("Погибли и ранены 8 и 2 человека соответственно.", ["total", "total"]),
        ("В больнице 12 человек, трое — в тяжёлом состоянии.", ["total", "subset"]),
    ],
)
def test_numbers_of_one_outcome_are_parts(text, counts):
    assert [each.counts.value for each in tolls(text, "ru")] == counts
