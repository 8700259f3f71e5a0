"""Totals that a report reaches by adding up replace what they were added to."""

import pytest

import oqiga

CASES = {
    "An army source said the bodies of 13 people were found on Friday. Five more bodies were found after a "
    "second raid, a farmer said, bringing the death toll to at least 18.": {13: True, 5: False, 18: False},
    "Police said nine people were killed. Two more died on Monday, bringing the death toll to 11.": {
        9: True,
        2: False,
        11: False,
    },
    # what does not add up is a dispute, and both figures stand
    "Police said nine people were killed. Two more died on Monday, bringing the death toll to 13.": {
        9: False,
        2: False,
        13: False,
    },
}


@pytest.mark.parametrize(("text", "replaced"), CASES.items())
def test_an_exact_sum_replaces_the_figure_before_it(text, replaced):
    record = oqiga.read_report(text + "\n", published="2019-11-04", gated=False, language="en")
    tolls = [claim for claim in record.claims if claim.kind == "toll"]
    assert {claim.low: claim.superseded_by is not None for claim in tolls} == replaced


IN_ALL = [
    # who came on top is in a total told to be of all, or told once more
    ("en", "A bomb killed 10 people in Osh. Two more died in hospital. In all 12 people were killed.", 12),
    (
        "en",
        "In the clashes at Osh 59 people have been killed, the ministry said. 13 more bodies were brought to "
        "hospitals. Altogether 59 people have been killed, it said.",
        59,
    ),
    ("ru", "При обстреле Оша погибли 30 человек. На месте погибли 23 человека. Ещё семь скончались.", 30),
    ("ru", "В Оше погибли не менее 50 человек. Сразу погибли 38 человек, еще 12 умерли в больнице.", 50),
    ("kk", "Ошта жарылыстан 10 адам қаза тапты. Тағы екеуі көз жұмды. Барлығы 12 адам қаза тапты.", 12),
    # and comes on top of one that is not
    ("en", "A bomb killed 10 people in Osh. Two others were killed.", 12),
]


@pytest.mark.parametrize(("language", "text", "best"), IN_ALL)
def test_nobody_comes_on_top_of_a_total_of_all(language, text, best):
    record = oqiga.read_report(text + "\n", published="2019-11-04", gated=False, language=language)
    killed = [toll.best for each in record.incidents for toll in each.tolls if toll.outcome == "killed"]
    assert killed == [best]


def test_more_than_the_dead_are_none_on_top_of_a_figure_that_was_replaced():
    text = "Погибли 15 человек. До этого МВД говорило о шести погибших и 20 раненых. Ещё 24 человека ранены."
    record = oqiga.read_report(f"При стрельбе в Оше {text}\n", gated=False, language="ru")
    best = {toll.outcome: toll.best for each in record.incidents for toll in each.tolls}
    assert best == {"killed": 15, "injured": 24}


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Погибли 15 человек в Оше. Семьям раненых выплатят по 400 тысяч, остальным – по 200.", []),
        ("Взрыв в Оше. Раненым – по 50 тысяч.", []),
        ("Взрыв в Оше. В двух домах ранены по 3 человека.", [3]),
    ],
)
def test_what_each_gets_counts_nobody(text, injured):
    record = oqiga.read_report(text + "\n", gated=False, language="ru")
    assert [
        claim.low for claim in record.claims if claim.kind == "toll" and claim.outcome == "injured"
    ] == injured
