"""Where a report happened that names one town and ties it to none of its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.locate.mentions import PlaceMention
from oqiga.model.claims import Event, Place
from oqiga.model.terms import BY_AUTHORITIES, PlacePrecision
from oqiga.read.context import Context
from oqiga.read.frames.homes import is_home
from oqiga.read.frames.routes import names_route
from oqiga.read.frames.sent_from import place_key, sent_from_afar
from oqiga.read.frames.where import exact_first, main_country, town_around

_TOWNS = (PlacePrecision.CITY, PlacePrecision.DISTRICT)
_COARSE = (PlacePrecision.REGION, PlacePrecision.COUNTRY)


def in_the_only_town(context: Context, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events; where none has a place more exact than a region, the first has the only town."""
    acts = [event for event in events if event.type not in BY_AUTHORITIES]
    if not acts or any(_exact(place) for event in acts for place in event.places):
        return tuple(events)
    town = _only_town(context)
    if town is None or not _agrees(town.place, acts[0].places):
        return tuple(events)
    if any(event.span.covers(town.span) for event in events):  # it was looked at, and says something else
        return tuple(events)
    placed = replace(acts[0], places=exact_first(context, [town]))
    return tuple(placed if event is acts[0] else event for event in events)


def _exact(place: Place) -> bool:
    return place.precision not in _COARSE


def _only_town(context: Context) -> PlaceMention | None:
    """Return the first mention of the only town named beside the ends of a route; None where several are."""
    towns = [
        mention
        for each in context.places
        for mention in (town_around(each) or each,)
        if mention.place.precision in _TOWNS and not (mention.measured or sent_from_afar(context, mention))
        if not (is_home(context, each) or names_route(context, each))
    ]
    around = {each.within.span for each in towns if each.within is not None}
    holders = {place_key(each.place) for each in context.places if each.span in around}
    found = {place_key(each.place): each for each in reversed(towns)}
    inner = [mention for key, mention in found.items() if key not in holders]
    if len(inner) != 1 or inner[0].place.country != main_country(context):
        return None
    return inner[0]


def _agrees(town: Place, told: Sequence[Place]) -> bool:
    """Tell whether a town may lie in the regions and countries told of an event."""
    return all(place.country in (None, town.country) for place in told) and all(
        place.admin1 in (None, town.admin1) for place in told
    )
