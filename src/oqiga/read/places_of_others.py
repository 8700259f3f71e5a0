"""Places that only earlier or other attacks of a report are told with: none of its story happened there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.locate.mentions import PlaceMention
from oqiga.model.claims import Claim, Event, Place, Toll
from oqiga.model.span import Span
from oqiga.model.terms import PlacePrecision
from oqiga.read.context import Context
from oqiga.read.frames.sent_from import sent_from_afar
from oqiga.read.frames.where import exact_first, not_where

_WITHIN = (PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD)


def in_their_own_places(context: Context, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give claims of the story that were placed in a town of an earlier attack the first other town told.

    A clause without a town is placed in one that the report names elsewhere; not in one that stands only in
    the words of background ("two weeks after a bomb in Balkh"). Without another town they are nowhere.
    """
    past = [claim.span for claim in claims if claim.background and isinstance(claim, Event | Toll)]
    if not past:
        return tuple(claims)
    own = _first_town(context, past)
    return tuple(claim if claim.background else _moved(context, claim, past, own) for claim in claims)


def _first_town(context: Context, past: Sequence[Span]) -> PlaceMention | None:
    towns = (each for each in context.places if each.place.precision is PlacePrecision.CITY)
    return next(
        (
            each
            for each in towns
            if not (each.measured or _inside(each.span, past))
            and not (sent_from_afar(context, each) or not_where(context, each))
        ),
        None,
    )


def _moved(context: Context, claim: Claim, past: Sequence[Span], own: PlaceMention | None) -> Claim:
    if not isinstance(claim, Event) or not claim.places:
        return claim
    within = [span for span in past if claim.span.covers(span) and span != claim.span]
    towns = [place for place in claim.places if place.precision is PlacePrecision.CITY]
    others = [place for place in towns if _of_others(place.span, claim.span, past, within)]
    if not towns or others != towns:
        return claim
    sites = [
        place
        for place in claim.places
        if place.precision in _WITHIN and claim.span.covers(place.span) and not _inside(place.span, within)
    ]
    around = () if own is None else exact_first(context, [own])
    town = None if own is None else own.place
    return replace(claim, places=(*(_placed(site, town) for site in sites), *around))


def _of_others(place: Span, claim: Span, past: Sequence[Span], within: Sequence[Span]) -> bool:
    """Tell whether a place stands in words of background: outside a claim's own, or in a part of them."""
    return _inside(place, within) or (_inside(place, past) and not claim.covers(place))


def _placed(site: Place, town: Place | None) -> Place:
    """Return a site with what is known of where its town lies; nothing where no town is told."""
    where = town or Place(name="", precision=PlacePrecision.CITY, span=site.span)
    return replace(
        site,
        geonames_id=where.geonames_id,
        country=where.country,
        admin1=where.admin1,
        latitude=where.latitude,
        longitude=where.longitude,
    )


def _inside(span: Span, spans: Sequence[Span]) -> bool:
    return any(each.covers(span) for each in spans)
