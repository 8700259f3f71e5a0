"""Between which towns a bus or a road runs is not where something befell it, in three languages."""

import pytest

import oqiga


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        (
            "en",
            "Gunmen attacked a bus travelling between Osh and Batken near the town of Aravan.",
            ["Aravan"],
        ),
        ("en", "Gunmen attacked a bus on the road from Osh to Batken in the town of Aravan.", ["Aravan"]),
        ("ru", "Боевики напали на автобус Ош – Баткен близ Аравана.", ["Араван"]),
        ("ru", "Боевики напали на автобус из Оша в Баткен близ Аравана.", ["Араван"]),
        (
            "kk",
            "Қарулы адамдар Араван маңында Ош – Баткен бағытындағы автобусқа шабуыл жасап, қашты.",
            ["Араван"],
        ),
        ("ru", "Взрыв произошёл на трассе Ош – Баткен.", ["Ош", "Баткен"]),
        ("ru", "Боевики напали на сёла Ош – Баткен близ Аравана.", ["Ош", "Баткен", "Араван"]),
    ],
)
def test_the_ends_of_a_route_are_not_where_it_happened(language, text, places):
    record = oqiga.read_report(f"{text}\n", published="2021-06-09", language=language, gated=False)
    (event,) = [claim for claim in record.claims if claim.kind == "event"]
    assert sorted(each.name for each in event.places) == sorted(places)
