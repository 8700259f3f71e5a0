"""Shots that ring out again on the next day do not date the attack."""

import oqiga
from oqiga.reconcile.sketching import sketches_of

HOTEL = "Gunmen have raided a hotel in Nairobi, and at least nine people were killed."
AGAIN = "At 6am on Wednesday heavy gunfire rang out again."


def day(text):
    record = oqiga.read_report(text + "\n", published="2019-01-16T06:00Z", gated=False, language="en")
    return [each.first for each in sketches_of(record.report, record.claims)]


def test_shots_heard_again_leave_the_day_open():
    assert day(f"{HOTEL}\n\n{AGAIN}") == [None]


def test_first_shots_have_their_day():
    (first,) = day("Heavy gunfire rang out in Nairobi on Wednesday.")
    assert first is not None
