"""Brackets that only tell where a body is outlawed say nothing of where it struck."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("ru", "Группировка «Заря» (запрещена в России) взорвала рынок, погибли шестеро.", set()),
        ("ru", "«Заря» (организация признана террористической и запрещена в РФ) убила шестерых.", set()),
        ("ru", "Группировка «Заря» (запрещена в России) взорвала автобус в Кабуле.", {"Кабул"}),
        ("ru", "Группировка «Заря» взорвала автобус в России (погибли шестеро).", {"Россия"}),
        ("en", "The Red Front (banned in Russia) attacked a convoy, killing six.", set()),
        ("kk", "«Қара ту» (Қазақстанда тыйым салынған) тобы автобусқа шабуыл жасады.", set()),
        ("kk", "«Қара ту» (Қазақстанда тыйым салынған) тобы Кабулда автобусты жарды.", {"Кабул"}),
    ],
)
def test_where_a_body_is_outlawed_is_not_where_it_struck(language, text, places):
    claims = read_report(Report(id="r", text=text, language=language), gated=False).claims
    found = {place.name for claim in claims if claim.kind == "event" for place in claim.places}
    assert found == places
