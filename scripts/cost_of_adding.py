"""Measure what one more report costs as the book grows, and how fast it answers.

    python scripts/cost_of_adding.py --reports 100000 --ledger /tmp/cost.db

Reading is left out: reports come ready read from a simulated world that grows longer, not denser.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from oqiga.book.book import Book
from oqiga.book.questions import incident_lines, show
from oqiga.ledger.asking import Near, Question
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

WINDOW = 1_000
NOW = "2090-01-01T00:00:00Z"


def without_waiting(connection: Any, _record: object) -> None:
    """Do not wait for the disk: what is measured is what the book does."""
    connection.execute("PRAGMA synchronous = OFF")


def timed(action: Callable[[], object], times: int = 9) -> float:
    """Return the median time of an action in milliseconds."""
    walls = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        walls.append(1000 * (time.perf_counter() - start))
    return statistics.median(walls)


def main() -> None:
    """Add, and ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--ledger", default="/tmp/cost.db")
    parser.add_argument("--durable", action="store_true", help="wait for the disk, as the book does")
    options = parser.parse_args()
    for suffix in ("", "-wal", "-shm"):
        Path(options.ledger + suffix).unlink(missing_ok=True)
    incidents = options.reports * 15 // 100
    world = make_world(seed=7, incidents=incidents, days=incidents)
    told = cover(world, seed=7, reports=options.reports)
    book = Book.open(options.ledger, create=True)
    if not options.durable:
        event.listen(book.engine, "connect", without_waiting)
        book.engine.dispose()
    windows, last = [], []
    for number, each in enumerate(told, start=1):
        wall, cpu = time.perf_counter(), time.process_time()
        last = book.add(each.reading, now=NOW).incidents or last
        windows.append((time.perf_counter() - wall, time.process_time() - cpu))
        if number % WINDOW == 0:
            recent = windows[-WINDOW:]
            mean = [1000 * statistics.mean(part) for part in zip(*recent, strict=True)]
            print(f"{number:>7} reports: {mean[1]:.2f} ms CPU, {mean[0]:.2f} ms wall a report", flush=True)
    early = statistics.mean(cpu for _, cpu in windows[WINDOW : 2 * WINDOW])
    late = statistics.mean(cpu for _, cpu in windows[-WINDOW:])
    print(f"cost ratio, last {WINDOW} to second {WINDOW}: {late / early:.2f} (CPU)")
    week = Question(since="2016-03-01", until="2016-03-07")
    questions = {
        "show": lambda: show(book, last[0]),
        "show as of": lambda: show(book, last[0], as_of="2090"),
        "incidents of a week": lambda: incident_lines(book, week),
        "incidents, 50 latest": lambda: incident_lines(book, Question(limit=50)),
        "incidents near": lambda: incident_lines(book, Question(near=Near(50.28, 57.2, 50), limit=50)),
        "incidents, 200 killed": lambda: incident_lines(book, Question(min_killed=200)),
        "incidents of a week as of": lambda: incident_lines(book, week, as_of="2016-03-05"),
    }
    for name, action in questions.items():
        print(f"{name}: {timed(action):.1f} ms")


if __name__ == "__main__":
    main()
