"""Weapons named in the words of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.claims import Weapon
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import WeaponType
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.frames.names import standing_alone
from oqiga.read.languages import LanguagePack


def weapons_in(
    document: Document, pack: LanguagePack, lexicon: EventLexicon, first: int, last: int
) -> tuple[Weapon, ...]:
    """Return the weapons named between two tokens, each name once."""
    found: dict[str, Weapon] = {}
    for weapon in _named(document, pack, lexicon, first, last):
        found.setdefault(weapon.name.lower(), weapon)
    return tuple(found.values())


def _named(
    document: Document, pack: LanguagePack, lexicon: EventLexicon, first: int, last: int
) -> Iterator[Weapon]:
    for match in lexicon.weapons.found(document, first, last):
        span = document.span_of(document.tokens[match.first], document.tokens[match.last - 1])
        after = {match.last} if match.last < last else set()
        if document.tokens[match.last - 1].pos not in ("NOUN", "PROPN"):
            continue
        if not after or lexicon.not_weapon.among(document, after) is None:
            tokens = document.tokens[match.first : match.last]
            yield Weapon(name=_called(document, pack, tokens), type=match.value, span=span)
    if any(
        True for index in range(first, last) for _ in lexicon.vehicle_as_weapon.every(document, index, last)
    ):
        for vehicle in lexicon.vehicles.found(document, first, last):
            token = document.tokens[vehicle.last - 1]
            name = _called(document, pack, (token,))
            yield Weapon(name=name, type=WeaponType.VEHICLE, span=token.span)


def _called(document: Document, pack: LanguagePack, tokens: Sequence[Token]) -> str:
    """Return a weapon's name as it stands alone: the lexicon's entries end in their noun."""
    return standing_alone(document, pack, tokens, tokens[-1])
