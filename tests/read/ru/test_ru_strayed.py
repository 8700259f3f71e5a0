"""Numbers, names and clauses that the Russian parser hung on another word than their own."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report
from tolling import short, tolls

TOLLS = {
    "Следователи изучают обстоятельства взрывов, убивших двух милиционеров и ранивших ещё 13 человек.": [
        "killed police 2",
        "injured all 13",
    ],
    "Нашли сумку мужчины, напавшего с ножом и убившего троих прихожан в соборе.": ["killed civilians 3"],
    "Движение осудило теракт, унёсший жизни, по крайней мере, 40 человек.": ["killed all 40+"],
    "Погибли десять человек, в том числе восемь сотрудников правоохранительных и специальных органов.": [
        "killed all 10",
        "killed police 8",
    ],
    "Пострадали 33- и 40-летние мужчины.": [],
    "В результате теракта пострадали 152 человека, погибли, по последним данным, 137.": [
        "injured all 152",
        "killed all 137",
    ],
    "Ранены, по данным полиции, 40, погибли трое.": ["injured all 40", "killed all 3"],
    "Погибли 11 человек, шесть из них — сотрудники полиции, ещё 36 человек были ранены.": [
        "killed all 11",
        "killed police 6",
        "injured all 36",
    ],
    "Министр сообщил, что полицейские задержали человека, предположительно, устроившего взрыв в Орске.": [
        "detained attackers 1"
    ],
    "Сотрудники КНБ задержали сторонника запрещённой организации «Заря», который планировал устроить теракт.": [
        "detained attackers 1"
    ],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_tolls_of_a_sentence(text, expected):
    assert [short(each) for each in tolls(text, "ru")] == expected


BLAME = {
    "Это стало известно после того, как премьер-министр Арман Омаров публично заявил, что за взрывом стоит группировка «Заря».": {
        "accused Заря"
    },
    "Ответственность взяла на себя отколовшаяся от движения «Рассвет» группировка «Заря».": {"claimed Заря"},
    "Группировка «Заря» заявила, что за бунтом в орской колонии стояли её «бойцы».": {"claimed Заря"},
    "Суд вынес приговоры: Артём Лунин был приговорён к 18 годам, Тимур Беков и Айдар Омаров получили по 10 лет каждый.": {
        "convicted Артём Лунин",
        "convicted Тимур Беков",
        "convicted Айдар Омаров",
    },
    "Смертница была опознана как Марьям Юсупова, вдова лидера орских боевиков Саида Хизриева.": {
        "suspected Марьям Юсупова"
    },
    "За взрыв ответственны Народная партия Севера (НПС) и горные Отряды самообороны (ОСН), заявил министр.": {
        "accused Народная партия Севера",
        "accused Отряды самообороны",
    },
    "Служба безопасности сообщила о предотвращении терактов, которые собирались устроить сторонники «Зари».": {
        "accused Заря"
    },
}


@pytest.mark.parametrize(("text", "expected"), BLAME.items(), ids=list(BLAME))
def test_blame_of_a_sentence(text, expected):
    report = Report(id="r", text=text, language="ru", published="2024-06-10T12:00:00+05:00")
    claims = read_report(report, gated=False).claims
    assert {f"{each.basis} {each.perpetrator}" for each in claims if each.kind == "blame"} == expected
