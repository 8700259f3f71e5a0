"""Who did a deed, and whom it befell, where Russian forms fit two words."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report
from tolling import short, tolls

LEAD = "Взрыв прогремел на рынке в Оше во вторник.\n\n"

BLAME = {
    "По версии следствия, взрыв организовал «Тарский фронт».": {"accused Тарский фронт"},
    "Взрыв взял на себя «Тарский фронт».": {"claimed Тарский фронт"},
    "Ответственность за взрыв несёт «Тарский фронт», заявил министр.": {"accused Тарский фронт"},
    "Следствие считает, что взрыв устроил «Тарский фронт».": {"suspected Тарский фронт"},
    "Взрыв мог организовать «Тарский фронт», считают эксперты.": {"suspected Тарский фронт"},
    "К взрыву может быть причастен «Тарский фронт».": {"suspected Тарский фронт"},
    "За взрывом может стоять «Тарский фронт».": {"suspected Тарский фронт"},
    "Не исключено, что за взрывом стоит «Тарский фронт».": {"suspected Тарский фронт"},
    "«Тарский фронт» сделал заявление, в котором отрицал свою причастность.": {"denied Тарский фронт"},
    "Вторым нападавшим является Марат Беков, сообщила полиция.": {"suspected Марат Беков"},
    "Взрыв разрушил дом, сообщил министр.": set(),
    "Шесть человек вооружённых ножами напали на прохожих, сообщает агентство.": set(),
}


@pytest.mark.parametrize(("text", "expected"), BLAME.items(), ids=list(BLAME))
def test_who_did_it(text, expected):
    report = Report(id="r", text=LEAD + text, language="ru", published="2024-06-10T12:00:00+05:00")
    claims = read_report(report, gated=False).claims
    assert {f"{each.basis} {each.perpetrator}" for each in claims if each.kind == "blame"} == expected


TOLLS = {
    "Были ранены два человека, одного из них спасти не удалось.": ["injured all 2"],
    "Напомним, 300 учеников и 12 учителей школы были похищены 21 мая в Оше.": [
        "abducted children 300",
        "abducted civilians 12",
    ],
    "Четверо детей и двое взрослых получили ранения в результате нападения на востоке страны, нападающий "
    "задержан — СМИ.": ["injured children 4", "injured all 2", "detained attackers 1"],
    "Один полицейский убит, второй тяжело ранен.": ["killed police 1", "injured police 1"],
    "Сын Соколова спасся. Соколов погиб на месте.": ["killed all 1"],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_whom_it_befell(text, expected):
    assert sorted(map(short, tolls(text, "ru"))) == sorted(expected)
