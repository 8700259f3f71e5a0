"""Who killed a part of the dead is no part of them; one old figure gives way to one new one."""

import pytest

from tolling import told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In Osh 17 people were killed, nine of them by the security forces.", ["killed all 17"]),
        ("en", "Seventeen people died, five of them at the hands of soldiers.", ["killed all 17"]),
        ("ru", "Погибли 17 человек, девять из них — от рук силовиков.", ["killed all 17"]),
        (
            "en",
            "In Osh 17 people were killed, two of them police officers.",
            ["killed all 17", "killed police 2"],
        ),
    ],
)
def test_who_did_it_is_no_part_of_the_dead(language, text, expected):
    assert told(text, language) == expected


def test_one_figure_is_replaced_once():
    text = (
        "The office revised down the number of people killed in Osh to 12 from 14, saying that two people"
        " listed as dead had been found alive in hospital."
    )
    assert told(text) == ["killed all 12", "killed all 14", "hospitalized all 2"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "One girl died in captivity.", ["killed children 1"]),
        ("en", "One of the suspects died in custody.", ["killed attackers 1"]),
        (
            "ru",
            "Погибли трое полицейских и один гражданский, ещё пятеро ранены.",
            ["killed police 3", "killed civilians 1", "injured all 5"],
        ),
        (
            "kk",
            "Төрт полицей мен бір тұрғын қаза тауып, төртеуі жарақат алды.",
            ["killed police 4", "killed civilians 1", "injured all 4"],
        ),
        ("en", "Two men died and three are in custody.", ["killed all 2", "detained all 3"]),
        (
            "ru",
            "Боевики похитили 80 школьниц. По данным полиции, 14 девочкам удалось сбежать.",
            ["abducted children 80"],
        ),
        ("ru", "Двум подозреваемым удалось скрыться.", ["at_large attackers 2"]),
        (
            "en",
            "Gunmen shot dead a security guard and a headmaster who tried to resist.",
            ["killed civilians 2"],
        ),
    ],
)
def test_who_is_in_no_such_state(language, text, expected):
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A car drove into a crowd in Osh, killing three. The driver was detained at the scene.",
            ["killed all 3", "detained attackers 1"],
        ),
        (
            "A truck rammed into a group of pedestrians. The driver, 38, was shot dead by police.",
            ["killed attackers 1"],
        ),
        ("A car drove into a crowd in Osh. A driver who stopped to help was hurt.", ["injured civilians 1"]),
        ("Gunmen attacked a bus in Osh. The driver was killed.", ["killed civilians 1"]),
    ],
)
def test_the_driver_of_what_was_driven_into_people_attacks(text, expected):
    assert told(text) == expected
