"""An attacker who is given a name is accused by it, and nobody who is only told beside an attacker."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def blamed(text):
    report = Report(id="r-1", text=text, language="en", published="2016-06-06T12:00:00+05:00")
    claims = read_report(report, gated=False, trained=False).claims
    return [f"{claim.basis} {claim.perpetrator}" for claim in claims if claim.kind == "blame"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry named the dead gunman as Omar Bekov, 27.", ["accused Omar Bekov"]),
        ("The dead gunman was named as Omar Bekov.", ["accused Omar Bekov"]),
        ("Police identified one of the attackers as Omar Bekov, a former soldier.", ["accused Omar Bekov"]),
        (
            "The ministry identified the two dead attackers as Omar Bekov and Ali Osman.",
            ["accused Omar Bekov", "accused Ali Osman"],
        ),
    ],
)
def test_an_attacker_is_accused_by_the_name_given(text, expected):
    assert blamed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police identified the gunman's wife as Aida Bekova.",
        "Police named the wife of the dead gunman as Aida Bekova.",
        "The officer killed by the fleeing gunman was identified as Ali Osman.",
        "Police named the teacher who stopped the gunman as Ali Osman.",
        "One of the dead, a man of 40, was identified as Ali Osman.",
    ],
)
def test_who_is_named_beside_an_attacker_is_accused_of_nothing(text):
    assert blamed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Red Banner claimed the blast. Jaish-ul-Nur, which had earlier said it was behind it, withdrew its claim.",
            ["claimed Red Banner", "denied Jaish-ul-Nur", "claimed Jaish-ul-Nur"],
        ),
        ("The Tarsk Front, which said it carried out the attack, is banned.", ["claimed Tarsk Front"]),
    ],
)
def test_a_body_that_a_relative_clause_lets_speak_speaks_of_itself(text, expected):
    assert sorted(blamed(text)) == sorted(expected)
