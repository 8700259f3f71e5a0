"""Grow one book to a million reports and measure on the way: cost of adding, size, answers, memory.

    python scripts/grow_book.py --reports 1000000 --ledger grown.db --out grown.jsonl
    python scripts/grow_book.py --plot grown.png --out grown.jsonl

Reading is left out: reports come ready read from an invented world that grows longer, not denser, and
are made as they are needed. Every figure is a line of --out as soon as it is known; a run that was stopped
goes on where the book ends. Costs are CPU time of this process, since a busy machine makes clocks on the
wall useless; answers are measured on the wall too. The cost of adding is compared with a copy of the book
as it was at 10,000 reports, both given the same reports by turns.
"""

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, text

from oqiga.book.book import Book
from oqiga.book.questions import incident_lines, show
from oqiga.ledger.asking import Near, Question
from oqiga.ledger.backup import back_up
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import entries
from oqiga.model.record import Reading
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import BEGINNING, make_world

SEGMENT = 5_000
"""Reports of one stretch of the invented world; about one incident a day."""
BASE = 10_000
MARKS = (1_000, 5_000, BASE, 20_000, 50_000, 100_000, 200_000, 300_000, 500_000, 750_000, 1_000_000)
MIDDLE = 2017
"""A year that a book of 10,000 reports has, and a grown one has nearly everything behind."""
TURNS, WARM = 300, 100
NOW = "2090-01-01T00:00:00Z"


def stream(start: int) -> Iterator[Reading]:
    """Yield reports of an endless invented world, from a number on."""
    incidents = SEGMENT * 15 // 100
    segment, skipped = divmod(start, SEGMENT)
    while True:
        beginning = BEGINNING + timedelta(days=segment * incidents)
        world = make_world(seed=segment, incidents=incidents, days=incidents, beginning=beginning)
        for each in cover(world, seed=segment, reports=SEGMENT)[skipped:]:
            yield each.reading
        segment, skipped = segment + 1, 0


def entered(book: Book) -> int:
    """Return how many entries the book has: here one a report."""
    with reading(book.engine, book.address) as connection:
        return int(connection.execute(select(func.max(entries.c.number))).scalar() or 0)


def size_of(book: Book) -> int:
    """Return the bytes the book takes on the disk."""
    if "://" not in book.address:
        return sum(
            Path(book.address + end).stat().st_size
            for end in ("", "-wal")
            if Path(book.address + end).exists()
        )
    with reading(book.engine, book.address) as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar() or 0)


def answers(book: Book) -> dict[str, Any]:
    """Return how long questions take on the wall and of the processor, in milliseconds: medians of nine."""
    name = json.loads(incident_lines(book, Question(limit=1))[0])["id"]
    week = Question(since=f"{MIDDLE}-03-01", until=f"{MIDDLE}-03-07")
    asked: dict[str, Callable[[], object]] = {
        "show": lambda: show(book, name),
        "show_as_of": lambda: show(book, name, as_of="2090"),
        "week": lambda: incident_lines(book, week),
        "latest_50": lambda: incident_lines(book, Question(limit=50)),
        "near": lambda: incident_lines(
            book, Question(near=Near(50.28, 57.2, 50), since="2016-01-01", until="2017-01-01")
        ),
        "killed_200": lambda: incident_lines(book, Question(min_killed=200, limit=50)),
    }
    found = {}
    for what, ask in asked.items():
        walls, processors = [], []
        for _ in range(9):
            wall, processor = time.perf_counter(), time.process_time()
            ask()
            walls.append(1000 * (time.perf_counter() - wall))
            processors.append(1000 * (time.process_time() - processor))
        found[what] = {
            "wall_ms": round(statistics.median(walls), 1),
            "cpu_ms": round(statistics.median(processors), 1),
        }
    return found


