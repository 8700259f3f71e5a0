"""The book: reports and decisions go in, one transaction each, and incidents are kept true to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, Engine

from oqiga.book.memory import Memory
from oqiga.book.weaving import file_version, refresh
from oqiga.errors import LedgerError
from oqiga.ledger import index
from oqiga.ledger.engine import check_folder, engine_for, reading, writing
from oqiga.ledger.entering import Entered, Status, enter_reading, enter_rejection
from oqiga.ledger.migrate import bring_up
from oqiga.ledger.reckoned import is_empty, note_reckoned, reckoned_by
from oqiga.model.claims import Claim
from oqiga.model.moments import earliest, latest
from oqiga.model.record import Reading, Record
from oqiga.reconcile.sketching import sketch_id, sketches_of
from oqiga.reconcile.version import VERSION

_AHEAD = timedelta(days=1)
"""How much later than the book's own clock a report may have come out, by another clock or zone."""
LIES_AHEAD = "its date of publication lies ahead of its entry"
"""The warning of a report that says to have come out after it was entered: it heads every list."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report. incidents: ids of those it changed; warnings: what its reader could not do."""

    report: str
    status: Status
    why: str
    incidents: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Book:
    """An open book. All methods that write take the time of the entry, ISO 8601 in UTC, as `now`."""

    def __init__(self, address: str, engine: Engine) -> None:
        self.address = address
        self.engine = engine
        self.memory = Memory()

    @classmethod
    def open(cls, address: str, *, create: bool = False) -> Book:
        """Open the book at a path or a postgresql:// address, brought to the present layout.

        create: make it when there is none. Raises LedgerError when it cannot be opened or is no book.
        """
        if "://" not in address:
            check_folder(address)
            if not create and not _exists(address):
                raise LedgerError("there is no book here; `oqiga add` makes one", subject=address)
        engine = engine_for(address)
        with ExitStack() as unless_open:
            unless_open.callback(engine.dispose)
            bring_up(engine, address, create=create)
            unless_open.pop_all()
        return cls(address, engine)

    @property
    def outdated(self) -> bool:
        """Whether an earlier version of reconciling computed the incidents; `rebuild` computes them anew."""
        with reading(self.engine, self.address) as connection:
            return reckoned_by(connection) != VERSION and not is_empty(connection)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, record: Record | Reading, *, now: str) -> Added:
        """Enter one report and what it claims. All of it is in when this returns, or nothing."""
        return self._enter(_reading_of(record), now, anew=False)

    def add_many(self, records: Iterable[Record | Reading], *, now: str) -> tuple[Added, ...]:
        """Enter reports in one transaction: all are in when this returns, or none.

        The book is then as if they had been added one by one, at a fraction of the cost: each incident is
        computed once, however many of the reports are about it.
        """
        entered: list[tuple[Reading, Entered]] = []
        touched: set[str] = set()
        with self._writing() as connection:
            for each in map(_reading_of, records):
                done, webs = self._file(connection, each, now, anew=False)
                entered.append((each, done))
                touched |= webs
            changed = set(refresh(connection, touched, self.memory))
            told = [each.report.id for each, done in entered if done.version is not None]
            about = index.incidents_of(connection, told)
        return tuple(
            Added(
                each.report.id,
                done.status,
                done.why,
                tuple(sorted(changed & about.get(each.report.id, set()))),
                _warnings(each, now),
            )
            for each, done in entered
        )

    def read_anew(self, record: Record | Reading, *, now: str) -> Added:
        """Enter the claims of another reading of a report the book has; the earlier ones no longer stand."""
        return self._enter(_reading_of(record), now, anew=True)

    def reject(self, subject: str, why: str, *, now: str) -> None:
        """Note an input that could not be entered, and why."""
        with writing(self.engine, self.address) as connection:
            enter_rejection(connection, subject=subject, why=why, now=now)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Open a transaction that adds; of one that fails nothing is remembered either."""
        try:
            with writing(self.engine, self.address) as connection:
                if is_empty(connection):
                    note_reckoned(connection, VERSION)
                yield connection
        except BaseException:
            self.memory = Memory()
            raise

    def _enter(self, reading_: Reading, now: str, *, anew: bool) -> Added:
        with self._writing() as connection:
            entered, touched = self._file(connection, reading_, now, anew=anew)
            changed = refresh(connection, touched, self.memory)
        return Added(
            reading_.report.id, entered.status, entered.why, tuple(changed), _warnings(reading_, now)
        )

    def _file(
        self, connection: Connection, reading_: Reading, now: str, *, anew: bool
    ) -> tuple[Entered, set[str]]:
        """Enter a report and file what it says; return the webs whose incidents are to be computed."""
        report = reading_.report

        def name(claim: Claim) -> str | None:
            return None if claim.incident is None else sketch_id(report.id, claim.incident)

        entered = enter_reading(connection, reading_, now=now, sketch_of=name, anew=anew)
        return entered, self._weave(connection, reading_, entered, now)

    def _weave(self, connection: Connection, reading_: Reading, entered: Entered, now: str) -> set[str]:
        if entered.version is None:
            return set()
        sketches = sketches_of(reading_.report, reading_.claims, entered=now)
        until = entered.late_for.known if entered.late_for else None
        webs = file_version(connection, entered.version, sketches, self.memory, until=until)
        if entered.replaced is not None:
            ended = index.end_sketches(
                connection, entered.replaced.report, entered.replaced.entry, entered.version.known
            )
            webs |= {filed.web for filed in index.of_reports(connection, [reading_.report.id])} & set(ended)
        return webs

    def rebuild(self) -> None:
        """Compute the whole index anew from what was entered."""
        from oqiga.book.rebuilding import rebuild

        with writing(self.engine, self.address) as connection:
            self.memory = Memory()
            rebuild(connection, self.memory)
            note_reckoned(connection, VERSION)

    def reports(self) -> Sequence[dict[str, object]]:
        """Return the reports of the book in order of entry, their text left out."""
        from sqlalchemy import select

        from oqiga.ledger.tables import revisions

        with reading(self.engine, self.address) as connection:
            rows = connection.execute(
                select(revisions.c.body, revisions.c.known, revisions.c.reading)
                .where(revisions.c.current)
                .order_by(revisions.c.entry)
            )
            return [_listed(row.body, row.known, row.reading) for row in rows]


def _listed(body: str, known: str, reading_: str) -> dict[str, object]:
    report = json.loads(body)
    del report["text"]
    return {**report, "known": known, "relevant": json.loads(reading_)["relevant"]}


def _exists(address: str) -> bool:
    from pathlib import Path

    return Path(address).exists()


def _reading_of(record: Record | Reading) -> Reading:
    if isinstance(record, Reading):
        return record
    return Reading(
        report=record.report,
        relevant=record.relevant,
        relevance=record.relevance,
        claims=record.claims,
        warnings=record.warnings,
    )


def _warnings(of: Reading, now: str) -> tuple[str, ...]:
    """Return what the reader warned of, and that a report came out later than it was entered."""
    told = of.report.published
    ahead = told is not None and earliest(told) > latest(now) + _AHEAD
    return (*of.warnings, LIES_AHEAD) if ahead else of.warnings
