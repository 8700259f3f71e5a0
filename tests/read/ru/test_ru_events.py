"""Kinds, days and places of events of Russian reports."""

import pytest

from oqiga.model.report import Report
from oqiga.read.events import find_events
from oqiga.read.reader import make_context, read_report
from oqiga.read.tolls import find_tolls


def report(text, published="2016-06-06T12:00:00+05:00"):
    return Report(id="r-1", text=text, language="ru", published=published)


def events(text):
    context = make_context(report(text))
    return find_events(context, find_tolls(context))


FIRE = {
    "Автомобиль врезался в людей на ярмарке в Оше.": "vehicle_attack",
    "Неизвестные обстреляли машину полицейских в Дербенте.": "armed_attack",
    "Колонна военных подверглась обстрелу.": "armed_attack",
    "Село обстреляли из миномётов.": "shelling",
    "Обстрел Донецка продолжался всю ночь.": "shelling",
    "Войска обстреляли жилой квартал.": "shelling",
}


@pytest.mark.parametrize(("text", "kind"), FIRE.items(), ids=list(FIRE))
def test_fire_is_an_attack_unless_artillery_an_army_or_a_settlement_is_told(text, kind):
    assert [event.type.value for event in events(text)] == [kind]


TAKEN_UP = {
    "Двое неизвестных открыли огонь по патрулю. Инцидент произошёл 3 июня в городе Ош.": "armed_attack",
    "Как сообщают очевидцы, происшествие случилось 3 июня в Оше. В результате взрыва ранены двое.": "bombing",
    "У рынка прогремел взрыв. Это произошло 3 июня в Оше.": "bombing",
}


@pytest.mark.parametrize(("text", "kind"), TAKEN_UP.items(), ids=list(TAKEN_UP))
def test_what_takes_up_an_event_gives_it_day_and_place(text, kind):
    found = events(text)
    assert {event.type.value for event in found} == {kind}
    assert any(event.time.start == "2016-06-03" for event in found)
    assert any(place.name == "Ош" for event in found for place in event.places)


NOT_TAKEN_UP = {
    "Двое неизвестных открыли огонь по патрулю. В связи с инцидентом 3 июня в Оше задержан мужчина.",
    "Двое неизвестных открыли огонь по патрулю. Похожий инцидент произошёл 3 мая в Оше.",
    "Двое неизвестных открыли огонь по патрулю. Инцидент произошёл из-за ссоры.",
    "Инцидент произошёл 3 июня в Оше.",
}


@pytest.mark.parametrize("text", sorted(NOT_TAKEN_UP))
def test_other_happenings_take_up_nothing(text):
    assert not any(event.type.value == "armed_attack" and event.time.start for event in events(text))


def main_incident(text):
    reading = read_report(report(text), gated=False, trained=False)
    story = [event for event in reading.claims if event.kind == "event" and not event.background]
    return story[0]


def test_an_attack_told_without_a_place_is_in_the_only_town_of_its_report():
    text = "Нападавший убил постового и скрылся. Режим повышенной готовности объявлен в Таразе."
    assert [place.name for place in main_incident(text).places] == ["Тараз"]


@pytest.mark.parametrize(
    "text",
    [
        "Нападавший убил постового и скрылся. Усиление объявлено в Таразе и Шымкенте.",
        "Нападавший убил постового в Кабуле и скрылся. Мэр Тараза выразил соболезнования.",
    ],
)
def test_of_several_towns_none_is_guessed(text):
    assert "Тараз" not in [place.name for place in main_incident(text).places]


def test_attacks_in_two_districts_are_two():
    text = (
        "В Хасавюртовском районе Дагестана неизвестные открыли огонь по милиционерам. "
        "В Сергокалинском районе боевики напали на пост."
    )
    reading = read_report(report(text), gated=False, trained=False)
    found = [claim for claim in reading.claims if claim.kind == "event"]
    assert len({event.incident for event in found}) == len(found) == 2


def test_the_eve_of_publication_holds_behind_the_past_day_and_night():
    text = (
        "За прошедшие сутки обстреляны два поста. Накануне вечером в Избербаше неизвестные напали на патруль."
    )
    assert {event.time.start for event in events(text) if event.places} == {"2016-06-05"}


@pytest.mark.parametrize(
    "text",
    [
        "В Лионе автомобиль на большой скорости въехал в толпу людей.",
        "В Лионе машина врезалась в участников шествия.",
        "В результате наезда фургона на группу людей в Лионе пострадали 12 человек.",
    ],
)
def test_a_car_among_people_is_a_vehicle_attack(text):
    assert [each.type.value for each in events(text)] == ["vehicle_attack"]


@pytest.mark.parametrize(
    "text",
    [
        "В Лионе фургон въехал в группу иностранных туристов, трое погибли.",
        "В Лионе водитель совершил наезд на полицейских, двое ранены.",
    ],
)
def test_a_car_among_tourists_or_police_is_a_vehicle_attack(text):
    assert "vehicle_attack" in [each.type.value for each in events(text)]
