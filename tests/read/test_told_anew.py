"""Earlier attacks that a report brings in below its story without a plain mark of background."""

import pytest

from onreport import grouped

LEAD = (
    "A car bomb killed seven people outside a bank in Herat on Wednesday, officials said. "
    "Police sealed off the street. The mayor visited the wounded. "
)


def tolls(text, published):
    return {
        (claim.low, claim.background) for claim in grouped(text, published=published) if claim.kind == "toll"
    }


@pytest.mark.parametrize("published", [None, "2021-03-10"])
@pytest.mark.parametrize(
    "more",
    [
        "On Monday, gunmen killed 19 farmers in Kunduz.",
        "On Monday a roadside bomb hit a bus, killing 19 people.",
        "A suicide bomber killed 19 people at a mosque in Balkh on Sunday.",
        "In January, gunmen killed 19 people in Kunduz.",
        "And last month gunmen killed 19 people in Kunduz.",
        "On January 25, an attack killed 19 villagers in Kunduz.",
    ],
)
def test_an_attack_of_an_earlier_day_told_as_new_is_background(more, published):
    assert tolls(LEAD + more, published) == {(7, False), (19, True)}


@pytest.mark.parametrize(
    "more",
    [
        "The bombers had killed 19 people on the way to Herat on Tuesday.",
        "The attack on Wednesday left 19 people wounded.",
        "On Thursday, gunmen killed 19 people in Kunduz.",
    ],
)
def test_what_is_known_or_came_later_stays_of_the_story(more):
    assert tolls(LEAD + more, "2021-03-12") == {(7, False), (19, False)}


def test_of_several_attacks_at_the_top_each_is_of_the_story():
    text = (
        "Twin bomb attacks killed 22 people in Herat on Friday. Residents fled. The army was sent in. "
        "A bomb killed 17 people in a market on Thursday."
    )
    assert tolls(text, "2021-03-12") == {(22, False), (17, False)}


def test_the_day_of_what_was_said_dates_no_attack():
    text = (
        "Gunmen killed 30 villagers in Kunduz, police said Wednesday. Residents fled. The army was sent in. "
        "Gunmen on motorcycles stormed the village on Monday, killing 31 people."
    )
    assert tolls(text, "2021-03-10") == {(30, False), (31, False)}


def test_another_attack_before_the_day_of_what_was_said_is_background():
    text = (
        "Gunmen killed nine soldiers in Kunduz, police said Wednesday. Residents fled. The army was sent in. "
        "Three policemen were killed in another attack in Balkh on Monday."
    )
    assert tolls(text, "2021-03-10") == {(9, False), (3, True)}


@pytest.mark.parametrize(
    "more",
    [
        "Earlier this month gangs killed 19 people in Kunduz.",
        "Earlier this week, 19 people died in a blast in Kunduz.",
        "He called it revenge for a raid that killed 19 rebels in late January.",
    ],
)
def test_without_publication_other_parts_of_the_calendar_are_background(more):
    assert (19, True) in tolls(LEAD + more, None)


@pytest.mark.parametrize(
    "more",
    [
        "Raids by militants have surged since, killing hundreds of civilians.",
        "Thousands have been killed and more than a million people have fled their homes.",
        "Unrest forced more than 100,000 people to flee their homes in the first half of the year.",
    ],
)
def test_large_figures_of_no_day_are_sums(more):
    assert {background for low, background in tolls(LEAD + more, "2021-03-10") if low > 7} == {True}


def test_far_more_who_fled_than_one_attack_drives_out_are_a_sum():
    assert (425000, True) in tolls(LEAD + "Around 425,000 people have been uprooted.", "2021-03-10")


def test_what_came_days_after_an_attack_is_of_the_story():
    text = "A bomb killed 20 people at a church in Jolo on January 27. The army came. Five suspects were arrested on Feb. 4."
    assert tolls(text, None) == {(20, False), (5, False)}


def test_whom_attackers_murdered_is_no_statistic():
    assert (8, False) in tolls(LEAD + "Eight people were ambushed and murdered by unknown men.", "2021-03-10")


def test_many_who_fled_the_attack_are_of_the_story():
    assert (300, False) in tolls(LEAD + "More than 299 people have fled their homes.", "2021-03-10")


def test_what_goes_on_about_background_is_background():
    text = LEAD + (
        "In 2015 gunmen raided a camp in Kunduz.\n\nThat attack claimed 19 lives.\n\nThe bank was closed."
    )
    assert (19, True) in tolls(text, "2021-03-10")


def test_figures_of_background_told_again_are_background():
    text = LEAD + (
        "In a raid last year gunmen fired at a bus in Balkh, killing 19 people.\n\nThe bus was on its way home."
        "\n\nNineteen people lost their lives at once, while six were injured."
    )
    assert tolls(text, "2021-03-10") == {(7, False), (19, True), (6, True)}


def test_a_similar_attack_of_the_day_is_of_the_story():
    text = LEAD + "Another four people were killed in a similar attack in the south of the town."
    assert tolls(text, "2021-03-10") == {(7, False), (4, False)}


UNDATED = (
    "The death toll from a car bomb that exploded in Herat rose to at least 19 overnight, police said Wednesday. "
    "The bomb was near a checkpoint, across the road from a bus station where a huge explosion killed 75 people "
    "on February 14."
)


def test_an_attack_of_weeks_ago_is_background_of_a_fresh_toll_whose_day_is_not_told():
    assert tolls(UNDATED, "2021-03-10") == {(19, False), (75, True)}


def test_the_attack_that_a_trial_is_about_is_its_story():
    text = (
        "A suspect in the bombing of a bus station in Herat appeared in court on Wednesday. Prosecutors said that a "
        "car bomb exploded at the station on February 14, killing 75 people."
    )
    assert tolls(text, "2021-03-10") == {(75, False)}


@pytest.mark.parametrize(
    "place", ["the site of a February 14 bombing", "the scene of a bombing on February 14"]
)
def test_whom_an_attack_with_a_day_of_its_own_killed_is_of_that_day(place):
    text = (
        f"A car bomb killed seven people in Herat on Tuesday, 50 metres from {place} that killed 75 people."
    )
    assert tolls(text, "2021-03-10") == {(7, False), (75, True)}


def test_a_threat_of_another_day_does_not_part_the_story():
    text = (
        "A car bomb killed seven people in Herat. The group warned of new attacks in Herat in a video on February 19. "
        "Shops closed after Tuesday night's blast."
    )
    found = [each for each in grouped(text, published="2021-03-10") if each.kind == "event"]
    bombs = {each.incident for each in found if each.type == "bombing"}
    assert len(bombs) == 1 and {each.incident for each in found} != bombs


def test_what_an_attack_is_set_apart_from_by_months_is_background():
    text = (
        LEAD
        + "The mayor decried a brutal attack exactly six months after 19 people were killed at a bank in Kunduz."
    )
    assert tolls(text, "2021-03-10") == {(7, False), (19, True)}
