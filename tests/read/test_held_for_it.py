"""Who is named and held for an attack is no victim of it, wherever the report tells what became of him."""

import pytest

from oqiga.model.claims import Toll
from oqiga.model.report import Report
from oqiga.read.reader import read_report


def figures(text: str, language: str) -> set[tuple[str, str, int]]:
    report = Report(id="r", text=text, language=language, published="2016-06-06")
    found = read_report(report, gated=False).claims
    return {(each.outcome.value, each.group.value, each.low) for each in found if isinstance(each, Toll)}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Omar Bekov was charged with the attack in Osh. Bekov was wounded by police.", "attackers"),
        (
            "en",
            "Omar Bekov was charged with killing his wife, Anna Bekov. Later Bekov was wounded.",
            "all",
        ),
        ("en", "Omar Bekov condemned the attack in Osh. Bekov was wounded by a splinter.", "all"),
        ("ru", "Омару Бекову предъявлено обвинение в теракте в Оше. Позже Беков был ранен.", "attackers"),
        ("kk", "Тимур Бековке терроризм айыбы тағылды. Ұстау кезінде Тимур Беков жараланды.", "attackers"),
        (
            "kk",
            "Күдікті өз атын Тимур Беков деп таныстырды. Тимур Беков операция кезінде жараланды.",
            "attackers",
        ),
        ("kk", "Тілші өз атын Тимур Беков деп таныстырды. Тимур Беков шабуылда жараланды.", "all"),
    ],
)
def test_who_is_named_and_held_for_it_is_no_victim(language, text, told):
    assert {group for outcome, group, _ in figures(text, language) if outcome == "injured"} == {told}


def test_who_is_held_behind_a_charge_is_an_attacker():
    text = "Бековке терроризм айыбы тағылды. Сол күні полиция 39 жастағы Бековты ұстады."
    assert figures(text, "kk") == {("detained", "attackers", 1)}
