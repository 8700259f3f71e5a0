"""Sources of Russian reports are called as they are called by themselves, whatever case the sentence needs."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

NAMED = {
    "По информации министерства обороны, ранены пять человек.": "министерство обороны",
    "По данным МВД Казахстана, ранены пять человек.": "МВД Казахстана",
    "По словам Айгуль Сериковой, погибли двое.": "Айгуль Серикова",
    "По словам заместителя министра Бакыта Сеитова, погибли двое.": "Бакыт Сеитов",
    "По словам Айгуль Сериккызы, погибли двое.": "Айгуль Сериккызы",
    "По словам Паулы Сериковой, погибли двое.": "Паула Серикова",
    "Погибли двое, передаёт Казлента со ссылкой на «Интерленту-Восток».": "Интерлента-Восток",
    "По данным «Интерленты-Восток», погибли двое.": "Интерлента-Восток",
    "По словам очевидцев, погибли двое.": "очевидцы",
    "Как сообщили в пресс-службе департамента полиции, ранены двое.": "пресс-служба департамента полиции",
    "Как рассказали в Следственном комитете России, ранены двое.": "Следственный комитет России",
    "Телеканал Tolo News сообщил, что погибли семь человек.": "Tolo News",
}


def claims(text, kind):
    report = Report(id="r", text=text, language="ru", published="2024-05-06")
    return [claim for claim in read_report(report, gated=False).claims if claim.kind == kind]


@pytest.mark.parametrize(("text", "name"), NAMED.items(), ids=list(NAMED.values()))
def test_a_source_stands_in_the_nominative(text, name):
    (toll,) = claims(text, "toll")
    assert [source.name for source in toll.said_by][:1] == [name]


def test_the_span_of_a_source_keeps_the_words_of_the_report():
    text = "По словам Айгуль Сериковой, погибли двое."
    (source,) = claims(text, "toll")[0].said_by
    assert source.span.of(text) == "Айгуль Сериковой"


def test_a_group_is_blamed_by_its_own_name():
    (blame,) = claims("Группировка «Исламское государство» взяла на себя ответственность за взрыв.", "blame")
    assert blame.perpetrator == "Исламское государство"
