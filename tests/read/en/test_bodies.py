"""Armed groups are bodies by their names, whatever the small model takes them for."""

import pytest

import oqiga
from oqiga.read.en.parser import parse


def labels(text):
    return {entity.span.of(text): entity.label for entity in parse(text).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boko Haram said on Telegram that its fighters carried out the attack.", "Boko Haram"),
        ("ISWAP claimed responsibility for the attack.", "ISWAP"),
        ("In a statement, M23 said it was behind the blast.", "M23"),
        ("Abu Tarsk militants attacked a village. On Monday Abu Tarsk said it was behind it.", "Abu Tarsk"),
    ],
)
def test_an_armed_group_is_a_body(text, name):
    assert labels(text)[name] == "ORG"


@pytest.mark.parametrize("text", ["Omar Bekov said the militants attacked.", "Troops met Omar Bekov in Osh."])
def test_a_person_stays_one(text):
    assert labels(text)["Omar Bekov"] == "PERSON"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boko Haram said it was behind the blast.", ["claimed Boko Haram"]),
        ("ISWAP is suspected of being behind the attack.", ["suspected ISWAP"]),
        ("A spokesman for the M23 denied responsibility.", ["denied M23"]),
    ],
)
def test_it_is_blamed_under_its_name(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    found = [f"{claim.basis.value} {claim.perpetrator}" for claim in record.claims if claim.kind == "blame"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Boko Haram had mounted raids against villages in recent weeks, killing 12.", []),
        ("Police had mounted raids against hideouts in recent weeks.", ["security_operation"]),
    ],
)
def test_it_takes_no_measures(text, types):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    assert [claim.type.value for claim in record.claims if claim.kind == "measure"] == types
