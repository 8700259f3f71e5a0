"""The index: what is looked up when a report comes in or a question is asked. Computed; can be made anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select, update

from oqiga.ledger.tables import claims, decided_reports, decisions, incidents, keys, revisions, sketches
from oqiga.ledger.wording import drop_words, file_words
from oqiga.model.decision import Decision
from oqiga.model.wire import decision_from_json

_AT_ONCE = 400
"""Values in one IN list."""
_SHORTEST_BEGINNING = 6
"""Characters that a shortened id must have at least."""


@dataclass(frozen=True, slots=True)
class FiledSketch:
    """What one version of a report says of one incident, as filed. body: the sketch as JSON."""

    id: str
    entry: int
    report: str
    known: str
    until: str | None
    body: str
    web: str
    incident: str


@dataclass(frozen=True, slots=True)
class FiledHeader:
    """What is needed of a version of a report besides its claims."""

    entry: int
    report: str
    publisher: str | None
    known: str
    credits: tuple[str, ...]
    language: str | None


@dataclass(frozen=True, slots=True)
class FiledClaim:
    """One claim as filed. body: JSON."""

    sketch: str
    entry: int
    body: str


def _batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = list(dict.fromkeys(values))
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]


def _with_entries(
    connection: Connection, asked: Select[Any], wanted: Iterable[tuple[str, int]]
) -> Iterator[Sequence[Any]]:
    """Yield the rows of sketches given by id and entry, which are the first two columns asked for.

    They are found by id, since SQLite reads the whole table when it is asked for more than one pair.
    """
    pairs = set(wanted)
    for batch in _batches(sorted(name for name, _ in pairs)):
        rows = connection.execute(asked, {"wanted": batch})
        yield from (row for row in rows if (row[0], row[1]) in pairs)


def file_sketch(connection: Connection, filed: FiledSketch, under: Sequence[str]) -> None:
    """File a sketch under its keys."""
    connection.execute(
        sketches.insert(),
        {
            "id": filed.id,
            "entry": filed.entry,
            "report": filed.report,
            "known": filed.known,
            "until": filed.until,
            "body": filed.body,
            "web": filed.web,
            "incident": filed.incident,
        },
    )
    rows = [{"key": key, "sketch": filed.id, "entry": filed.entry} for key in dict.fromkeys(under)]
    if rows:
        connection.execute(keys.insert(), rows)


_SKETCH = (
    sketches.c.id,
    sketches.c.entry,
    sketches.c.report,
    sketches.c.known,
    sketches.c.until,
    sketches.c.body,
    sketches.c.web,
    sketches.c.incident,
)
# Statements that every report needs are built once: building one takes longer than running it.
_CANDIDATES = (
    select(sketches.c.id, sketches.c.entry, sketches.c.web)
    .join(keys, (keys.c.sketch == sketches.c.id) & (keys.c.entry == sketches.c.entry))
    .where(keys.c.key.in_(bindparam("wanted", expanding=True)))
    .distinct()
)
_FILED = select(*_SKETCH).where(sketches.c.id.in_(bindparam("wanted", expanding=True)))
_MEMBERS = select(*_SKETCH).where(sketches.c.web == bindparam("wanted"))
_OF_REPORTS = select(*_SKETCH).where(sketches.c.report.in_(bindparam("wanted", expanding=True)))
_INCIDENTS_OF = select(sketches.c.report, sketches.c.incident).where(
    sketches.c.report.in_(bindparam("wanted", expanding=True)), sketches.c.until.is_(None)
)
_PLACE = (
    update(sketches)
    .where(sketches.c.id == bindparam("of"), sketches.c.entry == bindparam("version"))
    .values(incident=bindparam("to"))
)
_CLAIMS = (
    select(claims.c.sketch, claims.c.entry, claims.c.body)
    .where(claims.c.sketch.in_(bindparam("wanted", expanding=True)))
    .order_by(claims.c.entry, claims.c.place)
)
_HEADERS = select(
    revisions.c.entry, revisions.c.report, revisions.c.publisher, revisions.c.known, revisions.c.reading
).where(revisions.c.entry.in_(bindparam("wanted", expanding=True)))
_DECISIONS = (
    select(decisions.c.id, decisions.c.body)
    .join(decided_reports, decided_reports.c.decision == decisions.c.id)
    .where(decided_reports.c.report.in_(bindparam("wanted", expanding=True)))
)
_INCIDENTS = select(incidents.c.id).where(incidents.c.web == bindparam("wanted"))
_DROP = delete(incidents).where(incidents.c.id.in_(bindparam("wanted", expanding=True)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A filed sketch that a new one may be one with."""

    id: str
    entry: int
    web: str


def candidates(connection: Connection, under: Sequence[str]) -> list[Candidate]:
    """Return the sketches filed under any of the keys, in a fixed order."""
    found: set[Candidate] = set()
    for batch in _batches(under):
        found.update(Candidate(*row) for row in connection.execute(_CANDIDATES, {"wanted": batch}))
    return sorted(found, key=lambda each: (each.id, each.entry))


