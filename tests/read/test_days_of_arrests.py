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
