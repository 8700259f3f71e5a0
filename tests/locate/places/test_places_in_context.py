"""What a text says of a name by other names: lists, ranks, places near by, illnesses, namesakes elsewhere."""

import pytest

from oqiga.locate.places import find_places
from oqiga.locate.places.gazetteer import gazetteer
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
    ],
)
def test_a_name_is_a_place_by_what_stands_beside_it(text, name, country):
    assert found(text)[name].place.country == country


@pytest.mark.parametrize(
    "text", ["The Marburg virus killed six in Angola.", "Two in Angola caught Ebola there."]
)
def test_an_illness_is_no_place(text):
    assert found(text).keys() == {"Angola"}


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


def test_names_that_the_news_uses_are_known():
    places = gazetteer()
    for name, country in (("Korea", "KR"), ("Shabwa", "YE"), ("Merseyside", "GB"), ("Long An", "VN")):
        assert country in {hit.entry.country for hit in places.find(name)}
