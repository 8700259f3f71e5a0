"""Reports that follow up an attack are about that attack, of the day that they tell below."""

import pytest

import oqiga
from oqiga.evaluate.kits.reports_event import main_event
from oqiga.model.report import Report
from oqiga.read.reader import read_report

BETWEEN = {
    "en": "The city is quiet today. Shops have reopened. The governor came by.",
    "ru": "В городе спокойно. Магазины открыты. Губернатор побывал на месте.",
    "kk": "Қала тыныш. Дүкендер ашық. Әкім келіп кетті.",
}


def main(text, language):
    report = Report(id="r", text=text, language=language, published="2021-06-09")
    return main_event(read_report(report, gated=False))


@pytest.mark.parametrize(
    ("language", "top", "below", "day"),
    [
        ("en", "Police have arrested two men over an attack on a bus in Osh.", "The attack happened on 28 May.", "05-28"),
        ("en", "Two people were charged with murder over a shooting in Osh.", "Six died in the shooting on 28 May.", "05-28"),
        ("en", "Armed gangs have launched an assault on a market in Osh.", "The assault began on 31 May.", "05-31"),
        ("en", "The president condemned the attack in Osh.", "Militants attacked a bus in the city on 28 May.", "05-28"),
        ("en", "The 130 pupils kidnapped in Osh have been freed.", "They were abducted on 21 April.", "04-21"),
        ("ru", "Полиция задержала подозреваемых в нападении на автобус в Оше.", "Нападение произошло 28 мая.", "05-28"),
        ("ru", "Суд арестовал подозреваемых в нападении на автобус в Оше.", "Группа людей 28 мая напала на автобус.", "05-28"),
        ("ru", "Число погибших при взрыве в Оше возросло до 17.", "Взрыв прогремел на рынке 1 июня.", "06-01"),
        ("kk", "Полиция Ошта автобусқа шабуыл жасаған екі күдіктіні ұстады.", "Шабуыл 28 мамырда болған еді.", "05-28"),
        ("kk", "Президент Оштағы терактіні айыптады.", "28 мамырда жанкешті базарда өзін жарып жіберген.", "05-28"),
    ],
)  # fmt: skip
def test_what_the_top_follows_up_is_of_the_day_told_below(language, top, below, day):
    assert main(f"{top} {BETWEEN[language]} {below}", language)["day"] == f"2021-{day}"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ru", "Суд в Бишкеке приговорил троих за теракт в Оше. Взрыв прогремел 3 марта 2019 года.", "2019-03-03"),
        ("kk", "Бишкек соты Оштағы жарылыс үшін үш адамды соттады. Жарылыс 2019 жылғы 3 наурызда болған.", "2019-03-03"),
    ],
)  # fmt: skip
def test_a_trial_is_of_the_attack_years_ago(language, text, day):
    event = main(text, language)
    assert event["day"] == day
    assert [place["name"] for place in event["place"] if place["name"] in ("Bishkek", "Бишкек")] == []


@pytest.mark.parametrize(
    ("language", "top", "below"),
    [
        ("en", "Gunmen killed five people in Osh.", "On 28 May gunmen killed six people in Osh."),
        ("en", "Police arrested two men over an attack on a bus in Osh.", "A similar attack happened on 28 May."),
        ("en", "Police arrested two men over an attack in Osh.", "On 28 May a bomb in Batken killed six."),
        ("en", "Police arrested two men over an attack in Osh.", "Gunmen killed six on 28 May. A blast on 1 June killed ten."),
        ("ru", "Двое погибли при взрыве в Оше.", "28 мая при взрыве в Оше погибли шесть человек."),
        ("ru", "Неизвестные обстреляли автобус в Оше.", "28 мая боевики напали на пост в Оше."),
        ("ru", "Полиция задержала двух подозреваемых в нападении в Оше.", "Аналогичное нападение произошло 28 мая."),
        ("kk", "Ошта жарылыстан екі адам қаза тапты.", "28 мамырда Ошта жарылыстан алты адам қаза тапты."),
        ("kk", "Полиция Ошта шабуыл жасаған екі күдіктіні ұстады.", "Осыған ұқсас шабуыл 28 мамырда болған еді."),
    ],
)  # fmt: skip
def test_another_attack_told_below_is_not_the_story(language, top, below):
    assert main(f"{top} {BETWEEN[language]} {below}", language)["day"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two men over an attack on a bus in Osh. A similar attack happened in Osh on 28 May.",
        "Полиция задержала двоих за нападение на автобус в Оше. Аналогичное нападение произошло 28 мая в Оше.",
    ],
)
def test_a_similar_attack_at_the_top_is_none_of_the_story(text):
    record = oqiga.read_report(text, published="2021-06-09", gated=False)
    assert [each.background for each in record.incidents] == [False, True]


def test_a_site_told_at_the_top_is_hit_by_the_same_attack():
    top = "The death toll from an attack on a mosque in Osh has risen to 17, officials said on Wednesday."
    assert main(f"{top} Gunmen attacked the mosque on Friday.", "en")["day"] == "2021-06-04"
    apart = "A bomb killed five at a mosque in Osh, officials said on Wednesday. Gunmen attacked the mosque on Friday."
    assert main(apart, "en")["day"] is None


def test_what_was_feared_before_takes_nothing_else_out_of_the_story():
    text = (
        "Gangs have launched an assault on a market in Osh. Many fled. Shops are closed. "
        "The assault began on 31 May, just days after officials warned of imminent attacks in the city."
    )
    assert main(text, "en")["day"] == "2021-05-31"
