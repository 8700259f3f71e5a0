"""Who accuses, charges, convicts or claims is who says it, in three languages; who only does a deed is not."""

import pytest

import oqiga

CASES = [
    ("en", "Villagers accused the army of killing 12 people near Osh.", ["Villagers/witness"]),
    ("en", "The army was accused by villagers of killing 12 people near Osh.", ["villagers/witness"]),
    ("en", "The government blamed the Tarsk Front for the attack in Osh.", ["government/government"]),
    ("en", "Officials suspect the Tarsk Front.", ["Officials/official"]),
    ("en", "A court in Osh convicted Timur Asanov of the attack.", ["court in Osh/judiciary"]),
    ("en", "Kyiv accused Moscow of shelling the market in Osh.", ["Kyiv/government"]),
    (
        "en",
        "Police said villagers accused the army of killing 12 people near Osh.",
        ["villagers/witness", "Police/police"],
    ),
    ("en", "The Tarsk Front claimed responsibility for the attack in Osh.", ["Tarsk Front/armed_group"]),
    ("en", "They accused the army of killing 12 people near Osh.", []),
    ("en", "The attack was blamed on the Tarsk Front.", []),
    ("ru", "Жители обвинили армию в гибели 12 человек под Ошем.", ["Жители/witness"]),
    (
        "ru",
        "Власти Киргизии возложили ответственность за нападение на «Тарский фронт».",
        ["Власти Киргизии/government"],
    ),
    (
        "ru",
        "Прокуратура предъявила Тимуру Асанову обвинение в убийстве пятерых человек в Оше.",
        ["Прокуратура/judiciary"],
    ),
    ("kk", "Үкімет шабуылға «Тарс майданын» кінәлады.", ["Үкімет/government"]),
    ("kk", "Тұрғындар әскерді 12 адамның өліміне айыптады.", ["Тұрғындар/witness"]),
]


@pytest.mark.parametrize(("language", "text", "said"), CASES)
def test_who_accuses_says_it(language, text, said):
    record = oqiga.read_report(f"{text}\n", published="2026-03-12", gated=False, language=language)
    (blame,) = (claim for claim in record.claims if claim.kind == "blame")
    assert [f"{each.name}/{each.kind.value}" for each in blame.said_by] == said
    assert all(each.span.of(record.report.text) == each.name for each in blame.said_by)
