"""Reconcile a simulated world and score it: reports to incidents, standing tolls at checkpoints, cost.

python scripts/simulated_world.py --reports 10000 --incidents 1500
"""

import argparse
import random
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from oqiga.book.book import Book
from oqiga.book.questions import show
from oqiga.errors import NotFoundError
from oqiga.model.moments import earliest
from oqiga.simulate.coverage import Told, cover
from oqiga.simulate.scoring import b_cubed, main_incidents
from oqiga.simulate.world import TrueIncident, make_world

CHECKPOINTS = (6, 24, 72, 24 * 14)
NOW = "2030-01-01T00:00:00Z"


def enter(book: Book, told: list[Told], shuffled: bool, seed: int) -> list[float]:
    """Enter all reports; return the seconds each took."""
    order = list(told)
    if shuffled:
        random.Random(seed).shuffle(order)
    costs = []
    for each in order:
        start = time.perf_counter()
        book.add(each.reading, now=NOW)
        costs.append(time.perf_counter() - start)
    return costs


def figures(
    book: Book, world: tuple[TrueIncident, ...], told: list[Told], sample: int, seed: int
) -> tuple[int, int, list[tuple[int, int, int, int | None, str | None]]]:
    """Return how many standing tolls are right, how many were asked for, and the wrong ones."""
    by_incident: dict[int, list[Told]] = {}
    for each in told:
        by_incident.setdefault(each.incident.number, []).append(each)
    right = asked = 0
    wrong = []
    chosen = random.Random(seed).sample(list(world), min(sample, len(world)))
    grouped = main_incidents(book, [each.reading for each in told])
    for incident in chosen:
        reports = by_incident[incident.number]
        for hours in CHECKPOINTS:
            moment = incident.at + timedelta(hours=hours)
            as_of = moment.strftime("%Y-%m-%dT%H:%MZ")
            heard = tuple(
                each.announcement
                for each in reports
                if each.announcement and earliest(each.reading.report.published) < moment
            )
            truth = incident.standing(heard)
            if truth is None:
                continue
            asked += 1
            try:
                shown = show(book, grouped[reports[0].reading.report.id], as_of=as_of).incident
                best = next((t.best for t in shown.tolls if t.outcome == "killed" and t.group == "all"), None)
            except NotFoundError:
                shown, best = None, None
            if best == truth:
                right += 1
            else:
                wrong.append((incident.number, hours, truth, best, shown.id if shown else None))
    return right, asked, wrong


def main() -> None:
    """Make the world, reconcile it, score it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--incidents", type=int, default=1_500)
    parser.add_argument("--days", type=int, default=1_461)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shuffled", action="store_true")
    parser.add_argument("--sample", type=int, default=1_500)
    parser.add_argument("--ledger", default=str(Path(tempfile.gettempdir()) / "oqiga-world.db"))
    options = parser.parse_args()
    for suffix in ("", "-wal", "-shm"):
        Path(options.ledger + suffix).unlink(missing_ok=True)
    world = make_world(seed=options.seed, incidents=options.incidents, days=options.days)
    told = cover(world, seed=options.seed, reports=options.reports)
    book = Book.open(options.ledger, create=True)
    costs = enter(book, told, options.shuffled, options.seed)
    print(f"{len(told)} reports, {sum(costs):.0f} s, {1000 * sum(costs) / len(costs):.1f} ms a report")
    truth = {each.reading.report.id: str(each.incident.number) for each in told}
    score = b_cubed(main_incidents(book, [each.reading for each in told]), truth)
    print(f"B-cubed precision {score.precision:.4f} recall {score.recall:.4f} F1 {score.f1:.4f}")
    right, asked, wrong = figures(book, world, told, options.sample, options.seed)
    print(f"standing toll right at {right} of {asked} checkpoints: {right / asked:.4f}")
    for each in wrong[:12]:
        print("  wrong:", each)


if __name__ == "__main__":
    main()
