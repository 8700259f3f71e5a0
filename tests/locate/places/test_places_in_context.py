"""What a text says of a name by other names: lists, ranks, places near by, illnesses, namesakes elsewhere."""

import pytest

from oqiga.locate.places import find_places
from oqiga.locate.places.gazetteer import gazetteer
from oqiga.model.terms import PlacePrecision
from oqiga.read.languages import language_pack


def found(text):
    document = language_pack("en").parse(text)
    return {mention.span.of(text): mention for mention in find_places(document, sites=False)}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A man was held in the town of Baby, near Warsaw, Poland.", "Baby", "PL"),
        ("Two died in the village of Zorgavil in Kenya.", "Zorgavil", "KE"),
        ("Aid reached Hunan, China, on Monday. Hubei is next.", "Hubei", "CN"),
        ("Troops left Eastern Congo. Rwanda welcomed it.", "Congo", "CD"),
        ("Floods hit Leyte and Samar in the Philippines.", "Leyte", "PH"),
        ("A lorry hit a crowd in France's Nice on Monday.", "Nice", "FR"),
    ],
)
def test_a_name_is_a_place_by_what_stands_beside_it(text, name, country):
    assert found(text)[name].place.country == country


@pytest.mark.parametrize(
    "text", ["The Marburg virus killed six in Angola.", "Two in Angola caught Ebola there."]
)
def test_an_illness_is_no_place(text):
    assert found(text).keys() == {"Angola"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the Ahmadi sect in Multan.",
        "Two Ahmadi mosques were hit in Multan.",
        "A bomb went off outside All Saints' Church in Multan.",
    ],
)
def test_a_creed_and_a_church_are_no_towns(text):
    assert found(text).keys() == {"Multan"}


def test_a_name_is_a_place_where_another_mention_shows_it():
    text = (
        "Six died in Zaragoza, Spain, on Monday. Zaragoza Emergency Services said so. They live in Zaragoza."
    )
    mentions = find_places(language_pack("en").parse(text), sites=False)
    assert [each.span.of(text) for each in mentions].count("Zaragoza") == 3


def test_a_little_known_namesake_in_a_land_that_nothing_points_to_is_not_meant():
    text = "Fighters in Yemen left Aden for Planas. Yemen said Sanaa was calm, and Taiz in Yemen too."
    assert found(text)["Planas"].place.country != "US"
    assert found("Police in Planas said so.")["Planas"].place.country == "US"


def test_a_town_is_not_what_is_called_a_village_in_a_land_that_nothing_points_to():
    told = found("Burkina Faso mourns. Attackers burned homes in the village of Solhan on Friday.")
    assert told["Solhan"].place.country != "TR"
    assert found("Attackers burned homes in the village of Solhan.")["Solhan"].place.country == "TR"
    assert found("Attackers left the village of Solhan in Turkey.")["Solhan"].place.country == "TR"


def test_names_that_the_news_uses_are_known():
    places = gazetteer()
    for name, country in (("Korea", "KR"), ("Shabwa", "YE"), ("Merseyside", "GB"), ("Long An", "VN")):
        assert country in {hit.entry.country for hit in places.find(name)}


def test_a_plural_rank_is_that_of_every_name_in_its_list():
    mentions = found("Fires burn in the Irkutsk and Omsk regions of Russia.")
    assert mentions["Irkutsk"].place.precision == "region"


def test_a_division_is_meant_where_other_divisions_are_named():
    text = "Quebec has 14 deaths and Ontario 11. Manitoba has four and Alberta none."
    assert found(text)["Quebec"].feature == "ADM1"


def test_an_unknown_village_does_not_lie_in_the_one_region_of_another_land():
    text = (
        "Talks opened in Geneva. They met in the suburb of Zorgavil. The governor of California was in China."
    )
    assert all(each.place.admin1 != "California" for name, each in found(text).items() if name == "Zorgavil")


@pytest.mark.parametrize(
    "text",
    [
        "Shots were fired at Bayan, a well-known club.",
        "Twelve guests died at Bayan, a hotel and restaurant.",
        "A bomb went off outside Bayan, the concert hall.",
    ],
)
def test_what_is_described_as_a_club_or_a_hotel_is_no_town(text):
    assert "Bayan" not in found(text)
    assert "Multan" in found("A bomb went off in Multan, a city of two million.")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rebels raided the village of Zorgavil. US drones were sent.", None),
        ("Rebels raided the village of Zorgavil. It was the worst raid in the US for years.", "US"),
        ("Rebels raided the village of Zorgavil, a Mali army spokesman said.", "ML"),
    ],
)
def test_an_unknown_village_does_not_lie_in_a_land_that_only_says_whose_something_is(text, country):
    mentions = {
        each.span.of(text): each.place.country for each in find_places(language_pack("en").parse(text))
    }
    assert mentions["Zorgavil"] == country
    assert mentions.get("village") == country


