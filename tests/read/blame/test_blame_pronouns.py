"""Whom "him" means: nobody who judges him, charges him or says that he was held."""

import pytest

import oqiga

CASES = {
    "Peter Doyle was arrested after the attack. Judge Mary Okoro sentenced him to life in prison.": [
        ("Peter Doyle", "convicted")
    ],
    "Police sought Peter Doyle. Prosecutor Ann Lee charged him with murder.": [("Peter Doyle", "charged")],
    "Commander Tim Ross said they had arrested him over the attack.": [],
    "Peter Doyle fled after the shooting. Police Chief Omar Daud said he was arrested over the shooting.": [
        ("Peter Doyle", "suspected")
    ],
    # who leads a raid may be charged for it, and who says so himself
    "Colonel Samir Adel led the raid. He was charged with murder on Monday.": [
        ("Colonel Samir Adel", "charged")
    ],
    "Peter Doyle said he was charged with murder.": [("Peter Doyle", "charged")],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_pronoun_means_no_one_who_judges_or_reports(text, expected):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language="en")
    found = [(claim.perpetrator, claim.basis) for claim in record.claims if claim.kind == "blame"]
    assert found == expected


def test_the_police_chief_who_tells_of_an_arrest_is_not_held():
    text = "Peter Doyle fled. Police Chief Omar Daud said he was arrested on Monday.\n"
    record = oqiga.read_report(text, published="2026-03-12", gated=False, language="en")
    assert not [claim for claim in record.claims if claim.kind == "toll" and claim.group == "police"]
