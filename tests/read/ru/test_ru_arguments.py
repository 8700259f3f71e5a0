"""Whose argument a noun is where Russian trees err, and what a verb's form says of whether it happened."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report
from oqiga.read.ru.network import Analysis
from oqiga.read.ru.parser import parse
from oqiga.read.ru.set_off import commas, restored
from tolling import short, tolls

TOLLS = {
    # bounds between commas
    "Взрыв унёс жизни, по крайней мере, 40 человек.": ["killed all 40+"],
    "В Ираке погибли, по меньшей мере, 18 человек, ещё 41 получил ранения.": [
        "killed all 18+",
        "injured all 41",
    ],
    "Ранения получили, по разным данным, от 3 до 7 человек.": ["injured all 3-7"],
    "Ранения получили от 3 до 7 человек.": ["injured all 3-7"],
    "Пострадали от трёх до пяти человек.": ["injured all 3-5"],
    "Взрыв унёс жизни 12 человек.": ["killed all 12"],
    # whose subject, whose object
    "Все четверо боевиков были убиты, четверо сотрудников спецназа получили ранения.": [
        "killed attackers 4",
        "injured security_forces 4",
    ],
    "Стрелок атаковал соучеников, убив не менее 19 человек и ранив ещё 20.": [
        "killed all 19+",
        "injured all 20",
    ],
    "Нападавший успел нанести раны ножом, в результате чего сотрудники получили травмы и проходят лечение.": [],
    "Погибли 28 человек, в том числе 27 военных, 80 человек пострадали.": [
        "killed all 28",
        "killed military 27",
        "injured all 80",
    ],
    "В Лондоне мужчина с ножом совершил несколько нападений на прохожих: четверо раненых.": ["injured all 4"],
    "Ранее минздрав сообщил о четырёх военных, пострадавших в конфликте.": ["injured military 4"],
    "Одного из нападавших удалось ликвидировать сразу.": ["killed attackers 1"],
    "Двоих преступников удалось задержать.": ["detained attackers 2"],
    # those who came to no harm
    "Мирные жители не пострадали.": ["injured civilians 0"],
    "Полицейские не ранены.": ["injured police 0"],
    "Мирные жители не пострадали, двое полицейских ранены.": ["injured civilians 0", "injured police 2"],
    "Дома не пострадали.": [],
    "Если бы жители не погибли, суда бы не было.": [],
    # what has not happened, or is over
    "Зная, что его арестуют, он решил отомстить.": [],
    "Полиция задержала двоих, ещё троих арестуют.": ["detained all 2"],
    "Один из нападавших подорвал себя, когда скрывался от силовиков.": ["killed attackers 1"],
    "Двое преступников скрылись.": ["at_large attackers 2"],
    "Один из нападавших скрывается.": ["at_large attackers 1"],
    "Подозреваемый обезврежен и задержан.": ["detained attackers 1"],
    "Двое боевиков обезврежены.": ["killed attackers 2"],
    "Врачи борются за жизнь девушки.": [],
    "Трагедия унесла жизнь девушки.": ["killed women 1"],
    # whoever blows himself up is no victim
    "Мужчина подорвал себя у входа, ранены трое.": ["killed attackers 1", "injured all 3"],
    "Мужчина взорвал себя гранатой.": ["killed attackers 1"],
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_tolls_of_a_sentence(text, expected):
    assert [short(toll) for toll in tolls(text, "ru")] == expected


def test_commas_are_hidden_only_around_bounds_and_come_back():
    texts = ["Погибли", ",", "по", "меньшей", "мере", ",", "трое", ",", "сказал", "он", "."]
    assert commas(texts) == {1, 5}
    shorter = Analysis(
        tags=("VERB", "ADP", "ADJ", "NOUN", "NUM", "PUNCT", "VERB", "PRON", "PUNCT"),
        heads=(-1, 4, 1, 1, 0, 6, 0, 6, 0),
        relations=("root", "advmod", "fixed", "fixed", "nsubj", "punct", "parataxis", "nsubj", "punct"),
        entities=("O",) * 9,
    )
    whole = restored(shorter, commas(texts), len(texts))
    assert whole.heads == (-1, 2, 6, 2, 2, 6, 0, 8, 0, 8, 0)
    assert [whole.relations[index] for index in (1, 5)] == ["punct", "punct"]


def test_whom_an_attack_avenges_was_harmed_before():
    text = (
        "В Кабуле при взрыве погибли 12 человек. Взрыв прогремел утром. Движение «Заря» заявило о мести. "
        "Его представители сказали, что это акт мести за убийство Бекира Алиева."
    )
    report = Report(id="r-1", text=text, language="ru", published="2016-06-06T12:00:00+05:00")
    found = [
        claim for claim in read_report(report, gated=False, trained=False).claims if claim.kind == "toll"
    ]
    assert [(toll.low, toll.background) for toll in found] == [(12, False), (1, True)]


MEASURES = {
    "На место прибыли полицейские.": [],
    "На место прибыл спецназ.": ["reinforcement"],
    "Он отбудет срок в колонии особого режима.": [],
    "Осуждённые должны выплатить 990 тысяч рублей штрафа.": [],
    "Полиция задержала пять человек по подозрению в теракте в метро.": [],
    "В аэропорту задержаны рейсы.": ["transport_suspension"],
    "Готовилась серия терактов, направленных против сотрудников милиции.": [],
}


@pytest.mark.parametrize(("text", "expected"), MEASURES.items(), ids=list(MEASURES))
def test_measures_of_a_sentence(text, expected):
    report = Report(id="r-1", text=text, language="ru", published="2016-06-06T12:00:00+05:00")
    claims = read_report(report, gated=False, trained=False).claims
    assert [str(claim.type) for claim in claims if claim.kind == "measure"] == expected


def test_a_counted_subject_stands_in_one_case():
    document = parse(
        "Нападение в мае в городе 20 особо опасных осуждённых за участие в банде совершили ночью."
    )
    counted = next(token for token in document.tokens if token.text == "осуждённых")
    assert counted.dep == "nsubj"
    assert [feat for feat in counted.feats if feat.startswith("Case=")] == ["Case=Gen"]
