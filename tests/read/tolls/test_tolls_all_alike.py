"""Figures of which all are said to be of one group, and those of which nothing of the kind is said."""

import pytest

import oqiga


def tolls(text, language):
    record = oqiga.read_report(f"{text}\n", published="2021-06-09", language=language, gated=False)
    return {(each.outcome.value, each.group.value, each.low) for each in record.claims if each.kind == "toll"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Nine people, all attackers, were killed in Osh.", {("killed", "attackers", 9)}),
        ("en", "The clash near Osh left nine dead, all of them militants.", {("killed", "attackers", 9)}),
        ("en", "Nine dead (all attackers) in Osh clash", {("killed", "attackers", 9)}),
        ("en", "Nine people died in the clash. All of them were militants.", {("killed", "attackers", 9)}),
        ("en", "All nine dead were militants, the army said.", {("killed", "attackers", 9)}),
        ("en", "The nine dead were all militants.", {("killed", "attackers", 9)}),
        ("en", "Seven people were killed in Osh on Tuesday, all civilians.", {("killed", "civilians", 7)}),
        (
            "en",
            "Nine people were killed and four wounded in Osh, all of them soldiers.",
            {("killed", "military", 9), ("injured", "military", 4)},
        ),
        (
            "en",
            "Five policemen were killed and nine people wounded, all civilians.",
            {("killed", "police", 5), ("injured", "civilians", 9)},
        ),
        ("ru", "Семь человек, все мирные жители, погибли в Оше.", {("killed", "civilians", 7)}),
        ("ru", "Погибли девять человек. Все они были боевиками.", {("killed", "attackers", 9)}),
        ("kk", "Ошта жеті адам қаза тапты, бәрі бейбіт тұрғындар.", {("killed", "civilians", 7)}),
        ("kk", "Тоғыз адам қаза тапты. Олардың бәрі содыр болған.", {("killed", "attackers", 9)}),
    ],
)
def test_who_all_of_them_are(language, text, told):
    assert tolls(text, language) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Seven people were killed, all civilians were evacuated from the area."),
        ("en", "Seven people were killed in Osh. All the attackers fled."),
        ("en", "Seven people were killed in Osh after all police officers had left."),
        ("en", "Seven people were killed in Osh, all women and children."),
        ("ru", "Погибли семь человек. Все нападавшие убиты."),
        ("ru", "Погибли семь человек. Все раненые – полицейские."),
        ("kk", "Ошта жеті адам қаза тапты. Шабуылдаушылардың бәрі жойылды."),
    ],
)
def test_what_all_others_do_tells_nothing_of_them(language, text):
    assert tolls(text, language) == {("killed", "all", 7)}


def test_some_of_them_make_no_attackers_of_all():
    text = "The death toll stands at 25, of whom 18 were attackers, according to the Interior Ministry."
    assert tolls(text, "en") == {("killed", "all", 25), ("killed", "attackers", 18)}
