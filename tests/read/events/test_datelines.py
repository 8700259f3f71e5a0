"""Where a dispatch was sent from is not where its story happened."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

SENT = [
    (
        "ru",
        "МОСКВА, 6 июн – РИА. Неизвестные напали на оружейный магазин в Актобе, погибли двое.",
        ["Актобе"],
    ),
    ("ru", "ЕРЕВАН, 8 фев — Sputnik. Беспорядки произошли в Масанчи Жамбылской области.", ["Масанчи"]),
    ("kk", "АСТАНА, 6 маусым – Sputnik. Ақтөбеде қару дүкеніне шабуыл жасалды.", ["Ақтөбе"]),
    ("en", "MOSCOW, June 6 - Gunmen attacked a gun shop in Aktobe, killing two people.", ["Aktobe"]),
    # nothing else is named: the town of the dateline stays
    ("en", "KABUL, Afghanistan (AP) — A bomb exploded near a market on Tuesday, killing two.", ["KABUL"]),
]


@pytest.mark.parametrize(("language", "text", "towns"), SENT, ids=[text[:12] for _, text, _ in SENT])
def test_the_place_of_a_dateline_gives_way_to_the_places_of_the_story(language, text, towns):
    report = Report(id="r", text=text, language=language, published="2024-06-06")
    events = [claim for claim in read_report(report, gated=False).claims if claim.kind == "event"]
    named = [place.name for place in events[0].places]
    assert all(any(town.lower() in name.lower() for name in named) for town in towns)
    assert not {"МОСКВА", "Москва", "ЕРЕВАН", "Ереван", "АСТАНА", "Астана", "MOSCOW", "Moscow"} & set(named)


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("NAIROBI, Kenya — Gunmen killed four people in a village near the border on Monday.", {"village"}),
        ("NAIROBI, Kenya — Gunmen killed four people at a hotel on Monday.", {"hotel", "Nairobi"}),
        (
            "The Paris prosecutor opened an inquiry after gunmen killed four people on Monday at a school.",
            {"school"},
        ),
        ("Gunmen killed four people on Monday at a school in Paris.", {"school", "Paris"}),
    ],
)
def test_a_settlement_without_a_name_is_not_the_town_of_the_dateline_nor_an_office_a_place(text, towns):
    report = Report(id="r", text=text, language="en", published="2024-03-12")
    event = next(claim for claim in read_report(report, gated=False).claims if claim.kind == "event")
    assert {place.name for place in event.places if place.precision.value in ("city", "site")} == towns
