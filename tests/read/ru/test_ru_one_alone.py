"""Whom nobody named harms, among whom there are none, what did not come off, ages told in a list."""

import pytest

from oqiga.model.report import Report
from oqiga.read.events import find_events
from oqiga.read.reader import make_context, read_report
from oqiga.read.tolls import find_tolls
from tolling import short, tolls

TOLLS = {
    "Её супруга похитили со двора дома и увезли в багажнике.": ["abducted all 1"],
    "Дочь бизнесмена похитили вечером.": ["abducted children 1"],
    "Боевик с сообщниками напали на пост и убили двух солдат.": ["killed military 2"],
    "Полицейский и его брат застрелили соседа.": ["killed all 1"],
    "Один полицейский убит. Жертв и пострадавших среди мирного населения нет.": [
        "killed police 1",
        "killed civilians 0",
        "injured civilians 0",
    ],
    "Жертв среди гражданских лиц нет.": ["killed civilians 0"],
    "Жертв нет.": ["killed victims 0"],
    "Задержать экс-президента не удалось.": [],
    "Полиция проводит мероприятия по задержанию двух подозреваемых.": [],
    "Сотрудниками КНБ проведена специальная операция по задержанию четырёх членов радикальной группы.": [],
    "В ходе операции по ликвидации двух боевиков погиб полицейский.": ["killed police 1"],
    "Сообщается о задержании двух подозреваемых.": ["detained attackers 2"],
    "Задержать стрелка удалось лишь вечером.": ["detained attackers 1"],
    "Двое малышей, 5 и 3 лет, погибли.": ["killed children 2"],
    "Ранены трое, 12, 14 и 17 лет.": ["injured all 3"],
    "Погибли 5 полицейских и 3 солдата.": ["killed police 5", "killed military 3"],
    "Четверо раненных сотрудников МВД отправлены в больницу.": ["hospitalized police 4"],
    "Ранее сообщалось о 48 пострадавших, один из спецназовцев погиб.": [
        "injured all 48",
        "killed security_forces 1",
    ],
    "Погибли два охранника и один из нападавших.": ["killed civilians 2", "killed attackers 1"],
    "Силовики ликвидировали 18 преступников, задержали девять человек.": [
        "killed attackers 18",
        "detained all 9",
    ],
    "Полицейские обезвредили и задержали стрелка.": ["detained attackers 1"],
    "Погибли не 12, а 15 человек.": ["killed all 15"],
    "Не 12, а 15 человек погибли при взрыве.": ["killed all 15"],
    "Ранены не 12 полицейских, а 15 солдат.": ["injured military 15"],
    "Министр сказал, что погибли не 12 человек, а 15.": ["killed all 15"],
    "Погибли 12 человек, а 15 ранены.": ["killed all 12", "injured all 15"],
    "Стрелок убил двоих и застрелился.": ["killed attackers 1", "killed all 2"],
    "Преступник ранил охранника и был застрелен.": ["killed attackers 1", "injured civilians 1"],
    "Неизвестный ранил двоих прохожих и скрылся.": ["at_large attackers 1", "injured civilians 2"],
    "Мужчина расстрелял троих соседей, после чего застрелился.": ["killed attackers 1", "killed all 3"],
    "Он ударил прохожего ножом, после чего тот скончался.": ["injured civilians 1", "killed civilians 1"],
    "Нападавшие ранили двоих, погиб полицейский.": ["injured all 2", "killed police 1"],
    "Боевики убили двух полицейских и охранника.": ["killed police 2", "killed civilians 1"],
    "Из них ранены 22 полицейских и солдата.": ["injured security_forces 22"],
    "Пираты захватили капитана танкера.": ["abducted civilians 1"],
    "В Оше во вторник не менее девяти человек, в том числе семь детей, были убиты в результате стрельбы"
    " в гимназии №175 на улице Лунина на восточной окраине города.": ["killed all 9+", "killed children 7"],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_tolls_of_a_sentence(text, expected):
    assert [short(each) for each in tolls(text, "ru")] == expected


EVENTS = {
    "Вчера на участке Тарск произошёл конфликт между пограничниками, погибли трое.": ["clash"],
    "В результате приграничного конфликта погибли 13 человек.": ["clash"],
    "Инцидент с применением оружия произошёл 4 мая в Тарске.": ["gunfire"],
    "В городе запрещены митинги, погибли 16 человек.": [],
    "Власти ввели запрет на проведение митингов.": [],
    "На площади прошёл митинг.": ["protest"],
}


@pytest.mark.parametrize(("text", "kinds"), EVENTS.items(), ids=list(EVENTS))
def test_kinds_of_events(text, kinds):
    context = make_context(Report(id="r-1", text=text, language="ru", published="2020-05-10"))
    assert [each.type.value for each in find_events(context, find_tolls(context))] == kinds


BLAMED = {
    "Президент Турции Омар Беков назвал подозреваемых в совершении теракта в Оше.": [],
    "Беков назван подозреваемым в совершении теракта.": ["Беков"],
    "Теракт: следователи назвали подозреваемым Лунина.": ["Лунин"],
}


@pytest.mark.parametrize(("text", "names"), BLAMED.items(), ids=list(BLAMED))
def test_whoever_names_suspects_is_none(text, names):
    report = Report(id="r-1", text=text, language="ru")
    assert [each.perpetrator for each in read_report(report).claims if each.kind == "blame"] == names


MEASURES = {
    "После взрыва внутри мечети проводится спасательная операция, погибли двое.": [],
    "Чрезвычайное положение в штатах введено в связи с угрозой терактов.": ["state_of_emergency"],
    "В городе введён красный уровень угрозы в связи с терактом.": ["alert_level"],
}


@pytest.mark.parametrize(("text", "types"), MEASURES.items(), ids=list(MEASURES))
def test_measures_of_a_sentence(text, types):
    report = Report(id="r-1", text=text, language="ru")
    assert [each.type.value for each in read_report(report).claims if each.kind == "measure"] == types


def test_from_the_morning_of_a_day_on_is_that_day():
    text = "С самого утра 5 мая войска обстреляли Херсон."
    context = make_context(Report(id="r-1", text=text, language="ru", published="2020-05-10"))
    (event,) = find_events(context, find_tolls(context))
    assert event.time.text == "С самого утра 5 мая"
