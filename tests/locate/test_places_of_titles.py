"""Capitals that a heading, or a text, calls by their country alone."""

import pytest

import oqiga
from oqiga.locate.places.titles import towns_in_title


@pytest.mark.parametrize(
    ("title", "language", "towns"),
    [
        ("Nine killed in raid on hotel in Kenya capital", "en", ["Nairobi"]),
        ("Blast in Somalia's capital kills 9", "en", ["Mogadishu"]),
        ("Bomb rocks Afghan capital", "en", ["Kabul"]),
        ("Blast in the capital of Mali", "en", ["Bamako"]),
        ("В столице Кении захвачен отель", "ru", ["Nairobi"]),
        ("Кения астанасында жарылыс болды", "kk", ["Nairobi"]),
        ("Capital punishment for three men", "en", []),
    ],
)
def test_capitals_in_headings(title, language, towns):
    assert [entry.name for entry in towns_in_title(title, language)] == towns


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Gunmen raided a guest house in Kenya capital.", ["Nairobi"]),
        ("Guards fled. The U.S. Embassy had offered help. A reporter on the scene heard an explosion.", []),
        ("A bomb exploded at the U.S. embassy in Nairobi, killing six people.", ["Nairobi"]),
    ],
)
def test_an_embassy_is_not_in_its_country(text, towns):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    (event,) = (claim for claim in record.claims if claim.kind == "event")
    assert [place.name for place in event.places if place.precision != "site"] == towns
