"""Who gives a figure without a verb of saying: in headlines, and by changing it."""

import pytest
from tests.read.attribution.attribution_make import said

from oqiga.model.report import Report
from oqiga.read.reader import read_report

SOURCES = [
    ("en", "Police: three killed in Leeds stabbing.", {3: ["Police"]}),
    ("en", "Health ministry: 14 dead in Kabul blast.", {14: ["Health ministry"]}),
    ("en", "Three killed in Kabul blast - police.", {3: ["police"]}),
    ("en", "Death toll in Aktobe rises to 19 — interior ministry.", {19: ["interior ministry"]}),
    ("en", "Kabul blast: 14 dead, 20 injured.", {14: [], 20: []}),
    ("ru", "МВД: в Актобе ликвидированы четверо террористов.", {4: ["МВД"]}),
    ("ru", "В Актобе погибли 19 человек — МВД.", {19: ["МВД"]}),
    ("ru", "Теракт в Кабуле: 14 погибших.", {14: []}),
    ("kk", "ІІМ: Ақтөбеде төрт лаңкес жойылды.", {4: ["ІІМ"]}),
    ("kk", "Ақтөбеде 19 адам қаза тапты — ІІМ.", {19: ["ІІМ"]}),
    ("en", "The health ministry revised the death toll down to 253 from 359.", {253: ["health ministry"], 359: []}),
    ("en", "Police put the death toll at 25.", {25: ["Police"]}),
    ("en", "The ministry said 253 people died, not 359.", {253: ["ministry"], 359: []}),
    ("ru", "МВД снизило число погибших с 359 до 253.", {253: ["МВД"], 359: []}),
    ("ru", "Власти увеличили число жертв до 19.", {19: ["Власти"]}),
    ("kk", "ІІМ қаза тапқандар санын 19-ға дейін өсірді.", {19: ["ІІМ"]}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "sources"), SOURCES)
def test_who_gives_a_figure(language, text, sources):
    reading = read_report(Report(id="r", published="2019-04-25", language=language, text=text))
    tolls = [claim for claim in reading.claims if claim.kind == "toll"]
    assert {each.low: [source.name for source in each.said_by] for each in tolls} == sources


def test_a_dash_that_stands_for_is_names_nobody():
    text = "Один из погибших при взрыве в Актобе — полицейский."
    reading = read_report(Report(id="r", published="2019-04-25", language="ru", text=text))
    assert all(claim.said_by == () for claim in reading.claims)


def test_a_label_of_a_list_is_no_speaker():
    with pytest.raises(StopIteration):
        said("Police: 3. Army: 2.", "3")


def test_a_toll_of_injured_counts_no_dead():
    text = "Officials updated the toll to 37 injured and 12 dead."
    reading = read_report(Report(id="r", published="2019-04-25", language="en", text=text))
    tolls = [(claim.outcome.value, claim.low) for claim in reading.claims if claim.kind == "toll"]
    assert sorted(tolls) == [("injured", 37), ("killed", 12)]
