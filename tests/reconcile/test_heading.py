import pytest

from oqiga.model.claims import Participant, When
from oqiga.model.span import Span
from oqiga.model.terms import EventType, ParticipantKind
from oqiga.reconcile.heading import title_of


def hit(name, kind):
    return Participant(name=name, kind=ParticipantKind(kind), span=Span(0, 4))


DRIVER, PASSENGERS, SCHOOL = (
    hit("driver", "person"),
    hit("bus passengers", "group"),
    hit("school", "facility"),
)


@pytest.mark.parametrize(
    ("type", "targets", "title"),
    [
        ("abduction", (DRIVER, PASSENGERS), "Abduction of bus passengers"),
        ("abduction", (DRIVER, hit("people", "group")), "Abduction"),
        ("abduction", (SCHOOL, DRIVER), "Abduction of driver"),
        ("armed_attack", (DRIVER, SCHOOL), "Armed attack on school"),
        ("bombing", (SCHOOL,), "Bombing of school"),
        ("suicide_bombing", (SCHOOL,), "Suicide bombing at school"),
        ("clash", (SCHOOL,), "Clash at school"),
        ("threat", (SCHOOL,), "Threat against school"),
        ("stabbing", (SCHOOL,), "Stabbing at school"),
        ("stabbing", (DRIVER,), "Stabbing of driver"),
    ],
)
def test_a_heading_says_whom_in_the_words_of_its_type(type, targets, title):
    assert title_of(EventType(type), When(), (), targets) == title
