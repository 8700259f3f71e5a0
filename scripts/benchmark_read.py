"""Times reading against the bare parser on the same texts, in turns, and reports medians.

    python scripts/benchmark_read.py [--texts reports.jsonl] [--rounds 5] [--workers]

Without --texts the bundled reports of the language are read over and over. Figures: words a second of the
bare parser and of reading, and their ratio pair by pair; with --workers also two processes against one; cold
start and resident memory of `oqiga read` on one report.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from oqiga.cli.demo import bundled_reports
from oqiga.gather.inputs import RawInput, Unreadable, from_json_lines, from_paths, gather
from oqiga.gather.report import Known
from oqiga.model.report import Report
from oqiga.pipeline import read_many, read_text
from oqiga.read.languages import language_pack


def main() -> None:
    """Run the rounds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="JSON Lines of reports")
    parser.add_argument("--language", default="en")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--reports", type=int, default=60, help="reports a round")
    parser.add_argument("--workers", action="store_true")
    options = parser.parse_args()
    inputs = _inputs(options.texts, options.language)
    reports = [gather(each) for each in inputs]
    reports = (reports * (options.reports // len(reports) + 1))[: options.reports]
    words = sum(len(report.text.split()) for report in reports)
    pack = language_pack(options.language)
    bare = _rates(lambda: [pack.parse(report.text) for report in reports], words)
    whole = _rates(lambda: _read_all(reports), words)
    next(bare), next(whole)  # warm up
    pairs = [(next(bare), next(whole)) for _ in range(options.rounds)]
    print(f"{len(reports)} reports, {words} words, {options.rounds} rounds, language {options.language}")
    print(f"bare parser   {statistics.median(pair[0] for pair in pairs):8.0f} words/s")
    print(f"whole reading {statistics.median(pair[1] for pair in pairs):8.0f} words/s")
    print(f"ratio         {statistics.median(pair[1] / pair[0] for pair in pairs):8.2f}")
    if options.workers:
        many = (inputs * (600 // len(inputs) + 1))[:600]
        one = _timed(lambda: list(read_many(many, workers=1, gated=False)))
        two = _timed(lambda: list(read_many(many, workers=2, gated=False)))
        print(f"two workers   {one / two:8.2f} times one ({len(many)} reports)")
    _cold_start(bundled_reports() / options.language)


def _inputs(texts: Path | None, language: str) -> list[RawInput]:
    if texts is not None:
        with texts.open("rb") as opened:
            found = list(from_json_lines(opened, subject=str(texts)))
    else:
        found = list(from_paths([str(bundled_reports() / language)], sys.stdin.buffer, Known()))
    return [each for each in found if not isinstance(each, Unreadable)]


def _read_all(reports: Sequence[Report]) -> None:
    for report in reports:
        read_text(report, gated=False)


def _rates(run: Callable[[], object], words: int) -> Iterator[float]:
    while True:
        yield words / _timed(run)


def _timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def _cold_start(folder: Path) -> None:
    """Time `oqiga read` on one report from a new process, and its largest resident memory."""
    report = str(sorted(folder.iterdir())[-1])
    command = [str(Path(sys.executable).parent / "oqiga"), "read", report, "--json"]
    times = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)
        times.append(time.perf_counter() - began)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"cold start    {statistics.median(times):8.2f} s, {memory:.0f} MB resident")


if __name__ == "__main__":
    main()
