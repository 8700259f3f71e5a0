"""Those named who are held to have done it: "Bekov was charged … police had wounded *Bekov*"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from oqiga.locate.names import same_name
from oqiga.model.claims import Blame
from oqiga.model.terms import Basis, Group
from oqiga.read.context import Context
from oqiga.read.frames.names import standing_alone
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.people import People

_HELD = frozenset({Basis.CLAIMED, Basis.SUSPECTED, Basis.CHARGED, Basis.CONVICTED})
"""Grounds that make an attacker of somebody; a mere accusation, which two sides may raise, does not."""
_PLAIN = frozenset({Group.ALL, Group.CIVILIANS, Group.WOMEN, Group.CHILDREN, Group.FOREIGNERS})


def held_for_it(blame: Iterable[Blame]) -> frozenset[str]:
    """Return the names of those who say that they did it, or whom others than the report hold to have."""
    names = (each.perpetrator for each in blame if each.basis in _HELD)
    return frozenset(name for name in names if name is not None)


def tell_held(ctx: Context, drafts: Sequence[Draft], people: Sequence[People], held: Collection[str]) -> None:
    """Give the drafts of one person who is named and held for it, in place, to the attackers.

    held: names, from `held_for_it`. A family name that others in the report share tells nobody.
    """
    if not held:
        return
    names = {_called(ctx, each) for each in people if each.name is not None}
    for draft in drafts:
        if draft.people.name is None or draft.group not in _PLAIN or (draft.low, draft.high) != (1, 1):
            continue
        name = _called(ctx, draft.people)
        if any(same_name(name, other).same for other in held) and not _shared(name, names, held):
            draft.group = Group.ATTACKERS


def _called(ctx: Context, people: People) -> str:
    """Return the name of somebody as it stands by itself: "39 жастағы *Бековты*" is Беков."""
    head = ctx.document.tokens[people.head]
    sentence = ctx.document.tokens_of(ctx.document.sentence_of(head))
    words = [each for each in sentence if people.first <= each.index < people.last]
    return standing_alone(ctx.document, ctx.pack, words, head)


def _shared(name: str, names: Iterable[str], held: Iterable[str]) -> bool:
    """Tell whether a single name is also that of somebody who is held for nothing."""
    if " " in name:
        return False
    alike = (other for other in names if " " in other and same_name(name, other).same)
    return any(not any(same_name(other, each).same for each in held) for other in alike)
