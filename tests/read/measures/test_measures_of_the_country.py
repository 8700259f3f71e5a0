"""What is ordered in "the country" holds for all of it, whether or not the report names the country."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

TOLD = [
    ("en", "Three people were killed in Taraz. Security was stepped up across the country."),
    ("ru", "В Таразе убиты трое. По всей стране введён жёлтый уровень террористической опасности."),
    ("ru", "В Таразе убиты трое. Пятница объявлена днём общенационального траура."),
    ("kk", "Таразда үш адам қаза тапты. Бүкіл елде террорлық қауіптің «сары» деңгейі енгізілді."),
]


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_the_country_is_where_it_holds(language, text):
    report = Report(id="r-1", text=text, language=language)
    claims = read_report(report, gated=False).claims
    (where,) = {claim.places[0] for claim in claims if claim.kind == "measure"}
    assert (where.country, where.precision.value) == ("KZ", "country")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Gunmen killed six people in Osh on Saturday. The president declared Monday a day of mourning.",
        ),
        ("ru", "В Оше на рынке убиты шесть человек. Президент объявил понедельник днём траура."),
    ],
)
def test_the_head_of_a_land_orders_for_all_of_it_though_no_word_names_it(language, text):
    report = Report(id="r-1", text=text, language=language, published="2026-03-15T12:00:00+06:00")
    (found,) = (each for each in read_report(report).claims if each.kind == "measure")
    assert [place.country for place in found.places] == ["KG"]
    assert [place.precision for place in found.places] == ["country"]


@pytest.mark.parametrize(
    "mourning",
    [
        "The president declared Monday a day of mourning.",
        "The president declared Monday a day of mourning and sent condolences.",
    ],
)
def test_a_day_to_come_is_no_background_whatever_week_its_words_alone_would_mean(mourning):
    text = f"Gunmen attacked a market in Osh on Saturday, killing six. {mourning}"
    report = Report(id="r-1", text=text, language="en", published="2026-03-15T12:00:00+06:00")
    found = [each for each in read_report(report).claims if each.kind == "measure"]
    assert [(each.valid_from, each.background) for each in found] == [("2026-03-16", False)]