def by_turns(large: Book, small: Book, told: list[Reading]) -> dict[str, float]:
    """Return CPU milliseconds of adding one report by itself to the large and to the small book."""
    spent: tuple[list[float], list[float]] = ([], [])
    for each in told:
        for costs, book in zip(spent, (large, small), strict=True):
            start = time.process_time()
            book.add(each, now=NOW)
            costs.append(1000 * (time.process_time() - start))
    one, other = (statistics.mean(costs[WARM:]) for costs in spent)
    return {
        "one_by_one_ms": round(one, 2),
        "same_at_base_ms": round(other, 2),
        "ratio": round(one / other, 3),
    }


def grow(book: Book, reports: int, at_once: int, out: Path) -> None:
    """Add reports in transactions of so many, measuring at the marks and at the end."""
    base = Path(f"{book.address}.base")
    done = entered(book)
    told = stream(done)
    spent, counted, began = 0.0, 0, time.perf_counter()
    while done < reports:
        mark = min([each for each in (*MARKS, reports) if each > done])
        batch = list(islice(told, min(at_once, mark - done)))
        start = time.process_time()
        book.add_many(batch, now=NOW)
        spent += time.process_time() - start
        counted, done = counted + len(batch), done + len(batch)
        if done == mark:
            line: dict[str, Any] = {
                "reports": done,
                "at_once_ms": round(1000 * spent / counted, 2),
                "wall_s": round(time.perf_counter() - began),
                "bytes": size_of(book),
                "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "answers": answers(book),
            }
            if done >= BASE and "://" not in book.address:
                if not base.exists():
                    back_up(book.address, base)
                with Book.open(str(base)) as small:
                    line |= by_turns(book, small, list(islice(told, TURNS)))
                done += TURNS
            with out.open("a", encoding="utf-8") as opened:
                opened.write(json.dumps(line) + "\n")
            print(json.dumps(line), flush=True)
            spent, counted, began = 0.0, 0, time.perf_counter()


def plot(out: Path, picture: Path) -> None:
    """Draw the figures against the size of the book."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    sizes = [line["reports"] for line in lines]
    answered = [("show", "show"), ("week", "a week"), ("latest_50", "50 latest")]
    panels: list[tuple[str, dict[str, list[float | None]]]] = [
        (
            "CPU ms a report",
            {
                "added at once": [line["at_once_ms"] for line in lines],
                "one by one": [line.get("one_by_one_ms") for line in lines],
            },
        ),
        (
            "answer, CPU ms",
            {name: [line["answers"][what]["cpu_ms"] for line in lines] for what, name in answered},
        ),
        ("GB on disk", {"book": [line["bytes"] / 1e9 for line in lines]}),
        ("MB of memory at most", {"process": [line["memory_mb"] for line in lines]}),
    ]
    figure, axes = pyplot.subplots(2, 2, figsize=(9, 6), layout="constrained")
    for axis, (title, drawn) in zip(axes.flat, panels, strict=True):
        for name, heights in drawn.items():
            known = [(x, y) for x, y in zip(sizes, heights, strict=True) if y is not None]
            axis.plot(*zip(*known, strict=True), marker="o", label=name)
        axis.set(title=title, xscale="log", xlabel="reports in the book")
        axis.set_ylim(bottom=0)
        axis.legend()
    figure.savefig(picture, dpi=100)


def main() -> None:
    """Grow, or draw what was measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=1_000_000)
    parser.add_argument("--ledger", help="a path or a postgresql:// address")
    parser.add_argument("--at-once", type=int, default=500, help="reports in one transaction")
    parser.add_argument("--out", type=Path, required=True, help="JSON lines, added to")
    parser.add_argument("--plot", type=Path, help="only draw --out to this file")
    options = parser.parse_args()
    if options.plot:
        plot(options.out, options.plot)
        return
    with Book.open(options.ledger, create=True) as book:
        grow(book, options.reports, options.at_once, options.out)


if __name__ == "__main__":
    main()
