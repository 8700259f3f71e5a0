"""Blame in plain Kazakh sentences: who claims, who denies, and whom nobody accuses."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def blamed(text: str) -> set[tuple[str | None, str]]:
    report = Report(id="r", text=text, language="kk", published="2021-06-09")
    claims = read_report(report, gated=False).claims
    return {(each.perpetrator, each.basis.value) for each in claims if each.kind == "blame"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Жарылысты ешқандай топ мойнына алмады.", {(None, "unclaimed")}),
        ("Шабуыл үшін жауапкершілікті әзірге ешқандай ұйым мойнына алмады.", {(None, "unclaimed")}),
        ("Шабуылды «Тарск майданы» тобы мойнына алды.", {("Тарск майданы", "claimed")}),
        ("«Тарск майданы» шабуылға қатысы жоғын мәлімдеді.", {("Тарск майданы", "denied")}),
        ("«Тарск майданы» айыптауларды жоққа шығарды.", {("Тарск майданы", "denied")}),
        ("Шабуылға «Тарск майданының» қатысы болуы мүмкін.", {("Тарск майданы", "suspected")}),
        ("Ермек Бековтің шабуылға қатысы болмаған.", set()),
        ('Кеше радиода содырлардың "Әсем Кеш" атты асханаға шабуыл жасағанын айтқан болатын.', set()),
    ],
)
def test_who_is_blamed(text, expected):
    assert blamed(text) == expected
