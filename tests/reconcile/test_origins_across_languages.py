"""One office is one origin, whatever language and form a report names it in."""

import pytest

from oqiga.codebook.institutions import institution
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.incident import build_incident
from told import event, header, place, told, toll

NAMES = {
    "Interior Ministry": ("interior ministry", None),
    "the Ministry of Internal Affairs": ("interior ministry", None),
    "Kazakhstan's Interior Ministry": ("interior ministry", "KZ"),
    "МВД": ("interior ministry", None),
    "МВД РК": ("interior ministry", "KZ"),
    "пресс-служба МВД Казахстана": ("interior ministry", "KZ"),
    "Министерство внутренних дел": ("interior ministry", None),
    "ІІМ": ("interior ministry", None),
    "ҚР ІІМ": ("interior ministry", "KZ"),
    "Ішкі істер министрлігі": ("interior ministry", None),
    "Қырғызстан Денсаулық сақтау министрлігі": ("health ministry", "KG"),
    "киргизский Минздрав": ("health ministry", "KG"),
    "КНБ": ("national security committee", "KZ"),
    "ҰҚК": ("national security committee", "KZ"),
}


@pytest.mark.parametrize(("name", "expected"), NAMES.items(), ids=list(NAMES))
def test_an_office_is_known_by_its_names(name, expected):
    found = institution(name)
    assert (found.id, found.country) == expected


@pytest.mark.parametrize(
    "name", ["Aqtobe police department", "Бакыт Сеитов", "ministry", "Interior Ministry hospital", "", "РК"]
)
def test_other_names_are_no_office(name):
    assert institution(name) is None


def test_figures_of_one_ministry_in_three_languages_are_joined_by_origin():
    aqtobe = place("Aqtobe", country="KZ")
    says = [
        (1, "2016-06-05T20:00", "the Interior Ministry", 6),
        (2, "2016-06-06T09:00", "МВД Казахстана", 11),
        (3, "2016-06-06T12:00", "ІІМ", 17),
    ]
    evidence = [told(event("e", day="2016-06-05", places=[aqtobe]), 1, "2016-06-05T20:00")]
    evidence += [told(toll(f"t{n}", low, by=(name, "police")), n, at) for n, at, name, low in says]
    (figure,) = build_incident("i", evidence)[0].tolls
    assert {point.origin for point in figure.series} == {"interior ministry"}
    assert [point.standing for point in figure.series] == [False, False, True]
    assert (figure.low, figure.best, figure.high) == (17, 17, 17)
    assert not figure.disputed


def test_the_ministry_of_another_country_stays_another_origin():
    said = Evidence(toll("t", 3, by=("МВД России", "police")), header(1), home="KZ")
    assert said.origin == "interior ministry of RU"
