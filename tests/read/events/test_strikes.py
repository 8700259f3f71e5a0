"""Strikes of arms are events, those of workers none; bombs dropped, grenades thrown, the violence told before."""

import pytest

import oqiga

CASES = {
    "An Israeli strike killed six people in Khan Younis on Tuesday.": ("air_strike", "2021-06-08"),
    "Seven people were killed in a strike on a tent in Khan Younis on Tuesday.": ("air_strike", "2021-06-08"),
    "At least 13 people were killed by two separate Israeli strikes in Gaza City on Tuesday.": (
        "air_strike",
        "2021-06-08",
    ),
    "Warplanes dropped bombs on a village near Osh on Tuesday.": ("air_strike", "2021-06-08"),
    "A jet dropped three bombs on a village in the Osh region on Tuesday.": ("air_strike", "2021-06-08"),
    "Army helicopters struck a village near Osh on Tuesday.": ("air_strike", "2021-06-08"),
    "A grenade was thrown into a bar in Osh on Tuesday, wounding eight people.": ("bombing", "2021-06-08"),
    "Workers went on strike in Osh on Tuesday.": None,
    "Nurses on strike in Osh said on Tuesday that the strike over pay would last.": None,
    "The strike hit the economy of Osh on Tuesday.": None,
}


def main(text):
    record = oqiga.read_report(text + "\n", published="2021-06-09", gated=False, language="en")
    told = [claim for claim in record.claims if claim.kind == "event"]
    return (told[0].type.value, told[0].time.start[:10]) if told and told[0].time else None


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_strikes(text, expected):
    assert main(text) == expected


def test_the_violence_takes_up_what_was_told():
    record = oqiga.read_report(
        "Rebels killed 50 people in a massacre, the army said. The mission said the violence took place "
        "Tuesday in Osh.\n",
        published="2021-06-09",
        gated=False,
        language="en",
    )
    times = [claim.time for claim in record.claims if claim.kind == "event" and claim.time]
    days = [when.start[:10] for when in times if when.start]
    assert days == ["2021-06-08"]
