"""Tolls of Russian sentences: outcome, group, range; « of n» a part, « <- n» the newer figure."""

import pytest

from oqiga.model.terms import Certainty, Group
from tolling import short, tolls


def tolls_of(text):
    return tolls(text, "ru")


def told(text):
    found = tolls_of(text)
    by_id = {toll.id: toll for toll in found}
    return [_told(toll, by_id) for toll in found]


def _told(toll, by_id):
    words = short(toll)
    if toll.certainty is not Certainty.STATED:
        words += f" {toll.certainty}"
    if toll.part_of:
        words += f" of {by_id[toll.part_of].low}"
    if toll.superseded_by:
        words += f" <- {by_id[toll.superseded_by].low}"
    return words


CASES = {
    "26 пострадавших остаются в больницах, состояние четверых врачи оценивают как тяжёлое.": [
        "hospitalized all 26"
    ],
    # the affected on either side of the verb
    "Шесть человек погибли.": ["killed all 6"],
    "Погибли шесть человек.": ["killed all 6"],
    "В перестрелке убиты трое военных.": ["killed military 3"],
    "Ранения получили не менее 17 прохожих.": ["injured civilians 17+"],
    "Пострадали порядка сорока человек.": ["injured all 40"],
    "Боевики убили двоих полицейских и ранили ещё пятерых.": ["killed police 2", "injured all 5"],
    "Еще 14 задержали ночью.": ["detained all 14"],
    "Скончался сержант полиции.": ["killed police 1"],
    # whom "of them" means, what a relative clause shares, what two verbs share
    "На посту находились сотрудники полиции, двое из них пострадали.": ["injured police 2"],
    "Двое полицейских получили ранения, от которых скончались в больнице.": ["killed police 2"],
    "Спецназ смог ранить вооруженного преступника и задержать.": [
        "injured attackers 1",
        "detained attackers 1",
    ],
    "Погибли 20 человек, 15 из них - сотрудники полиции.": ["killed all 20", "killed police 15 of 20"],
    "МВД сообщило о 16 пострадавших: 13 полицейских и трех гражданских.": [
        "injured all 16",
        "injured police 13 of 16",
        "injured civilians 3 of 16",
    ],
    # who did it is no victim; who only speaks is nobody counted
    "Мужчина, устроивший стрельбу, покончил с собой.": ["killed attackers 1"],
    "Спецназ задержал троих лиц, причастных к терактам.": ["detained attackers 3"],
    "Айгуль Серикова, представитель штаба: «Всего с утра задержано 85 участников беспорядков».": [
        "detained protesters 85"
    ],
    # figures passed, halves of thousands, dozens in the genitive
    "Число погибших превысило 100 человек.": ["killed all 101+"],
    "Задержаны две с половиной тысячи человек.": ["detained all 2500"],
    "СМИ сообщают о пропаже десятков детей.": ["missing children 20+"],
    # numerals, collectives, hedges
    "Погибли двое, ранены семеро.": ["killed all 2", "injured all 7"],
    "Задержаны более тысячи человек.": ["detained all 1001+"],
    "Десятки человек получили ранения.": ["injured all 20+"],
    "До 20 человек пострадали.": ["injured all 0-20"],
    "Погибли от 10 до 15 человек.": ["killed all 10-15"],
    "Эвакуированы около 300 учеников.": ["evacuated children 300"],
    "Пропали без вести двое солдат.": ["missing military 2"],
    "В заложниках остаются 6 человек.": ["abducted all 6"],
    # nouns for the figure
    "Число погибших выросло до 17.": ["killed all 17"],
    "Количество раненых достигло 38 человек.": ["injured all 38"],
    "Погибших - шесть человек.": ["killed all 6"],
    "Взрыв унёс жизни 12 человек.": ["killed all 12"],
    "Жертвами теракта стали 19 человек.": ["killed all 19"],
    "Гибель четырёх полицейских подтвердил аким.": ["killed police 4"],
    "Двенадцать погибших, трое раненых.": ["killed all 12", "injured all 3"],
    # nobody, and nothing known
    "Никто не пострадал.": ["injured all 0"],
    "Ни один человек не погиб.": ["killed all 0"],
    "Обошлось без пострадавших.": ["injured all 0"],
    "Жертв и пострадавших нет.": ["killed victims 0", "injured all 0"],
    "Информации о погибших нет.": [],
    "Не обошлось без жертв.": [],
    # lists, singles, parts, revisions
    "Погибли продавец и охранник.": ["killed civilians 2"],
    "Погибли три человека: продавец, офицер и контрактник, ещё девять солдат ранены.": [
        "killed all 3",
        "injured military 9",
    ],
    "Погибли 17 человек, в том числе 11 нападавших.": ["killed all 17", "killed attackers 11 of 17"],
    "Погибли 25 человек, среди погибших двое детей.": ["killed all 25", "killed children 2 of 25"],
    "Среди погибших — трое солдат и четверо мирных жителей.": ["killed military 3", "killed civilians 4"],
    "Число жертв возросло с 17 до 19 человек.": ["killed all 19", "killed all 17 <- 19"],
    "Погибло 9 человек. Ранее сообщалось о семи погибших.": ["killed all 9", "killed all 7 <- 9"],
    "Пострадали 126 человек, из них 22 находятся в тяжёлом состоянии.": [
        "injured all 126",
        "injured all 22 of 126",
    ],
    "Менее 40 человек доставили в больницы.": ["hospitalized all 0-39"],
    "Число раненых военнослужащих выросло до девяти.": ["injured military 9"],
    # attackers
    "Трое нападавших уничтожены, один ранен, ещё двое задержаны.": [
        "killed attackers 3",
        "injured attackers 1",
        "detained attackers 2",
    ],
    "Нескольким террористам удалось скрыться.": ["at_large attackers 2+"],
    "Семеро объявлены в розыск.": ["at_large attackers 7"],
    "Ликвидировано 13 человек.": ["killed attackers 13"],
    "Задержаны четверо приверженцев нетрадиционных религиозных течений.": ["detained attackers 4"],
    "Смертник подорвал себя у здания полиции.": ["killed attackers 1"],
    "Двое сотрудников линейного отдела полиции ранены.": ["injured police 2"],
    "Шесть бойцов погибли при нападении боевиков.": ["killed security_forces 6"],
    # denied, intended, other things counted
    "Опровергнута информация о гибели ребёнка.": ["killed children 1 denied"],
    "Террористы хотели убить 20 человек.": [],
    "Планируется эвакуировать 500 человек.": [],
    "Уничтожено 12 беспилотников.": [],
    "Боевики уничтожили 5 автомобилей.": [],
    "Семьям погибших выделят по 15 млн тенге.": [],
    "Ему 34 года, он погиб 5 июня.": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_a_sentence_gives_its_tolls(text, expected):
    assert told(text) == expected


def test_euphemisms_are_kept_as_said():
    (toll,) = tolls_of("Нейтрализованы двое приверженцев нетрадиционных религиозных течений.")
    assert toll.group is Group.ATTACKERS
    assert toll.group_text == "двое приверженцев нетрадиционных религиозных течений"
    assert "Нейтрализованы" in toll.quote


@pytest.mark.parametrize("text", CASES)
def test_every_toll_rests_on_its_words(text):
    for toll in tolls_of(text):
        assert toll.quote
        assert toll.span.of(text) == toll.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Погибли не менее 30 человек и сотни раненых.", ["killed all 30+", "injured all 200+"]),
        ("Погибли 14 человек, 26 раненых.", ["killed all 14", "injured all 26"]),
        ("Погибли трое полицейских и десять мирных жителей.", ["killed police 3", "killed civilians 10"]),
    ],
)
def test_the_wounded_listed_behind_the_dead_are_not_dead(text, expected):
    assert told(text) == expected
