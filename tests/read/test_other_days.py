"""What stands beside the story of a report: "hours after a bombing …", other days where nothing is dated."""

import pytest

from onreport import grouped, on_desk
from oqiga.read.places_of_others import in_their_own_places


def background(text, published="2021-03-10"):
    return {claim.quote for claim in grouped(text, published) if claim.background}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A bomb killed six in Osh, a day after a suicide bomber hit its station, killing 17.", "killing 17"),
        (
            "Gunmen killed four in Osh. The attack comes 24 hours after bombings at two mosques killed 13 people.",
            "killed 13 people",
        ),
        (
            "Gunmen killed four in Osh, hours after another band killed 13 people in a bazaar.",
            "killed 13 people",
        ),
    ],
)
def test_what_is_told_after_the_story_is_of_another_attack(text, quote):
    assert any(told.startswith(quote) for told in background(text))


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed in a blast in Osh. Three hours after the attack police killed two gunmen.",
        "A soldier died of his wounds in Osh a day after he was shot.",
    ],
)
def test_what_follows_the_attack_itself_is_of_the_story(text):
    assert not background(text)


UNDATED = "On Wednesday a car bomb killed 18 people in Osh. Police sealed off the street. Nobody claimed it. "


@pytest.mark.parametrize(
    ("more", "quote"),
    [
        ("In October, suicide bombings at the station killed 92 people.", "killed 92 people"),
        ("On July 14, 2016, a bomb at the bazaar killed 51 people.", "killed 51 people"),
    ],
)
def test_without_publication_another_date_is_of_another_attack(more, quote):
    assert quote in background(UNDATED + more, published=None)
    assert "killed 18 people in Osh" not in "".join(background(UNDATED + more, published=None))


def test_without_publication_a_day_next_to_it_stays_of_the_story():
    assert not background(
        "On 3 June a bomb hit Osh. On 4 June another bomb killed five in Osh.", published=None
    )


def test_the_story_is_not_placed_where_an_earlier_attack_was():
    text = (
        "BISHKEK: Two bombers struck a mosque in a suburb of the city, killing 20 people. "
        "The attack took place two weeks after a bomb killed 60 people at a mosque in Karakol."
    )
    claims = in_their_own_places(on_desk(text), grouped(text))
    told = [claim for claim in claims if claim.kind == "event" and not claim.background]
    assert told
    assert all("Karakol" not in {place.name for place in claim.places} for claim in told)


def test_a_difference_is_no_figure():
    text = "The death toll in the Osh attack is around 90 fewer than the 240 first thought, an official said."
    assert not [claim for claim in grouped(text) if claim.kind == "toll" and claim.low == 90]


def test_what_an_earlier_figure_came_down_from_is_replaced():
    text = "A bomb hit a church in Osh. The new official death toll was 153, down from an earlier 259, police said."
    tolls = {claim.low: claim for claim in grouped(text) if claim.kind == "toll"}
    assert tolls[259].superseded_by == tolls[153].id


def test_a_day_right_before_the_word_for_an_attack_is_the_storys():
    text = (
        "The ministry on Thursday night revised the death toll from the Sunday blasts to 53. "
        "A week of mourning began. Schools stay closed."
    )
    assert not background(text, published="2019-08-16")


def test_without_publication_a_count_of_the_top_told_again_is_of_the_story():
    again = "The unrest broke out on 7 February and killed 18 people in Osh."
    assert not background(UNDATED + again, published=None)
    assert background(UNDATED + again.replace("18", "17"), published=None)
