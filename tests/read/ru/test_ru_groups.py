"""Groups of Russian tolls that other words tell: suspicion, whose losses, who goes on, who only came together."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import make_context
from oqiga.read.tolls import find_tolls
from tolling import short, tolls

CASES = {
    "По подозрению в убийстве полиция задержала 37-летнего мужчину.": ["detained attackers 1"],
    "По подозрению в хищении полиция задержала бухгалтера.": ["detained civilians 1"],
    "Силовики задержали мужчину, подозреваемого в нападении.": ["detained attackers 1"],
    "Потери со стороны боевиков — 30 человек, 40 задержаны.": [
        "killed attackers 30",
        "detained attackers 40",
    ],
    "Убиты трое бандитов, потерь среди силовиков нет.": ["killed attackers 3", "killed security_forces 0"],
    "Задержан мужчина, который пытался пронести взрывное устройство.": ["detained attackers 1"],
    "Силовики уничтожили 30 и задержали 40 участников незаконной вооружённой группы.": [
        "killed attackers 30",
        "detained attackers 40",
    ],
    "Пострадали более 500 человек среди гражданских лиц.": ["injured civilians 501+"],
    "Она открыла стрельбу, а потом покончила с собой. Девушка жила рядом.": [],
    "Известно о 12 погибших среди военных.": ["killed military 12"],
    "Часть бандитов заблокирована силовиками, ещё нескольким удалось скрыться.": ["at_large attackers 2+"],
    "Нападавшие убили двоих и ранили ещё пятерых.": ["killed all 2", "injured all 5"],
    "Грузовик врезался в толпу прохожих. Водитель грузовика застрелен полицией.": ["killed attackers 1"],
    "Грузовик врезался в столб. Водитель грузовика погиб.": ["killed civilians 1"],
    "Мужчина захватил заложников в банке. К вечеру мужчину задержали.": ["detained attackers 1"],
    "Полиция сообщила о задержании преступника и ещё одного подозреваемого.": ["detained attackers 2"],
    # who takes part in an attack attacks; who takes part in a rally does not
    "В нападении участвовали шесть человек.": ["involved attackers 6"],
    "В акции участвовали более тысячи человек.": ["involved all 1001+"],
    "Массовая драка, в которой участвовали 300 человек, случилась ночью.": ["involved all 300"],
    "На площадь вышли около 5 тысяч горожан.": ["involved civilians 5000"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_groups_told_around_a_figure(text, expected):
    assert [short(toll) for toll in tolls(text, "ru")] == expected


NATIONALS = {
    "В Осло убиты пять граждан Чада, сообщил президент Чада.": ["killed civilians 5"],
    "В Алматы убиты двое граждан Казахстана.": ["killed all 2"],
    "В Москве убиты двое граждан Казахстана.": ["killed foreigners 2"],
    "В Алматы ранены трое казахстанцев и россиянин.": ["injured all 3", "injured foreigners 1"],
    "В Алматы ранен гражданин Непала.": ["injured foreigners 1"],
    "Ранены трое граждан.": ["injured civilians 3"],
}


@pytest.mark.parametrize(("text", "expected"), NATIONALS.items(), ids=list(NATIONALS))
def test_citizens_are_foreigners_only_in_another_land(text, expected):
    context = make_context(Report(id="r-1", text=text, language="ru"))
    assert [short(each) for each in find_tolls(context)] == expected
