"""Whether it happened at all: rumours that an office denies, and zeros that later figures outgrow."""

import pytest

from oqiga.reconcile.incident import build_incident
from told import event, source, told, toll

POLICE, OUTLET, ARMY = ("Osh police", "police"), None, ("Defence Ministry", "military")
NOON, ONE, TWO = "2020-01-02T12:00", "2020-01-02T13:00", "2020-01-02T14:00"


def attack(number, at, by=OUTLET, publisher="Tarsk News", **more):
    named = (source(*by),) if by else ()
    return told(event(f"e{number}", said_by=named, **more), number, at, publisher=publisher)


def built(*evidence):
    return build_incident("i", evidence)[0]


def test_a_rumour_that_police_deny_is_called_denied_and_says_who_told_it():
    found = built(attack(1, NOON, certainty="reported"), attack(2, ONE, POLICE, certainty="denied"))
    assert found.title.endswith("(denied)")
    (dispute,) = found.disputes
    assert dispute.about == "armed attack: whether it happened"
    assert dispute.why == "Tarsk News tells of it; Osh police denies it"
    assert dispute.claims == ("e1", "e2")


def test_what_an_outlet_tells_outright_and_police_deny_is_disputed_and_not_called_denied():
    found = built(attack(1, NOON), attack(2, ONE, POLICE, certainty="denied"))
    assert "denied" not in found.title
    assert len(found.disputes) == 1


def test_a_denial_is_an_entry_of_its_own_in_the_timeline():
    found = built(attack(1, NOON), attack(2, ONE, POLICE, certainty="denied"))
    told_then = {entry.what: entry.claims for entry in found.timeline}
    assert told_then == {"armed attack (accomplished)": ("e1",), "armed attack (denied)": ("e2",)}


@pytest.mark.parametrize(
    "others",
    [
        [attack(2, ONE, POLICE, certainty="denied"), attack(3, TWO, ARMY)],  # an office tells it since
        [attack(2, ONE, ("residents", "witness"), certainty="denied")],  # nobody who keeps count denies
        [attack(2, ONE, POLICE, certainty="denied", background=True)],  # another report's aside
        [attack(2, ONE, POLICE, certainty="denied", type="bombing")],  # something else beside it
    ],
)
def test_what_is_no_dispute_whether_it_happened(others):
    assert built(attack(1, NOON), *others).disputes == ()


def none(by=POLICE, at=NOON, **more):
    return told(toll("z", 0, by=by, **more), 1, at)


def best(*evidence):
    return {(each.outcome, each.group): each.best for each in built(attack(9, NOON), *evidence).tolls}


def test_nobody_killed_does_not_outlast_a_policeman_killed():
    policeman = told(toll("a", 1, group="police", by=ARMY), 2, ONE)
    assert ("killed", "all") not in best(none(), policeman)
    assert best(none(), policeman)["killed", "police"] == 1


@pytest.mark.parametrize(
    "later",
    [
        told(toll("a", 1, group="police", by=ARMY), 2, "2020-01-02T11:00"),  # told before
        told(toll("a", 1, group="police", by=ARMY, outcome="injured"), 2, ONE),  # of another outcome
        told(toll("a", 1, group="police", by=("residents", "witness")), 2, ONE),  # of those who see a part
        told(toll("a", 1, group="police", by=ARMY, certainty="reported"), 2, ONE),  # hearsay
    ],
)
def test_nobody_killed_stands_against_what_is_earlier_or_less_sure(later):
    assert best(none(), later)["killed", "all"] == 0
