"""Times reading against the bare parser on the same texts, in turns, and reports medians.

    python scripts/benchmark_read.py [--texts reports.jsonl] [--rounds 5] [--workers]
    python scripts/benchmark_read.py --compare en ru kk [--texts reports.jsonl] [--rounds 7]

Without --texts the bundled reports of the language are read over and over. Figures: words a second of the
bare parser and of reading, and their ratio pair by pair; with --workers also two processes against one; cold
start and resident memory of `oqiga read` on one report.

With --compare languages are read in one process, in turns, on as many words of each; the figures are words
and letters a second of processor time, medians of rounds, and each language against the first in its round.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from oqiga.cli.demo import bundled_reports
from oqiga.gather.inputs import RawInput, Unreadable, from_json_lines, from_paths, gather
from oqiga.gather.report import Known
from oqiga.model.report import Report
from oqiga.pipeline import read_many_as, read_text, to_line
from oqiga.read.languages import language_pack


def main() -> None:
    """Run the rounds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="JSON Lines of reports")
    parser.add_argument("--language", default="en")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--reports", type=int, default=60, help="reports a round")
    parser.add_argument("--workers", action="store_true")
    parser.add_argument("--compare", nargs="+", metavar="LANGUAGE", help="read these languages in turns")
    parser.add_argument("--words", type=int, default=4000, help="words a round of each language compared")
    parser.add_argument("--many", type=int, default=600, help="reports for one and for two workers")
    options = parser.parse_args()
    if options.compare:
        _compare_languages(options.texts, options.compare, options.rounds, options.words)
        return
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
        many = (inputs * (options.many // len(inputs) + 1))[: options.many]
        _compare_workers(many)
    _cold_start(bundled_reports() / options.language)


@dataclass(frozen=True, slots=True)
class _Rates:
    """What was read in a second of processor time."""

    words: float
    letters: float


def _compare_languages(texts: Path | None, codes: Sequence[str], rounds: int, words: int) -> None:
    """Read the languages in turns, begun by another each round, and print their rates."""
    reports = {code: _as_many_words(_of_language(texts, code), words) for code in codes}
    for code in codes:
        _read_all(reports[code])  # warm up
    measured: dict[str, list[_Rates]] = {code: [] for code in codes}
    for turn in range(rounds):
        first = turn % len(codes)
        for code in (*codes[first:], *codes[:first]):
            measured[code].append(_rates_of(reports[code]))
    print(f"{rounds} rounds, about {words} words of each language, processor time")
    for code in codes:
        pairs = zip(measured[code], measured[codes[0]], strict=True)
        share = statistics.median(own.words / other.words for own, other in pairs)
        of_words = statistics.median(each.words for each in measured[code])
        of_letters = statistics.median(each.letters for each in measured[code])
        print(f"{code}  {of_words:7.0f} words/s {of_letters:8.0f} letters/s {share:6.2f} of {codes[0]}")


def _of_language(texts: Path | None, code: str) -> list[Report]:
    found = [gather(each) for each in _inputs(texts, code)]
    return [report for report in found if report.language == code]


def _as_many_words(reports: Sequence[Report], words: int) -> list[Report]:
    """Return reports, over and over, until they have so many words."""
    if not reports:
        raise SystemExit("no reports of a language that is to be compared")
    found: list[Report] = []
    count = 0
    while count < words:
        found.append(reports[len(found) % len(reports)])
        count += len(found[-1].text.split())
    return found


def _rates_of(reports: Sequence[Report]) -> _Rates:
    began = time.process_time()
    _read_all(reports)
    spent = time.process_time() - began
    words = sum(len(report.text.split()) for report in reports)
    letters = sum(len(report.text) for report in reports)
    return _Rates(words / spent, letters / spent)


@dataclass(frozen=True, slots=True)
class _Spent:
    """Seconds of reading in a new process: on the wall, of its own processor time, of its helpers'."""

    wall: float
    own: float
    helpers: float
    lines: list[str]


def _compare_workers(many: Sequence[RawInput]) -> None:
    """Read with one worker and with two, each from a cold start, and say how much sooner two are done.

    On a busy machine the wall says little: then the processor time of the busier of the two counts, which is
    how long they take where each has a core.
    """
    one, two = (_in_new_process(many, workers) for workers in (1, 2))
    if one.lines != two.lines:
        raise SystemExit("two workers do not give what one gives")
    busier = max(two.own, two.helpers)
    print(f"two workers   {one.wall / two.wall:8.2f} times one on the wall ({len(many)} reports, cold start)")
    print(
        f"              {one.own / busier:8.2f} times one by processor time ({one.own:.1f} s; {two.own:.1f} s"
    )
    print(f"              and {two.helpers:.1f} s side by side)")


def _in_new_process(many: Sequence[RawInput], workers: int) -> _Spent:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as fresh:
        return fresh.submit(_spent, many, workers).result()


def _spent(many: Sequence[RawInput], workers: int) -> _Spent:
    began = time.perf_counter()
    lines = [str(each) for each in read_many_as(many, to_line, workers=workers, gated=False)]
    wall = time.perf_counter() - began
    own, helpers = (
        spent.ru_utime + spent.ru_stime
        for spent in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    return _Spent(wall, own, helpers, lines)


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
