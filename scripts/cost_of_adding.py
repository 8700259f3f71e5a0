"""Measure what one more report costs as the book grows, and how fast it answers.

    python scripts/cost_of_adding.py --reports 100000

Reading is left out: reports come ready read from a simulated world that grows longer, not denser.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from oqiga.book.book import Book
from oqiga.book.questions import incident_lines, show
from oqiga.ledger.asking import Near, Question
from oqiga.simulate.coverage import Told, cover
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


def opened(address: str, durable: bool) -> Book:
    """Open a book anew, or go on with the one that is there."""
    book = Book.open(address, create=True)
    if not durable:
        event.listen(book.engine, "connect", without_waiting)
        book.engine.dispose()
    return book


def grown(book: Book, told: list[Told], size: int) -> None:
    """Add reports until the book has so many, telling what they cost on the way."""
    start = len(book.reports())
    walls, processors = 0.0, 0.0
    for number, each in enumerate(told[start:size], start=start + 1):
        wall, processor = time.perf_counter(), time.process_time()
        book.add(each.reading, now=NOW)
        walls += time.perf_counter() - wall
        processors += time.process_time() - processor
        if number % WINDOW == 0:
            print(f"{number:>7} reports: {processors:.2f} ms CPU, {walls:.2f} ms wall a report", flush=True)
            walls, processors = 0.0, 0.0


def side_by_side(small: Book, large: Book, told: list[Told]) -> tuple[float, float]:
    """Return the CPU milliseconds one more report costs in each, added by turns so that load weighs alike."""
    spent: list[list[float]] = [[], []]
    for each in told:
        for costs, book in zip(spent, (small, large), strict=True):
            start = time.process_time()
            book.add(each.reading, now=NOW)
            costs.append(1000 * (time.process_time() - start))
    warm = len(told) // 5
    return statistics.mean(spent[0][warm:]), statistics.mean(spent[1][warm:])


def answer(book: Book) -> None:
    """Ask the questions people ask, and say how long each took."""
    name = json.loads(incident_lines(book, Question(limit=1))[0])["id"]
    week = Question(since="2016-03-01", until="2016-03-07")
    questions: dict[str, Callable[[], object]] = {
        "show": lambda: show(book, name),
        "show as of": lambda: show(book, name, as_of="2090"),
        "incidents of a week": lambda: incident_lines(book, week),
        "incidents, 50 latest": lambda: incident_lines(book, Question(limit=50)),
        "incidents near": lambda: incident_lines(book, Question(near=Near(50.28, 57.2, 50), limit=50)),
        "incidents, 200 killed": lambda: incident_lines(book, Question(min_killed=200)),
        "incidents of a week as of": lambda: incident_lines(book, week, as_of="2016-03-05"),
    }
    for what, action in questions.items():
        print(f"{what}: {timed(action):.1f} ms")


def main() -> None:
    """Grow a small and a large book over the same world, add to both by turns, and ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--ledger", default=str(Path(tempfile.gettempdir()) / "oqiga-cost.db"))
    parser.add_argument("--durable", action="store_true", help="wait for the disk, as the book does")
    options = parser.parse_args()
    incidents = options.reports * 15 // 100
    world = make_world(seed=7, incidents=incidents, days=incidents)
    told = cover(world, seed=7, reports=options.reports + 2 * WINDOW)
    large = opened(options.ledger, options.durable)
    grown(large, told, options.reports)
    small = opened(options.ledger + ".small", options.durable)
    end = told[options.reports : options.reports + WINDOW // 2]
    grown(small, told[options.reports - WINDOW :], WINDOW)
    one, other = side_by_side(small, large, end)
    print(f"{one:.2f} ms CPU at {WINDOW} reports, {other:.2f} at {options.reports}: ratio {other / one:.2f}")
    answer(large)


if __name__ == "__main__":
    main()
