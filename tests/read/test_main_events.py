"""Plain reports: the day and the place of what they are about, whole way from text to incident."""

import pytest

from oqiga.evaluate.kits.reports_event import main_event
from oqiga.model.report import Report
from oqiga.read.reader import read_report


def main(text, language, published="2021-06-09"):
    report = Report(id="r", text=text, language=language, published=published)
    return main_event(read_report(report, gated=False))


def names(event):
    return {place["name"] for place in event["place"]}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", '"They came to our village on Monday and shot dead eight people," a resident said.', "2021-06-07"),
        ("en", "Gunmen arrived on motorcycles late on Monday and killed six people in Osh.", "2021-06-07"),
        ("en", "He arrived in Osh on Monday and was shot dead on Tuesday.", "2021-06-08"),
        ("en", "Attackers drove a car bomb into a hotel in Osh on Saturday and then opened fire.", "2021-06-05"),
        ("en", "The Front claimed an attack on a post in Osh that killed seven on Tuesday night.", "2021-06-08"),
        ("en", "Gunmen attacked a market that was built on Monday.", None),
        ("en", "Gunmen killed six in a raid on a village, a resident said Wednesday, in the latest violence.", None),
        ("en", "Helicopters struck civilians during an attack targeting rebels on Tuesday, a resident said.", "2021-06-08"),
        ("en", "A man was charged over a stabbing in Osh. Police were called there on Tuesday.", "2021-06-08"),
        ("en", "Police called the attack on a mosque in Osh a crime. The mayor spoke on Tuesday.", None),
        ("en", "At least 50 civilians were killed over the weekend in Osh.", "2021-06-05/2021-06-06"),
        ("en", "Five people were killed in Osh on Monday. Two more died on Tuesday.", "2021-06-07"),
        ("ru", "Президент осудил теракт в Оше, который произошёл в понедельник.", "2021-06-07"),
        ("ru", "Министр, прибывший в Бишкек, осудил теракт в Оше, который произошёл в понедельник.", "2021-06-07"),
        ("ru", "Неизвестные приехали в село в понедельник и застрелили двух человек.", "2021-06-07"),
        ("ru", "6 июня в полицию Оша поступило сообщение о нападении на мужчину.", "2021-06-06"),
        ("ru", "Полиция Оша сообщила 6 июня о нападении на мужчину.", None),
        ("ru", "7 июня в Оше погибли трое военных.", "2021-06-07"),
        ("kk", "Дүйсенбі күні Ошта үш сарбаз қаза тапты.", "2021-06-07"),
    ],
)  # fmt: skip
def test_the_day_of_a_plain_report(language, text, day):
    assert main(text, language)["day"] == day


@pytest.mark.parametrize(
    ("language", "text", "told", "others"),
    [
        ("en", "MANILA, Philippines — Rebels killed five in an ambush in a northern province, police said.", set(), {"Manila"}),
        ("en", "GOMA, Congo — Helicopters struck rebels in eastern Congo. The camp lies 25 miles north of Goma.", set(), {"Goma"}),
        ("en", "KABUL, Afghanistan — A bomb killed six people in the capital on Tuesday.", {"Kabul"}, set()),
        ("en", "KANO, Nigeria — Gunmen killed six people at a market in the city.", {"KANO"}, set()),
        ("en", "Gunmen killed six on the road between Gusau and Funtua, officials told reporters in Abuja.", set(), {"Abuja"}),
        ("en", "Gunmen killed six people, the minister told a news conference in Abuja.", set(), {"Abuja"}),
        ("en", "A court in Bishkek sentenced three men over a bombing in Osh.", {"Osh"}, {"Bishkek"}),
        ("en", "Gunmen attacked a court in Osh on Tuesday.", {"Osh"}, set()),
        ("en", "The gang attacked the town of Pont Sonde in Haiti.", {"Pont Sonde"}, {"Pont"}),
        ("en", "Gunmen attacked Kakau Daji village in Nigeria.", {"Kakau Daji village"}, {"Kakau"}),
        ("en", "Gunmen attacked Kano and Zaria, both towns in Nigeria.", {"Kano", "Zaria"}, set()),
        ("en", "The attack happened in the municipality of El Mezquital in Durango.", {"El Mezquital"}, set()),
        ("en", "ARLINGTON, Texas — A student opened fire at a Dallas-area school.", {"Arlington"}, {"Dallas"}),
        ("en", "A gang attacked Kenscoff, a suburb of Port-au-Prince, killing six.", {"Kenscoff"}, set()),
        ("en", "MEXICO CITY — Gunmen killed six people in northwest Mexico.", {"northwest Mexico", "Mexico"}, {"MEXICO CITY"}),
        ("ru", "Пять солдат убиты в засаде в Оше, сообщил в Бишкеке министр обороны.", {"Ош"}, {"Бишкек"}),
        ("ru", "Стрельба произошла в школе в городе Сьютленд, штат Мэриленд.", {"Сьютленд"}, {"Мэриленд"}),
        ("ru", "Суд в Бишкеке приговорил троих за взрыв на рынке в Оше.", {"Ош"}, {"Бишкек"}),
        ("kk", "Бишкек соты Оштағы жарылыс үшін үш адамды соттады.", {"Ош"}, {"Бишкек"}),
        ("kk", "Министр Таразда өткен Қауіпсіздік кеңесінің жиынында Ошта шабуыл болғанын айтты.", {"Ош"}, set()),
        ("kk", "Министр Тараздағы кеңестің жиынында Оштағы базарға шабуыл жасаған күдікті ұсталғанын айтты.", set(), {"Тараз"}),
        ("kk", "Манчестердегі стадионда жарылыс болды. Лондон полициясы тергеу бастады.", {"Манчестер"}, {"Лондон"}),
    ],
)  # fmt: skip
def test_the_places_of_a_plain_report(language, text, told, others):
    found = names(main(text, language))
    assert told <= found
    assert not others & found


