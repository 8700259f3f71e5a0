"""One number for people of two kinds is one figure, of a group that holds both; two numbers are two."""

import pytest

from tolling import told, tolls

JOINT = [
    (
        "en",
        "At least 22 police officers and soldiers were wounded in Taraz on Sunday.",
        "security_forces",
        22,
    ),
    ("en", "A bomb killed 12 soldiers and civilians in Taraz on Monday.", "victims", 12),
    ("en", "Gunmen killed 20 women and children near Taraz on Monday.", "civilians", 20),
    ("en", "The clash left 15 rebels and soldiers dead near Taraz.", "all", 15),
    ("ru", "Взрыв прогремел в Таразе. Погибли 14 полицейских и солдат.", "security_forces", 14),
    ("ru", "В Таразе ранены 37 человек, из них 22 полицейских и солдата.", "security_forces", 22),
    ("kk", "Таразда бомба жарылып, 22 полицей мен сарбаз жараланды.", "security_forces", 22),
]
APART = [
    (
        "en",
        "A bomb killed 12 soldiers and a civilian in Taraz on Monday.",
        {("military", 12), ("civilians", 1)},
    ),
    ("en", "A bomb killed 12 soldiers and two policemen in Taraz.", {("military", 12), ("police", 2)}),
    (
        "ru",
        "Взрыв прогремел в Таразе. Погибли двое полицейских и прохожий.",
        {("police", 2), ("civilians", 1)},
    ),
    ("kk", "Таразда екі полицей мен үш сарбаз қаза тапты.", {("police", 2), ("military", 3)}),
]


def figures(text, language):
    return {(toll.group.value, toll.low) for toll in tolls(text, language)}


@pytest.mark.parametrize(("language", "text", "group", "number"), JOINT)
def test_one_number_for_two_kinds(language, text, group, number):
    found = figures(text, language)
    assert [each for each, low in found if low == number] == [group]
    assert not [each for each in found if each[1] == 1]


@pytest.mark.parametrize(("language", "text", "expected"), APART)
def test_numbers_of_their_own_stay_apart(language, text, expected):
    assert figures(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four men were charged over the attack that killed 137 people. All four are citizens.",
            ["killed all 137"],
        ),
        ("A bomb killed four people in Osh. All four are children.", ["killed all 4", "killed children 4"]),
        (
            "Nine people died. Four men were held. All nine were civilians.",
            ["killed all 9", "killed civilians 9"],
        ),
    ],
)
def test_all_of_a_number_are_those_who_were_so_many(text, expected):
    assert sorted(told(text)) == sorted(expected)
