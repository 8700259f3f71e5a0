"""The main event of a judged report: of which type it is, on which day, in which place.

The main event is the incident that most of a report's claims are about, those of the background apart: the
one that `oqiga evaluate incidents` and the book bring together with other reports. A line judges it by
"event": {"type"?, "day"?, "place"?}, of which each may be left out, be null where the report tells none, or
be a list of answers of which one suffices. "event": null is for a report that tells of no event.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from oqiga.codebook.plain import plain
from oqiga.evaluate.tally import Tally
from oqiga.model.claims import Place, When
from oqiga.model.earth import kilometres
from oqiga.model.incident import Incident
from oqiga.model.record import Reading
from oqiga.model.terms import TimePrecision
from oqiga.pipeline import to_record
from oqiga.reconcile.naming import all_lands, skeleton
from oqiga.simulate.scoring import mostly_about

EVENT = "event"
FIELDS = ("type", "day", "place")

_WORD = re.compile(r"\w+")
_WRITTEN = {TimePrecision.MONTH: len("2016-06"), TimePrecision.YEAR: len("2016")}
"""Letters of an ISO date that are known of a day no more exact than that."""


def main_event(reading: Reading) -> dict[str, Any] | None:
    """Return the main event that a reading tells: {"type", "day", "place": [places]}; None without one.

    day: ISO 8601, as much of a date as is known, or "first/last" of several days; null where it is unknown.
    """
    order = mostly_about(reading.claims)
    told = {each.id: each for each in to_record(reading).incidents if not each.background}
    main = next((told[name] for name in order if name in told), None)
    return None if main is None else _as_judged(main)


def _as_judged(incident: Incident) -> dict[str, Any]:
    places = [_written(place) for place in incident.places]
    return {"type": incident.type.value, "day": day_told(incident.time), "place": places}


def _written(place: Place) -> dict[str, Any]:
    degrees = {"latitude": place.latitude, "longitude": place.longitude}
    return {"name": place.name, "admin1": place.admin1, "country": place.country, **degrees}


def day_told(time: When) -> str | None:
    """Return a time as a date of the precision that it has, as "first/last" where it takes several days."""
    if time.start is None:
        return None
    if time.precision in _WRITTEN:
        return time.start[: _WRITTEN[time.precision]]
    first, last = time.start[:10], (time.end or time.start)[:10]
    return first if first == last else f"{first}/{last}"


def tally_event(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
    """Compare the main event judged with the one read; only what is judged has a tally."""
    if EVENT not in gold:
        return {}
    wanted, given = gold[EVENT], predicted[EVENT] or {}
    judged = dict.fromkeys(FIELDS[:1]) if wanted is None else wanted
    return {f"event {name}": _tally(name, judged[name], given) for name in FIELDS if name in judged}


def _tally(name: str, wanted: Any, given: Mapping[str, Any]) -> Tally:
    answers = wanted if isinstance(wanted, list) else [] if wanted is None else [wanted]
    told = given.get(name)
    right = any(_same(name, answer, told) for answer in answers) if told else False
    return Tally(float(right), float(bool(told)), float(bool(answers)))


def _same(name: str, wanted: Any, told: Any) -> bool:
    if name == "place":
        return any(_is_place(wanted, place) for place in told)
    return bool(wanted == told)


def _is_place(wanted: str | Mapping[str, float], told: Mapping[str, Any]) -> bool:
    """Tell whether a place read is the one judged, or lies in it where that is a region or a country."""
    if not isinstance(wanted, str):
        return _is_near(wanted, told)
    lands = all_lands().get(told["country"] or "", ())
    names = [name for name in (told["name"], told["admin1"], *lands) if name]
    return any(_same_name(wanted, name) for name in names)


def _same_name(wanted: str, told: str) -> bool:
    """Tell whether a name has all the words of another, whatever its case, script and accents."""
    mine, theirs = ({skeleton(word) for word in _WORD.findall(name)} for name in (wanted, told))
    return plain(wanted) == plain(told) or (bool(mine) and mine <= theirs)


def _is_near(wanted: Mapping[str, float], told: Mapping[str, Any]) -> bool:
    if told["latitude"] is None:
        return False
    there = kilometres(wanted["latitude"], wanted["longitude"], told["latitude"], told["longitude"])
    return there <= wanted["within_km"]
