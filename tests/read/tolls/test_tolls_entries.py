"""Figures entered a line each, as situation reports and police releases do, in three languages."""

import pytest

import oqiga


def tolls(text, language):
    record = oqiga.read_report(f"{text}\n", published="2024-05-12", language=language, gated=False)
    return {
        (each.outcome.value, each.group.value, each.low, each.high)
        for each in record.claims
        if each.kind == "toll"
    }


EN = "Attack on the market in Osh\n"
RU = "Нападение на рынок в Оше утром\n"
KK = "Ошта базарға шабуыл жасалды\n"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", EN + "Killed: 4\nInjured: 12", {("killed", "all", 4, 4), ("injured", "all", 12, 12)}),
        ("en", EN + "Killed – 4\nInjured – 12", {("killed", "all", 4, 4), ("injured", "all", 12, 12)}),
        ("en", EN + "Deaths: 9\nInjuries: 12", {("killed", "all", 9, 9), ("injured", "all", 12, 12)}),
        (
            "en",
            EN + "Attackers: 2 killed, 1 detained",
            {("killed", "attackers", 2, 2), ("detained", "attackers", 1, 1)},
        ),
        ("en", EN + "Attackers killed: 2", {("killed", "attackers", 2, 2)}),
        ("en", EN + "Security forces killed: 2", {("killed", "security_forces", 2, 2)}),
        (
            "en",
            EN + "Civilian casualties: 3 killed, 7 injured",
            {("killed", "civilians", 3, 3), ("injured", "civilians", 7, 7)},
        ),
        (
            "en",
            EN + "Killed: 4 civilians, 1 police officer",
            {("killed", "civilians", 4, 4), ("killed", "police", 1, 1)},
        ),
        (
            "en",
            EN + "Killed: 4 (incl. 1 police officer)",
            {("killed", "all", 4, 4), ("killed", "police", 1, 1)},
        ),
        (
            "en",
            EN + "Police: 1 killed, 2 injured\nCivilians: 3 killed",
            {("killed", "police", 1, 1), ("injured", "police", 2, 2), ("killed", "civilians", 3, 3)},
        ),
        (
            "en",
            "Clash in Osh. Army: 2 killed; militants: 14 killed.",
            {("killed", "military", 2, 2), ("killed", "attackers", 14, 14)},
        ),
        ("ru", RU + "Погибло: 4\nРанено – 12", {("killed", "all", 4, 4), ("injured", "all", 12, 12)}),
        (
            "ru",
            RU + "Нападавшие: 2 уничтожены, 1 задержан",
            {("killed", "attackers", 2, 2), ("detained", "attackers", 1, 1)},
        ),
        ("ru", RU + "Боевиков уничтожено – 2", {("killed", "attackers", 2, 2)}),
        (
            "ru",
            RU + "Мирные жители: 3 погибли, 7 ранены",
            {("killed", "civilians", 3, 3), ("injured", "civilians", 7, 7)},
        ),
        (
            "ru",
            RU + "Погибло: 4 (в т.ч. 1 сотрудник полиции)",
            {("killed", "all", 4, 4), ("killed", "police", 1, 1)},
        ),
        (
            "ru",
            RU + "Погибшие: 4 (3 мирных жителя, 1 военный)",
            {("killed", "all", 4, 4), ("killed", "civilians", 3, 3), ("killed", "military", 1, 1)},
        ),
        (
            "kk",
            KK + "Қаза болғандар – 4\nЖараланғандар – 12",
            {("killed", "all", 4, 4), ("injured", "all", 12, 12)},
        ),
        (
            "kk",
            KK + "Шабуылдаушылар: 2 жойылды, 1 ұсталды",
            {("killed", "attackers", 2, 2), ("detained", "attackers", 1, 1)},
        ),
        (
            "kk",
            KK + "Бейбіт тұрғындар: 3 қаза тапты, 7 жараланды",
            {("killed", "civilians", 3, 3), ("injured", "civilians", 7, 7)},
        ),
        ("kk", KK + "Кепілге алынғандар: 12", {("abducted", "all", 12, 12)}),
        ("kk", KK + "Хабарсыз кеткендер: 2", {("missing", "all", 2, 2)}),
    ],
)
def test_a_label_says_whom_its_figures_count_and_what_became_of_them(language, text, told):
    assert tolls(text, language) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", EN + "Houses destroyed: 14"),
        ("en", EN + "Vehicles burned: 3\nKilled: unknown"),
        ("ru", RU + "Разрушено домов: 14"),
        ("kk", KK + "Қираған үйлер: 14"),
    ],
)
def test_a_label_of_something_else_counts_no_people(language, text):
    assert tolls(text, language) == set()


def test_what_befell_them_in_the_label_tells_no_attackers():
    text = "Gunmen attacked a market in Osh. Killed in the attack: 4. Injured: 12."
    assert tolls(text, "en") == {("killed", "all", 4, 4), ("injured", "all", 12, 12)}


def test_who_says_it_before_a_colon_is_not_who_was_hit():
    assert tolls("Police: 5 killed in attack on a market in Osh", "en") == {("killed", "all", 5, 5)}


def test_who_says_it_behind_a_dash_is_no_figure():
    text = "Погибли семь человек. «Среди погибших детей нет», – подчеркнул министр Калмухан Беков."
    assert tolls(text, "ru") == {("killed", "all", 7, 7)}
    text = "Среди погибших детей нет, – сказал Калмухан Беков. Погибли семь человек."
    assert tolls(text, "ru") == {("killed", "all", 7, 7)}
