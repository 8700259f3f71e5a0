"""What is only called an attack is of the way that is told; of shots, it is an armed attack."""

from dataclasses import replace

import pytest

from oqiga.model.claims import Weapon
from oqiga.model.span import Span
from oqiga.model.terms import EventType, WeaponType
from oqiga.reconcile.portrait import type_of
from told import event, told


def chosen(*events):
    return type_of([told(each, number, "2021-03-10") for number, each in enumerate(events)])


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("the attack on the bus", EventType.BOMBING),
        ("теракт в автобусе", EventType.BOMBING),
        ("автобустағы шабуыл", EventType.BOMBING),
        ("gunmen attacked the bus", EventType.ARMED_ATTACK),
        ("стрельба в автобусе", EventType.ARMED_ATTACK),
        ("автобустағы атыс", EventType.ARMED_ATTACK),
    ],
)
def test_an_attack_without_shots_gives_way_to_how_it_was_made(words, type_):
    attacks = (replace(event(f"a{n}"), quote=words) for n in range(2))
    assert chosen(*attacks, event("b", "bombing")) is type_


def test_an_attack_stays_where_no_way_or_a_gun_is_told():
    plain = replace(event("a"), quote="the attack")
    assert chosen(plain, event("b", "abduction"), replace(plain, id="c")) is EventType.ARMED_ATTACK
    gun = Weapon(name="rifle", type=WeaponType.GUN, span=Span(0, 4))
    armed = replace(plain, weapons=(gun,))
    assert chosen(armed, replace(armed, id="d"), event("b", "bombing")) is EventType.ARMED_ATTACK
