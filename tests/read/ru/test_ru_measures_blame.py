"""Measures told in passing, levels of two names, and deeds that somebody lays to a name."""

import pytest

from oqiga.model.report import Report
from oqiga.read.measures import find_measures
from oqiga.read.reader import make_context, read_report


def report(text):
    return Report(id="r-1", text=text, language="ru", published="2016-06-06T12:00:00+05:00")


MEASURES = {
    "В рамках действующего режима контртеррористической операции бандиты открыли огонь.": [
        "state_of_emergency in_force"
    ],
    "На подмогу военным высланы два БТР и вертолёт.": ["reinforcement in_force"],
    "Бронетехнику выкатили на улицы Дербента.": ["reinforcement in_force"],
    "Колонна выехала в рамках операции по поимке беглых преступников.": ["manhunt in_force"],
    "Преследование боевиков продолжается.": ["manhunt in_force"],
    "Полиция продолжает расследование.": ["investigation in_force"],
    "Прокуратура начала уголовное производство.": ["investigation in_force"],
    "В город двинулось подкрепление Росгвардии.": ["reinforcement in_force"],
    "Расследование идёт по двум статьям.": ["investigation in_force"],
    "В обстоятельствах аварии разбираются сотрудники полиции.": ["investigation in_force"],
    "Правоохранители ищут членов банды.": ["manhunt in_force"],
    "Спасатели ищут членов экипажа.": [],
    "Боевики были блокированы в доме на окраине.": [],
    "Боевики напали на блокпост.": [],
    "Атака была направлена против сил безопасности.": [],
}


@pytest.mark.parametrize(("text", "expected"), MEASURES.items(), ids=list(MEASURES))
def test_a_sentence_gives_its_measures(text, expected):
    assert [f"{each.type} {each.status}" for each in find_measures(make_context(report(text)))] == expected


@pytest.mark.parametrize("words", ["критический, красный", "наивысший, красный", "красный"])
def test_a_level_is_written_by_its_own_name(words):
    text = f"В Алма-Ате объявлен {words} уровень террористической опасности."
    (found,) = find_measures(make_context(report(text)))
    assert (found.level, found.level_rank) == ("красный", 3)


BLAME = {
    "Боевики «Исламского государства» атаковали блокпост, сообщили в министерстве обороны Ирака.": [
        "accused"
    ],
    "В ведомстве сообщили, что огонь открыл Артём Кузин.": ["accused"],
    "Полиция сообщила, что взят в заложники лекарь Кыдыр Алиев.": [],
    "Ответственность за взрыв взяло на себя экстремистское движение «Заря».": ["claimed"],
    "Ответственность за взрыв в столице взял на себя «Талибан».": ["claimed"],
    "Террористы «Аш-Шабаб» напали на отель, сообщили в полиции.": ["accused"],
    "По версии властей, за организацией теракта стоит Исламское движение Узбекистана.": ["accused"],
    "Террористом оказался житель Хеврона Халил Бекир.": ["suspected"],
    "Боевики Талибана напали на участок в Кундузе.": [],
    "РУВД атаковали около одиннадцати, сообщила полиция.": [],
    "Полиция сообщила, что неизвестные напали на инкассаторов.": [],
}


@pytest.mark.parametrize(("text", "expected"), BLAME.items(), ids=list(BLAME))
def test_a_deed_is_laid_to_a_name_by_who_tells_it(text, expected):
    reading = read_report(report(text), gated=False, trained=False)
    assert [claim.basis.value for claim in reading.claims if claim.kind == "blame"] == expected


@pytest.mark.parametrize(
    "words", ["Боевики «Исламского государства»", "Члены группировки «Исламское государство»"]
)
def test_fighters_of_a_body_are_named_by_it(words):
    reading = read_report(
        report(f"{words} атаковали пост, сообщили в министерстве обороны Ирака."), gated=False
    )
    assert [claim.perpetrator for claim in reading.claims if claim.kind == "blame"] == [
        "Исламское государство"
    ]


SPOKEN = {
    "На брифинге выступил начальник полиции Канат Жумабеков. «Они захватили сразу семь магазинов», — цитирует его «Вечерний курьер».": "Канат Жумабеков",
    "Ответственность взяло на себя движение «Талибан», которое заявило, что «это был ответ на удары».": "Талибан",
}


@pytest.mark.parametrize(("text", "speaker"), SPOKEN.items(), ids=list(SPOKEN.values()))
def test_who_is_cited_speaks(text, speaker):
    reading = read_report(report(text), gated=False, trained=False)
    (found,) = [claim for claim in reading.claims if claim.kind == "statement" and claim.direct]
    assert found.speaker == speaker
