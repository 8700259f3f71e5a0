"""Where two sketches are: sites, towns, regions and countries, and towns that one text only names."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from functools import lru_cache

from oqiga.codebook.targets import calls_by_name, names_no_site
from oqiga.model.earth import SPOT_KM
from oqiga.reconcile.comparison import Comparison, scored
from oqiga.reconcile.kinship import is_response
from oqiga.reconcile.naming import names_town, site_words, skeletons
from oqiga.reconcile.sketch import Sketch, Spot

NEAR_KM = 25.0
AREA_KM = 60.0
"""How far the suburbs and airports of a great city lie from it."""
_KM_A_DEGREE = 111.2


def places_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare where two sketches are, by the map or by small places that only their names tell."""
    found = _by_map(left, right)
    named = _localities_named(left, right)
    if not named or found.score < 0:
        return found
    names = ", ".join(named)
    by_name = scored(
        "place", "same_locality", names, names, "both name a small place that no gazetteer knows"
    )
    return max(found, by_name, key=lambda part: part.score)


def _localities_named(left: Sketch, right: Sketch) -> list[str]:
    """Return the small places that one sketch names and the other does too, as such or anywhere.

    Of one letter Ukrainian and Russian, or Arabic and English, make "h" and "g" (Hroza, «Гроза»).
    """
    found = set()
    for one, other in ((left, right), (right, left)):
        named = {*other.localities, *(() if other.background else (*other.mentions, *other.openings))}
        heard = [name.replace("h", "g") for name in named] if one.localities else []
        found |= {
            name for name in one.localities if any(names_town(name.replace("h", "g"), each) for each in heard)
        }
    return sorted(found)


def _by_map(left: Sketch, right: Sketch) -> Comparison:
    """Compare where two sketches are by what the gazetteer knows."""
    if not (left.placed and right.placed) and _named(left, right):
        return scored("place", "named_town", _shown(left), _shown(right), "one names the other's town")
    if not left.spots or not right.spots:
        return scored("place", "unknown", _shown(left), _shown(right), "one does not tell where")
    if left.placed and right.placed:
        return _two_lists(left, right)
    pairs = [_spots(one, other) for one in left.spots for other in right.spots]
    best = max(pairs, key=lambda part: part.score)
    return Comparison("place", best.score, _shown(left), _shown(right), best.why)


def _named(left: Sketch, right: Sketch) -> bool:
    """Tell whether a report that does not place its incident in a town names the town of the other."""
    return any(
        mentioned(one.towns, other) for one, other in ((left, right), (right, left)) if not other.placed
    )


def mentioned(towns: Sequence[str], sketch: Sketch) -> bool:
    """Tell whether a report names one of the towns anywhere, in whatever case."""
    told = (*sketch.mentions, *sketch.openings)
    return any(names_town(town, each) for town in towns for each in told)


def _two_lists(left: Sketch, right: Sketch) -> Comparison:
    """Compare the towns of both: first those each tells first, since others may belong to something else."""
    mine = [spot for spot in left.spots if spot.town]
    theirs = [spot for spot in right.spots if spot.town]
    towns = {*left.towns, *right.towns}
    pairs = [_spots(one, other, towns) for one in mine for other in theirs]
    best = max(pairs, key=lambda part: part.score)
    first = [_spots(one, theirs[0]) for one in mine if one.place == mine[0].place]
    first += [_spots(mine[0], other) for other in theirs if other.place == theirs[0].place]
    elsewhere = is_response(left.types[0]) or is_response(right.types[0])  # arrests in another town
    several = len({spot.place for spot in mine if spot.place} & {spot.place for spot in theirs}) > 1
    if best.score > 0 and max(part.score for part in first) < 0 and not elsewhere and not several:
        return scored(
            "place", "other_town_told", _shown(left), _shown(right), "one also tells the other's town"
        )
    if best.score < 0 and (alike := set(left.towns) & set(right.towns)):
        why = f"towns apart of one name ({', '.join(sorted(alike))}), of which one may be mistaken"
        return scored("place", "same_name", _shown(left), _shown(right), why)
    if best.score < 0 and (_reaches(left, right) or _reaches(right, left)):
        why = "one tells of a whole country, and names the other's town"
        return scored("place", "wider", _shown(left), _shown(right), why)
    if best.score < 0 and countries_of(left) & countries_of(right):
        kind, why = _apart_by_name(left, right, [kilometres(one, other) for one in mine for other in theirs])
        if kind is not None:
            return scored("place", kind, _shown(left), _shown(right), why)
    return Comparison("place", best.score, _shown(left), _shown(right), best.why)


