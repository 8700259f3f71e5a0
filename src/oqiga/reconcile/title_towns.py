"""The town and site that only the heading of a report names: "Ambulance used in Kabul bombing"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.codebook.targets import is_everywhere, kinds_in
from oqiga.locate.places.gazetteer import Entry, gazetteer
from oqiga.locate.places.titles import is_famous, towns_in_title
from oqiga.model.report import Report
from oqiga.reconcile.kinship import is_response
from oqiga.reconcile.naming import country_forms, skeletons
from oqiga.reconcile.sketch import Sketch, Spot


def placed_by_title(report: Report, found: Sequence[Sketch]) -> list[Sketch]:
    """Place what a report is about, but tells no town of, in the one town that its heading names.

    A town of less fame needs its country told too; one of another country than the report tells is not meant.
    """
    about = [sketch for sketch in found if not sketch.background]
    if not report.title or not report.language or not about or any(map(_on_the_map, about)):
        return list(found)
    lands = {spot.country for sketch in about for spot in sketch.spots if spot.country}
    mentioned = {name for sketch in about for name in (*sketch.mentions, *sketch.openings)}
    towns = [
        entry
        for entry in towns_in_title(report.title, report.language)
        if (entry.country in lands if lands else is_famous(entry) or mentioned & country_forms(entry.country))
    ]
    if len(towns) != 1:
        return list(found)
    spot, names = _spot(towns[0]), tuple(sorted(skeletons(towns[0].name)))
    return [
        sketch if sketch.background else replace(sketch, spots=(spot, *sketch.spots), towns=names)
        for sketch in found
    ]


def sited_by_title(report: Report, found: Sequence[Sketch]) -> list[Sketch]:
    """Give the one attack of a report, where it tells no site of it, the one kind of site in its heading."""
    about = [each for each in found if not (each.background or is_response(each.types[0]))]
    kinds = {kind for kind in kinds_in(report.title or "") if not is_everywhere(kind)}
    if len(about) != 1 or about[0].sites or len(kinds) != 1:
        return list(found)
    return [replace(each, sites=tuple(kinds)) if each is about[0] else each for each in found]


def _on_the_map(sketch: Sketch) -> bool:
    """Tell whether a sketch is in a town that the gazetteer knows, not only in a quarter of some town."""
    return any(spot.town and spot.place is not None for spot in sketch.spots)


def _spot(entry: Entry) -> Spot:
    region = gazetteer().region_name(entry)
    return Spot(
        place=entry.geonames_id or None,
        town=True,
        country=entry.country or None,
        region=" ".join(sorted(skeletons(region))) if region else None,
        latitude=entry.latitude,
        longitude=entry.longitude,
    )
