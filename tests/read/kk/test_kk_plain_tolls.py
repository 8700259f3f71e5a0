"""Tolls of plain Kazakh sentences, in the wordings of agencies and police."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def figures(text: str) -> set[tuple[str, str, int]]:
    report = Report(id="r", text=text, language="kk", published="2021-06-09")
    claims = read_report(report, gated=False).claims
    return {(each.outcome.value, each.group.value, each.low) for each in claims if each.kind == "toll"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Былтыр шабуылдан 55 адам мерт болған-ды.", {("killed", "all", 55)}),
        ("Ол кезде 12 полицей қаза болған-тын.", {("killed", "police", 12)}),
        ("Қонақ үйдің жанында болған шабуылдан ондаған адам жарақат алды.", {("injured", "all", 24)}),
        ("Содырлар қонақ үйге шабуыл жасап, екі қонақты өлтірді.", {("killed", "civilians", 2)}),
        ("Оқиғаға байланысты күдікті 11 адам қамауға алынды.", {("detained", "attackers", 11)}),
        ("Күдікті 11 адамды өлтірді.", {("killed", "all", 11)}),
        ("Ауруханаға 40 жаралы жеткізілді.", {("hospitalized", "all", 40)}),
        ("Шабуылда 12 өлі, 40 жаралы бар.", {("killed", "all", 12), ("injured", "all", 40)}),
        ("Екі сарбаз жаралы.", {("injured", "military", 2)}),
        (
            "Шабуылдан 40 адам қаза тапты, оның 19-ы – күштік құрылым қызметкерлері.",
            {("killed", "all", 40), ("killed", "security_forces", 19)},
        ),
        ("Қаза болғандар тіркелмеген.", {("killed", "all", 0)}),
        ("Содырлар ауылда 17 адамды қырып салды.", {("killed", "all", 17)}),
        ("Министр келді. Ол екі террористтің жойылғанын хабарлады.", {("killed", "attackers", 2)}),
    ],
)
def test_whom_a_plain_sentence_counts(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ошта жарылыс болды. Қытайдың екі азаматы қаза тапты.", {("killed", "foreigners", 2)}),
        ("Ошта жарылыс болды. Қырғызстанның екі азаматы қаза тапты.", {("killed", "all", 2)}),
        ("Алматыда Ресейдің екі азаматы ұсталды.", {("detained", "foreigners", 2)}),
        ("Қытайдың екі азаматы қаза тапты.", {("killed", "all", 2)}),
    ],
)
def test_citizens_are_foreigners_in_another_land_than_theirs(text, expected):
    assert figures(text) == expected
