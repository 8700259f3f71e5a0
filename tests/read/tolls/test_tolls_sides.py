"""Who is never counted on the other side, figures put right, and figures entered in lists."""

import pytest

from tolling import told, tolls

CASES = {
    # attackers are no victims, victims no attackers
    "The army said it killed 45 militants; residents said those killed were civilians, among them nine children.": [
        "killed attackers 45",
        "killed children 9",
    ],
    'The group said five of its fighters died in a clash in which it killed "dozens" of soldiers.': [
        "killed attackers 5",
        "killed military 24+",
    ],
    "One of the attackers was killed, another captured.": ["killed attackers 1", "detained attackers 1"],
    "One of the soldiers was killed, another captured.": ["killed military 1", "detained military 1"],
    "The militants, who lost 12 men, killed three guards.": ["killed attackers 12", "killed civilians 3"],
    "The army lost two men in the clash.": ["killed military 2"],
    "The family lost two sons in the clash.": [],
    "Police killed all four hostage-takers.": ["killed attackers 4"],
    "The army killed 45 militants. Residents said nine of the dead were children.": [
        "killed attackers 45",
        "killed children 9",
    ],
    "Police killed 12 attackers. Two of them were women.": ["killed attackers 12", "killed attackers 2"],
    "Police said 14 of the rebels, who numbered more than 100, had been killed.": ["killed attackers 14"],
    "Three guards, one of them a woman, were killed.": ["killed civilians 3", "killed women 1"],
    # a ratio counts nobody
    "Nine in ten of the wounded are men.": [],
    "One in Osh and two in Naryn were killed.": ["killed all 1", "killed all 2"],
    # who speaks is not who is missing
    '"We counted seven bodies," said the village head, "and two children are unaccounted for."': [
        "killed all 7",
        "missing children 2",
    ],
    # who did not survive
    "Two patients did not survive.": ["killed all 2"],
    "Two patients did survive.": [],
    "A pregnant woman, her husband and their driver were shot dead.": ["killed all 3"],
    "Nobody was killed, but seventeen people suffered cuts from flying glass.": [
        "killed all 0",
        "injured all 17",
    ],
    # figures put right
    "Eight soldiers were killed, officials said first, but later revised the figure down to six.": [
        "killed military 8",
        "killed military 6",
    ],
    "Eight soldiers were killed and ten wounded, officials said, but later revised the figure to six.": [
        "killed military 8",
        "injured military 10",
    ],
    "Eight soldiers were killed. The company raised its sales figure to 300.": ["killed military 8"],
    "The number of people detained had reached 40. Officials later raised the total to 52.": [
        "detained all 40",
        "detained all 52",
    ],
    "An earlier toll of 31 dead has been lowered to 28.": ["killed all 31", "killed all 28"],
    # figures without noun and outcome
    "Elders put the number of dead at 16; the government said six.": ["killed all 16", "killed all 6"],
    "Residents said nine guards were killed, but police confirmed only four.": [
        "killed civilians 9",
        "killed civilians 4",
    ],
    "Nine people were killed. The army put it at six.": ["killed all 9", "killed all 6"],
    "Nine people were killed. Her age was given as six.": ["killed all 9"],
    "Nine people were killed and 20 hurt. The army said six.": ["killed all 9", "injured all 20"],
    "Ten people were killed in the first blast and six in the second.": ["killed all 10", "killed all 6"],
    "A guard was killed in 2012 and 30 in the town remember him.": ["killed civilians 1"],
    # lists
    "Gunmen abducted 20 schoolgirls; eight escaped and the rest are still missing.": ["abducted children 20"],
    "Killed: 9. Wounded: 31. Missing: 2.": ["killed all 9", "injured all 31", "missing all 2"],
    "A total of 8 deaths (5 men, 2 women and 1 child) were recorded.": [
        "killed all 8",
        "killed all 5",
        "killed women 2",
        "killed children 1",
    ],
    "A total of 8 deaths (5 men and 2 women among the guests) were recorded.": ["killed all 8"],
}


RUSSIAN = {
    "В армии заявили, что уничтожили 45 боевиков; погибшие были мирными жителями, среди них девять детей.": [
        "killed attackers 45",
        "killed children 9",
    ],
    "Учительница и ее ученик зарезаны в школе; второй ребенок в реанимации.": [
        "killed all 2",
        "hospitalized children 1",
    ],
    "По словам мэра, от 30 до 40 человек получили ранения.": ["injured all 30-40"],
    "Двое пациентов не выжили.": ["killed all 2"],
    "Армия подтвердила гибель только четверых.": ["killed all 4"],
    "Погибли: 9. Ранены: 31.": ["killed all 9", "injured all 31"],
}


KAZAKH = {
    # who got away from kidnappers is no attacker on the run
    "Содырлар 20 оқушы қызды ұрлап кетті; сегізі қашып шықты.": ["abducted children 20"],
    # "in front of" the bank is no doubt
    "Қарулы адам банк алдындағы кезекте екі адамды өлтірді.": ["killed all 2"],
    "30-дан 40-қа дейін адам жараланды.": ["injured all 30-40"],
    "Отыздан қырыққа дейін адам жараланды.": ["injured all 30-40"],
    "Әйел, оның күйеуі және жүргізуші атып өлтірілді.": ["killed all 3"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_tolls_are_of_their_own_side(text, expected):
    assert told(text) == expected


def test_a_figure_that_is_put_right_stands_no_more():
    old, new = tolls("Eight soldiers were killed, officials said first, but later revised the figure to six.")
    assert (old.superseded_by, new.revision.of) == (new.id, old.id)
    old, new = tolls("An earlier toll of 31 dead has been lowered to 28.")
    assert (old.superseded_by, new.revision.of) == (new.id, old.id)


@pytest.mark.parametrize(("text", "expected"), RUSSIAN.items())
def test_tolls_are_of_their_own_side_in_russian(text, expected):
    assert told(text, "ru") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister denied that 100 people had died and said that twelve had been killed."),
        ("ru", "Министр опроверг сообщения о ста погибших и заявил, что погибли двенадцать человек."),
    ],
)
def test_what_somebody_says_behind_a_denial_is_not_denied(language, text):
    denied, stated = tolls(text, language)
    assert (denied.low, denied.certainty) == (100, "denied")
    assert (stated.low, stated.certainty) == (12, "stated")


@pytest.mark.parametrize(("text", "expected"), KAZAKH.items())
def test_tolls_are_of_their_own_side_in_kazakh(text, expected):
    assert told(text, "kk") == expected


def test_a_figure_that_rose_is_no_range_in_kazakh():
    assert "killed victims 40-52" not in told("Құрбандар саны 40-тан 52-ге дейін өсті.", "kk")


def test_a_place_in_front_of_something_makes_no_doubt_in_kazakh():
    (toll,) = tolls("Қарулы адам банк алдындағы кезекте екі адамды өлтірді.", "kk")
    assert toll.certainty == "stated"
