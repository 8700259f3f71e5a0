import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


@pytest.mark.parametrize(
    ("text", "town", "month"),
    [
        ("Қазанда мектепке шабуыл жасалып, бес адам қаза тапты.", True, False),
        ("Қазанда Таразда базарда жарылыс болып, бес адам қаза тапты.", False, True),
        ("Былтыр қазанда базарда жарылыс болып, бес адам қаза тапты.", False, True),
    ],
)
def test_a_word_is_a_town_or_a_month(text, town, month):
    report = Report(id="r-test", published="2021-05-11", language="kk", text=text)
    events = [claim for claim in read_report(report).claims if claim.kind == "event"]
    assert events
    assert all(town == ("Қазан" in {place.name for place in event.places}) for event in events)
    assert all(month == ((event.time.start or "")[5:7] == "10") for event in events)
