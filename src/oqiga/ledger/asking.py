"""Asking the index for incidents: every condition is a column, so the size of the book does not matter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, or_, select, union_all

from oqiga.ledger.tables import LONG, REPLACED, WHEN, incidents, sketches
from oqiga.ledger.wording import holding
from oqiga.model.moments import earliest, instant, latest

_KM_A_DEGREE = 111.2
_AT_ONCE = 100
"""Rows that are fetched together."""
_MARGIN = timedelta(days=31)
"""How far the time of an incident is taken to have moved since a past moment."""
_ZONES = timedelta(days=1)
"""How far the day of a moment written in its own zone may lie from that in UTC."""
_FIRST, _LAST = datetime(1000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Near:
    """A circle on the map. within: kilometres."""

    latitude: float
    longitude: float
    within: float

    def holds(self, latitude: float | None, longitude: float | None) -> bool:
        """Tell whether a point lies in the circle."""
        if latitude is None or longitude is None:
            return False
        north = (latitude - self.latitude) * _KM_A_DEGREE
        across = (longitude - self.longitude + 180) % 360 - 180
        east = across * _KM_A_DEGREE * math.cos(math.radians(self.latitude))
        return math.hypot(north, east) <= self.within


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What incidents are asked for; all conditions hold together, None asks for nothing.

    since, until: days or moments between which the incident happened (or became known, when its time is
    unknown). changed_since: when something about it became known last. background: also those that reports
    only mention. words: what is known has, for each, a word that begins so (`asked_words`). limit: at most so
    many, the latest first.
    """

    near: Near | None = None
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    min_killed: int | None = None
    disputed: bool = False
    changed_since: str | None = None
    background: bool = False
    words: tuple[str, ...] | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One incident as filed. body: the incident as JSON."""

    id: str
    web: str
    start: str | None
    first_known: str
    changed: str
    latitude: float | None
    longitude: float | None
    body: str


_ROW = (
    incidents.c.id,
    incidents.c.web,
    incidents.c.start,
    incidents.c.first_known,
    incidents.c.changed,
    incidents.c.latitude,
    incidents.c.longitude,
    incidents.c.body,
)


def ask(
    connection: Connection, question: Question, *, unchanged_since: str | None = None, but: Sequence[str] = ()
) -> list[Row]:
    """Return the incidents that stand now and answer the question, the latest first.

    unchanged_since: only those that were then as they are now. but: webs left out.
    """
    wanted = select(*_ROW).where(*conditions(connection, question)).order_by(WHEN.desc(), incidents.c.id)
    if unchanged_since is not None:
        wanted = wanted.where(incidents.c.changed <= instant(unchanged_since))
    left_out = frozenset(but)
    if question.limit is not None and question.near is None and not left_out:
        wanted = wanted.limit(question.limit)
    found: list[Row] = []
    if question.limit is not None:
        wanted = wanted.execution_options(yield_per=_AT_ONCE)  # what lies behind the last one is not fetched
    with connection.execute(wanted) as rows:
        for each in rows:
            row = Row(*each)
            inside = question.near is None or question.near.holds(row.latitude, row.longitude)
            if inside and row.web not in left_out:
                found.append(row)
            if len(found) == question.limit:
                break
    return found


def conditions(connection: Connection, question: Question) -> list[ColumnElement[bool]]:
    """Return what a question asks of the columns; of a circle only the box around it."""
    column = incidents.c
    found: list[ColumnElement[bool]] = []
    if question.words is not None:
        found.append(holding(connection, question.words))
    since = question.since[:10] if question.since is not None else None
    found += _between(since, _through(question.until) if question.until is not None else None)
    if question.types:
        found.append(column.type.in_(question.types))
    if question.min_killed is not None:
        found.append(_looked_up(column.killed >= question.min_killed))
    if question.disputed:
        found.append(column.disputed)
    if question.changed_since is not None:
        found.append(_looked_up(column.changed >= instant(question.changed_since)))
    if not question.background:
        found.append(~column.background)
    return found + _box(question.near)


def _looked_up(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return a condition that few incidents meet, to be looked up by its index before any row is read."""
    return incidents.c.id.in_(select(incidents.c.id).where(condition))


def _between(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """Return what incidents meet that ended at or after `since` and began at or before `until`.

    With both, those that began between them are looked up by when they began, and those that began before
    by when they ended: either way an index leads there, and how much lies before and after costs nothing.
    """
    if since is None or until is None:
        ended = func.coalesce(incidents.c.end, WHEN)
        return ([ended >= since] if since is not None else []) + (
            [until >= WHEN] if until is not None else []
        )
    began = select(incidents.c.id).where(since <= WHEN, until >= WHEN)
    went_on = select(incidents.c.id).where(LONG, incidents.c.end >= since, since > WHEN, until >= WHEN)
    return [incidents.c.id.in_(union_all(began, went_on))]


def _through(until: str) -> str:
    """Return a text that sorts behind every moment of the day (month, year) asked for."""
    return until + "~"


def _box(near: Near | None) -> list[ColumnElement[bool]]:
    if near is None:
        return []
    column, high = incidents.c, near.within / _KM_A_DEGREE
    wide = high / max(0.01, math.cos(math.radians(near.latitude)))
    found: list[ColumnElement[bool]] = [column.latitude.between(near.latitude - high, near.latitude + high)]
    west, east = near.longitude - wide, near.longitude + wide
    if west < -180 or east > 180:
        inner = [column.longitude >= (west + 540) % 360 - 180, column.longitude <= (east + 540) % 360 - 180]
        return [*found, or_(*inner)]
    return [*found, column.longitude.between(west, east)]


def webs_changed_after(connection: Connection, moment: str, question: Question) -> list[str]:
    """Return the webs known of at a moment about which something became known, or was replaced, after it.

    question: webs that happened more than a month outside its days are left out, whatever they were then.
    """
    then = instant(moment)
    changed = select(incidents.c.web).where(
        incidents.c.changed > then, incidents.c.first_known <= then, *_about(question)
    )
    replaced = select(sketches.c.web).where(
        REPLACED, sketches.c.until > moment[:4], sketches.c.known <= then[:10] + "~"
    )
    found = {row.web for wanted in (changed, replaced) for row in connection.execute(wanted)}
    return sorted(found)


def _about(question: Question) -> list[ColumnElement[bool]]:
    since = until = None
    if question.since is not None:
        first = max(earliest(question.since), _FIRST) - _MARGIN
        since = first.strftime("%Y-%m-%d")
    if question.until is not None:
        last = min(latest(question.until), _LAST) + _MARGIN
        until = last.strftime("%Y-%m-%d") + "~"
    return _between(since, until)


def row_with_id(connection: Connection, incident: str) -> Row | None:
    """Return the filed incident of that very id."""
    row = connection.execute(select(*_ROW).where(incidents.c.id == incident)).first()
    return Row(*row) if row else None
