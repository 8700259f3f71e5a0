"""Whether two accounts in one report may be of one place: by towns, districts and countries."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oqiga.codebook.targets import kinds_in, lies_outside
from oqiga.model.claims import Event, Place
from oqiga.model.earth import SPOT_KM, kilometres
from oqiga.model.terms import ParticipantKind, PlacePrecision
from oqiga.read.frames.sent_from import place_key

_TOWNS = frozenset({PlacePrecision.CITY, PlacePrecision.DISTRICT})
_WORD = re.compile(r"\w+")
_SHORTEST = 4
_WIDE = frozenset({PlacePrecision.REGION, PlacePrecision.COUNTRY})
_FAR_KM = 150.0
"""How far the middle of a region lies at least from the towns of another one, which it may lie around."""
_OUTSIDE_KM = 25.0
"""How far the airport of a town may lie from it, where it is placed in a suburb."""
_WITHIN_KM = 15.0
"""How far the middle of a town's own district may lie from that of the town."""


def one_place(event: Event, others: Sequence[Event]) -> bool:
    """Tell whether places may be one: a town in common where both name one, else a country.

    A country alone tells an undated account from no other: it may only be a neighbour or a nationality.
    """
    here, there = towns(event.places), towns_of(others)
    if here and there:
        beside = _one_spot(event, others) or _district_of_town(event, others)
        return bool(here & there) or beside or _site_of_town(event, others)
    if _in_far_region(event, others):
        return False
    own, told = _districts((event,)), _districts(others)
    if own and told and not own & told:
        return False
    lands = {place.country for place in event.places} - {None}
    others_lands = {place.country for other in others for place in other.places} - {None}
    dated = bool(lands and others_lands and event.time.start)
    return not dated or bool(lands & others_lands)


def one_target(event: Event, others: Sequence[Event]) -> bool:
    """Tell whether accounts of one land name one target, as "the Lagun club" in a town and in its quarter."""
    lands = {place.country for each in (event, *others) for place in each.places}
    return len(lands) == 1 and bool(_named_targets((event,)) & _named_targets(others))


def _named_targets(events: Sequence[Event]) -> set[str]:
    """Return the words written large of the names of sites that were hit, but for those of places."""
    wider = (place for each in events for place in each.places if place.precision is not PlacePrecision.SITE)
    places = {word for place in wider for word in _WORD.findall(place.name)}
    sites = [each for event in events for each in event.targets if each.kind is ParticipantKind.FACILITY]
    words = {word for site in sites for word in _WORD.findall(site.name) if word[0].isupper()}
    return {word for word in words - places if len(word) >= _SHORTEST}


def towns(places: Sequence[Place]) -> set[int]:
    """Return the gazetteer entries of the towns among places."""
    found = (place.geonames_id for place in places if place.precision in _TOWNS)
    return {entry for entry in found if entry is not None}


def towns_of(events: Sequence[Event]) -> set[int]:
    """Return the gazetteer entries of the towns that events are placed in."""
    return {town for event in events for town in towns(event.places)}


def _districts(events: Sequence[Event]) -> set[str]:
    """Return the districts told of, also those that no gazetteer knows."""
    places = (place for event in events for place in event.places)
    return {place_key(place) for place in places if place.precision is PlacePrecision.DISTRICT}


def _district_of_town(event: Event, others: Sequence[Event]) -> bool:
    """Tell whether one is placed in a town and the other in a district next to it, which is its own."""
    mine, theirs = _by_precision((event,)), _by_precision(others)
    pairs = [
        (town, district)
        for one, other in ((mine, theirs), (theirs, mine))
        for town in one[PlacePrecision.CITY]
        for district in other[PlacePrecision.DISTRICT]
    ]
    return any(
        town.admin1 == district.admin1 and kilometres(*_point(town), *_point(district)) <= _WITHIN_KM
        for town, district in pairs
    )


def _site_of_town(event: Event, others: Sequence[Event]) -> bool:
    """Tell whether one is at an airport, placed in a suburb of the town that the other is placed in."""
    mine, theirs = (_by_precision(each)[PlacePrecision.CITY] for each in ((event,), others))
    quotes = (event.quote, *(other.quote for other in others))
    if not any(lies_outside(kind) for quote in quotes for kind in kinds_in(quote)):
        return False
    return any(
        one.country == other.country and kilometres(*_point(one), *_point(other)) <= _OUTSIDE_KM
        for one in mine
        for other in theirs
    )


def _in_far_region(event: Event, others: Sequence[Event]) -> bool:
    """Tell whether one is placed in a region alone, and others in towns of another one, far from it."""
    if any(place.precision not in _WIDE for place in event.places):
        return False
    regions = [each for each in event.places if each.precision is PlacePrecision.REGION]
    told = _by_precision(others)[PlacePrecision.CITY]
    return bool(regions and told) and all(
        None not in (region.latitude, region.longitude)
        and (region.admin1 or region.name) != town.admin1
        and kilometres(*_point(region), *_point(town)) > _FAR_KM
        for region in regions
        for town in told
    )


def _one_spot(event: Event, others: Sequence[Event]) -> bool:
    """Tell whether towns are so near that one is the other under another name, or a part of it."""
    mine, theirs = (_by_precision(each)[PlacePrecision.CITY] for each in ((event,), others))
    pairs = ((one, other) for one in mine for other in theirs)
    return any(kilometres(*_point(one), *_point(other)) <= SPOT_KM for one, other in pairs)


def _by_precision(events: Sequence[Event]) -> dict[PlacePrecision, list[Place]]:
    found: dict[PlacePrecision, list[Place]] = {each: [] for each in _TOWNS}
    for place in (place for event in events for place in event.places):
        if place.precision in _TOWNS and place.latitude is not None and place.longitude is not None:
            found[place.precision].append(place)
    return found


def _point(place: Place) -> tuple[float, float]:
    return place.latitude or 0.0, place.longitude or 0.0
