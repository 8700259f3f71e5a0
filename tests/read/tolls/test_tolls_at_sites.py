"""Which of several targets a toll belongs to, in three languages."""

import pytest

from oqiga.read.reader import read_report
from told import report


def placed(text, language):
    claims = read_report(report(1, text, language=language), gated=False).claims
    tolls = [claim for claim in claims if claim.kind == "toll"]
    return [
        (toll.low, toll.place.name if toll.place and toll.place.precision == "site" else None)
        for toll in tolls
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Gunmen attacked two gun shops and a base in Aqtobe. A soldier was killed at the base. Ten people "
            "were wounded.",
            [(1, "base"), (10, None)],
        ),
        (
            "en",
            "Gunmen attacked two gun shops and a base in Aqtobe, killing two people at a gun shop and three "
            "police officers.",
            [(3, None), (2, "gun shop")],
        ),
        (
            "ru",
            "Неизвестные напали на магазин и на воинскую часть в Актобе. В воинской части погибли трое солдат. "
            "Ранены десять человек.",
            [(3, "воинской части"), (10, None)],
        ),
        (
            "kk",
            "Қарулы топ Ақтөбедегі қару дүкеніне және әскери бөлімге шабуыл жасады. Әскери бөлімде үш сарбаз "
            "қаза тапты. Он адам жараланды.",
            [(3, "Әскери бөлімде"), (10, None)],
        ),
    ],
)
def test_a_toll_keeps_the_site_that_its_clause_names(language, text, expected):
    assert placed(text, language) == expected


def test_without_sites_attacked_the_clause_places_no_toll():
    text = "An attack shook Osh. At the base, police said later, three people were killed."
    assert placed(text, "en") == [(3, None)]


def test_a_site_somewhere_in_a_country_has_no_point():
    text = "Gunmen attacked a gun shop and a base in Kazakhstan. A soldier was killed at the base."
    claims = read_report(report(1, text, language="en"), gated=False).claims
    (place,) = [claim.place for claim in claims if claim.kind == "toll" and claim.place is not None]
    assert (place.country, place.latitude, place.longitude) == ("KZ", None, None)


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("en", "At least 17 dead in Osh, the ministry says.", "Osh"),
        ("en", "Two men from Osh were killed in Syria.", "Syria"),
        ("ru", "В воскресенье в Оше убиты трое полицейских.", "Ош"),
    ],
)
def test_a_toll_is_where_its_outcome_was(language, text, town):
    claims = read_report(report(1, text, language=language), gated=False).claims
    assert [claim.place.name for claim in claims if claim.kind == "toll"] == [town]
