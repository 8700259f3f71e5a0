"""Entering what is read in batches: one transaction for many reports; what is told to be in is in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from oqiga.book.book import Added, Book
from oqiga.cli.ledger_options import clock
from oqiga.errors import LedgerError
from oqiga.model.record import Reading
from oqiga.pipeline import Failure

AT_ONCE = 200
_LONGEST_WAIT_S = 2.0
"""Seconds that a report waits for others to be entered with, while more are read."""


def add_in_batches(
    book: Book,
    outcomes: Iterable[Reading | Failure],
    *,
    at_once: int = AT_ONCE,
    seconds: Callable[[], float] = time.monotonic,
) -> Iterator[Added]:
    """Enter what was read, in order, and yield what became of each once it is safely in.

    at_once: most reports of one transaction; 1 where somebody may wait for the answer to one report before
    giving the next. A report that cannot be entered stops it, those before it being in.
    """
    waiting: list[Reading] = []
    since = 0.0
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield from _enter(book, waiting)
            waiting = []
            book.reject(outcome.subject, outcome.error.message, now=clock())
            yield Added(outcome.subject, "rejected", outcome.error.message)
            continue
        since = since if waiting else seconds()
        waiting.append(outcome)
        if len(waiting) >= at_once or seconds() - since >= _LONGEST_WAIT_S:
            yield from _enter(book, waiting)
            waiting = []
    yield from _enter(book, waiting)


def _enter(book: Book, readings: list[Reading]) -> Iterator[Added]:
    """Enter readings in one transaction; where that fails one by one, so that the rest goes in."""
    if not readings:
        return
    try:
        entered = book.add_many(readings, now=clock())
    except LedgerError:
        for each in readings:
            yield book.add(each, now=clock())
    else:
        yield from entered
