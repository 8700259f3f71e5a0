"""What is measured of a growing book: how long answers take, and what adding costs against a smaller book."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from sqlalchemy import select

from growing.books import Place
from growing.worlds import FAR, NOW, SEGMENT, stream
from oqiga.book.book import Book
from oqiga.book.questions import incident_lines, show
from oqiga.ledger.asking import Near, Question
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import incidents
from oqiga.model.record import Reading

MIDDLE = 2016
"""A year that a book of 10,000 reports has, and a grown one has nearly everything behind."""
AT_ONCE, TIMES, SINGLY = 250, 8, 150


def answers(book: Book, place: Place) -> dict[str, dict[str, float]]:
    """Return how long questions take on the wall and of the processor, in milliseconds: medians and most."""
    with reading(book.engine, book.address) as connection:
        largest = connection.execute(
            select(incidents.c.id).order_by(incidents.c.reports.desc()).limit(1)
        ).scalar()
        some = connection.execute(select(incidents.c.id).order_by(incidents.c.id).limit(9)).scalars().all()
    names = iter([str(name) for name in some] * 2)
    week = Question(since=f"{MIDDLE}-03-01", until=f"{MIDDLE}-03-07")
    year = Question(near=Near(50.28, 57.2, 50), since=f"{MIDDLE}-01-01", until=f"{MIDDLE + 1}-01-01")
    asked: dict[str, Callable[[], object]] = {
        "show": lambda: show(book, next(names)),
        "show_as_of": lambda: show(book, next(names), as_of="9000"),
        "show_largest": lambda: show(book, str(largest)),
        "week": lambda: incident_lines(book, week),
        "latest_50": lambda: incident_lines(book, Question(limit=50)),
        "near": lambda: incident_lines(book, year),
        "killed_200": lambda: incident_lines(book, Question(min_killed=200, limit=50)),
    }
    return {what: _timed(ask, place) for what, ask in asked.items()}


def _timed(ask: Callable[[], object], place: Place) -> dict[str, float]:
    walls, processors = [], []
    for _ in range(9):
        wall, processor = time.perf_counter(), place.processor()
        ask()
        walls.append(1000 * (time.perf_counter() - wall))
        processors.append(1000 * (place.processor() - processor))
    return {
        "wall_ms": round(statistics.median(walls), 1),
        "most_wall_ms": round(max(walls), 1),
        "cpu_ms": round(statistics.median(processors), 1),
    }


def own_megabytes() -> int:
    """Return the memory of this process that is its own; pages of the book's file, seen in place, are not."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    told = next(line for line in status.splitlines() if line.startswith("RssAnon"))
    return int(told.split()[1]) // 1024


def by_turns(large: Book, place: Place, done: int) -> dict[str, float]:
    """Return CPU milliseconds of adding to the large book and to a copy of the small one, by turns: medians.

    Both get the same reports, new to both, so that load and luck weigh alike. The first turn is not
    counted. A copy just made costs more than a book that was used before: a ratio is to be compared with the
    one at the size of the copy.
    """
    told = stream(FAR + done // 1000 * SEGMENT)
    with Book.open(place.fresh()) as small:
        batches = [list(islice(told, AT_ONCE)) for _ in range(1 + TIMES)]
        books = (large, small)
        many = [_cost(place, books, batch, turn, at_once=True) for turn, batch in enumerate(batches)][1:]
        singles = [
            _cost(place, books, [each], turn, at_once=False) for turn, each in enumerate(islice(told, SINGLY))
        ]
    found: dict[str, float] = {}
    for name, costs, reports in (("at_once", many, AT_ONCE), ("one_by_one", singles, 1)):
        one, other = (statistics.median(spent) / reports for spent in zip(*costs, strict=True))
        found |= {
            f"{name}_turn_ms": round(one, 2),
            f"{name}_base_ms": round(other, 2),
            f"{name}_ratio": round(one / other, 3),
        }
    return found


def _cost(
    place: Place, books: tuple[Book, Book], told: list[Reading], turn: int, *, at_once: bool
) -> tuple[float, float]:
    """Return CPU milliseconds of adding reports to each book; whose turn is first changes."""
    costs = [0.0, 0.0]
    for which in ((0, 1), (1, 0))[turn % 2]:
        book, start = books[which], place.processor()
        if at_once:
            book.add_many(told, now=NOW)
        else:
            book.add(told[0], now=NOW)
        costs[which] = 1000 * (place.processor() - start)
    return costs[0], costs[1]
