"""Measures of plain Russian sentences: what is to come, what has ended, what is only asked for."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

CASES = [
    ("Губернатор намерен ввести комендантский час.", {"curfew announced"}),
    ("С понедельника в городе будет введён комендантский час.", {"curfew announced"}),
    ("В городе введён комендантский час.", {"curfew in_force"}),
    ("Движение поездов возобновлено.", {"transport_suspension lifted"}),
    ("Все рейсы отменены.", {"transport_suspension in_force"}),
    ("Граница открыта вновь.", {"closure lifted"}),
    ("На границе по ним был открыт огонь.", set()),
    ("Мобильная связь в городе восстановлена.", {"communications_shutdown lifted"}),
    ("Дипломатические связи восстановлены.", set()),
    ("Тщательно контролируются все въезды в город.", {"checkpoint in_force"}),
    ("Бойцы спецназа начали штурм здания.", {"security_operation in_force"}),
    ("Спецназ взял здание штурмом и подавил бунт.", {"security_operation in_force"}),
    ("Боевики начали штурм здания.", set()),
    ("При операции по подавлению беспорядков погибли 24 исламиста.", {"security_operation in_force"}),
    ("В ходе контртеррористических мероприятий задержаны двое.", {"security_operation in_force"}),
    ("Власти призвали провести расследование.", set()),
    ("Полиция начала расследование.", {"investigation in_force"}),
    ("Тарский фронт ввёл в трёх сёлах комендантский час.", set()),
    ("Фронт освобождения Тарска закрыл школы.", set()),
    ("Ополчение ввело комендантский час.", set()),
    ("Хунта ввела комендантский час.", {"curfew in_force"}),
    ("Армия передислоцировала войска к границе.", {"reinforcement in_force"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_which_measures(text, expected):
    claims = read_report(Report(id="r", text=text, language="ru", published="2021-06-09"), gated=False).claims
    assert {f"{each.type.value} {each.status.value}" for each in claims if each.kind == "measure"} == expected
