"""Measures, blame and events of Russian sentences."""

import pytest

from oqiga.model.report import Report
from oqiga.read.blame import find_blame
from oqiga.read.events import find_events
from oqiga.read.measures import find_measures
from oqiga.read.reader import make_context
from oqiga.read.tolls import find_tolls


def context(text):
    return make_context(Report(id="r-1", text=text, language="ru", published="2016-06-06T12:00:00+05:00"))


MEASURES = {
    "В Актобе введён режим антитеррористической операции.": ["state_of_emergency in_force"],
    "В области объявлен жёлтый уровень террористической опасности.": ["alert_level in_force"],
    "Полиция оцепила микрорайон.": ["cordon in_force"],
    "На въездах в город выставлены блокпосты.": ["checkpoint in_force"],
    "В городе действует комендантский час.": ["curfew in_force"],
    "Жителей просят не выходить из домов.": ["shelter_advisory in_force"],
    "Эвакуированы посетители торгового центра.": ["evacuation in_force"],
    "Закрыты школы и детские сады.": ["closure in_force"],
    "Экзамены перенесены на неопределённый срок.": ["postponement in_force"],
    "Доступ в интернет ограничен.": ["communications_shutdown in_force"],
    "Приостановлено движение общественного транспорта.": ["transport_suspension in_force"],
    "Усилена охрана воинских частей.": ["reinforcement in_force"],
    "Продолжается розыск шестерых преступников.": ["manhunt in_force"],
    "Возбуждено уголовное дело.": ["investigation in_force"],
    "Объявлен день траура.": ["mourning in_force"],
    "Семьям погибших выплатят компенсации.": ["compensation in_force"],
    "Режим контртеррористической операции снят.": ["state_of_emergency lifted"],
    "Автобусы подорожали, школы готовятся к лету.": [],
    "Террористы заблокированы в доме.": [],
}


@pytest.mark.parametrize(("text", "expected"), MEASURES.items(), ids=list(MEASURES))
def test_a_sentence_gives_its_measures(text, expected):
    assert [f"{each.type} {each.status}" for each in find_measures(context(text))] == expected


BLAME = {
    "Ответственность за взрыв взяла на себя группировка «Солдаты халифата».": "claimed",
    "Ни одна группировка не взяла на себя ответственность за нападение.": "unclaimed",
    "Власти обвинили радикалов в организации теракта.": "accused",
    "Столицы обвиняют друг друга в начале стрельбы.": None,
    "Террористы совершили нападение на магазин.": None,
    "Шестеро подозреваемых объявлены в розыск.": None,
}


@pytest.mark.parametrize(("text", "basis"), BLAME.items(), ids=list(BLAME))
def test_a_sentence_gives_its_blame(text, basis):
    found = find_blame(context(text))
    assert [each.basis.value for each in found] == ([basis] if basis else [])


def test_who_is_blamed_is_named_in_the_nominative():
    (blame,) = find_blame(context("Ответственность за обстрел Киев возложил на Россию."))
    assert blame.perpetrator == "Россия"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("В воскресенье неизвестные напали на оружейный магазин.", "armed_attack"),
        ("У рынка прогремел взрыв.", "bombing"),
        ("Террорист-смертник подорвал себя у здания полиции.", "suicide_bombing"),
        ("В школе захвачены заложники.", "hostage_taking"),
        ("На площади прошёл митинг.", "protest"),
    ],
)
def test_a_sentence_gives_its_event(text, kind):
    read = context(text)
    assert [each.type.value for each in find_events(read, find_tolls(read))] == [kind]
