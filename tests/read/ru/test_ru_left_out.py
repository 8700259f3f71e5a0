"""Tolls whose sentence leaves something out, and among whom there were none."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import make_context
from oqiga.read.tolls import find_tolls

TOLLS = {
    "По данным ООН, за полгода было убито или ранено около 2900 человек.": [],
    "Средствами ПВО уничтожено 17 воздушных целей.": [],
    "Уничтожены 12 боевых машин и 40 единиц техники.": [],
    "Возбуждено дело по статьям «Убийство», «Хулиганство» и «Похищение человека».": [],
    "Подсудимый покушался на убийство брата.": [],
    "За ночь уничтожено 14 боевиков.": ["killed attackers 14 14"],
    "Состояние шестерых оценивается как тяжёлое.": ["injured all 6 6"],
    "Состояние ещё четверых человек остаётся критическим: врачи больницы борются за их жизнь.": [
        "injured all 4 4"
    ],
    "Состояние дорог в двух районах тяжёлое.": [],
    "Состояние здоровья президента стабильное.": [],
    "Сначала сообщалось о 220 пострадавших, к вечеру уже о 353.": [
        "injured all 220 220",
        "injured all 353 353",
    ],
    "Сообщалось о 220 пострадавших и о 12 домах.": ["injured all 220 220"],
    "Один из нападавших убит, ещё одного преследуют.": ["killed attackers 1 1", "at_large attackers 1 1"],
    "Один полицейский погиб, второй ранен и госпитализирован.": [
        "killed police 1 1",
        "injured police 1 1",
        "hospitalized police 1 1",
    ],
    "Среди дипломатов пострадавших нет.": ["injured officials 0 0"],
    "Пострадавших среди мирного населения нет.": ["injured civilians 0 0"],
    "По меньшей мере, 39 человек погибли.": ["killed all 39 None"],
    "Погиб 24-летний террорист.": ["killed attackers 1 1"],
    "Сообщалось о трёх раненых полицейских.": ["injured police 3 3"],
    "В больнице пять раненых военнослужащих и двое убитых полицейских.": [
        "hospitalized military 5 5",
        "killed police 2 2",
    ],
    "Погибли пять полицейских, 12, по словам врачей, получили ранения.": [
        "killed police 5 5",
        "injured all 12 12",
    ],
    "Один из боевиков успел подорвать себя, в результате погиб сотрудник полиции.": [
        "killed attackers 1 1",
        "killed police 1 1",
    ],
    "Убиты 5 человек, в том числе гражданские и военнослужащие.": ["killed all 5 5"],
    "Вчера был ранен полковник милиции.": ["injured police 1 1"],
    "Погибли, по меньшей мере, 14 человек.": ["killed all 14 None"],
    "Пострадали как минимум ещё четверо.": ["injured all 4 None"],
    "Нападавшие скрылись. Их было двое.": ["involved attackers 2 2"],
    "По сообщениям СМИ, боевиков было пятеро.": ["involved attackers 5 5"],
    "Жители вышли на улицы. Их было двое.": [],
    "В перестрелке погиб один правоохранитель и один из нападавших.": [
        "killed police 1 1",
        "killed attackers 1 1",
    ],
    "Теракт осуществили два смертника.": ["involved attackers 2 2"],
    "Четверо раненых были перевезены в городскую больницу.": ["hospitalized all 4 4"],
    "Неизвестные напали на морг и похитили более 40 тел.": [],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_a_sentence_gives_its_tolls(text, expected):
    context = make_context(Report(id="r-1", text=text, language="ru", published="2016-06-06T12:00:00+05:00"))
    found = [f"{toll.outcome} {toll.group} {toll.low} {toll.high}" for toll in find_tolls(context)]
    assert found == expected
