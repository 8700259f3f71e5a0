"""The pulse of the book: what was entered last, by this process or another, and who waits to hear of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, select
from starlette.concurrency import run_in_threadpool

from oqiga.book.book import Book
from oqiga.errors import LedgerError
from oqiga.ledger.engine import on_server, reading
from oqiga.ledger.index import of_reports, with_id, with_id_like
from oqiga.ledger.listening import heard
from oqiga.ledger.tables import decided_reports, decisions, entries, sketches
from oqiga.model.ids import whole_and_part

BEAT_S = 0.5
"""Seconds between two looks at a book that does not tell when something is written to it."""
TOLD_BEAT_S = 5.0
"""Seconds between two looks at one that does; a look that nobody asked for, lest a word was lost."""
_AGAIN_S = 2.0
"""Seconds until a lost server is tried again."""
_AT_ONCE = 200
_LONGEST_QUEUE = 1_000


@dataclass(frozen=True, slots=True)
class Entered:
    """One entry as those who wait hear of it. subject: id of the report or decision.

    incidents: those it bears on.
    """

    number: int
    kind: str
    at: str
    subject: str
    incidents: tuple[str, ...]

    def as_event(self) -> str:
        """Return the entry as one server-sent event."""
        packed = {
            "entry": self.number,
            "kind": self.kind,
            "at": self.at,
            "subject": self.subject,
            "incidents": list(self.incidents),
        }
        return f"id: {self.number}\nevent: {self.kind}\ndata: {json.dumps(packed, ensure_ascii=False)}\n\n"


class Pulse:
    """Asks the book for its last entry, once for all who wait.

    A book on PostgreSQL tells when something was written, and is asked then. While its word cannot be heard,
    and for a book in a file, it is asked twice a second.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._queues: set[asyncio.Queue[Entered | None]] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self._nudge = asyncio.Event()
        self.told = False
        self.failing: str | None = None

    @property
    def manner(self) -> Literal["told", "asked", "failing"]:
        """How new entries are learnt of: the book tells, it is asked, or it does not answer."""
        return "failing" if self.failing else "told" if self.told else "asked"

    @property
    def listeners(self) -> int:
        """How many wait."""
        return len(self._queues)

    def last(self) -> int:
        """Return the number of the book's last entry, 0 for an empty book."""
        with reading(self._book.engine, self._book.address) as connection:
            return int(connection.execute(select(func.max(entries.c.number))).scalar() or 0)

    def stamp(self, incident: str) -> tuple[int | str, ...]:
        """Return what changes when anything does that an incident's page may show, at any moment of its past.

        incident: its id, or that of one that went into it or is a part of it. Decisions are few: each one
        counts for all.
        """
        with reading(self._book.engine, self._book.address) as connection:
            whole, _ = whole_and_part(incident)
            filed = with_id(connection, whole) or with_id_like(connection, whole)
            web = filed.web if filed else ""
            found = connection.execute(
                select(func.count(), func.max(sketches.c.entry)).where(sketches.c.web == web)
            ).one()
            decided = connection.execute(select(func.max(decisions.c.entry))).scalar()
        return web, int(found[0]), int(found[1] or 0), int(decided or 0)

    def after(self, number: int) -> list[Entered]:
        """Return entries after one, oldest first, a few hundred at most."""
        with reading(self._book.engine, self._book.address) as connection:
            rows = connection.execute(
                select(entries.c.number, entries.c.kind, entries.c.at, entries.c.subject)
                .where(entries.c.number > number)
                .order_by(entries.c.number)
                .limit(_AT_ONCE)
            ).all()
            found = []
            for row in rows:
                reports = [row.subject]
                if row.kind == "decision":
                    wanted = select(decided_reports.c.report).where(decided_reports.c.decision == row.subject)
                    reports = list(connection.execute(wanted).scalars())
                about = dict.fromkeys(each.incident for each in of_reports(connection, reports))
                found.append(Entered(*row, tuple(about)))
            return found

    def start(self) -> None:
        """Begin to beat, in the running event loop."""
        self._tasks = [asyncio.create_task(self._beat())]
        if on_server(self._book.address):
            self._tasks.append(asyncio.create_task(self._hear()))

    async def stop(self) -> None:
        """Stop, and let those who wait go; looks that were under way have given their connections back."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        for queue in self._queues:
            _put(queue, None)

    async def listen(self, since: int | None) -> AsyncIterator[Entered | None]:
        """Yield entries as they are made, None when nothing happened for a while.

        since: begin after that entry, not only with what comes now.
        """
        queue: asyncio.Queue[Entered | None] = asyncio.Queue(_LONGEST_QUEUE)
        self._queues.add(queue)
        try:
            last = since if since is not None else await run_in_threadpool(self.last)
            for missed in await run_in_threadpool(self.after, last):
                yield missed
                last = missed.number
            while True:
                try:
                    entered = await asyncio.wait_for(queue.get(), timeout=15)
                except TimeoutError:
                    yield None
                    continue
                if entered is None:
                    return
                if entered.number > last:
                    yield entered
                    last = entered.number
        finally:
            self._queues.discard(queue)

    async def _beat(self) -> None:
        last: int | None = None
        while True:
            try:
                if last is None:
                    last = await run_in_threadpool(self.last)
                elif await run_in_threadpool(self.last) > last:
                    last = self._tell(await run_in_threadpool(self.after, last), last)
                self.failing = None
            except LedgerError as error:
                self.failing = str(error)
            await self._rest()

    async def _rest(self) -> None:
        """Wait until the next look is due, or the book tells of something."""
        told = self.told and self.failing is None
        with suppress(TimeoutError):
            await asyncio.wait_for(self._nudge.wait(), TOLD_BEAT_S if told else BEAT_S)
        self._nudge.clear()

    async def _hear(self) -> None:
        """Nudge whenever the book tells of something; try again for as long as it cannot be heard."""
        while True:
            try:
                async with aclosing(heard(self._book.address)) as words:
                    async for _ in words:
                        self.told = True
                        self._nudge.set()
            except LedgerError:
                self.told = False  # it is asked twice a second meanwhile; `failing` says whether that works
                self._nudge.set()
            await asyncio.sleep(_AGAIN_S)

    def _tell(self, found: Sequence[Entered], last: int) -> int:
        for entered in found:
            for queue in self._queues:
                _put(queue, entered)
        return found[-1].number if found else last


def _put(queue: asyncio.Queue[Entered | None], entered: Entered | None) -> None:
    """Hand over; one who does not listen is let go, and resumes by the number of the last entry."""
    while queue.full():
        queue.get_nowait()
    queue.put_nowait(entered)
