"""Verbs of headlines that the parser takes for nouns."""

import pytest

from oqiga.model.report import Report
from oqiga.read.en.parser import parse
from oqiga.read.reader import read_report


@pytest.mark.parametrize(
    ("text", "doer", "verb", "goal"),
    [
        ("Gunmen storm hotel in Bamako", "Gunmen", "storm", "hotel"),
        ("Gunmen attack bus in Sindh", "Gunmen", "attack", "bus"),
        ("Suicide bomber strikes mosque in Kabul", "bomber", "strikes", "mosque"),
        ("Rebels ambush convoy", "Rebels", "ambush", "convoy"),
        ("Taliban attack police station", "Taliban", "attack", "station"),
        ("Bomb blast rocks Quetta", "blast", "rocks", "Quetta"),
        ("Attackers torch school in Cameroon", "Attackers", "torch", "school"),
        ("Bandits raid village, kill 12", "Bandits", "raid", "village"),
        ("Gunman shoots two in Texas mall", "Gunman", "shoots", "two"),
        ("Boko Haram militants attack village in Borno", "militants", "attack", "village"),
    ],
)
def test_a_headline_has_its_verb(text, doer, verb, goal):
    document = parse(text)
    words = {token.text: token for token in document.tokens}
    assert (words[verb].pos, words[verb].dep) == ("VERB", "root")
    assert (words[doer].dep, document.tokens[words[doer].head].text) == ("nsubj", verb)
    assert (words[goal].dep, document.tokens[words[goal].head].text) == ("obj", verb)


@pytest.mark.parametrize(
    "text",
    [
        "Taliban suicide attack kills nine",
        "Gunmen attack survivors recall horror",
        "The militants attack victims were mourned.",
        "Car bomb attacks kill 12 in Baghdad",
    ],
)
def test_a_compound_stays_one(text):
    nouns = ("attack", "attacks", "strikes")
    assert all(token.pos != "VERB" for token in parse(text).tokens if token.text in nouns)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen storm hotel in Bamako", "armed_attack"),
        ("Suicide bomber hits hotel in Mogadishu", "suicide_bombing"),
        ("Bomb hits bus in Kano", "bombing"),
        ("Protesters storm parliament in Baghdad", "riot"),
    ],
)
def test_a_headline_alone_is_an_event(text, kind):
    events = [c for c in read_report(Report(id="r", text=text, language="en")).claims if c.kind == "event"]
    assert [event.type.value for event in events] == [kind]


def test_a_text_may_end_with_a_state():
    claims = read_report(Report(id="r", text="Bomb hits bus in Kano, 9 dead", language="en")).claims
    assert [claim.low for claim in claims if claim.kind == "toll"] == [9]
