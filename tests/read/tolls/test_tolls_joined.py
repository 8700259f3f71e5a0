"""What binds tolls together: parts and wholes, revisions, denials, certainty, and the words they rest on."""

import pytest

from oqiga.model.terms import Certainty, Counts, RevisionKind
from tolling import short, tolls


def by_short(text):
    """Return the tolls of a text by their short form."""
    return {short(toll): toll for toll in tolls(text)}


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "18 people had died in the attacks, including 12 suspected assailants.",
            "killed all 18",
            ["killed attackers 12"],
        ),
        (
            "At least nine people were killed. Two of the dead were police officers and three were attackers.",
            "killed all 9+",
            ["killed police 2", "killed attackers 3"],
        ),
        ("Seven people, three of them children, were killed.", "killed all 7", ["killed children 3"]),
        ("Eleven people died, among them four women.", "killed all 11", ["killed women 4"]),
        ("Twelve people, including the gunman, were killed.", "killed all 12", ["killed attackers 1"]),
        (
            "Twelve people were killed. Among the dead were two police officers.",
            "killed all 12",
            ["killed police 2"],
        ),
        (
            "Twelve people were killed. Among the dead were at least three civilians and a police officer.",
            "killed all 12",
            ["killed civilians 3+", "killed police 1"],
        ),
        (
            "A girl is believed to be among the 22 people killed.",
            "killed all 22",
            ["killed children 1"],
        ),
        (
            "Several people, including a former governor and two senior army officers, were detained.",
            "detained all 2+",
            ["detained officials 1", "detained military 2"],
        ),
    ],
)
def test_parts_point_to_their_whole(text, whole, parts):
    found = by_short(text)
    assert set(found) == {whole, *parts}
    for part in parts:
        assert found[part].part_of == found[whole].id
        assert found[part].counts is Counts.SUBSET


def test_more_of_one_outcome_comes_on_top():
    found = by_short("Six people were killed in the blast. Two more died overnight.")
    assert found["killed all 2"].counts is Counts.ADDITIONAL
    assert found["killed all 6"].counts is Counts.TOTAL


@pytest.mark.parametrize(
    ("text", "new", "old", "how", "words"),
    [
        (
            "At least nine people were killed, a ministry said, raising an earlier toll of six.",
            "killed all 9+",
            "killed all 6",
            RevisionKind.UPDATES,
            "raising an earlier toll of six",
        ),
        (
            "The death toll was revised down from 359 to 282.",
            "killed all 282",
            "killed all 359",
            RevisionKind.CORRECTS,
            "down from 359",
        ),
        (
            "The death toll rose to 17 from 12.",
            "killed all 17",
            "killed all 12",
            RevisionKind.UPDATES,
            "from 12",
        ),
    ],
)
def test_a_new_figure_replaces_the_old(text, new, old, how, words):
    found = by_short(text)
    assert found[old].superseded_by == found[new].id
    assert found[new].superseded_by is None
    assert (found[new].revision.how, found[new].revision.of) == (how, found[old].id)
    assert found[new].revision.span.of(text) == words


def test_a_denial_repeats_the_toll_as_denied():
    text = "Local media said a child had died in hospital, but officials denied it."
    first, second = tolls(text)
    assert (short(first), short(second)) == ("killed children 1", "killed children 1")
    assert (first.certainty, second.certainty) == (Certainty.STATED, Certainty.DENIED)
    assert second.quote == "officials denied it"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Three people were killed.", Certainty.STATED),
        ("Three people are feared dead.", Certainty.SUSPECTED),
        ("Three people are believed to have been killed.", Certainty.SUSPECTED),
        ("Three people may have been killed.", Certainty.SUSPECTED),
        ("Three people were reportedly killed.", Certainty.REPORTED),
        ("Dozens of people are reported injured.", Certainty.REPORTED),
        ("The ministry denied that five soldiers were killed.", Certainty.DENIED),
    ],
)
def test_how_surely_the_clause_tells_it(text, certainty):
    assert [toll.certainty for toll in tolls(text)] == [certainty]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("At least nine people were killed and dozens wounded.", "At least nine people were killed"),
        ("Earlier clashes left more than 400 people dead.", "left more than 400 people dead"),
        ("He said a child had died in hospital overnight.", "a child had died in hospital overnight"),
    ],
)
def test_a_toll_rests_on_its_clause(text, quote):
    assert quote in [toll.quote for toll in tolls(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two shop workers and a visitor were killed.", [(2, "total"), (1, "additional")]),
        ("Three soldiers, a driver, were killed.", [(3, "total"), (1, "unknown")]),
        ("A clerk and a guard were killed.", [(2, "total")]),
    ],
)
def test_one_person_behind_a_number_of_the_same_group_comes_on_top(text, told):
    assert [(toll.low, toll.counts.value) for toll in tolls(text)] == told


def test_the_same_text_gives_the_same_tolls():
    text = "Four were killed and six wounded, including a child."
    assert tolls(text) == tolls(text)


@pytest.mark.parametrize(
    "text", ["", "five", "killed killed killed", "including , and of 7 7 7 dead -", "((((("]
)
def test_broken_text_is_read_without_failing(text):
    for toll in tolls(text):
        assert toll.quote == toll.span.of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The death toll rose to 12. Officials corrected the count on Monday, lowering the total from 12 to 9 people.",
            ["killed all 12", "killed all 12", "killed all 9"],
        ),
        (
            "Officials revised the death toll down. The new official figure was 9, down from 12, the minister said.",
            ["killed all 12", "killed all 9"],
        ),
        ("The death toll rose to 12. The total cost was 9 million.", ["killed all 12"]),
        (
            "The death toll is lower than previously stated and now stands at “approximately” 9 people.",
            ["killed all 9"],
        ),
    ],
)
def test_a_changed_toll_is_taken_up_by_other_nouns(text, expected):
    assert sorted(short(toll) for toll in tolls(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A guard was killed, as well as two other people.", ["killed civilians 1", "killed all 2"]),
        ("Twelve people were killed, as well as the bomber.", ["killed all 12", "killed attackers 1"]),
        (
            "Eight people were killed. Those killed included a nurse.",
            ["killed all 8", "killed health_workers 1"],
        ),
        (
            "Eight people were killed and ten wounded. Those wounded in the attack included two soldiers.",
            ["killed all 8", "injured all 10", "injured military 2"],
        ),
        (
            "Two people were killed. Those wounded included a nurse.",
            ["killed all 2", "injured health_workers 1"],
        ),
    ],
)
def test_more_of_them_and_parts_are_told_behind_the_verb(text, expected):
    assert [short(toll) for toll in tolls(text)] == expected


def test_a_street_named_after_somebody_is_nobody_who_is_hurt():
    text = "He shot a 16-year-old in the thigh near the intersection of 12th Avenue and Walter Brennan Boulevard."
    (toll,) = by_short(text).values()
    assert (toll.low, toll.high) == (1, 1)


GREW = [
    ("The toll from the attack in Osh a day earlier rose to 62 after five of the injured died.", 62, 5),
    ("The death toll has risen to 91, with two more people dying in hospital.", 91, 2),
    ("The number of dead rose to 12 when a bomb killed three officers.", 12, 3),
]


@pytest.mark.parametrize(("text", "total", "few"), GREW)
def test_those_by_whom_a_total_grew_are_in_it(text, total, few):
    found = {toll.low: toll for toll in tolls(text)}
    assert found[total].counts is Counts.TOTAL and found[total].superseded_by is None
    assert (found[few].counts, found[few].part_of) == (Counts.SUBSET, found[total].id)
