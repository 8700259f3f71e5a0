"""The type of an event as its doers, weapons and targets make it."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.claims import Participant, Weapon
from oqiga.model.syntax import SUBJECTS, Token
from oqiga.model.terms import EventType, WeaponType
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.struck import struck_by
from oqiga.read.events.triggers import Trigger

_BOMBS = frozenset({EventType.BOMBING, EventType.ARMED_ATTACK})
_UNDER_FIRE = ("obj", "nsubj:pass", "nmod")
"""Relations of what is fired at to the word for it."""


def kind_of(
    context: Context,
    lexicon: EventLexicon,
    chief: Trigger,
    perpetrators: Sequence[Participant],
    *,
    weapons: Sequence[Weapon] = (),
) -> EventType:
    """Return the type: what strikes, bombs of suicide bombers, attacks by crowds or with blades, artillery.

    weapons: named in the clause.
    """
    document = context.document
    tokens = document.tokens_of(document.sentence_of(chief.head))
    heads = [token for token in tokens if any(each.span.covers(token.span) for each in perpetrators)]
    if (struck := struck_by(document, lexicon, chief)) is not None:
        return struck
    meant = chief.type
    if meant in _BOMBS and any(lexicon.suicidal.starts(document, each) for each in heads):
        return EventType.SUICIDE_BOMBING
    if meant is EventType.ARMED_ATTACK and heads and lexicon.crowds.has(heads[-1]):
        return EventType.RIOT
    if meant is EventType.ARMED_ATTACK and chief.match.value.entry in lexicon.any_means:
        return EventType.STABBING if {each.type for each in weapons} == {WeaponType.BLADE} else meant
    if meant is EventType.ARMED_ATTACK and chief.match.value.entry in lexicon.fired:
        return EventType.SHELLING if _heavy(context, lexicon, chief, tokens) else meant
    return meant


def _heavy(context: Context, lexicon: EventLexicon, chief: Trigger, tokens: Sequence[Token]) -> bool:
    """Tell whether fire came from artillery or an army, or fell on a settlement."""
    document = context.document
    if any(lexicon.heavy.starts(document, token) for token in tokens):
        return True
    below = [
        each for each in document.children(chief.head, *_UNDER_FIRE) if not document.children(each, "case")
    ]
    suffering = document.head(chief.head)  # «посёлок *попал под* обстрел»
    if suffering is not None and lexicon.suffered.starts(document, suffering):
        below += document.children(suffering, *SUBJECTS)
    return any(lexicon.shelled.has(each) or context.places_in(each.span) for each in below)
