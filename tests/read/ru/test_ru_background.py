"""Earlier things that a Russian report sets the story beside."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

LEAD = (
    "В Бишкеке 5 июня взорвалась машина, ранены трое охранников. На месте работают спасатели. "
    "Улицу оцепили. Свидетели слышали хлопок. "
)
EARLIER = {
    "В декабре прошлого года взорвался рынок. В результате теракта погибли 12 человек.": (12, True),
    "Происшествие случилось через неделю после взрыва на рынке, где погибли 12 человек.": (12, True),
    "Нападение последовало за серией обстрелов, унёсших жизни 12 человек.": (12, True),
    "Это произошло спустя месяц после стрельбы в клубе, где погибли 12 человек.": (12, True),
    "Инцидент произошёл утром, погибли 12 человек.": (12, False),
    "В результате происшествия погибли 12 человек.": (12, False),
}


@pytest.mark.parametrize(("text", "expected"), EARLIER.items(), ids=list(EARLIER))
def test_what_the_story_follows_is_background(text, expected):
    report = Report(id="r-1", text=LEAD + text, language="ru", published="2016-06-06T12:00:00+05:00")
    killed = [
        (claim.low, claim.background)
        for claim in read_report(report, gated=False, trained=False).claims
        if claim.kind == "toll" and claim.outcome.value == "killed"
    ]
    assert killed == [expected]


STABBED = "В Берлине мужчина с ножом напал на прохожих. По данным полиции, ранены двое. Нападавший задержан. "
RECALLED = {
    "Ранее в Магдебурге автомобиль врезался в толпу, погибли пять человек.": True,
    "Напомним, в Осло прогремел взрыв. В результате погибли пять человек.": True,
    "3 июня в Магдебурге взорвалась машина, погибли пять человек.": True,
    "3 июня в Берлине взорвалась машина, погибли пять человек.": False,
    "Похожий инцидент недавно произошёл в Магдебурге. Мужчина напал с ножом, погибли пять человек.": True,
    "Ранее сообщалось, что в Берлине погибли пять человек.": False,
    "Ранее сообщалось, что в Германии погибли пять человек.": False,
    "Ранее в полиции заявили, что погибли пять человек.": False,
    "В больнице Магдебурга погибли пять человек.": False,
}


@pytest.mark.parametrize(("text", "expected"), RECALLED.items(), ids=list(RECALLED))
def test_what_is_recalled_of_another_place_is_background(text, expected):
    report = Report(id="r-1", text=STABBED + text, language="ru", published="2016-06-06T12:00:00+05:00")
    claims = read_report(report, gated=False, trained=False).claims
    killed = [each.background for each in claims if each.kind == "toll" and each.outcome.value == "killed"]
    assert killed == [expected]


def test_when_the_counted_time_began_dates_no_figure():
    text = "С момента начала боёв, вспыхнувших 7 мая, в Таизе погибли 329 человек. Раненых 900."
    report = Report(id="r-1", text=text, language="ru", published="2016-06-06T12:00:00+05:00")
    claims = read_report(report, gated=False, trained=False).claims
    assert [each.background for each in claims if each.kind == "toll"] == [False, False]


def test_an_attack_since_which_none_was_larger_is_background():
    text = (
        "При нападении в Оше погибли трое. Полиция ищет стрелка. Мэр выразил соболезнования. Это крупнейшее нападение"
        " на полицию в стране с 2016 года, когда в Бишкеке Руслан Беков убил восемь полицейских и двух гражданских."
    )
    report = Report(id="r-1", text=text, language="ru", published="2027-04-11T15:30:00+05:00")
    claims = read_report(report, gated=False).claims
    tolls = {claim.low: claim.background for claim in claims if claim.kind == "toll"}
    assert tolls == {3: False, 8: True, 2: True}
