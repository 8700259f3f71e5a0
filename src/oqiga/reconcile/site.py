"""Sites that claims name, and which mentions of them are one: "gun shops", «магазин», "the shop"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.codebook.plain import plain
from oqiga.codebook.targets import general_of, target_named
from oqiga.model.claims import Claim, Event, Participant, Place
from oqiga.model.span import Span
from oqiga.model.terms import ParticipantKind, PlacePrecision
from oqiga.reconcile.naming import skeleton, skeletons

_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Shorter words are no names of sites: too much looks alike."""
_KINDS = (ParticipantKind.FACILITY, ParticipantKind.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Key:
    """What makes mentions one site: its kind ("" for none known) and, where it matters, its name."""

    kind: str
    name: str = ""

    @property
    def id(self) -> str:
        """The key as words, to be part of an id."""
        return f"{self.kind}/{self.name}"


@dataclass(frozen=True, slots=True)
class Site:
    """One mention of a site. kind: "" when the codebook has none; names: skeletons of its own names.

    several: whether it means more than one ("two mosques").
    """

    name: str
    span: Span
    kind: str
    general: str | None
    names: frozenset[str]
    several: bool = False

    def key_among(self, keys: Sequence[Key]) -> Key | None:
        """Return which of the sites known it is, None when it is none or cannot be told."""
        alike = [key for key in keys if key.kind and self._may_be(key)]
        named = [
            key for key in keys if key.name and key.name in self.names and (not key.kind or key in alike)
        ]
        if len(named) == 1:
            return named[0]
        return alike[0] if len(alike) == 1 and not alike[0].name else None

    def _may_be(self, key: Key) -> bool:
        return (bool(self.kind) and self.kind in (key.kind, general_of(key.kind))) or self.general == key.kind


def sites_told(claim: Claim, *, targets_only: bool = False) -> tuple[Site, ...]:
    """Return the sites that an event names as its targets, and its places that are sites."""
    if not isinstance(claim, Event):
        return ()
    towns = frozenset(
        form
        for place in claim.places
        if place.precision is PlacePrecision.CITY
        for form in skeletons(place.name)
    )
    found = [_of_target(each, towns) for each in claim.targets if each.kind in _KINDS]
    spans = [site.span for site in found]
    if not targets_only:
        sites = (each for each in claim.places if each.precision is PlacePrecision.SITE)
        found += [
            site_of_place(each) for each in sites if not any(span.overlaps(each.span) for span in spans)
        ]
    return tuple(sorted((each for each in found if each.kind or each.names), key=lambda each: each.span))


def _of_target(target: Participant, towns: frozenset[str]) -> Site:
    return _site(target.name, target.span, towns, several=(target.count or 1) > 1)


def site_of_place(place: Place) -> Site:
    """Return a place as a site."""
    return _site(place.name, place.span, frozenset())


def _site(name: str, span: Span, towns: frozenset[str], *, several: bool = False) -> Site:
    named = target_named(name)
    own = set(named.own)
    capital = {
        skeleton(word)
        for word in _WORD.findall(name)
        if len(word) >= _SHORTEST and word[0].isupper() and plain(word) in own
    }
    names = {each for each in capital if not any(each.startswith(town) for town in towns)}
    kind = named.kind
    return Site(
        name,
        span,
        kind.id if kind is not None else "",
        kind.general if kind is not None else None,
        frozenset(names),
        several,
    )


def keys_of(known: Sequence[Site], also: Sequence[Site]) -> tuple[Key, ...]:
    """Return the sites that are parts: those known to be, told apart by name where several share a kind.

    also: other mentions, which may name what `known` only counts ("two mosques").
    """
    kinds = list(dict.fromkeys(site.kind for site in known if site.kind))
    generals = {general_of(kind) for kind in kinds}
    found: list[Key] = []
    for kind in kinds:
        if kind in generals:
            continue
        names = _names_of(kind, [*known, *also])
        several = any(site.several for site in known if site.kind == kind) or _named_apart(kind, known)
        found += [Key(kind, name) for name in names] if several and len(names) > 1 else [Key(kind)]
    for site in known:
        if not site.kind and site.names:
            found.append(Key("", min(site.names)))
    return tuple(dict.fromkeys(found))


def _names_of(kind: str, sites: Sequence[Site]) -> list[str]:
    """Return the names of sites of a kind, one for each, the words of one name told once."""
    found: list[frozenset[str]] = []
    for site in sites:
        if site.kind == kind and site.names and not any(site.names & names for names in found):
            found.append(site.names)
    return [min(names) for names in found]


def _named_apart(kind: str, known: Sequence[Site]) -> bool:
    return len(_names_of(kind, [site for site in known if site.kind == kind])) > 1
