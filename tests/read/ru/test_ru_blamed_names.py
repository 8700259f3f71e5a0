"""Whose names Russian blame rests on: those given to attackers, in any case, behind a kind, of a land; nobody else's."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

BLAME = {
    "Погибшие опознаны как Иван Лунин и Пётр Беков.": [],
    "Двое погибших опознаны как граждане Турции.": [],
    "Убиты двое боевиков. Они опознаны как 19-летний Тимур Беков и 29-летний Муса Лунин.": [
        "suspected Муса Лунин",
        "suspected Тимур Беков",
    ],
    "В больницу попали двое прохожих. Они опознаны как Тимур Беков и Муса Лунин.": [],
    "Все ликвидированные боевики опознаны как находящиеся в розыске преступники.": [],
    "В совершении взрыва подозревается гражданин Турции Тимур Беков.": ["suspected Тимур Беков"],
    "Бахраму Бекову, Ибрагимжону Лунину и Артёму Омарову предъявлено обвинение в теракте.": [
        "charged Артём Омаров",
        "charged Бахрам Беков",
        "charged Ибрагимжон Лунин",
    ],
    "Ответственность за взрыв взял на себя «Отряд имама Бекира», ранее неизвестная группировка.": [
        "claimed Отряд имама Бекира"
    ],
    'Группировка горных боевиков "Ястребы Севера" взяла на себя ответственность за взрыв.': [
        "claimed Ястребы Севера"
    ],
    "Партия обвинила власти Турции в гибели мирных жителей.": ["accused власти Турции"],
    "Партия обвинила власти в гибели мирных жителей.": [],
    "Орская сторона обвинила другую сторону в обстреле заставы.": [],
    "Среди непосредственных исполнителей вину признали все, кроме одного.": [],
    "Суд приговорил Шамсидина Фаридуни к 18 годам. Фаридуни признали виновным в убийстве.": [
        "convicted Шамсидин Фаридуни",
        "convicted Шамсидин Фаридуни",
    ],
    "Газета сообщила, что взрыв был устроен сотрудником полиции, 25-летним жителем Орска.": [
        "accused 25-летний житель Орска"
    ],
}


@pytest.mark.parametrize(("text", "expected"), BLAME.items(), ids=list(BLAME))
def test_blame_of_a_sentence(text, expected):
    report = Report(id="r", text=text, language="ru", published="2024-06-10T12:00:00+05:00")
    found = [claim for claim in read_report(report, gated=False).claims if claim.kind == "blame"]
    told = [f"{each.basis} {each.perpetrator}" if each.perpetrator else str(each.basis) for each in found]
    assert sorted(told) == expected
