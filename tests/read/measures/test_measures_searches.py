"""Searches: of vehicles, of homes, for attackers; what is withdrawn that made a measure hold less."""

import pytest

import oqiga

CASES = {
    "Police will conduct security searches on vehicles during the day.": ["checkpoint announced"],
    "All vehicles would be subject to a thorough police search, the mayor said.": ["checkpoint announced"],
    "Police searched the house of the suspect.": ["security_operation in_force"],
    "Police searched the forest for the gunman.": ["manhunt in_force"],
    "Efforts are ongoing to apprehend the attackers.": ["manhunt in_force"],
    "Efforts to free the hostages continue.": [],
    "Police conducted a thorough search for survivors.": [],
    "Authorities told residents to lock themselves in their homes.": ["shelter_advisory in_force"],
    "Students locked themselves in classrooms.": [],
    "The bomb disposal unit will conduct a thorough examination of the site.": ["investigation announced"],
    "Doctors will conduct a thorough examination of the wounded.": [],
    "Movement of vehicles was banned from 6 p.m.": ["transport_suspension in_force"],
    "Curfew relaxation in two districts was withdrawn on Wednesday.": ["curfew in_force"],
    "The curfew has been withdrawn.": ["curfew lifted"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_measures(text, expected):
    record = oqiga.read_report(f"{text}\n", published="2021-06-09", language="en", gated=False)
    told = [f"{each.type.value} {each.status.value}" for each in record.claims if each.kind == "measure"]
    assert told == expected