def _reaches(wide: Sketch, other: Sketch) -> bool:
    """Tell whether a report places its incident in a country at large too, and names the other's town."""
    lands = {spot.country for spot in wide.spots if not spot.town}
    return bool(lands & countries_of(other)) and mentioned(other.towns, wide)


def _apart_by_name(left: Sketch, right: Sketch, distances: Sequence[float | None]) -> tuple[str | None, str]:
    """Return the kind of points, and why, of two reports of one country that are placed in towns apart.

    Each may name the other's town, as of a wave of attacks; or one does, as of the suburb where the airport
    lies, which is asked only where both tell when it was.
    """
    named = (mentioned(left.towns, right), mentioned(right.towns, left))
    if all(named):
        return "both_towns_named", "apart, each naming the other's town"
    apart = min((each for each in distances if each is not None), default=2 * AREA_KM)
    if not any(named) or apart >= 2 * AREA_KM or not (left.timed and right.timed):
        return None, ""
    if apart <= AREA_KM:
        return "suburb_named", "in one area, one naming the other's town"
    return "one_town_named", "apart, one naming the other's town"


def countries_of(sketch: Sketch) -> set[str]:
    """Return the codes of the countries that a sketch is placed in."""
    return {spot.country for spot in sketch.spots if spot.country}


def _spots(one: Spot, other: Spot, towns: Collection[str] = ()) -> Comparison:
    values = (one.place or one.site, other.place or other.site)
    if one.country and other.country and one.country != other.country:
        return scored("place", "other_country", one.country, other.country, "different countries")
    if one.town and other.town:
        return _two_towns(one, other, values, towns)
    if one.site and not one.town and one.site == other.site:
        return scored("place", "same_name_unknown", *values, "a place of one name, which no gazetteer knows")
    if one.place is not None and one.place == other.place:
        kind = "same_region" if one.region else "same_country"
        return scored("place", kind, *values, "the same region or country")
    if one.region and one.region == other.region:
        return scored("place", "same_region", one.region, other.region, "the same region")
    if one.region and other.region:
        return scored("place", "other_region", one.region, other.region, "different regions")
    if not (one.country and other.country):
        return scored("place", "unknown", *values, "places that cannot be compared")
    return scored("place", "same_country", one.country, other.country, "the same country")


def _named_site(site: str, towns: Collection[str]) -> bool:
    """Tell whether a site has a name of its own, beyond its kind and its town ("central Osh" has none)."""
    own = [word for word in site.split() if not skeletons(word) <= set(towns)]
    return calls_by_name(site) and any(not names_no_site(word) for word in own)


@lru_cache(maxsize=20_000)
def _quarter(site: str) -> frozenset[str]:
    """Return the words of a quarter's own name ("the Mansour shopping district": Mansour)."""
    words = (word for word in site.split() if not names_no_site(word))
    return frozenset(form for word in words for form in skeletons(word)) - site_words()


def _one_quarter(one: Spot, other: Spot, towns: Collection[str]) -> bool:
    """Tell whether both are one quarter or site by its own name, in towns not known to be two."""
    if not one.site or not other.site or (one.place and other.place and one.place != other.place):
        return False
    return bool((_quarter(one.site) & _quarter(other.site)) - set(towns))


def _two_towns(
    one: Spot, other: Spot, values: tuple[object, object], towns: Collection[str] = ()
) -> Comparison:
    if _one_quarter(one, other, towns):
        return scored("place", "same_site", one.site, other.site, "the same quarter")
    if one.site and one.site == other.site and one.place == other.place and _named_site(one.site, towns):
        return scored("place", "same_site", one.site, other.site, "the same site")
    if one.place is not None and one.place == other.place:
        return scored("place", "same_town", *values, "the same town")
    distance = kilometres(one, other)
    if distance is None:
        return scored("place", "unknown", *values, "places that cannot be compared")
    kind = "same_spot" if distance <= SPOT_KM else "near" if distance <= NEAR_KM else "apart"
    return scored("place", kind, *values, f"{distance:.0f} km apart")


def kilometres(one: Spot, other: Spot) -> float | None:
    """Return the distance between two places, None when either has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = (one.latitude - other.latitude) * _KM_A_DEGREE
    east = (one.longitude - other.longitude) * _KM_A_DEGREE * math.cos(math.radians(one.latitude))
    return math.hypot(north, east)


def _shown(sketch: Sketch) -> str:
    return ", ".join(str(spot.site or spot.place or spot.country) for spot in sketch.spots[:3])
