"""What the commands about a book share: which book, what time it is, where "near" is."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from typing import Annotated

import typer
from pydantic import TypeAdapter, ValidationError

from oqiga.book.book import Book
from oqiga.errors import UsageError
from oqiga.ledger.asking import Near
from oqiga.locate.places.gazetteer import Entry, gazetteer
from oqiga.model.claims import IsoDate

_ISO_DATE: TypeAdapter[str] = TypeAdapter(IsoDate)
_POINT = re.compile(r"^\s*(-?\d{1,2}(?:\.\d{1,9})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,9})?)\s*$")
_DISTANCE = re.compile(r"^\s*(\d{1,5}(?:\.\d{1,3})?)\s*(km|m)?\s*$")

LedgerOption = Annotated[
    str | None,
    typer.Option("--ledger", help="The book: a path or a postgresql:// address.", envvar="OQIGA_LEDGER"),
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Only what was published and decided by then, ISO 8601.")
]
PolicyOption = Annotated[str, typer.Option("--policy", help="How figures are settled; see the codebook.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON, one object a line.")]


def open_book(ledger: str | None, *, create: bool = False) -> Book:
    """Open the book that was named, else the one OQIGA_LEDGER names, else `oqiga.db` here."""
    return Book.open(ledger or os.environ.get("OQIGA_LEDGER") or "oqiga.db", create=create)


def clock() -> str:
    """Return the present moment, UTC, to the microsecond: decisions keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def checked_date(moment: str | None, option: str) -> str | None:
    """Return the moment. Raises UsageError when it is no ISO 8601 date."""
    if moment is None:
        return None
    try:
        _ISO_DATE.validate_python(moment)
        datetime.fromisoformat(_filled(moment))
    except (ValidationError, ValueError) as error:
        raise UsageError(f"{option} takes an ISO 8601 date such as 2016-06-05, not {moment!r}") from error
    return moment


def _filled(moment: str) -> str:
    """Return the moment with the month and day it leaves out, so that the calendar can judge it."""
    if "T" in moment:
        date, time = moment.split("T", 1)
        return moment if len(time) != 2 else f"{date}T{time}:00"
    return moment + {4: "-01-01", 7: "-01"}.get(len(moment), "")


def circle(near: str | None, within: str) -> Near | None:
    """Return the circle around a named place or a point ("50.28,57.17"). Raises UsageError."""
    distance = _DISTANCE.match(within)
    if distance is None:
        raise UsageError(f"--within takes a distance such as 50km, not {within!r}")
    if near is None:
        return None
    kilometres = float(distance.group(1)) / (1000 if distance.group(2) == "m" else 1)
    point = _POINT.match(near)
    if point is not None:
        return Near(float(point.group(1)), float(point.group(2)), kilometres)
    place = _named(near)
    return Near(place.latitude, place.longitude, kilometres)


def _named(name: str) -> Entry:
    """Return the largest town of that name, else the largest place."""
    hits = [hit for hit in gazetteer().find(name) if hit.kind != "rough"]
    if not hits:
        raise UsageError(f"no place called {name!r} is known; a point such as 50.28,57.17 will do")
    return max((hit.entry for hit in hits), key=lambda entry: (entry.is_city, entry.population, -entry.row))
