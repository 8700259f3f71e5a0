"""One place in three languages and two scripts, with case endings; datelines and people beside towns."""

import pytest

from oqiga.locate.places import find_places
from oqiga.locate.places.gazetteer import gazetteer
from oqiga.model.report import Report
from oqiga.read.languages import language_pack
from oqiga.read.reader import read_report

ZHANAOZEN = 607610


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two people were killed in Zhanaozen on Sunday."),
        ("en", "Two were shot in Zhanaözen."),
        ("ru", "В Жанаозене убиты два человека."),
        ("ru", "Жители Жанаозена вышли на протест."),
        ("ru", "Под Жанаозеном произошла перестрелка."),
        ("ru", "В Жаңаөзене убиты двое."),
        ("kk", "Жаңаөзен қаласында шабуыл болды."),
        ("kk", "Жаңаөзенде екі адам қаза тапты."),
        ("kk", "Жаңаөзеннің тұрғындары наразылыққа шықты."),
        ("kk", "Jańaózende eki adam qaza tapty."),
        ("kk", "Қарулы топ Жаңаөзендегі дүкенге шабуыл жасады."),
    ],
)
def test_one_town_is_found_in_every_form(language, text):
    (mention,) = find_places(language_pack(language).parse(text))
    assert mention.place.geonames_id == ZHANAOZEN


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("kk", "Қаскелеңде жарылыс болды.", "Kaskelen"),
        ("kk", "Каскелен қаласында жарылыс болды.", "Kaskelen"),
        ("ru", "В Каскелене прогремел взрыв.", "Kaskelen"),
        ("kk", "Масаншы ауылында жанжал болды.", "Masanchi"),
        ("ru", "В Масанчи сгорели дома.", "Masanchi"),
        ("kk", "Тұрғындар Сортөбе ауылында төбелесті.", "Sortobe"),
        ("kk", "Тоқмақта атыс болды.", "Tokmok"),
        ("kk", "Үржар ауылында атыс болды.", "Urzhar"),
    ],
)
def test_towns_are_found_by_their_kazakh_and_russian_names(language, text, town):
    (mention,) = find_places(language_pack(language).parse(text))
    key = mention.place.name
    assert town in {hit.entry.name for hit in gazetteer().find(key)} or key == town
    assert mention.place.country in ("KZ", "KG")


def test_a_person_beside_an_unknown_town_is_no_part_of_its_name():
    text = "Полковник Серік Ембі қаласындағы бөлімді басқарды."
    assert not any("Серік" in each.place.name for each in find_places(language_pack("kk").parse(text)))


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("ru", "Астана. 5 июня. В Актобе напали на магазин. В городе введён комендантский час.", "Актобе"),
        ("kk", "Астана. 5 маусым. Ақтөбеде дүкенге шабуыл жасалды. Қалада дүкендер жабылды.", "Ақтөбе"),
        ("en", "ASTANA, June 5 - Gunmen attacked a shop in Aqtobe. A curfew was declared in the city.", "Aqtobe"),
        ("en", "ASTANA, June 5 - Gunmen attacked a shop. A curfew was declared in the city.", "Astana"),
    ],
)  # fmt: skip
def test_the_city_is_that_of_the_story_not_of_the_dateline(language, text, town):
    report = Report(id="r", published="2019-06-06", language=language, text=text)
    claims = read_report(report, gated=False).claims
    (measure,) = [claim for claim in claims if claim.kind == "measure"]
    assert measure.places[0].name == town


@pytest.mark.parametrize(
    ("language", "text", "towns"),
    [
        ("ru", "Взрыв прогремел на Сенной площади и на улице Кулманова в Атырау.", ["Атырау"]),
        ("ru", "На улицах Алматы спокойно.", ["Алматы"]),
        ("ru", "Об этом пишет «Мой ГОРОД».", []),
        ("kk", "Зенков, Мақатаев және Гоголь көшелері қоршалды.", []),
        ("kk", "Алматы көшелерінде тыныш.", ["Алматы"]),
    ],
)
def test_names_of_streets_are_no_towns(language, text, towns):
    assert [each.place.name for each in find_places(language_pack(language).parse(text))] == towns


def test_the_country_of_a_person_is_no_place_of_the_event():
    text = "Ten people were killed in a bombing at a concert by US singer Jane Smith."
    report = Report(id="r", published="2019-06-06", language="en", text=text)
    claims = read_report(report, gated=False).claims
    assert [each.places for each in claims if each.kind == "event"] == [()]
    assert [each.place for each in claims if each.kind == "toll"] == [None]


@pytest.mark.parametrize(
    ("language", "text", "precision"),
    [
        ("kk", "Қордай ауданында жанжал болды.", "district"),
        ("ru", "В Кордайском районе Жамбылской области произошла драка.", "district"),
    ],
)
def test_a_district_called_after_its_town_is_no_town(language, text, precision):
    found = find_places(language_pack(language).parse(text))
    assert found[0].place.precision.value == precision


@pytest.mark.parametrize(
    ("text", "town", "region"),
    [
        ("Ақтөбе облысы Қобда ауданының Жарсай ауылында жарылыс болды.", "Жарсай ауылы", "Aktobe Region"),
        ("Жамбыл облысы Қордай ауданының Тасты ауылында қақтығыс болды.", "Тасты", "Jambyl Region"),
        ("Атырау облысының Жылыой ауданындағы Аққиық ауылында атыс болды.", "Аққиық ауылы", "Atyrau Region"),
    ],
)
def test_a_village_that_no_list_knows_lies_where_its_address_says(text, town, region):
    (village,) = [
        each.place for each in find_places(language_pack("kk").parse(text)) if each.place.name == town
    ]
    assert (village.country, village.admin1) == ("KZ", region)


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("Ыстамбұлда жарылыс болды.", "TR", "İstanbul"),
        ("Ыстанбұлдағы жарылыстан екі адам қаза тапты.", "TR", "İstanbul"),
        ("Бүгін Кабулдағы жарылыстан екі адам қаза тапты.", "AF", "Kabul Province"),
        ("Жамбыл облысында төтенше жағдай енгізілді.", "KZ", "Jambyl Region"),
        ("Оңтүстік Қазақстан облысында атыс болды.", "KZ", "South Kazakhstan Region"),
    ],
)
def test_kazakh_names_of_towns_and_regions_are_known(text, country, region):
    (mention,) = find_places(language_pack("kk").parse(text))
    assert (mention.place.country, mention.place.admin1) == (country, region)


@pytest.mark.parametrize(
    ("text", "country", "precision"),
    [
        ("Ирақта жарылыс болды.", "IQ", "country"),
        ("Тәжікістанда атыс болды.", "TJ", "country"),
        ("Мажарстанда жарылыс болды.", "HU", "country"),
        ("Мосылда жарылыс болды.", "IQ", "city"),
        ("Пешауарда жарылыс болды.", "PK", "city"),
        ("Шорнақ ауылында атыс болды.", "KZ", "city"),
    ],
)
def test_other_spellings_of_lands_and_towns_in_kazakh_are_known(text, country, precision):
    found = [each.place for each in find_places(language_pack("kk").parse(text))]
    assert {each.country for each in found} == {country}
    assert precision in {each.precision.value for each in found}


def test_a_name_alone_in_quotation_marks_is_that_of_a_station_or_a_shop():
    found = find_places(language_pack("ru").parse("Взрыв прогремел на станции «Лубянка» в Москве."))
    assert [each.place.name for each in found if each.place.precision.value == "city"] == ["Москва"]
