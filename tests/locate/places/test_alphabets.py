"""Names in Latin letters within a text in Cyrillic ones."""

import pytest

from oqiga.locate.places import find_places
from oqiga.read.languages import language_pack


def names(language, text):
    return {each.place.name for each in find_places(language_pack(language).parse(text))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Неизвестные напали на посетителей клуба Verona в Стамбуле.", {"Стамбул"}),
        ("Полиция оцепила кафе London Grill в Казани, сообщает Moscow Post.", {"Казань"}),
    ],
)
def test_a_name_in_latin_letters_is_no_town_of_a_cyrillic_text(text, told):
    assert {name for name in names("ru", text) if name[0].isupper()} == told


def test_a_kazakh_text_in_latin_letters_names_its_towns():
    assert names("kk", "Keshe Almaty qalasynda jarylys boldy, úsh adam qaza tapty.")


def test_an_english_text_names_its_towns():
    assert "Verona" in names("en", "A bomb went off in Verona on Monday.")