def test_regions_lie_where_they_lie():
    for name, country, latitude, longitude in (("Tatarstan", "RU", 55, 51), ("Misiones", "AR", -27, -55)):
        divisions = [
            hit.entry
            for hit in gazetteer().find(name)
            if (hit.entry.country, hit.entry.feature) == (country, "ADM1")
        ]
        assert all(
            abs(each.latitude - latitude) < 2 and abs(each.longitude - longitude) < 2 for each in divisions
        )
        assert divisions


@pytest.mark.parametrize(
    ("language", "text", "sites"),
    [
        ("en", "A blast hit a hotel in Sousse. In Iraq, a bomb went off in a mosque.", ["hotel"]),
        ("en", "A blast hit a hotel in Sousse. In the Philippines, a cathedral was hit.", ["hotel"]),
        ("en", "A blast hit Sousse. Also on Friday, a bomber struck a mosque in Kuwait.", []),
        ("en", "A blast hit Sousse. The man, who trained in Syria, ran into a hotel.", ["hotel"]),
        ("ru", "Взрыв прогремел в городе Сус. Кроме того, в Ираке взорвалась мечеть.", []),
    ],
)
def test_a_site_that_is_told_of_in_another_land_does_not_lie_in_the_town_of_the_report(language, text, sites):
    mentions = find_places(language_pack(language).parse(text))
    assert [each.place.name for each in mentions if each.place.precision is PlacePrecision.SITE] == sites


@pytest.mark.parametrize(
    ("text", "site", "country"),
    [
        ("Four wounded at a school in Uganda were flown to hospitals in Geneva.", "school", None),
        ("NAIROBI -- Four wounded in an attack on a mall were flown to a hospital in Geneva.", "mall", "KE"),
        ("Four wounded at a hospital in Geneva left on Monday.", "hospital", "CH"),
    ],
)
def test_no_site_lies_in_the_town_of_the_hospital_that_the_wounded_are_taken_to(text, site, country):
    mentions = find_places(language_pack("en").parse(text))
    lands = [each.place.country for each in mentions if each.place.name == site]
    assert lands == ([country] if country else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "BISHKEK (AP) -- Gunmen stormed a courthouse in southern Kyrgyzstan. A judge died in a hospital.",
        ),
        ("en", "BISHKEK, May 3 -- Six died in an attack on a bus station in Kyrgyzstan on Friday."),
        ("ru", "БИШКЕК, 3 мая. Шесть человек погибли при нападении на автовокзал на юге Киргизии."),
        ("kk", "БІШКЕК, 3 мамыр. Қырғызстанның оңтүстігінде автовокзалға шабуыл жасалды."),
    ],
)
def test_a_site_that_is_placed_in_a_land_does_not_lie_in_the_town_of_the_dateline(language, text):
    mentions = find_places(language_pack(language).parse(text))
    assert not [each for each in mentions if each.place.precision is PlacePrecision.SITE]


def test_a_site_lies_in_the_town_of_the_dateline_where_no_land_is_told():
    mentions = find_places(language_pack("en").parse("BISHKEK (AP) -- Gunmen stormed a bank on Monday."))
    (site,) = [each for each in mentions if each.place.precision is PlacePrecision.SITE]
    assert site.place.geonames_id == 1528675


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("kk", "Малидің солтүстігінде шабуыл болды.", ("Малидің солтүстігі", "Мали")),
        (
            "kk",
            "Нигерияның солтүстік-батысындағы шіркеу өртенді.",
            ("Нигерияның солтүстік-батысы", "Нигерия"),
        ),
        ("ru", "На западе Киргизии прогремел взрыв.", ("западе Киргизии", "Киргизия")),
    ],
)
def test_a_part_of_a_land_is_a_region_within_it(language, text, names):
    (part,) = [each for each in find_places(language_pack(language).parse(text)) if each.within]
    assert (part.place.name, part.within.place.name) == names
    assert part.place.precision is PlacePrecision.REGION


@pytest.mark.parametrize(
    ("language", "text", "towns"),
    [
        ("en", "Two bombs went off at Ataturk airport in Istanbul.", {"Istanbul"}),
        ("en", "Gunmen stormed Domodedovo airport near Moscow.", {"Domodedovo", "Moscow"}),
        ("ru", "В Анкаре у парка Гувен взорвался автомобиль.", {"Анкара"}),
        ("ru", "Теракт на стамбульской площади унёс жизни десяти человек.", {"Istanbul"}),
        ("ru", "Взрыв в Стамбуле прогремел в квартале Ортакёй.", {"Стамбул"}),
        ("ru", "О взрыве в Казани написала газета «Вечерняя Москва».", {"Казань"}),
        ("ru", "Дело назвали «терактом в Казани».", {"Казань"}),
        ("kk", "Ошта жарылыс болды, деп жазды «Вечерний Алматы» газеті.", {"Ош"}),
    ],
)
def test_houses_quarters_and_newspapers_are_no_towns_of_their_name(language, text, towns):
    mentions = find_places(language_pack(language).parse(text))
    assert {each.place.name for each in mentions if each.place.precision is PlacePrecision.CITY} == towns
