"""Towns where the hurt were brought, lands beside, fights that go on in a place: nothing of the story was there."""

import pytest

import oqiga


def read(text, language="en"):
    record = oqiga.read_report(text + "\n", published="2020-10-03", gated=False, language=language)
    return [claim for claim in record.claims if claim.kind == "event"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "A bomber struck on Friday. A plane was used to transport the badly wounded to Peshawar.",
            "en",
        ),
        ("Gunmen shot the mayor on Friday. He was flown to Nairobi.", "en"),
        ("В мечети прогремел взрыв. Раненых перевезли в Пешавар.", "ru"),
        (
            "A man stabbed passengers before a train traveling from Nairobi to Peshawar arrived at Tarsk station.",
            "en",
        ),
        ("A bomb went off in a tribal district bordering Afghanistan.", "en"),
        ("A village near Osh was shelled by Afghanistan on Monday.", "en"),
    ],
)
def test_nothing_happened_there(text, language):
    names = [place.name for event in read(text, language) for place in event.places]
    assert not {"Peshawar", "Пешавар", "Nairobi", "Afghanistan"} & set(names)


def test_a_town_that_is_attacked_stays():
    (event,) = read("Gunmen flew to Nairobi and attacked a hotel in Nairobi.")
    assert "Nairobi" in [place.name for place in event.places]


def test_a_fight_that_goes_on_in_a_place_is_no_event():
    (event,) = read(
        "Friday's bombing was in a district where the Pakistani army has been battling the Taliban."
    )
    assert (event.type, event.perpetrators) == ("bombing", ())


def test_a_feast_that_somebody_keeps_dates_nothing():
    text = "A guard celebrating an early Valentine's Day fired at a gunman who killed two people at a bank."
    assert [event.time.start for event in read(text)] == [None]


@pytest.mark.parametrize(
    ("language", "text", "sites"),
    [
        ("en", "A sergeant wounded in an attack on April 11 died in a hospital in Osh on Monday.", set()),
        ("ru", "В больнице Оша скончался сержант полиции, раненный при нападении на рынок.", {"рынок"}),
        ("en", "Gunmen attacked a hospital in Osh, killing six people.", {"hospital"}),
    ],
)
def test_a_hospital_in_which_somebody_died_was_not_attacked(language, text, sites):
    (event,) = read(text, language)
    assert {place.name for place in event.places if place.precision == "site"} == sites
