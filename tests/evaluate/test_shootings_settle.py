"""Settling the claims of a report on a shooting to one number of killed and one of injured."""

import pytest

from oqiga.evaluate.kits.shootings import tally
from oqiga.evaluate.kits.shootings_settle import settle
from oqiga.evaluate.kits.shootings_sums import sums_of
from oqiga.model.report import Report
from oqiga.read.context import Context
from oqiga.read.languages import language_pack
from oqiga.read.tolls import find_tolls


def settled(text):
    """Return (killed, injured) of a short text."""
    pack = language_pack("en")
    report = Report(id="r-1", text=text, language="en")
    context = Context(report=report, document=pack.parse(text), pack=pack)
    tolls = find_tolls(context)
    return settle(tolls, sums_of(tolls, context))


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two men robbed a shop at gunpoint on Monday. No one was hurt.", 0, 0),
        ("A man was shot dead. The man, Arman Beketov, died at the scene.", 1, 0),
        ("A man was shot in the leg. The victim was taken to a hospital.", 0, 1),
        ("One man was killed and a woman was wounded in a shooting.", 1, 1),
        ("Two people were shot, police said. A man died at the hospital.", 1, 1),
        ("A man was shot. He was taken to a hospital. He died on Sunday.", 1, 0),
        ("A 20-year-old man was shot. A 35-year-old man was also shot.", 0, 2),
        ("The gunman killed three people and himself.", 4, 0),
        ("Five people were wounded. Three of them are in critical condition.", 0, 5),
        ("Two men were found with gunshot wounds. One of them died at a hospital.", 1, 1),
        ("Two men were taken to a hospital, where Ivan Petrov was pronounced dead.", 1, 1),
        ("A man was killed and two others were taken to a hospital.", 1, 2),
        ("Ivan Petrov, 55, and his wife, Anna, 52, were found dead. Both had been shot.", 2, 0),
        ("Witnesses said someone may have been shot.", 0, 0),
        ("An officer shot the suspect, who died at a hospital.", 1, 0),
        ("A man fatally shot his wife and then himself, police said.", 2, 0),
        ("A woman is recovering after she and three others were shot at a club.", 0, 4),
        ("Five people were shot. Three were flown to a hospital. Two others were taken there.", 0, 5),
    ],
)
def test_everybody_hit_is_counted_once(text, killed, injured):
    assert settled(text) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A robber stabbed a clerk in the arm on Monday. The clerk was taken to a hospital.", 0, 0),
        ("A man was cut by glass and another was shot in the back.", 0, 1),
        ("A dog bit a boy. An officer shot the dog.", 0, 0),
        ("Two people were taken to a hospital after a crash on Monday.", 0, 0),
    ],
)
def test_who_was_hurt_by_no_gun_is_not_counted(text, killed, injured):
    assert settled(text) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        (
            "Three men were wounded in separate shootings on Monday, police said. A 31-year-old man was shot in"
            " the leg at a park. Hours later a 45-year-old man was shot in the arm. A 19-year-old man was hit too.",
            0,
            1,
        ),
        (
            "Police count three people shot in unrelated incidents. A woman and a boy were shot in a car."
            " Later a 62-year-old man was shot at a shop.",
            0,
            2,
        ),
        (
            "Two men were shot in different areas. A 31-year-old man was shot at a shop, the other in a car.",
            0,
            1,
        ),
        ("Two people were killed in separate shootings on Monday, police said.", 0, 0),
    ],
)
def test_a_sum_of_several_incidents_is_not_the_figure_of_one(text, killed, injured):
    assert settled(text) == (killed, injured)


def test_a_first_figure_far_below_the_top_is_of_another_story():
    filling = "The shop was robbed on Monday, and the men fled in a car. " * 20
    assert settled(f"{filling}Years ago a man was shot dead there.") == (0, 0)


def test_right_and_wrong_are_told_field_by_field():
    gold = {"n_killed": 1, "n_injured": 2, "date": "2016-06-05"}
    scores = tally(gold, {"killed": 1, "injured": 0, "date": "2016-06-05"})
    assert {name: score.right for name, score in scores.items()} == {
        "killed": 1.0,
        "injured": 0.0,
        "both": 0.0,
        "date": 1.0,
    }
