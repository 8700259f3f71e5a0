"""The parts of one attack: the several targets that reports tell of, each with the claims about it alone.

A report tells of parts when one clause names several sites as targets ("two gun shops and a base"), or when
it tells of several sites one after the other, at other hours of one day or as happenings of their own. What
other reports say of one of these sites belongs to that part; what names several or none belongs to the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from oqiga.codebook.targets import joins
from oqiga.model.claims import Claim, Event, Toll
from oqiga.model.moments import day_of
from oqiga.model.phrase import Phrase, joined, phrase
from oqiga.model.terms import Certainty, Counts, Group, PlacePrecision, Stage
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.kinship import is_response
from oqiga.reconcile.site import Key, Site, keys_of, site_of_place, sites_told

_REAL = (Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.ONGOING)
_EVERYBODY = (Group.ALL, Group.VICTIMS)
_HOUR = 13
"""Characters of a moment up to its hour."""


@dataclass(frozen=True, slots=True)
class Part:
    """One target of an attack and what is said of it alone. called: as a report names it."""

    key: Key
    called: str
    evidence: tuple[Evidence[Claim], ...]
    reason: Phrase


@dataclass(frozen=True, slots=True)
class _Telling:
    """A report's word that several sites were attacked: the sites, and the phrase that says who tells it."""

    sites: tuple[Site, ...]
    reason: Phrase


def parts_of(heard: Sequence[Evidence[Claim]]) -> tuple[Part, ...]:
    """Return the parts of an incident, none unless some report tells of two or more targets.

    heard: the claims about the incident that count, in order of time.
    """
    acts = [each for each in heard if isinstance(each.claim, Event) and _is_act(each.claim)]
    tellings = list(_tellings(acts))
    if not tellings:
        return ()
    known = [site for telling in tellings for site in telling.sites]
    also = [site for each in acts for site in sites_told(each.claim)] + list(_toll_sites(heard))
    keys = keys_of(known, also)
    if len(keys) < 2:
        return ()
    placed = _placed(heard, keys)
    found = (_part(key, keys, acts, placed, tellings) for key in keys)
    return tuple(part for part in found if part is not None)


def _is_act(event: Event) -> bool:
    return (
        not event.background
        and event.stage in _REAL
        and event.certainty is not Certainty.DENIED
        and not is_response(event.type.value)
    )


def _tellings(acts: Sequence[Evidence[Claim]]) -> Iterator[_Telling]:
    for each in acts:
        listed = _listed(each)
        if len(listed) > 1 or any(site.several for site in listed):
            yield _Telling(listed, _reason("several_targets", each, listed))
    by_report: dict[str, list[Evidence[Claim]]] = {}
    for each in acts:
        by_report.setdefault(each.report.id, []).append(each)
    for told in by_report.values():
        for one, other in combinations(told, 2):
            sites = (*sites_told(one.claim)[:1], *sites_told(other.claim)[:1])
            if len(sites) == 2 and _one_after_another(one.claim, other.claim):
                yield _Telling(sites, _reason("one_after_another", one, sites))


def _listed(evidence: Evidence[Claim]) -> tuple[Site, ...]:
    """Return the targets that one clause lists, each joined to the one before it."""
    event, found = evidence.claim, list(sites_told(evidence.claim, targets_only=True))
    kept = found[:1]
    for before, site in pairwise(found):
        gap = event.quote[before.span.end - event.span.start : site.span.start - event.span.start]
        if joins(gap, evidence.report.language):
            kept.append(site)
    return tuple(kept)


def _one_after_another(one: Claim, other: Claim) -> bool:
    """Tell whether two acts of one report are two happenings of one day: at other hours, or told apart."""
    if not (isinstance(one, Event) and isinstance(other, Event) and one.time.start and other.time.start):
        return False
    if day_of(one.time.start) is None or day_of(one.time.start) != day_of(other.time.start):
        return False
    hours = {one.time.start[:_HOUR], other.time.start[:_HOUR]}
    timed = all("T" in hour for hour in hours)
    return one.incident != other.incident or (timed and one.time.start != other.time.start)


def _reason(id: str, evidence: Evidence[Claim], sites: Sequence[Site]) -> Phrase:
    told = joined(list(dict.fromkeys(site.name for site in sites)))
    return phrase(id, speaker=evidence.speaker, at=evidence.at, sites=told)


def _toll_sites(heard: Sequence[Evidence[Claim]]) -> Iterator[Site]:
    for each in heard:
        site = _site_of_toll(each.claim)
        if site is not None:
            yield site


