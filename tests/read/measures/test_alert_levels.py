"""One level of alert, told in three languages and two scripts, is one step of one scale."""

import pytest

from oqiga.model.report import Report
from oqiga.model.terms import MeasureType
from oqiga.read.reader import read_report

SCALE = "levels of terrorism threat of Kazakhstan"
LEVELS = [
    ("en", "Kazakhstan raised its terror threat level to yellow for 40 days.", "yellow", 1),
    ("en", "Kazakhstan set a red level of terrorist threat in Aqtobe on June 5.", "red", 3),
    ("ru", "В Казахстане на 40 дней введён жёлтый уровень террористической опасности.", "жёлтый", 1),
    ("ru", "В Актобе 5 июня введён «желтый» уровень угрозы терроризма.", "желтый", 1),
    ("ru", "В Жанаозене объявлен красный уровень террористической угрозы.", "красный", 3),
    ("kk", "Ақтөбеде 5 маусымда терроризм қаупінің сары деңгейі енгізілді.", "сары", 1),
    ("kk", "Ақтөбе облысында террористік қауіптің «қызыл» деңгейі жарияланды.", "қызыл", 3),
    ("kk", "Astanada terrorizm qaýpiniń «sary» deńgeıi jarııalandy.", "sary", 1),
]


def level(text, language):
    report = Report(id="r", published="2019-06-06", language=language, text=text)
    claims = read_report(report, gated=False).claims
    found = [claim for claim in claims if claim.kind == "measure" and claim.type is MeasureType.ALERT_LEVEL]
    return [(claim.level, claim.level_rank, claim.level_scale) for claim in found]


@pytest.mark.parametrize(("language", "text", "written", "rank"), LEVELS)
def test_a_level_has_its_rank_in_every_language(language, text, written, rank):
    assert level(text, language) == [(written, rank, SCALE)]


def test_a_number_names_the_step_where_the_scale_is_of_numbers():
    assert level("Belgium raised its terror threat level to 4 on 3 March.", "en") == [
        ("4", 4, "threat level of Belgium")
    ]


@pytest.mark.parametrize(
    ("language", "text", "written", "rank"),
    [
        ("en", "The red level of terrorist threat in Aqtobe was lowered to yellow.", "yellow", 1),
        ("ru", "Красный уровень террористической опасности в Актобе снижен до жёлтого.", "жёлтого", 1),
        ("ru", "Уровень террористической опасности в Актобе повышен с жёлтого до красного.", "красного", 3),
    ],
)
def test_the_level_reached_stands(language, text, written, rank):
    assert level(text, language) == [(written, rank, SCALE)]
