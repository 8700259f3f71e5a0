"""What a report recalls beside its story, and whether the story is about it, as a trial is about a crime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.reconcile.kinship import akin, is_response
from oqiga.reconcile.sketch import Sketch


def may_be(vague: Sketch, whole: Sketch) -> bool:
    """Tell whether what one sketch tells may be the act of another, by their types."""
    one, other = vague.types[0], whole.types[0]
    return is_response(one) or akin(one, other)


def may_be_there(vague: Sketch, whole: Sketch) -> bool:
    """Tell whether nothing places a sketch elsewhere than in the town of another."""
    if not vague.spots:
        return True
    towns = {spot.place for spot in whole.spots if spot.town}
    if vague.placed and towns:
        return any(spot.place in towns for spot in vague.spots)
    regions = [{spot.region for spot in each.spots if spot.region} for each in (vague, whole)]
    if all(regions) and not regions[0] & regions[1]:
        return False
    return bool({spot.country for spot in vague.spots} & {spot.country for spot in whole.spots})


def tried(sketch: Sketch, found: Sequence[Sketch]) -> Sketch | None:
    """Return the one act that a report on a trial or an anniversary recalls apart from it, None for none."""
    if not sketch.late or sketch.background or sketch.exact:
        return None
    acts = [
        each
        for each in found
        if each.background
        and not is_response(each.types[0])
        and may_be(sketch, each)
        and may_be_there(sketch, each)
    ]
    return acts[0] if len(acts) == 1 else None


def with_its_act(sketch: Sketch, act: Sketch) -> Sketch:
    """Give the story what its report tells of the act that it is about: counts, sites and names."""
    return replace(
        sketch,
        figures=tuple(sorted({*sketch.figures, *act.figures})),
        least=tuple(sorted({*sketch.least, *act.least})),
        sites=tuple(sorted({*sketch.sites, *act.sites})),
        site_names=tuple(dict.fromkeys((*sketch.site_names, *act.site_names))),
        names=tuple(sorted({*sketch.names, *act.names})),
        weekday=sketch.weekday or act.weekday,
    )