def _site_of_toll(claim: Claim) -> Site | None:
    if not isinstance(claim, Toll) or claim.place is None:
        return None
    return site_of_place(claim.place) if claim.place.precision is PlacePrecision.SITE else None


def _placed(
    heard: Sequence[Evidence[Claim]], keys: Sequence[Key]
) -> list[tuple[Key, Evidence[Claim], Site | None]]:
    """Return the claims that are about one part alone, with that part."""
    found: list[tuple[Key, Evidence[Claim], Site | None]] = []
    events: dict[str, list[tuple[Event, Key]]] = {}
    for each in heard:
        event = each.claim
        if not isinstance(event, Event) or not _is_act(event):
            continue
        met = [(key, site) for site in sites_told(event) for key in [site.key_among(keys)]]
        only = {key for key, _ in met}
        key = only.pop() if len(only) == 1 else None
        if key is not None:
            found.append((key, each, met[0][1]))
            events.setdefault(each.report.id, []).append((event, key))
    for each in heard:
        if isinstance(each.claim, Toll) and not each.claim.background:
            site = _site_of_toll(each.claim)
            key = site.key_among(keys) if site is not None else None
            told = [other.claim for other in heard if other.report.id == each.report.id]
            key = key or _of_its_event(each.claim, events.get(each.report.id, ()), told)
            if key is not None:
                found.append((key, each, site))
    return found


def _of_its_event(toll: Toll, events: Sequence[tuple[Event, Key]], told: Sequence[Claim]) -> Key | None:
    """Return the part that the clause of a toll is about. told: all that its report claims."""
    around = [(event, key) for event, key in events if event.span.covers(toll.span)]
    keys = {key for _, key in around}
    whole = any(_comes_to_a_whole(toll, event, told) for event, _ in around)
    return keys.pop() if len(keys) == 1 and not whole else None


def _comes_to_a_whole(toll: Toll, event: Event, told: Sequence[Claim]) -> bool:
    """Tell whether a clause names a part for somebody else, and then says what all come to.

    "A soldier hurt in the attack on a base died, *bringing the toll to 19*": 19 are not those of the base.
    """
    if toll.place is not None or toll.group not in _EVERYBODY or toll.counts is not Counts.TOTAL:
        return False
    others = (each for each in told if isinstance(each, Toll) and event.span.covers(each.span))
    return any(
        other.outcome is toll.outcome
        and other.group not in _EVERYBODY
        and other.span.end <= toll.span.start
        and other.low < toll.low
        and other.counts is not Counts.SUBSET
        and other.part_of is None
        for other in others
    )


def _part(
    key: Key,
    keys: Sequence[Key],
    acts: Sequence[Evidence[Claim]],
    placed: Sequence[tuple[Key, Evidence[Claim], Site | None]],
    tellings: Sequence[_Telling],
) -> Part | None:
    own = [each for of, each, _ in placed if of == key]
    shared = [
        replace(each, claim=_only(each.claim, key, keys))
        for each in acts
        if isinstance(each.claim, Event) and key in _keys_listed(each, keys) and each not in own
    ]
    names = [site.name for telling in tellings for site in telling.sites if site.key_among(keys) == key]
    names += [site.name for of, _, site in placed if of == key and site is not None]
    reason = next((t.reason for t in tellings if any(s.key_among(keys) == key for s in t.sites)), None)
    if reason is None:
        reason = next((t.reason for t in tellings if any(s.kind == key.kind for s in t.sites)), None)
    if reason is None or not (own or shared):
        return None
    evidence = sorted([*own, *shared], key=lambda each: each.order)
    return Part(key, names[0], tuple(evidence), reason)


def _keys_listed(evidence: Evidence[Claim], keys: Sequence[Key]) -> set[Key | None]:
    """Return the parts that one clause names, when it names several."""
    found = {site.key_among(keys) for site in _listed(evidence)} - {None}
    return set(found) if len(found) > 1 else set()


def _only(event: Event, key: Key, keys: Sequence[Key]) -> Event:
    """Return an event that names several targets as it tells of one of them."""
    sites = {site.span: site.key_among(keys) for site in sites_told(event)}
    return replace(
        event,
        targets=tuple(each for each in event.targets if sites.get(each.span, key) == key),
        places=tuple(
            each
            for each in event.places
            if each.precision is not PlacePrecision.SITE or sites.get(each.span, key) == key
        ),
    )
