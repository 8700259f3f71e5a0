"""Measures over time: raised, lowered, extended, lifted; and what is in force at a moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oqiga.codebook.measures import area_wide
from oqiga.codebook.plain import plain
from oqiga.model.claims import Measure, Place
from oqiga.model.moments import earliest, latest
from oqiga.model.terms import Certainty, MeasureStatus, MeasureType, PlacePrecision
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.naming import one_root, skeleton

MeasureEvidence = Evidence[Measure]

RUN_OUT = "over"
"""The standing of a measure whose last day has passed, though nobody lifted it."""
_AREAS = (PlacePrecision.REGION, PlacePrecision.COUNTRY)
_ORDER = {MeasureStatus.IN_FORCE: 0, MeasureStatus.ANNOUNCED: 1, MeasureStatus.LIFTED: 2}


def measure_key(measure: Measure) -> tuple[str, str]:
    """Return what makes two claims speak of one measure: its type, and the place it holds in."""
    place = measure.places[0] if measure.places else None
    where = "" if place is None else str(place.geonames_id or plain(place.name))
    return measure.type.value, where


def by_measure(measures: Sequence[Measure]) -> list[tuple[Measure, ...]]:
    """Group claims by the measure they speak of, what holds first, then what is announced, then what ended.

    measures: in order of time, as `course` gives them; the last of a group is the state the measure came to.
    """
    found: dict[tuple[str, str], list[Measure]] = {}
    state: dict[tuple[str, str], Measure] = {}
    for each in measures:
        key = _met(each, state)
        found.setdefault(key, []).append(each)
        state[key] = each
    return sorted((tuple(group) for group in found.values()), key=lambda group: _ORDER[group[-1].status])


def course(evidence: Sequence[MeasureEvidence]) -> tuple[Measure, ...]:
    """Return the measures in order of time, each once.

    A claim that repeats the state the measure is already in adds nothing; a change of level, status or end
    does. Denied measures are left out.
    """
    present: dict[tuple[str, str], Measure] = {}
    found: list[Measure] = []
    for each in sorted(evidence, key=lambda each: each.order):
        measure = each.claim
        if measure.certainty is Certainty.DENIED:
            continue
        key = _met(measure, present)
        before = present.get(key)
        if before is not None and _state(before) == _state(measure):
            continue
        present[key] = measure
        found.append(measure)
    return tuple(found)


def _met(measure: Measure, present: Mapping[tuple[str, str], Measure]) -> tuple[str, str]:
    """Return the key of the measure met before that this is about; without a place it fits the only one.

    present: the measures met before, each as it was told last.
    """
    key = measure_key(measure)
    if key in present:
        return key
    same_type = [known for known in present if known[0] == key[0]]
    if len(same_type) == 1 and "" in (key[1], same_type[0][1]):
        return same_type[0]
    called_alike = [known for known in same_type if _one_name(present[known], measure)]
    if len(called_alike) == 1:
        return called_alike[0]
    nested = [
        known for known in same_type if measure_key(present[known]) == key or _covers(present[known], measure)
    ]
    if len(nested) != 1 and _fits_the_one_that_stands(measure):
        nested = [
            known
            for known in same_type
            if present[known].status is not MeasureStatus.LIFTED and _same_land(present[known], measure)
        ]
    return nested[0] if len(nested) == 1 else key


def _one_name(one: Measure, other: Measure) -> bool:
    """Tell whether the places of two measures have one name, where the gazetteer does not know them both:
    «Меркенский район», "Merki district", «Меркі».
    """
    if not (one.places and other.places):
        return False
    first, second = one.places[0], other.places[0]
    if first.geonames_id is not None and second.geonames_id is not None:
        return False
    roots = [skeleton(name.split()[0]) for name in (first.name, second.name) if name.split()]
    return len(roots) == 2 and one_root(*roots)


def _fits_the_one_that_stands(measure: Measure) -> bool:
    """Tell whether a measure without a place in its words is the one of its type that stands.

    Its place is only that of the report then.
    """
    changes = measure.status is MeasureStatus.LIFTED or measure.type is MeasureType.ALERT_LEVEL
    return changes and not _names_its_place(measure)


def _names_its_place(measure: Measure) -> bool:
    return any(measure.span.covers(place.span) for place in measure.places[:1])


def _same_land(one: Measure, other: Measure) -> bool:
    lands = {place.country for each in (one, other) for place in each.places[:1]} - {None}
    return len(lands) < 2


def place_of(group: Sequence[Measure]) -> Place | None:
    """Return where a measure holds: the place that its own words name last, else that of its last report.

    group: claims about one measure, as `by_measure` gives them.
    """
    named = next((each for each in reversed(group) if _names_its_place(each)), group[-1])
    return next(iter(named.places), None)


def _covers(one: Measure, other: Measure) -> bool:
    """Tell whether two measures hold everywhere in their areas, and one of these lies inside the other."""
    if one.type.value not in area_wide() or not (one.places and other.places):
        return False
    first, second = one.places[0], other.places[0]
    return _inside(first, second) or _inside(second, first)


def _inside(place: Place, area: Place) -> bool:
    """Tell whether a town or a part of one lies in a region, by what the gazetteer knows."""
    if area.precision is not PlacePrecision.REGION or place.precision in _AREAS:
        return False
    same = place.country is not None and place.country == area.country
    return same and place.admin1 is not None and place.admin1 == area.admin1


def _state(measure: Measure) -> tuple[str, str | None, str | None]:
    return measure.status.value, measure.level, measure.valid_until


def standing(measure: Measure, as_of: str | None) -> str:
    """Return what a measure has come to at a moment, ISO 8601 or not known: its status, or `RUN_OUT`."""
    return RUN_OUT if has_run_out(measure, as_of) else measure.status.value


def has_run_out(measure: Measure, as_of: str | None) -> bool:
    """Tell whether the last day of a measure that nobody lifted had passed at a moment; None: not known."""
    if as_of is None or measure.valid_until is None or measure.status is MeasureStatus.LIFTED:
        return False
    return latest(measure.valid_until) < earliest(as_of)


def holds(measure: Measure, as_of: str) -> bool:
    """Tell whether a measure in the state it came to last is in force at a moment."""
    now = latest(as_of)
    if measure.status is MeasureStatus.LIFTED:
        return False
    if measure.status is MeasureStatus.ANNOUNCED and measure.valid_from is None:
        return False
    if measure.valid_from is not None and earliest(measure.valid_from) > now:
        return False
    return not has_run_out(measure, as_of)
