"""Which descriptions of a report on a shooting mean one person, and what ties incidents together by them."""

from oqiga.evaluate.kits.shootings_people import people_told
from oqiga.evaluate.kits.shootings_settle import settle
from oqiga.model.claims import Toll
from oqiga.model.span import Span
from oqiga.model.terms import Counts, Group, Outcome


def toll(words, outcome="injured", incident="i-1", group="all"):
    """Return a toll of one person told in these words."""
    return Toll(
        id=f"t-{words}-{outcome}",
        span=Span(0, 1),
        quote=words,
        outcome=Outcome(outcome),
        group=Group(group),
        group_text=words,
        low=1,
        high=1,
        counts=Counts.UNKNOWN,
        incident=incident,
        confidence=0.5,
        extractor="test",
    )


def test_a_name_first_told_goes_to_whom_the_same_befell():
    told = [toll("his wife"), toll("A 68-year-old man", "killed"), toll("Brad Hale", "killed")]
    assert [person.killed for person in people_told(told)] == [False, True]


def test_a_person_told_again_by_name_or_age_belongs_to_the_main_incident():
    told = [toll("Elias Gray"), toll("Elias Gray", "killed", "i-2"), toll("a woman", "killed", "i-3")]
    assert settle(told) == (1, 0)
    assert settle([toll("A 14-year-old girl"), toll("The 14-year-old girl", "killed", "i-2")]) == (1, 0)
