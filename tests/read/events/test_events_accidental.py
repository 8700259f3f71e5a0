"""What gas, a boiler or fireworks does is no bombing; what explodes unexplained, or near gas, stays one."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def types(language, text):
    report = Report(id="r", text=text, language=language, published="2031-03-14")
    return [claim.type.value for claim in read_report(report, gated=False).claims if claim.kind == "event"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A gas explosion killed four people in a house in Osh on Friday."),
        ("en", "An explosion of a gas cylinder killed four people in Osh."),
        ("en", "A boiler exploded at a school in Osh, killing two."),
        ("en", "A cylinder blast killed a family in Osh on Friday."),
        ("ru", "В жилом доме в Оше прогремел взрыв газа, погибли трое."),
        ("ru", "В Оше взорвался газовый баллон, погиб мужчина."),
        ("ru", "Взрыв газовоздушной смеси произошел в доме в Оше."),
        ("kk", "Ошта тұрғын үйде газ баллоны жарылып, үш адам қаза тапты."),
        ("kk", "Ошта газ жарылысы болды, екі адам қаза тапты."),
    ],
)
def test_an_explosion_of_gas_is_no_bombing(language, text):
    assert types(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A bomb made of a gas cylinder exploded in Osh, killing two."),
        ("en", "A car packed with gas cylinders exploded in Osh on Friday, killing two."),
        ("en", "An explosion at a gas station in Osh killed four."),
        ("ru", "В Оше прогремел взрыв, погибли трое."),
        ("ru", "Взорвался автомобиль, начиненный газовыми баллонами, в Оше погибли двое."),
        ("ru", "Взрыв произошел у газовой заправки в Оше."),
        ("kk", "Ошта газ құбырында жарылыс болды."),
    ],
)
def test_what_explodes_unexplained_or_beside_gas_is_a_bombing(language, text):
    assert types(language, text) == ["bombing"]
