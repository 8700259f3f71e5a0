"""Measure the relevance gate: recall, how much it lets through, its time, and the speed of a mixed stream.

python scripts/benchmark_gate.py [DATA]     DATA: the folder of benchmarks (docs/benchmarks.md)
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from oqiga.evaluate.run import data_folder
from oqiga.model.report import Report
from oqiga.read.reader import RELEVANT, read_report
from oqiga.read.relevance import relevance

STREAM = 200
RELEVANT_SHARE = 0.05
TIMED = 40
"""Ordinary reports of the stream that are read without the gate to time it; all are gated."""


def main() -> None:
    """Print one line a set, then the stream."""
    folder = data_folder(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    violent = reports(folder / "shootings" / "dev.jsonl", where=holds_casualties)
    ordinary = reports(folder / "ordinary" / "news.jsonl")[1::2]
    sets = {
        "shootings, dev, with casualties": violent,
        "shootings, train, with casualties": reports(
            folder / "shootings" / "train.jsonl", where=holds_casualties
        ),
        "MUC-4, dev, with an incident": reports(folder / "muc4" / "dev.jsonl", where=holds_incident),
        "ordinary news, half not fitted on": ordinary,
        "local news (LGL)": reports(folder / "places" / "lgl.jsonl"),
        "TimeBank and AQUAINT": reports(folder / "timex" / "train.jsonl"),
    }
    for name, found in sets.items():
        taken, passed = timed(lambda found=found: sum(relevance(each) >= RELEVANT for each in found))  # type: ignore[misc]
        print(
            f"{name}: {len(found)} reports, {100 * passed / len(found):.1f} % let through, "
            f"{1e6 * taken / len(found):.0f} µs a report"
        )
    stream(violent, ordinary)


def stream(violent: Sequence[Report], ordinary: Sequence[Report]) -> None:
    """Read a stream gated, and time what it would take ungated."""
    wanted = violent[: round(STREAM * RELEVANT_SHARE)]
    rest = ordinary[: STREAM - len(wanted)]
    read_report(wanted[0], gated=False)  # load everything first
    gated, _ = timed(lambda: [read_report(each) for each in (*wanted, *rest)])
    of_wanted, _ = timed(lambda: [read_report(each, gated=False) for each in wanted])
    of_rest, _ = timed(lambda: [read_report(each, gated=False) for each in rest[:TIMED]])
    ungated = of_wanted + of_rest * len(rest) / TIMED
    print(
        f"stream of {len(wanted) + len(rest)} reports, {len(wanted)} relevant: gated {gated:.1f} s, "
        f"ungated {ungated:.1f} s, {ungated / gated:.1f} times as fast"
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds that work took, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def reports(path: Path, where: Callable[[dict[str, Any]], bool] = bool) -> list[Report]:
    """Return the reports of a file that satisfy a condition."""
    return [report_of(each) for each in lines(path) if where(each) and len(each["text"]) > 100]


def lines(path: Path) -> Iterable[dict[str, Any]]:
    """Yield the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as opened:
        yield from map(json.loads, opened)


def report_of(line: dict[str, Any]) -> Report:
    """Return a line of a benchmark as a report, without a dateline."""
    text = line["text"][line.get("body_start", 0) :]
    return Report(id=str(line.get("id") or line.get("docid")), text=text, language="en")


def holds_casualties(line: dict[str, Any]) -> bool:
    """Tell whether a report of shootings counts anybody killed or injured."""
    return bool(line["n_killed"] + line["n_injured"])


def holds_incident(line: dict[str, Any]) -> bool:
    """Tell whether the key of a MUC-4 report asks for a template."""
    return any(not each["optional"] for each in line["templates"])


if __name__ == "__main__":
    main()
