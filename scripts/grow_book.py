"""Grow one book to a million reports and measure on the way: cost of adding, size, answers, memory.

    python scripts/grow_book.py --reports 1000000 --ledger grown.db --out sqlite.jsonl
    python scripts/grow_book.py --reports 1000000 --postgres folder --out postgresql.jsonl
    python scripts/grow_book.py --plot grown.svg --out sqlite.jsonl postgresql.jsonl

Reading is left out: reports come ready read from an invented world that grows longer, not denser, and
are made as they are needed. Every figure is a line of --out as soon as it is known; a run that was stopped
goes on where the book ends. Costs are CPU time of this process and of the embedded server, since a busy
machine makes clocks on the wall useless; answers are measured on the wall too. The cost of adding is
compared with a copy of the book as it was at 10,000 reports, both given the same reports by turns.
"""

from __future__ import annotations

import argparse
import json
import time
from itertools import islice
from pathlib import Path
from typing import Any

from growing.books import InFile, OnServer, Place, entered
from growing.measures import answers, by_turns, own_megabytes
from growing.picture import plot, table
from growing.worlds import NOW, stream

from oqiga.book.book import Book

BASE = 10_000
MARKS = (
    1_000,
    5_000,
    BASE,
    20_000,
    30_000,
    50_000,
    75_000,
    100_000,
    150_000,
    200_000,
    300_000,
    500_000,
    1_000_000,
)


def grow(book: Book, place: Place, reports: int, at_once: int, out: Path) -> None:
    """Add reports in transactions of so many, measuring at the marks and at the end."""
    done = entered(book)
    told = stream(done)
    spent, counted, began = 0.0, 0, time.perf_counter()
    while done < reports:
        mark = min([each for each in (*MARKS, reports) if each > done])
        batch = list(islice(told, min(at_once, mark - done)))
        start = place.processor()
        book.add_many(batch, now=NOW)
        spent += place.processor() - start
        counted, done = counted + len(batch), done + len(batch)
        if done == mark:
            line: dict[str, Any] = {
                "reports": done,
                "at_once_ms": round(1000 * spent / counted, 2),
                "wall_s": round(time.perf_counter() - began),
                **measured(book, place, done),
            }
            with out.open("a", encoding="utf-8") as opened:
                opened.write(json.dumps(line) + "\n")
            print(json.dumps(line), flush=True)
            done = entered(book)
            spent, counted, began = 0.0, 0, time.perf_counter()


def measured(book: Book, place: Place, done: int) -> dict[str, Any]:
    """Return what is measured at a mark."""
    found: dict[str, Any] = {
        "bytes": place.size(),
        "memory_mb": own_megabytes(),
        "answers": answers(book, place),
    }
    if done >= BASE:
        place.keep_base(book)
        found |= by_turns(book, place, done)
    return found


def main() -> None:
    """Grow, or draw what was measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=1_000_000)
    parser.add_argument("--ledger", help="a path")
    parser.add_argument("--postgres", type=Path, help="the folder of an embedded PostgreSQL")
    parser.add_argument("--at-once", type=int, default=500, help="reports in one transaction")
    parser.add_argument("--out", type=Path, required=True, nargs="+", help="JSON lines, added to")
    parser.add_argument("--plot", type=Path, help="only draw --out to this file, and print the tables")
    options = parser.parse_args()
    if options.plot:
        plot(options.out, options.plot)
        for out in options.out:
            print(f"\n{out.stem}\n\n{table(out)}")
        return
    place: Place = OnServer(options.postgres) if options.postgres else InFile(options.ledger)
    with Book.open(place.address, create=True) as book:
        grow(book, place, options.reports, options.at_once, options.out[0])


if __name__ == "__main__":
    main()