def test_what_stood_there_long_ago_makes_no_background():
    text = (
        "Four soldiers were killed when a bomb struck their car on Tuesday. The bomb exploded in Kurram, one of the "
        "districts where militants rose up in 2004."
    )
    assert "Kurram" in names(main(text, "en"))


def test_a_land_that_another_adjoins_is_no_place_of_what_happened():
    event = main("The bomb exploded in Kurram, one of the districts bordering Afghanistan.", "en")
    assert {place["country"] for place in event["place"]} == {None}


@pytest.mark.parametrize(
    ("language", "text", "type_"),
    [
        ("en", "Five police officers were waylaid by rebels in Osh.", "armed_attack"),
        ("en", "Hijackers took over a bus in Osh.", "hijacking"),
        ("en", "Security forces eliminated three terrorists in Osh.", "security_operation"),
        ("en", "A knife-wielding man wounded six people in Osh.", "stabbing"),
        ("ru", "Полиция Оша разыскивает мужчину, который ранил ножом таксиста.", "stabbing"),
        ("ru", "В Оше подростки избили и ранили ножом мужчину.", "stabbing"),
        ("ru", "Мужчина с ножом ранил трёх человек в Оше.", "stabbing"),
        ("ru", "Пираты захватили шестерых моряков.", "abduction"),
        ("ru", "Боевики захватили в заложники 20 человек в Оше.", "hostage_taking"),
        ("ru", "Пираты захватили танкер с 12 моряками.", "hijacking"),
        ("ru", "В Оше ликвидированы двое боевиков.", "security_operation"),
        ("kk", "Ошта екі лаңкес жойылды.", "security_operation"),
        ("kk", "Ошта болған шайқаста 40 тәліп қаза тапты.", "clash"),
        ("kk", "Содырлар Ошта мейрамхананы басып алды.", "armed_attack"),
        ("kk", "Содырлар Ошта автобусты басып алды.", "hijacking"),
        ("kk", "Ошта дрон тұрғын үйге соғылды.", "air_strike"),
        ("kk", "Ошта полицияға оқ атылып, екі адам жараланды.", "gunfire"),
    ],
)
def test_the_type_of_a_plain_report(language, text, type_):
    assert main(text, language)["type"] == type_


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Пожарные ликвидировали пожар в Оше."), ("en", "He seized the tanker of the bus company.")],
)
def test_no_event_is_told(language, text):
    assert main(text, language) is None


def test_what_happened_at_a_place_before_does_not_date_the_attack_on_it():
    text = "Police investigate an attack on a village where Osh's worst massacre took place on 3 March."
    report = Report(id="r", text=text, language="en", published="2021-06-09")
    events = [each for each in read_report(report, gated=False).claims if each.kind == "event"]
    assert events[0].quote == "an attack on a village"
    assert events[0].time.start is None


@pytest.mark.parametrize(
    ("language", "story", "recalled"),
    [
        (
            "en",
            "A shooting at a shrine in Osh killed at least four people on Sunday.",
            "On October 26, a mass shooting at the shrine left 13 people dead.",
        ),
        (
            "ru",
            "В воскресенье при стрельбе у святыни в Оше погибли четыре человека.",
            "26 октября при стрельбе у святыни погибли 13 человек.",
        ),
    ],
)
def test_the_dead_of_a_day_without_a_year_are_none_of_a_day_yet_to_come(language, story, recalled):
    report = Report(
        id="r", text=f"{story}\n\n{recalled}", title="Osh", language=language, published="2031-08-17"
    )
    dead = {
        claim.low: (claim.background, claim.time.start if claim.time else None)
        for claim in read_report(report, gated=False).claims
        if claim.kind == "toll"
    }
    assert not dead[4][0]
    assert dead[13] == (True, "2030-10-26")
