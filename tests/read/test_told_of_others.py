"""What a report tells of other attacks: in a list, at another site, on another day, in a region far off."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def read(text, published="2018-05-14", language="en"):
    report = Report(id="r", text=text, published=published, language=language)
    return read_report(report, gated=False).claims


def events(claims):
    return [claim for claim in claims if claim.kind == "event"]


def of_the_story(claims):
    """Return the quotes of events and tolls that are of the incident of the first event."""
    story = events(claims)[0].incident
    return [claim.quote for claim in claims if claim.incident == story and claim.kind in ("event", "toll")]


LISTS = [
    (
        "en",
        "Two women blew themselves up in the metro of Osh on Monday morning, killing at least 39 people.\n\n"
        "Nobody claimed the attacks.\n\nPast metro bombings\n\n"
        "Aug. 5, 2004: A bomber blows herself up outside a station, killing 10 people.\n\n"
        "Feb. 6, 2004: A bomber sets off explosives on a train, killing 41 people.",
        ("10 people", "41 people"),
    ),
    (
        "ru",
        "Смертники взорвались в аэропорту Оша. Погибли 36 человек.\n\nОтветственность никто не взял.\n\n"
        "Предыдущие теракты этого года: 7 июня в Оше взорвался автомобиль, погибли семь полицейских; "
        "19 марта в Оше смертник убил четырёх человек.",
        ("семь полицейских", "четырёх человек"),
    ),
]


@pytest.mark.parametrize(("language", "text", "others"), LISTS)
def test_lists_of_earlier_attacks_are_no_part_of_the_story(language, text, others):
    claims = read(text, None, language)
    assert [
        claim.background for claim in claims if claim.kind == "toll" and claim.quote.endswith(others)
    ] == [
        True,
        True,
    ]
    assert not events(claims)[0].background


def test_a_heading_of_the_story_itself_is_no_list():
    claims = read(
        "Gunmen attacked a market in Osh on Monday. Police sealed it off.\n\nOther attacks reported\n\n"
        "Gunmen also attacked a bank in Osh on Monday, killing two people."
    )
    assert not any(claim.background for claim in claims)


SURAN = (
    "Жертвами взрыва у полицейского участка в Оше стали семь человек.\n\n"
    "Ранее сообщали о серии терактов 13 и 14 мая. В воскресенье в Оше взрывы прогремели в трёх церквях. "
    "Погибли 11 человек.\n\nВ понедельник террористы атаковали полицейский участок в Оше."
)


def test_what_was_at_other_sites_on_another_day_than_the_storys_site_is_another_incident():
    told = of_the_story(read(SURAN, language="ru"))
    assert any(quote.startswith("В понедельник") for quote in told)
    assert not any("церквях" in quote or quote.startswith("Погибли 11") for quote in told)


BASE = (
    "В Оше смертник взорвал бомбу в мечети. Погибли 30 человек.\n\n"
    "Напомним, ранее сообщалось о нападении боевиков на военную базу, где погибли не менее 43 военных. "
    "Это произошло {day}."
)


@pytest.mark.parametrize(("day", "apart"), [("в пятницу вечером", True), ("сегодня утром", False)])
def test_what_is_recalled_of_another_kind_of_site_on_a_day_before_is_background(day, apart):
    claims = read(BASE.format(day=day), language="ru")
    soldiers = next(claim for claim in claims if claim.quote.endswith("43 военных"))
    assert soldiers.background is apart


def test_it_happened_on_a_day_tells_of_the_story_in_a_report_of_unknown_publication():
    claims = read(
        "Вчера в одной из мечетей Оша прогремел взрыв. Есть погибшие.\n\n"
        "Это случилось 17 августа 2018 года во время намаза в мечети. Погибли 20 человек.",
        None,
        "ru",
    )
    assert not any(event.background for event in events(claims))
    assert [event.time.start for event in events(claims) if event.time.start] == ["2018-08-17"]


def test_what_a_clause_sets_beside_the_attack_at_other_sites_is_background():
    claims = read(
        "A family set off a bomb at the police headquarters of Osh yesterday and injured 10 people.\n\n"
        "The attack comes while the country is still shaken by the bombings of three churches on Sunday, which "
        "took 12 lives.",
        None,
    )
    told = {claim.quote: claim.background for claim in claims if claim.kind in ("event", "toll")}
    assert any(background for quote, background in told.items() if "churches" in quote)
    assert not any(background for quote, background in told.items() if "headquarters" in quote)


def test_an_attack_of_a_region_far_from_the_town_of_the_story_is_another_incident():
    claims = read(
        "Gunmen stormed a mosque in Kabul on Monday and killed a guard.\n\n"
        "Meanwhile in Kandahar province forces repelled an attack on an outpost. Four soldiers died."
    )
    told = of_the_story(claims)
    assert any("mosque" in quote for quote in told)
    assert not any("outpost" in quote or quote.startswith("Four soldiers") for quote in told)


def test_the_airport_of_a_town_in_its_suburb_is_of_the_attack_on_the_town():
    claims = read(
        "Three bombs went off in Brussels on Monday. First two bombs went off at the airport in Zaventem, killing 13 "
        "people.",
    )
    assert len({event.incident for event in events(claims)}) == 1


def test_what_goes_on_goes_with_what_was_told_last():
    claims = read(
        "Виновными признаны десять фигурантов дела о терактах 2016 г. в аэропорту Оша. Среди них Али Беков, которого "
        "приговорили за организацию терактов в Париже.\n\nЖертвами терактов 22 марта 2016 в Оше стали 32 человека. "
        "Трое смертников взорвались в терминале аэропорта.",
        None,
        "ru",
    )
    bombers = next(event for event in events(claims) if "смертников" in event.quote)
    there = [event for event in events(claims) if event.incident == bombers.incident]
    assert "Париж" not in {place.name for event in there for place in event.places}
    assert len(there) > 1


def test_a_place_behind_the_day_of_an_attack_is_its_own():
    claims = read("Двоих осудили за взрывы 5 июня в Бишкеке и отправили в Париж.", language="ru")
    assert [place.name for place in events(claims)[0].places] == ["Бишкек"]


def test_a_deed_and_what_it_set_off_are_told_by_its_whole_clause():
    claims = read(
        "Gunmen stormed a mosque in Osh during Friday prayers, setting off an explosion that killed a guard."
    )
    (told,) = events(claims)
    assert told.quote.startswith("Gunmen stormed") and "Osh" in [place.name for place in told.places]
    assert told.type.value == "bombing"
