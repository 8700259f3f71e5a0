import pytest

from oqiga.codebook.hours_told import hours_in


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("A bomb went off at 8:44am outside the shrine.", {7, 8, 9}),
        ("The car blew up at about 12:45 p.m., with the restaurant full.", {11, 12, 13}),
        ("the attack took place at around 11.45pm", {22, 23, 0}),
        ("It happened at 9:30 on Tuesday evening.", {20, 21, 22}),
        ("The blast occurred at 10:30 local time (03:30 GMT).", {9, 10, 11}),
        ("Взрыв прогремел около 21:30.", {20, 21, 22}),
        ("Взрыв прогремел в 8 утра.", {7, 8, 9}),
        ("Взрыв прогремел в 9.15 утра.", {8, 9, 10}),
        ("Жарылыс таңғы 8-де болды.", {7, 8, 9}),
        ("Жарылыс кешкі сағат 9-да болды.", {20, 21, 22}),
        ("Жарылыс сағат 22.30-да болды.", {21, 22, 23}),
    ],
)
def test_a_clock_counts_for_the_hours_around_it(text, hours):
    assert hours_in(text) == hours


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Gunmen struck on Friday morning.", 9, 20),
        ("Gunmen struck late on Thursday night.", 23, 12),
        ("Gunmen struck during Friday prayers.", 13, 20),
        ("Взрыв прогремел поздно вечером.", 22, 9),
        ("Взрыв прогремел рано утром.", 6, 20),
        ("Жарылыс таңертең болды.", 9, 20),
        ("Жарылыс түнде болды.", 1, 12),
    ],
)
def test_a_part_of_the_day_counts_for_all_its_hours(text, inside, outside):
    found = hours_in(text)
    assert inside in found and outside not in found


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 5 amid chaos, and 3.30 per cent of them were soldiers.",
        "They lost 3:2 (7 p.m.).",
        "It was heard at 13:15 GMT.",
        "Троих держали 5 дня.",
        "Взрыв убил 12 человек, 10.30 тонны груза сгорели.",
        "Жарылыстан 8 адам қаза тапты.",
    ],
)
def test_other_numbers_and_clocks_elsewhere_are_no_hours(text):
    assert not hours_in(text)
