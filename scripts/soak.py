"""Let watch, desk and alerts work together for hours on a growing world while things go wrong around them.

    python scripts/soak.py --minutes 120 --out soak            on a book in a file
    python scripts/soak.py --minutes 120 --out soak --postgres on an embedded PostgreSQL

Local outlets announce reports of an invented world, some changed later. Processes are killed, the disk is
full, the database goes away or is locked, the clock jumps, feeds are slow: one fault after another, with
pauses. At the end the watch is given time to finish, and everything is checked: no report lost or doubled,
`oqiga verify` clean, alerts whole and told once, memory over time, how long each recovery took.
Written: OUT.json, OUT.md, OUT.svg. It is nice to others and mostly asleep.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

from kill_watch import feed_list
from soaking.faults import Fault, SmallDisk, faults_of
from soaking.measuring import Signs, behind, longest_gap, what_is_wrong
from soaking.outlets import GrowingOutlets
from soaking.processes import OQIGA, Clock, Kept
from soaking.telling import draw, summary

from oqiga.book.book import Book
from oqiga.simulate.coverage import cover
from oqiga.simulate.embedded import Embedded
from oqiga.simulate.world import make_world

RULES = """sender = "soak@example.org"
status = "Exercise"
[[rule]]
name = "every incident"
new = true
disputed = true
corrected = true
toll = [{ outcome = "killed", at_least = 5 }]
"""
_LOOK_S = 2.0
QUIET = 0.5
"""Share of the time, from a fifth of it on, in which nothing is killed, so that memory can be followed."""


def settings(outlets: GrowingOutlets, folder: Path) -> tuple[Path, Path]:
    """Write the list of feeds and the rules of alerts."""
    feeds, rules = feed_list(outlets, folder), folder / "rules.toml"
    told = feeds.read_text(encoding="utf-8").replace("every = 600", "every = 0.1\nsilent_after = 5")
    told = told.replace("recheck_hours = []", "recheck_hours = [0.03, 0.06, 0.1]")
    feeds.write_text(told, encoding="utf-8")
    rules.write_text(RULES, encoding="utf-8")
    return feeds, rules


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


def token(ledger: str, people: Path) -> str:
    """Make a user of the desk and return their token."""
    where = ["--ledger", ledger, "--people", str(people)]
    add = [*OQIGA, "user", "add", "soak", "--role", "admin", "--password-stdin", *where]
    subprocess.run(add, input=b"a long enough word for this\n", check=True, capture_output=True)
    issue = [*OQIGA, "user", "token", "soak", "--scope", "read", *where]
    return subprocess.run(issue, check=True, capture_output=True, text=True).stdout.strip()


def live(
    signs: Signs,
    kept: list[Kept],
    outlets: GrowingOutlets,
    faults: list[Fault],
    *,
    minutes: float,
    pause: float,
) -> list[dict[str, Any]]:
    """Let everything run, one fault after another; return the faults with when they began and ended."""
    made: list[dict[str, Any]] = []
    coming = cycle(faults)
    over, next_fault, next_sample, next_mind = minutes * 60, pause, 0.0, 0.0
    current: Fault | None = None
    while signs.now < over or current is not None:
        now = signs.now
        if now >= next_mind:
            next_mind = now + 3
            for each in kept:
                each.mind()
        signs.look()
        if now >= next_sample:
            next_sample = now + 10
            signs.sample(kept, outlets.announced)
        if current is None and now >= next_fault:
            current = next(coming)
            while current.seconds == 0 and 0.2 <= now / over < 0.2 + QUIET:
                current = next(coming)
            current.begin()
            made.append({"what": current.name, "began": now})
            next_fault = now + current.seconds
        elif current is not None and now >= next_fault:
            current.end()
            made[-1]["ended"] = signs.now
            current, next_fault = None, signs.now + pause
        time.sleep(_LOOK_S)
    return made


def finish(signs: Signs, kept: list[Kept], outlets: GrowingOutlets, *, seconds: float) -> float:
    """Announce nothing more and wait until the book has everything; return how long that took."""
    outlets.stop()
    began = signs.now
    time.sleep(50)  # the last changes are made
    while behind(signs.book, outlets) and signs.now - began < seconds:
        for each in kept:
            each.mind()
        signs.look()
        time.sleep(5)
    return round(signs.now - began, 1)


@contextmanager
def all_running(options: argparse.Namespace, folder: Path) -> Iterator[tuple[Any, ...]]:
    """Start outlets, database, watch, desk and alerts; stop them all at the end."""
    with ExitStack() as closing:
        reports = int(options.minutes * 60 / options.every) + 600
        world = make_world(seed=4, incidents=reports // 5, days=reports // 5)
        outlets = GrowingOutlets(
            cover(world, seed=4, reports=reports), feeds=options.feeds, every=options.every
        )
        closing.callback(outlets.close)
        disk = SmallDisk(folder / "disk", options.disk)
        closing.callback(disk.close)
        server = Embedded(disk.folder / "postgres") if options.postgres else None
        if server:
            closing.callback(server.close)
        ledger = server.database("soak") if server else str(disk.folder / "book.db")
        book = Book.open(ledger, create=True)
        closing.callback(book.close)
        feeds, rules = settings(outlets, disk.folder)
        clock, port, people = Clock(folder), str(free_port()), disk.folder / "people.db"
        word = token(ledger, people)
        alerts = disk.folder / "alerts"
        commands = {
            "watch": ["watch", str(feeds)],
            "desk": ["serve", "--port", port, "--reads", "100000", "--people", str(people)],
            "alert": ["alert", str(rules), "--out", str(alerts), "--every", "20"],
        }
        kept = [
            Kept(name, [*words, "--ledger", ledger], clock=clock, folder=folder)
            for name, words in commands.items()
        ]
        for each in kept:
            closing.callback(each.stop)
        signs = Signs(book, f"http://127.0.0.1:{port}", word, rules.with_suffix(".memory.json"))
        faults, left_out = faults_of(kept, outlets, clock, disk, ledger=ledger, server=server)
        yield signs, kept, outlets, faults, left_out, rules, alerts


def soak(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Run it all; return what was found."""
    with all_running(options, folder) as (signs, kept, outlets, faults, left_out, rules, alerts):
        made = live(signs, kept, outlets, faults, minutes=options.minutes, pause=options.pause)
        caught_up = finish(signs, kept, outlets, seconds=options.patience)
        for each in kept:
            each.stop()
        memory = rules.with_suffix(".memory.json")
        last = [*OQIGA, "alert", str(rules), "--out", str(alerts), "--ledger", signs.book.address]
        subprocess.run(last, check=True, stdout=subprocess.DEVNULL)
        wrong = what_is_wrong(outlets, signs.book, memory, alerts)
        for fault in made:
            fault["recovered_s"] = signs.recovered(fault.get("ended", fault["began"]))
        pages = sorted(signs.page_ms)
        return {
            "book": "PostgreSQL" if options.postgres else "SQLite",
            "minutes": round(signs.now / 60, 1),
            "announced": outlets.announced,
            "changed_later": len(list(outlets.changed())),
            "entries": signs.entered,
            "caught_up_s": caught_up,
            "wrong": wrong,
            "left_out": left_out,
            "faults": made,
            "deaths": {each.name: each.deaths for each in kept},
            "longest_gap_s": {name: longest_gap(moments) for name, moments in signs.moments.items()},
            "pages": {
                "asked": len(pages),
                "p50_ms": round(pages[len(pages) // 2]),
                "most_ms": round(pages[-1]),
            },
            "samples": signs.samples,
        }


def main() -> None:
    """Soak, write what was found, and fail if anything is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--postgres", action="store_true", help="an embedded PostgreSQL in place of a file")
    parser.add_argument("--out", type=Path, required=True, help="where OUT.json, OUT.md and OUT.svg go")
    parser.add_argument("--feeds", type=int, default=8)
    parser.add_argument("--every", type=float, default=2.5, help="seconds between two reports")
    parser.add_argument("--pause", type=float, default=75, help="seconds between two faults")
    parser.add_argument("--patience", type=float, default=600, help="seconds to finish in, at the end")
    parser.add_argument("--disk", type=int, default=700, help="megabytes of the small disk")
    parser.add_argument("--tell", action="store_true", help="only write OUT.md and OUT.svg from OUT.json")
    options = parser.parse_args()
    kept = options.out.with_suffix(".json")
    if not options.tell:
        os.nice(10)
        folder = Path(tempfile.mkdtemp(prefix="oqiga-soak-"))
        folder.chmod(0o755)
        kept.write_text(json.dumps(soak(options, folder), indent=1), encoding="utf-8")
    found = json.loads(kept.read_text(encoding="utf-8"))
    options.out.with_suffix(".md").write_text(summary(found), encoding="utf-8")
    draw(found, options.out.with_suffix(".svg"))
    print(summary(found))
    if found["wrong"]:
        sys.exit(1)  # its folder stays, to be looked into
    if not options.tell:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
