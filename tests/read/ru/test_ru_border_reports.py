"""What reports of border clashes and strikes say: wounds, thousands, names, claimants, peoples."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import make_context, read_report
from oqiga.read.tolls import find_tolls


def report(text):
    return Report(id="r-1", text=text, language="ru", published="2024-03-05")


TOLLS = {
    # wounds that somebody has, without a verb of getting them
    "В больницу доставлены трое: у двоих осколочные ранения, у одного огнестрельное ранение.": [
        "hospitalized 3 3",
        "injured 1 1",
        "injured 2 2",
    ],
    "У четверых диагностированы переломы.": ["injured 4 4"],
    "У двоих военных ранений нет.": [],
    "Среди пострадавших и двое сотрудников полиции.": ["injured 2 2"],
    # thousands
    "Из района эвакуированы 86 тыс. 340 граждан.": ["evacuated 86340 86340"],
    "Из них 73,4 тыс. эвакуированы в соседний район.": ["evacuated 73400 73400"],
    # who is caught by another
    "Стрелок скрылся, но вскоре полиции удалось его арестовать.": ["at_large 1 1", "detained 1 1"],
    "Нападавший ранил охранника, после чего полицейские его застрелили.": ["injured 1 1"],
    # names and subjects
    "Сафар Зурабов и Тимур Каримов были ликвидированы.": ["killed 2 2"],
    "Трое преступников были обезврежены, остальные задержаны.": ["killed 3 3"],
    "Полицейский и прохожий пострадали при обстреле, нападавшие скрылись с места.": [
        "injured 1 1",
        "injured 1 1",
    ],
    "В больнице продолжают лечиться 12 человек.": ["hospitalized 12 12"],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_a_sentence_gives_its_tolls(text, expected):
    found = find_tolls(make_context(report(text)))
    assert sorted(f"{each.outcome} {each.low} {each.high}" for each in found) == sorted(expected)


BLAME = {
    'Ответственность за него взяла на себя "Джундалла", заявив о мести.': [("Джундалла", "claimed")],
    "Бойцы «Джундаллы» обстреляли посёлок, сообщили в армии.": [("Джундалла", "accused")],
    "Мэр сообщил, что россияне обстреляли рынок.": [("россияне", "accused")],
    'По словам мэра, ответственность за гибель людей несут оппозиционные "Силы отпора".': [
        ("Силы отпора", "accused")
    ],
    "Беспорядки произошли по вине провокаторов, написал президент.": [("провокаторы", "accused")],
    "В погранслужбе рассказали, что таджикская сторона начала обстрел заставы.": [
        ("таджикская сторона", "accused")
    ],
    "Азаров и Дорин подорвали себя, сообщили в полиции.": [],
    "Прокуратура возбудила дело по статье «Преступления против мира» после обстрела.": [],
}


@pytest.mark.parametrize(("text", "expected"), BLAME.items(), ids=list(BLAME))
def test_a_sentence_gives_its_blame(text, expected):
    claims = read_report(report(text), gated=False).claims
    assert [(each.perpetrator, each.basis) for each in claims if each.kind == "blame"] == expected


MEASURES = {
    "Власти начали эвакуацию приграничных сёл.": ["evacuation"],
    "В республике объявлен план-перехват.": ["manhunt"],
    "Рынки взяты под усиленный контроль полиции.": ["reinforcement"],
    "Закрыты контрольно-пропускные пункты на границе.": ["closure"],
    "Район нахождения боевиков оцеплен.": ["cordon"],
    "Бандиты были блокированы в квартире дома.": [],
}


@pytest.mark.parametrize(("text", "expected"), MEASURES.items(), ids=list(MEASURES))
def test_a_sentence_gives_its_measures(text, expected):
    claims = read_report(report(text), gated=False).claims
    assert [each.type for each in claims if each.kind == "measure"] == expected


def test_who_strikes_is_not_where_it_was():
    text = "Погибли 12 человек при ударе Израиля по ливанскому городу Тир, сообщил минздрав."
    claims = read_report(report(text), gated=False).claims
    (event,) = (each for each in claims if each.kind == "event")
    (toll,) = (each for each in claims if each.kind == "toll")
    assert event.type == "air_strike"
    assert [place.name for place in event.places] == ["Тир"]
    assert toll.place is None or toll.place.country == "LB"


def test_a_blow_to_the_economy_is_no_strike():
    claims = read_report(report("Это нанесло удар по экономике страны."), gated=False).claims
    assert not [each for each in claims if each.kind == "event"]


def test_a_foreign_name_is_named_whole():
    claims = read_report(report("Погибли пятеро, сообщает Associated Press."), gated=False).claims
    assert {source.name for each in claims for source in each.said_by} == {"Associated Press"}
