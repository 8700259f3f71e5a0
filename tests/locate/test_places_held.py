"""Villages and districts that no gazetteer has: what the text says they lie in."""

import pytest

from oqiga.locate.places import find_places
from oqiga.read.languages import language_pack
from oqiga.read.place_names import standing_alone


def places(text, language="ru"):
    pack = language_pack(language)
    document = pack.parse(text)
    return {each.place.name: each for each in standing_alone(document, pack, find_places(document))}


HELD = {
    "Взрыв произошёл в населённом пункте Верхнереченское Унцукульского района Дагестана.": (
        "Верхнереченское",
        "Унцукульский район",
        "Dagestan Republic",
    ),
    "Боевики вошли в деревню Майдабиро в штате Кацина.": ("Майдабиро", "Кацина", "Katsina"),
    "Полицейских обстреляли в Бабаюртовском районе Дагестана.": (
        "Бабаюртовский район",
        "Дагестан",
        "Dagestan Republic",
    ),
    "Бой шёл у села Тимбукарай. Дагестан закрыл дороги.": ("Тимбукарай", "Дагестан", "Dagestan Republic"),
}


@pytest.mark.parametrize(("text", "expected"), HELD.items(), ids=list(HELD))
def test_an_unknown_place_lies_where_the_text_says(text, expected):
    name, holder, region = expected
    found = places(text)[name]
    assert found.place.geonames_id is None
    assert (found.within.place.name, found.place.admin1) == (holder, region)


def test_a_district_is_known_again_in_another_case():
    text = "Взрыв произошёл в Унцукульском районе Дагестана. Жителей Унцукульского района вывезли, сообщили в РФ."
    named = [
        each.place.admin1
        for each in find_places(language_pack("ru").parse(text))
        if each.place.precision == "district"
    ]
    assert named == ["Dagestan Republic", "Dagestan Republic"]


def test_a_namesake_elsewhere_is_not_what_a_region_holds():
    found = places("В городе Ханабад Андижанской области обстреляли пост.")["Ханабад"]
    assert (found.place.country, found.place.admin1) == ("UZ", "Andijan Province")


def test_the_area_round_a_town_is_no_district():
    assert places("Стрельба слышна во всех районах Бишкека.")["Бишкек"].place.precision == "city"


def test_a_market_called_after_something_is_no_town():
    assert places("Участок стоит у Никольского рынка, сообщили в Алма-Ате.").keys() == {"Алма-Ата"}


def test_a_name_before_the_noun_for_a_town_is_no_town():
    assert places("Нападение на ОМВД города Вахдат отбито.").keys() == {"Вахдат"}


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Колонну обстреляли в 100 километрах восточнее Душанбе.", True),
        ("Колонну обстреляли в поселке (160 км южнее столицы Душанбе).", True),
        ("Колонну обстреляли в 3 километрах от Душанбе.", False),
        ("Колонну обстреляли в Душанбе.", False),
    ],
)
def test_a_place_far_from_which_something_was_is_measured_from(text, measured):
    assert places(text)["Душанбе"].measured is measured


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Ошта Қытайдың елшілігі атқыланды.", "KG"),
        ("Алматыда Ресейдің екі азаматы ұсталды.", "KZ"),
        ("Мәскеуде Қырғызстанның үш азаматы ұсталды.", "RU"),
        ("Ресейдің Мәскеу қаласында жарылыс болды.", "RU"),
    ],
)
def test_a_town_lies_in_no_land_that_owns_what_stands_behind(text, land):
    town = next(
        each for each in find_places(language_pack("kk").parse(text)) if each.place.precision == "city"
    )
    assert town.place.country == land


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("The convoy was shelled at a post, 13 miles (21km) east of the capital, Dushanbe.", True),
        ("The convoy was shelled some 12 miles (19 km) from Dushanbe.", True),
        ("The convoy was shelled in the capital, Dushanbe.", False),
        ("The convoy (12 trucks) was shelled in Dushanbe.", False),
        ("The convoy was shelled 2 miles (3 km) from Dushanbe.", False),
    ],
)
def test_a_distance_is_told_in_two_measures_and_before_a_noun_for_the_town(text, measured):
    assert places(text, "en")["Dushanbe"].measured is measured
