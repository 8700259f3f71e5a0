"""Tolls of plain Russian sentences: lists of people, deeds still to come, shared nouns, who sought persons are."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

CASES = [
    # Everybody listed, whatever stands in the genitive behind one of them.
    (
        "Ранены начальник полиции, его водитель и двое прохожих.",
        {"injured police 1", "injured civilians 1", "injured civilians 2"},
    ),
    (
        "Погибли мэр города, пятеро военнослужащих и двое прохожих.",
        {"killed officials 1", "killed military 5", "killed civilians 2"},
    ),
    (
        "В перестрелке ранены пятеро солдат, журналист местной газеты и ребёнок.",
        {"injured military 5", "injured journalists 1", "injured children 1"},
    ),
    (
        "Задержаны 70 боевиков, нападавших на здания, и 30 мародёров.",
        {"detained attackers 70", "detained attackers 30"},
    ),
    ("Ликвидирован главарь банды и двое его сообщников.", {"killed attackers 1", "killed attackers 2"}),
    # What is only aimed at has not come about.
    ("Принимаются меры к установлению и задержанию преступника.", set()),
    ("Проводится операция по задержанию троих боевиков.", set()),
    ("За помощь в задержании убийцы объявлено вознаграждение.", set()),
    ("Спецназ провёл операцию по задержанию боевика, он оказал сопротивление.", set()),
    # A noun in the nominative behind a deed did not suffer it.
    ("После убийства президент страны объявил траур.", set()),
    ("Вскоре после похищения лидер группировки выступил с речью.", set()),
    ("После убийства президента страны объявлен траур.", {"killed officials 1"}),
    # Bodies.
    ("В парке найдены 11 тел с ножевыми ранениями.", {"killed all 11"}),
    ("Найден труп мужчины с ножевыми ранениями.", {"killed all 1"}),
    # One noun for two numbers; among whom; nobody's group.
    (
        "Генштаб сообщил о восьми погибших и пяти раненых военнослужащих.",
        {"killed military 8", "injured military 5"},
    ),
    ("Сообщается о двух убитых и трёх раненых полицейских.", {"killed police 2", "injured police 3"}),
    ("Сообщалось о шести погибших и 13 убитых нападавших.", {"killed all 6", "killed attackers 13"}),
    ("Среди гражданских погибли двое.", {"killed civilians 2"}),
    ("Погибли 25 заключённых и два сотрудника-силовика.", {"killed all 25", "killed security_forces 2"}),
    (
        "Известно об одной погибшей девочке и пяти раненых мальчиках.",
        {"killed children 1", "injured children 5"},
    ),
    # Homes left; what is thrown at a home leaves nobody without one.
    ("Два миллиона человек были вынуждены покинуть свои дома.", {"displaced all 2000000"}),
    ("Он бросил в сторону дома гранату.", set()),
    # Who is looked for.
    ("Под завалами разыскиваются 12 человек.", {"missing all 12"}),
    ("Разыскиваются 12 человек.", set()),
    ("Разыскиваются двое участников нападения.", {"at_large attackers 2"}),
    ("Двое боевиков убиты, ещё двое разыскиваются.", {"killed attackers 2", "at_large attackers 2"}),
    ("Судьба четверых человек остаётся неизвестной.", {"missing all 4"}),
    ("Боевики увели с собой 30 жителей.", {"abducted civilians 30"}),
    ("Житель Оша Али Беков объявлен в розыск.", {"at_large attackers 1"}),
    # Who attacks by rank or by what he is suspected of.
    ("Убит командир роты.", {"killed military 1"}),
    ("В Оше убит полевой командир.", {"killed attackers 1"}),
    ("Убит командир батальона талибов.", {"killed attackers 1"}),
    ("Задержаны двое иностранцев, причастных к террористической организации.", {"detained attackers 2"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_counted(text, expected):
    claims = read_report(Report(id="r", text=text, language="ru", published="2021-06-09"), gated=False).claims
    tolls = [each for each in claims if each.kind == "toll"]
    assert all(each.low == each.high for each in tolls)
    assert {f"{each.outcome.value} {each.group.value} {each.low}" for each in tolls} == expected


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Появились сообщения о 12 погибших.", "reported"),
        ("Ранее появились сообщения о том, что погибли 12 человек.", "reported"),
        ("В соцсетях появилась информация о троих погибших.", "reported"),
        ("В полицию поступило сообщение о взрыве. Двое погибли.", "stated"),
        ("Появилось видео, на котором убиты двое.", "stated"),
    ],
)
def test_news_that_comes_up_of_itself_is_hearsay(text, certainty):
    claims = read_report(Report(id="r", text=text, language="ru", published="2021-06-09"), gated=False).claims
    assert [each.certainty.value for each in claims if each.kind == "toll"] == [certainty]
