"""Settling the claims of a report on a shooting to one number of killed and one of injured."""

import pytest

from oqiga.evaluate.kits.shootings import tally
from oqiga.evaluate.kits.shootings_settle import settle
from oqiga.model.report import Report
from oqiga.read.context import Context
from oqiga.read.languages import language_pack
from oqiga.read.tolls import find_tolls


def settled(text):
    """Return (killed, injured) of a short text."""
    pack = language_pack("en")
    report = Report(id="r-1", text=text, language="en")
    return settle(find_tolls(Context(report=report, document=pack.parse(text), pack=pack)))


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
        ("Five people were shot. Three were flown to a hospital. Two others were taken there.", 0, 5),
    ],
)
def test_everybody_hit_is_counted_once(text, killed, injured):
    assert settled(text) == (killed, injured)


def test_right_and_wrong_are_told_field_by_field():
    gold = {"n_killed": 1, "n_injured": 2, "date": "2016-06-05"}
    scores = tally(gold, {"killed": 1, "injured": 0, "date": "2016-06-05"})
    assert {name: score.right for name, score in scores.items()} == {
        "killed": 1.0,
        "injured": 0.0,
        "both": 0.0,
        "date": 1.0,
    }
