"""Who is held for it, and who only holds or says so: the doer of the saying must never be blamed."""

import pytest

from onreport import PUBLISHED
from oqiga.model.report import Report
from oqiga.read.reader import read_report

CASES = {
    "The network is led by Said Bekov, whom the U.S. regards as the prime suspect in the attacks.": [
        ("suspected", "Said Bekov")
    ],
    "The Coast Rangers accused the Northern Army of being behind the killings.": [
        ("accused", "Northern Army")
    ],
    "Another defendant, Ali Osman, pleaded guilty last year. Another, Said Bekov, is awaiting trial.": [
        ("claimed", "Ali Osman"),
        ("charged", "Said Bekov"),
    ],
    "A Tanzanian himself, Bekov was convicted of murder.": [("convicted", "Bekov")],
    "Two men, Daniel Cole and Peter Oman, were charged with murder.": [
        ("charged", "Peter Oman"),
        ("charged", "Daniel Cole"),
    ],
    "The Red Front (RF) and the Green Army (GA) claimed they had carried out the attack.": [
        ("claimed", "Red Front"),
        ("claimed", "Green Army"),
    ],
    "Initial reports indicated that the rebel group could be the Red Front.": [("suspected", "Red Front")],
    "Observers say the guerrillas may belong to the Red Front.": [("suspected", "Red Front")],
    "Observers say the guerrillas may not belong to the Red Front.": [],
    "A jury found Daniel Cole not guilty of murder.": [],
    "Jurors found Daniel Cole, 31, guilty of the murder of two women.": [("convicted", "Daniel Cole")],
    "Daniel Cole was linked to the killing of the clerk, police said.": [("suspected", "Daniel Cole")],
    "The al-Nahr-affiliated al-Sahil claimed responsibility.": [("claimed", "al-Nahr-affiliated al-Sahil")],
    "Bekov asserted his innocence in court.": [("denied", "Bekov")],
    "Police accused the leftist Red Front of the killings.": [("accused", "Red Front")],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_who_is_held_for_it(text, expected):
    report = Report(id="r", text=text, published=PUBLISHED, language="en")
    claims = read_report(report, gated=False).claims
    blamed = {(each.basis.value, each.perpetrator) for each in claims if each.kind == "blame"}
    assert blamed == set(expected)
