"""The English heading of an incident: what, of or on whom, where, when, as far as it is told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from oqiga.codebook.headings import joining, takes_people
from oqiga.codebook.targets import says_only_people, target_named
from oqiga.locate.places.gazetteer import gazetteer
from oqiga.model.claims import Participant, Place, When
from oqiga.model.moments import written
from oqiga.model.terms import EventType, MeasureType, ParticipantKind, PlacePrecision, TimePrecision
from oqiga.reconcile.portrait import is_latin


def title_of(
    chosen: EventType,
    time: When,
    places: Sequence[Place],
    targets: Sequence[Participant],
    *,
    measure: MeasureType | None = None,
) -> str:
    """Return a heading: what, on whom, where, when, as far as it is told.

    measure: what was ordered, where nothing tells what happened.
    """
    what = chosen.value if chosen is not EventType.OTHER else measure.value if measure else "incident"
    words = [what.replace("_", " ").capitalize()]
    sites = [target for target in targets if target.kind is ParticipantKind.FACILITY]
    hit = _taken(targets) if takes_people(chosen.value) else (*sites, *targets)
    called = ((target, name) for target in hit if (name := _target_called(target)) is not None)
    for target, name in islice(called, 1):
        at_site = target.kind is ParticipantKind.FACILITY
        words.append(f"{joining(chosen.value, site=at_site)} {name}")
    town = next((p for p in places if p.precision is PlacePrecision.CITY), places[-1] if places else None)
    if town is not None:
        words.append(f"in {_in_latin(town)}")
    title = " ".join(words)
    return f"{title}, {written(_rounded(time))}" if time.start else title


def _taken(targets: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return who was taken: of several people told, nobody told alone, who may only have been hurt."""
    several = tuple(target for target in targets if target.kind is ParticipantKind.GROUP)
    return several or tuple(target for target in targets if target.kind is ParticipantKind.PERSON)


def _target_called(target: Participant) -> str | None:
    """Return what an English heading calls a target, None where its name says nothing there.

    A site named in other letters goes by its kind («воинскую часть»: military base); whoever is only called
    people is left out.
    """
    if is_latin(target.name):
        return None if says_only_people(target.name) else target.name
    kind = target_named(target.name).kind
    return kind.id if kind is not None else None


def _in_latin(place: Place) -> str:
    """Return the name of a place in Latin letters: as a report tells it, else as the gazetteer has it.

    A report may tell it in a case that the gazetteer does not have («Қабылда»).
    """
    if is_latin(place.name) or place.geonames_id is None:
        return place.name
    entry = gazetteer().named(place.geonames_id)
    return entry.name if entry is not None else place.name


def _rounded(time: When) -> str | None:
    """Return the start of the time no more exact than it is known."""
    length = {TimePrecision.MONTH: 7, TimePrecision.YEAR: 4}.get(time.precision, 10)
    return time.start[:length] if time.start else None
