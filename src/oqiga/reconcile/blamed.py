"""Who is blamed, under whatever spelling: "Al-Shabab", "al-Shabaab group" and «Аш-Шабаб» are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oqiga.codebook.bodies import known_body
from oqiga.codebook.plain import plain
from oqiga.model.claims import Blame
from oqiga.model.terms import Basis, Certainty
from oqiga.reconcile.naming import skeletons
from oqiga.reconcile.people import is_word_of

_KINDS = ("groups", "members")
"""Words of the codebook that only say what sort of body a name is of."""

_DENIAL = (Basis.DENIED, Certainty.DENIED)


def body_key(name: str) -> frozenset[str]:
    """Return what makes two names one body: the forms of its words, without those for a sort of body."""
    own = [word for word in name.split() if not any(is_word_of(kind, word) for kind in _KINDS)]
    if (known := known_body(" ".join(own)) or known_body(name)) is not None:
        return frozenset((known,))
    return frozenset(skeletons(" ".join(own))) or frozenset(skeletons(name)) or frozenset((plain(name),))


def by_body(blames: Sequence[Blame]) -> list[tuple[Blame, ...]]:
    """Group blame by whom it falls on and on what ground, in the order of the first of each.

    blames: in order of time. That nobody claimed it is left out once somebody did.
    """
    claimed = max((at for at, each in enumerate(blames) if each.basis is Basis.CLAIMED), default=-1)
    blames = [each for at, each in enumerate(blames) if each.basis is not Basis.UNCLAIMED or at > claimed]
    found: dict[tuple[frozenset[str], str], list[Blame]] = {}
    for each in blames:
        found.setdefault((body_key(each.perpetrator or ""), each.basis.value), []).append(each)
    return [tuple(group) for group in found.values()]


def called(group: Sequence[Blame]) -> str | None:
    """Return the name under which a body is blamed most often, the shortest of equals; None for nobody."""
    names = Counter(each.perpetrator for each in group if each.perpetrator)
    return min(names, key=lambda name: (-names[name], len(name), name), default=None)


def tellers(group: Sequence[Blame]) -> tuple[str, ...]:
    """Return who says so, nearest the claim, each once, in order: without the body itself."""
    itself = {body_key(each.perpetrator or "") for each in group}
    names = (each.said_by[0].name for each in group if each.said_by)
    return tuple(dict.fromkeys(name for name in names if body_key(name) not in itself))


def surest(group: Sequence[Blame]) -> Certainty:
    """Return how sure the surest of those who say so is; a denial, told as one, is stated."""
    told = {each.certainty for each in group if (each.basis, each.certainty) != _DENIAL}
    return next((each for each in Certainty if each in told), Certainty.STATED)
