"""Times and places that an event is only measured from: "since war began in 2015", "a Paris-based expert"."""

import pytest

import oqiga


def events(text):
    record = oqiga.read_report(text + "\n", published="2021-06-06", gated=False, language="en")
    return [claim for claim in record.claims if claim.kind == "event"]


def test_a_year_since_which_something_goes_on_dates_no_attack():
    text = (
        "Gunmen killed 60 farmers, the deadliest raid since independence was declared in the region in 2015."
    )
    assert [event.time.start for event in events(text)] == [None]


def test_the_attack_in_the_clause_of_since_keeps_its_day():
    (event,) = events("Schools have been closed since gunmen attacked the town on Friday.")
    assert event.time.start == "2021-06-04"


def test_what_was_two_days_before_is_not_of_the_day():
    first, second = events(
        "A bomber killed nine people in Kabul on Monday, two days after gunmen killed 12 in Herat."
    )
    assert first.time.start == "2021-05-31"
    assert second.time.start is None


def test_the_day_of_mourning_is_not_that_of_those_mourned():
    (event,) = events("The land observed national mourning today for those killed in the attacks in Osh.")
    assert event.time.start is None


def test_a_clause_that_describes_a_day_is_of_it():
    (event,) = events("Nine people died on Friday, when gunmen attacked a market in Osh.")
    assert event.time.start == "2021-06-04"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen attacked a mine, according to Ida Berg, a Washington-based scholar.", []),
        ("Gunmen stormed a hotel in an assault claimed by the Somalia-based Tarsk Front.", []),
        ("Gunmen attacked the village of Pobe-Tarsko in Burkina Faso.", ["village", "Pobe-Tarsko"]),
        (
            "Gunmen attacked a bus in Taraz, about 1,550 km (963 miles) west of the Kazakh capital Astana.",
            ["Taraz"],
        ),
        ("Gunmen attacked a bus in Taraz, 550 km west of the southern port city of Odesa.", ["Taraz"]),
        ("Gunmen attacked a bus in the Caspian port city of Atyrau.", ["Atyrau"]),
        ("The attack came just a week after a court in the nearby town of Kabul jailed eight men.", []),
        ("The attack in Kabul came a week after a court in Herat jailed eight men.", ["Kabul"]),
        ("Gunmen attacked a bus in a Baltic port town.", []),
        ("Gunmen attacked a bus in Port Sudan city.", ["Port Sudan"]),
        ("Gunmen attacked a bus on the Kabul-Kandahar highway.", ["Kabul", "Kandahar"]),
        (
            "OUAGADOUGOU, Burkina Faso — Gunmen killed 20 people in a village north of the capital.",
            ["village"],
        ),
    ],
)
def test_places_of_an_attack(text, places):
    (event,) = events(text)
    exact = [place.name for place in event.places if place.precision.value in ("city", "site")]
    assert [name for name in exact if name not in ("mine", "hotel", "bus")] == places


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The village was attacked on Friday.", "2021-06-04"),
        (
            "Some thirty men on horses attacked the village of Tarsk overnight Thursday to Friday.",
            "2021-06-03",
        ),
        ("Dozens of men attacked the town on Friday.", "2021-06-04"),
    ],
)
def test_a_settlement_is_a_target(text, day):
    (event,) = events(text)
    assert (event.type, event.time.start) == ("armed_attack", day)


def test_what_was_attacked_is_no_weapon():
    (event,) = events("Gunmen struck first at a gold mine near the border.")
    assert event.weapons == ()
    (event,) = events("Gunmen killed six people with a mine near the border.")
    assert [weapon.name for weapon in event.weapons] == ["mine"]


def test_an_attack_that_follows_another_is_not_where_that_was():
    text = (
        "Gunmen killed 60 people in a village in northern Mali on Saturday. The massacre at dawn "
        "followed the slaying of 14 people in the village of Tadar."
    )
    record = oqiga.read_report(text + "\n", published="2021-06-06", gated=False, language="en")
    tolls = {claim.low: claim.background for claim in record.claims if claim.kind == "toll"}
    assert tolls == {60: False, 14: True}
    assert all("Tadar" not in [place.name for place in event.places] for event in events(text))


def test_a_total_of_the_top_told_again_is_no_sum_over_years():
    text = (
        "Gunmen killed at least 70 people in Tarsk.\n\nThe attack was the deadliest since 2015.\n\nUN chief "
        "Ann Lee was outraged.\n\nVillagers said they have recovered a total of 70 bodies from two "
        "mass graves in the conflict zone."
    )
    record = oqiga.read_report(text + "\n", published="2021-06-06", gated=False, language="en")
    assert [claim.background for claim in record.claims if claim.kind == "toll"] == [False, False]


def test_an_earlier_attack_that_the_story_resembles_is_apart_with_its_dead():
    text = (
        "At least nine people were killed on Monday when an explosion hit a tram in Osh. The new explosion "
        "could be a terror attack, resembling the Sunday blast in the city's market that left 17 dead."
    )
    record = oqiga.read_report(text + "\n", published="2021-06-08", gated=False, language="en")
    told = {claim.quote[:20]: claim.background for claim in record.claims if claim.kind in ("event", "toll")}
    assert [quote for quote, background in told.items() if background] == [
        "the Sunday blast in ",
        "left 17 dead",
    ]
