"""Headings with a capital to every word, and what is told in them."""

import pytest

from oqiga.model.report import Report
from oqiga.read.headings import plain_headings
from oqiga.read.languages import language_pack
from oqiga.read.reader import read_report


def plain(text):
    return plain_headings(text, language_pack("en"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen Kill Ten In Attack On Village In Mali", "Gunmen kill ten in attack on village in Mali"),
        (
            "Islamic State Claims Responsibility for Attack on Mosque",
            "Islamic State claims responsibility for attack on mosque",
        ),
        ("FBI Storms Synagogue, Frees Four Hostages", "FBI storms synagogue, frees four hostages"),
        ("Bekzat Omarov Sergazy Nurlan", "Bekzat Omarov Sergazy Nurlan"),
        (
            "The Minister Of The Interior Spoke To The Press.",
            "The Minister Of The Interior Spoke To The Press.",
        ),
        ("Gunmen kill ten in Mali", "Gunmen kill ten in Mali"),
    ],
)
def test_ordinary_words_of_a_heading_become_small(text, expected):
    assert plain(text) == expected


def test_what_the_sentences_below_write_with_a_capital_keeps_it():
    below = "\n\nThe men of the Storm brigade fled, and the Storm denied it."
    heading = "Soldiers Attack Storm Base In Northern Town"
    assert plain(heading + below).startswith("Soldiers attack Storm base in")
    assert plain(heading + "\n\nIt was a storm.").startswith("Soldiers attack storm base in")


def test_no_letter_moves_in_headings():
    text = "İzmir: Gunmen Kill Ten In Straße Attack\n\nThe ﬁrst shots were heard."
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen Kidnap Three Teachers In Zarbulak", [("abducted", "civilians", 3)]),
        ("Two Policemen Shot Dead In Zarbulak Market", [("killed", "police", 2)]),
        (
            "Bandits Kill Twelve, Wound Thirty In Zarbulak Villages",
            [("killed", "all", 12), ("injured", "all", 30)],
        ),
        ("Taliban Attack Police Station, Killing Five Officers", [("killed", "police", 5)]),
    ],
)
def test_headings_tell_who_suffered_and_are_quoted_as_written(text, expected):
    claims = read_report(Report(id="r", text=text, published="2016-06-06", language="en")).claims
    tolls = [claim for claim in claims if claim.kind == "toll"]
    assert [(toll.outcome.value, toll.group.value, toll.low) for toll in tolls] == expected
    assert all(claim.quote == claim.span.of(text) for claim in claims)