def filed(connection: Connection, wanted: Iterable[tuple[str, int]]) -> list[FiledSketch]:
    """Return sketches by id and entry."""
    found = [FiledSketch(*row) for row in _with_entries(connection, _FILED, wanted)]
    return sorted(found, key=lambda each: (each.id, each.entry))


def members(connection: Connection, web: str) -> list[FiledSketch]:
    """Return all sketches of a web, those of replaced versions too."""
    rows = connection.execute(_MEMBERS, {"wanted": web})
    return sorted((FiledSketch(*row) for row in rows), key=lambda each: (each.id, each.entry))


def of_reports(connection: Connection, reports: Iterable[str]) -> list[FiledSketch]:
    """Return all sketches of the reports."""
    found = []
    for batch in _batches(reports):
        found += [FiledSketch(*row) for row in connection.execute(_OF_REPORTS, {"wanted": batch})]
    return sorted(found, key=lambda each: (each.id, each.entry))


def incidents_of(connection: Connection, reports: Iterable[str]) -> dict[str, set[str]]:
    """Return the incidents that each of the reports says something of."""
    found: dict[str, set[str]] = {}
    for batch in _batches(reports):
        for row in connection.execute(_INCIDENTS_OF, {"wanted": batch}):
            found.setdefault(row.report, set()).add(row.incident)
    return found


def with_id(connection: Connection, sketch: str) -> FiledSketch | None:
    """Return the latest sketch of that id."""
    rows = connection.execute(
        select(*_SKETCH).where(sketches.c.id == sketch).order_by(sketches.c.entry.desc())
    )
    row = rows.first()
    return FiledSketch(*row) if row else None


def with_id_like(connection: Connection, beginning: str) -> FiledSketch | None:
    """Return the sketch whose id begins so, None when there is none or more than one."""
    if len(beginning) < _SHORTEST_BEGINNING:
        return None
    rows = connection.execute(
        select(*_SKETCH).where(sketches.c.id >= beginning, sketches.c.id < beginning + "~").limit(20)
    )
    found = [FiledSketch(*row) for row in rows]
    return found[-1] if len({each.id for each in found}) == 1 else None


def join_webs(connection: Connection, webs: Iterable[str], into: str) -> None:
    """Make several webs one."""
    for batch in _batches(web for web in webs if web != into):
        connection.execute(update(sketches).where(sketches.c.web.in_(batch)).values(web=into))
        connection.execute(update(incidents).where(incidents.c.web.in_(batch)).values(web=into))


def end_sketches(connection: Connection, report: str, entry: int, until: str) -> list[str]:
    """Note when the sketches of a version of a report stopped standing; return their webs."""
    where = (sketches.c.report == report) & (sketches.c.entry == entry)  # found by the report
    webs = [row.web for row in connection.execute(select(sketches.c.web).where(where).distinct())]
    connection.execute(update(sketches).where(where).values(until=until))
    return webs


def place_sketches(connection: Connection, placed: Mapping[tuple[str, int], str]) -> None:
    """Note which incident each sketch is part of now."""
    rows = [{"of": sketch, "version": entry, "to": incident} for (sketch, entry), incident in placed.items()]
    if rows:
        connection.execute(_PLACE, rows)


def claims_of(connection: Connection, wanted: Iterable[tuple[str, int]]) -> list[FiledClaim]:
    """Return the claims of sketches, given by id and entry, in the order of the texts."""
    return [FiledClaim(*row) for row in _with_entries(connection, _CLAIMS, wanted)]


def headers_of(connection: Connection, wanted: Iterable[int]) -> dict[int, FiledHeader]:
    """Return what is needed of versions of reports, by entry."""
    found: dict[int, FiledHeader] = {}
    for batch in _batches(wanted):
        for row in connection.execute(_HEADERS, {"wanted": batch}):
            reading = json.loads(row.reading)
            found[row.entry] = FiledHeader(
                row.entry,
                row.report,
                row.publisher,
                row.known,
                tuple(reading["credits"]),
                reading["language"],
            )
    return found


def decisions_about(connection: Connection, reports: Iterable[str]) -> list[Decision]:
    """Return the decisions that point at any of the reports, with those that withdraw them, in order."""
    found: dict[str, Decision] = {}
    for batch in _batches(reports):
        rows = connection.execute(_DECISIONS, {"wanted": batch})
        found.update((row.id, decision_from_json(json.loads(row.body))) for row in rows)
    return sorted(found.values(), key=lambda each: (each.at, each.id))


def drop_incidents(connection: Connection, gone: Iterable[str]) -> None:
    """Take incidents that are no more out of the index; their ids go on leading to where they went."""
    for batch in _batches(gone):
        connection.execute(_DROP, {"wanted": batch})
        drop_words(connection, batch)


def file_incident(connection: Connection, row: Mapping[str, Any]) -> None:
    """File an incident as it stands now, in place of what was filed under its id."""
    connection.execute(_DROP, {"wanted": [row["id"]]})
    connection.execute(incidents.insert(), dict(row))
    file_words(connection, row["id"], row["body"])


def incidents_in(connection: Connection, web: str) -> list[str]:
    """Return the ids of the incidents filed for a web."""
    return [row.id for row in connection.execute(_INCIDENTS, {"wanted": web})]
