"""What a report of an arrest is about: the attack that it answers, told on its own day further down."""

import pytest

from oqiga.model.claims import Event
from oqiga.model.report import Report
from oqiga.read.reader import read_report

PUBLISHED = "2021-03-24"


def attacks(text, language="en"):
    report = Report(id="r-test", published=PUBLISHED, language=language, text=text)
    claims = read_report(report, gated=False).claims
    return [claim for claim in claims if isinstance(claim, Event) and claim.type.value == "armed_attack"]


ANSWERED = [
    (
        "en",
        "Police arrested a 30-year-old man on Tuesday in the shooting of a shopkeeper, officials said. "
        "The man will be held until his trial. Detectives had looked for him for days. Nobody helped them. "
        "On March 9, he shot the shopkeeper in the leg near the bus station.",
    ),
    (
        "ru",
        "Во вторник полиция задержала подозреваемого в вооружённом нападении на лавку в Оше. "
        "Ему грозит десять лет. Его искали несколько дней. Он жил у родных. "
        "9 марта вооружённые люди напали на лавку и ранили продавца.",
    ),
]


@pytest.mark.parametrize(("language", "text"), ANSWERED, ids=[case[0] for case in ANSWERED])
def test_the_attack_that_an_arrest_answers_is_the_story(language, text):
    (told,) = attacks(text, language)
    assert (told.time.start, told.background) == ("2021-03-09", False)


@pytest.mark.parametrize(
    "text",
    [
        # another attack is near the arrest
        "Police arrested a man on Tuesday after a shooting at a market. Gunmen shot two vendors there on Monday. "
        "The town was quiet before. Few people were out. On March 9, gunmen shot a clerk in the same town.",
        # too long ago
        "Police arrested a man on Tuesday after a shooting at a market. He will be held for days. "
        "The town was quiet before. Few people were out. On January 9, gunmen shot a clerk in the same town.",
    ],
)
def test_an_attack_that_no_arrest_answers_stays_background(text):
    assert attacks(text)[-1].background


def test_what_somebody_is_booked_with_is_not_of_the_day_of_booking():
    (event,) = (
        claim
        for claim in attacks("A man was booked on Tuesday with a shooting at a market in Osh.")
        if isinstance(claim, Event)
    )
    assert event.time.start is None


def test_the_one_attack_told_with_its_day_is_what_a_trial_is_about():
    text = (
        "A gunman shot a miller, a prosecutor told the jury. He pleaded not guilty on Wednesday. "
        "The court was full. Few people spoke. "
        "A detective said the shooting happened near the mill on the evening of Nov. 17."
    )
    assert [event.background for event in attacks(text)] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        # no trial
        "Gunmen shot a miller. Nobody was caught. The town was quiet. Few people were out. "
        "In another shooting, a clerk was shot near the mill on Nov. 17.",
        # of two older attacks either may be tried
        "A gunman shot a miller, a prosecutor told the jury. Few people spoke. It was quiet. "
        "A clerk was shot on Nov. 17. A driver was shot on Oct. 3.",
    ],
)
def test_old_attacks_that_no_trial_is_surely_about_stay_background(text):
    assert all(event.background for event in attacks(text) if event.time.start)


@pytest.mark.parametrize(
    "text",
    [
        "On March 19, officers responded to reports of a shooting at a mill.",
        "Police were called on March 19 to a shooting at a mill.",
    ],
)
def test_the_day_on_which_officers_came_is_that_of_the_attack(text):
    (event,) = attacks(text)
    assert event.time.start == "2021-03-19"


def test_the_day_on_which_somebody_spoke_of_an_attack_is_not_its_own():
    (event,) = attacks("On March 19, the mayor spoke about a shooting at a mill.")
    assert event.time.start is None
