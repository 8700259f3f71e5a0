"""`oqiga watch`: feeds into the book, as they appear."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from oqiga.book.book import Book
from oqiga.cli.adding import add_in_batches
from oqiga.cli.app import app
from oqiga.cli.console import complain, out
from oqiga.cli.enduring import outlasting
from oqiga.cli.ledger_options import LedgerOption, open_book
from oqiga.gather.fetch import GuardedFetcher
from oqiga.gather.inputs import RawInput
from oqiga.pipeline import as_read, read_one_as
from oqiga.watch.feedlist import read_feed_list
from oqiga.watch.rounds import Look, Watch
from oqiga.watch.state import load_state

_LONGEST_NAP_S = 60.0


@app.command()
def watch(
    feeds: Annotated[Path, typer.Argument(help="A TOML file of feeds; see docs/watch.md.")],
    once: Annotated[bool, typer.Option("--once", help="One round, then stop.")] = False,
    memory: Annotated[
        Path | None,
        typer.Option(help="Where the watch keeps what it has seen; beside the list if not named."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Watch feeds: new and changed reports go into the book; a silent feed is shown as silent."""
    listed = read_feed_list(feeds)
    kept = memory or feeds.with_suffix(".memory.json")
    fetcher = GuardedFetcher(allowed=listed.allow)
    with open_book(ledger, create=True) as book:
        watching = Watch(
            listed,
            load_state(kept),
            fetcher=fetcher,
            enter=lambda parts: _enter(book, parts),
            memory=kept,
            clock=time.time,
            sleep=time.sleep,
            rng=random.Random(os.getpid()),
        )
        if once:
            failed = _round(watching)["failed"]
        while not once:
            with outlasting():
                _round(watching)
            time.sleep(min(_LONGEST_NAP_S, watching.seconds_to_next()))
    fetcher.close()
    if failed:
        raise typer.Exit(1)


def _round(watching: Watch) -> Counter[str]:
    """Run one round and say what came of it; return how many looks had which status."""
    counts = Counter(_told(look) for look in watching.run_round())
    _sum_up(counts, watching)
    return counts


def _enter(book: Book, parts: Sequence[RawInput]) -> list[str]:
    """Read and enter the parts of a page; return the status of each."""
    statuses: list[str] = []
    for added in add_in_batches(book, (read_one_as(part, as_read) for part in parts)):
        if added.status == "rejected":
            complain(f"{added.report}: {added.why}")
        statuses.append(added.status)
    return statuses


def _told(look: Look) -> str:
    """Say what came of one look; give its status."""
    if look.status in ("failed", "disallowed"):
        complain(f"{look.feed}: {look.url}: {look.why}")
    elif look.status in ("entered", "revised"):
        out.print(f"{look.status}  {look.feed}  {look.url}")
    return look.status


def _sum_up(counts: Counter[str], watching: Watch) -> None:
    if counts:
        out.print(", ".join(f"{count} {status}" for status, count in sorted(counts.items())))
        for name, since in watching.silent():
            last = datetime.fromtimestamp(since, UTC).isoformat(timespec="minutes") if since else "the start"
            out.print(f"silent  {name}  nothing new since {last}")
