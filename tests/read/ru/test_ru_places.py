"""Places of Russian reports: named as they stand alone, not streets, not words that only begin a sentence."""

import pytest

from oqiga.model.report import Report
from oqiga.pipeline import to_record
from oqiga.publish.brief import brief_of_record
from oqiga.read.reader import make_context, read_report

CASES = {
    # in the nominative, whether the gazetteer has them or not
    "Взрыв прогремел в Севастополе.": ["Севастополь"],
    "Взрыв прогремел в центре Грозного.": ["Грозный"],
    "В Одессе объявлен траур.": ["Одесса"],
    "Беспорядки вспыхнули в Кордайском районе.": ["Кордайский район"],
    "Обстрел начался в Кривом Роге.": ["Кривой Рог"],
    "Перестрелка произошла в городе Хорог.": ["Хорог"],
    # a dateline is no way to write a town; an abbreviation is
    "МАХАЧКАЛА, 25 мая. Погибли двое.": ["Махачкала"],
    "Гражданин США задержан в Бишкеке.": ["США", "Бишкек"],
    # streets and works are named after others; a preposition is no canton
    "Взрыв прогремел на площади Ленина в Махачкале.": ["Махачкала"],
    "На проспекте Расула Гамзатова в Махачкале сработала бомба.": ["Махачкала"],
    "Во время обстрела Донецка погибли двое.": ["Донецк"],
    "Мой дом горел, рассказал житель Актобе.": ["Актобе"],
}


def places_of(text):
    context = make_context(Report(id="r", text=text, language="ru"))
    return [mention.place.name for mention in context.places]


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_places_are_named_as_they_stand_alone(text, expected):
    assert places_of(text) == expected


def brief_of(text):
    report = Report(id="r", text=text, language="ru", published="2016-06-06")
    return brief_of_record(to_record(read_report(report)), lang="ru")


def test_a_brief_is_headed_by_the_town_not_by_the_shop():
    text = "Неизвестные напали на два оружейных магазина и воинскую часть в Актобе. Погибли шесть человек."
    assert brief_of(text).title == "Вооружённое нападение: Актобе"


def test_numbers_of_a_brief_are_grouped_as_the_reader_groups_them():
    text = "После обстрела Донецка из города эвакуированы 20 тысяч жителей, двое погибли."
    shown = [line.figure for section in brief_of(text).sections for line in section.lines]
    assert any("20\N{NO-BREAK SPACE}000" in figure for figure in shown)
