"""Kill a bulk add at random moments, again and again on one book, and check that nothing is lost or doubled.

python scripts/kill_while_adding.py --times 200
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from oqiga.book.book import Book
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify
from oqiga.simulate.coverage import Told, cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"


def reports(count: int) -> list[Told]:
    """Return invented reports, always the same."""
    return cover(make_world(seed=5, incidents=count // 6, days=count // 6), seed=5, reports=count)


def add_all(ledger: str, count: int) -> None:
    """Add everything that is not in yet; say each report's id once it is safely in."""
    told = reports(count)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    with Book.open(ledger, create=True) as book:
        for each in told:
            book.add(each.reading, now=NOW)
            sys.stdout.write(each.reading.report.id + "\n")
            sys.stdout.flush()


def killed_once(ledger: str, count: int, after: float) -> list[str]:
    """Run the bulk add, kill it so many seconds after it began; return the ids it said were in."""
    command = [sys.executable, __file__, "--ledger", ledger, "--reports", str(count), "--child"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        said = child.stdout.read()
    return [line for line in said.split("\n")[:-1] if line]


def check(ledger: str, said: list[str]) -> list[str]:
    """Return what is wrong with the book after a kill."""
    with Book.open(ledger, create=True) as book:  # killed in the making, it holds nothing yet
        entered = [report["id"] for report in book.reports()]
        with reading(book.engine, book.address) as connection:
            faults = [fault.what for fault in verify(connection).faults]
    lost = set(said) - set(entered)
    doubled = len(entered) - len(set(entered))
    return faults + [f"lost {name}" for name in lost] + ([f"{doubled} doubled"] if doubled else [])


def main() -> None:
    """Kill, check, and say what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--reports", type=int, default=600)
    parser.add_argument("--longest", type=float, default=1.5)
    parser.add_argument("--ledger", default=str(Path(tempfile.gettempdir()) / "oqiga-killed.db"))
    parser.add_argument("--child", action="store_true")
    options = parser.parse_args()
    if options.child:
        add_all(options.ledger, options.reports)
        return
    for suffix in ("", "-wal", "-shm"):
        Path(options.ledger + suffix).unlink(missing_ok=True)
    dice, said, wrong = random.Random(1), [], []
    for number in range(options.times):
        said += killed_once(options.ledger, options.reports, dice.uniform(0, options.longest))
        found = check(options.ledger, said)
        wrong += [f"after kill {number}: {each}" for each in found]
    print(f"{options.times} kills, {len(set(said))} reports said to be in, {len(wrong)} things wrong")
    for each in wrong:
        print(" ", each)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
