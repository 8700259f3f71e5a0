"""From the words of an address to a question to the book: dates, circles, types, checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Annotated

from fastapi import Query
from pydantic import TypeAdapter, ValidationError

from oqiga.errors import UsageError
from oqiga.ledger.asking import Near, Question
from oqiga.model.claims import IsoDate
from oqiga.model.terms import EventType

_ISO_DATE: TypeAdapter[str] = TypeAdapter(IsoDate)
_POINT = re.compile(r"^\s*(-?\d{1,2}(?:\.\d{1,9})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,9})?)\s*$")
_WITHIN = re.compile(r"^\s*(\d{1,5}(?:\.\d{1,3})?)\s*(km|m)?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the list of incidents, as it stands in an address. search: words in what is known."""

    near: str | None = None
    within: str = "25km"
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    min_killed: int | None = None
    disputed: bool = False
    changed_since: str | None = None
    background: bool = False
    search: str | None = None
    as_of: str | None = None

    def question(self) -> Question:
        """Return the question to the book. Raises UsageError for a place nobody knows, or no distance."""
        return Question(
            near=circle(self.near, self.within),
            since=self.since,
            until=self.until,
            types=self.types,
            min_killed=self.min_killed,
            disputed=self.disputed,
            changed_since=self.changed_since,
            background=self.background,
        )


def asked(
    near: Annotated[
        str | None, Query(max_length=200, description='A place or a point "50.28,57.17".')
    ] = None,
    within: Annotated[str, Query(max_length=12, description="How near: 50km.")] = "25km",
    since: Annotated[str | None, Query(max_length=40, description="Happened on or after, ISO 8601.")] = None,
    until: Annotated[str | None, Query(max_length=40, description="Happened on or before.")] = None,
    type: Annotated[list[EventType] | None, Query(description="Of this type; may be repeated.")] = None,
    min_killed: Annotated[int | None, Query(ge=0, le=10_000_000)] = None,
    disputed: Annotated[bool, Query(description="Only those with a dispute.")] = False,
    changed_since: Annotated[str | None, Query(max_length=40)] = None,
    background: Annotated[bool, Query(description="Also those that reports only mention.")] = False,
    search: Annotated[str | None, Query(max_length=200, description="Words in what is known.")] = None,
    as_of: Annotated[str | None, Query(max_length=40, description="Only what was known by then.")] = None,
) -> Asked:
    """Read the question out of an address. Raises UsageError for what is no date."""
    return Asked(
        near=near or None,
        within=within,
        since=checked_date(since, "since"),
        until=checked_date(until, "until"),
        types=tuple(each.value for each in type or ()),
        min_killed=min_killed,
        disputed=disputed,
        changed_since=checked_date(changed_since, "changed_since"),
        background=background,
        search=(search or "").strip() or None,
        as_of=checked_date(as_of, "as_of"),
    )


@lru_cache(maxsize=4096)
def checked_date(moment: str | None, name: str) -> str | None:
    """Return the moment; "" is None. Raises UsageError when it is no ISO 8601 date.

    A "+" that an address has turned into a space is put back.
    """
    if not moment:
        return None
    written = moment.strip().replace(" ", "+")
    try:
        _ISO_DATE.validate_python(written)
        when = datetime.fromisoformat(_filled(written))
        if not 1000 <= when.year <= 9990:
            raise ValueError("no year of news")
    except (ValidationError, ValueError) as error:
        raise UsageError(f"{name} takes an ISO 8601 date such as 2016-06-05, not {moment!r}") from error
    return written


def _filled(moment: str) -> str:
    """Return the moment with the month, day and minute it leaves out, so that the calendar can judge it."""
    if "T" in moment:
        date, time = moment.split("T", 1)
        return f"{date}T{time[:2]}:00{time[2:]}" if len(time) == 2 or time[2:3] in "Z+-" else moment
    return moment + {4: "-01-01", 7: "-01"}.get(len(moment), "")


def circle(near: str | None, within: str) -> Near | None:
    """Return the circle around a named place or a point. Raises UsageError."""
    if near is None:
        return None
    distance = _WITHIN.match(within)
    if distance is None:
        raise UsageError(f"within takes a distance such as 50km, not {within!r}")
    kilometres = float(distance.group(1)) / (1000 if distance.group(2) == "m" else 1)
    point = _POINT.match(near)
    if point is not None:
        return Near(float(point.group(1)), float(point.group(2)), kilometres)
    latitude, longitude = _spot(near)
    return Near(latitude, longitude, kilometres)


@lru_cache(maxsize=256)
def _spot(name: str) -> tuple[float, float]:
    """Return where the largest town of that name lies, else the largest place."""
    from oqiga.locate.places.gazetteer import gazetteer

    hits = [hit for hit in gazetteer().find(name) if hit.kind != "rough"]
    if not hits:
        raise UsageError(f"no place called {name!r} is known; a point such as 50.28,57.17 will do")
    best = max((hit.entry for hit in hits), key=lambda entry: (entry.is_city, entry.population, -entry.row))
    return best.latitude, best.longitude
