"""Measure what reading a web archive costs, with one worker and with more, on pages invented for it.

    python scripts/archive_cost.py --pages 200 --workers 2 --engine processes

Prints reports per second of the clock, bytes of the tables, and whether the incidents are the same. On a busy
machine the clock says little; the processor time of this process and of the busiest beside it is how long it
takes, at most, where each has a core.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import psutil

from oqiga.scale.archive import Archive, read_archive
from oqiga.scale.workers import Here, OnRay, Processes, Workers
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world


def write_archive(path: Path, pages: int, relevant: float) -> None:
    """Write pages of an invented world, and among them pages about nothing of interest."""
    told = cover(
        make_world(seed=3, incidents=max(4, pages // 8), days=60), seed=3, reports=int(pages * relevant)
    )
    texts = [(each.reading.report.published or "", each.reading.report.text) for each in told]
    texts += [("2015-01-09T10:00Z", dull(number)) for number in range(pages - len(texts))]
    with path.open("wb") as opened:
        for number, (published, text) in enumerate(texts):
            opened.write(gzip.compress(answer(number, published, text)))


def dull(number: int) -> str:
    """Return a report that the relevance gate leaves unread."""
    return (
        f"The town's library opened its {number}th room on Friday. Visitors may borrow books for a month. "
        * 12
    )


def answer(number: int, published: str, text: str) -> bytes:
    """Return one page as a record of a web archive."""
    paragraphs = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    body = (
        f'<!doctype html><html><head><meta property="article:published_time" content="{published}">'
        f"</head><body><article>{paragraphs}</article></body></html>"
    ).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://{number % 40}.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    return head + http + b"\r\n\r\n"


class Beside(threading.Thread):
    """Follows the processor time of the processes that this one starts. spent: seconds by process."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.spent: dict[int, float] = {}
        self._over = threading.Event()

    def run(self) -> None:
        """Look four times a second."""
        while not self._over.wait(0.25):
            self.look()

    def look(self) -> None:
        """Note what each has spent by now."""
        for each in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):
                times = each.cpu_times()
                self.spent[each.pid] = times.user + times.system

    def stop(self) -> list[float]:
        """Return the seconds of the processes, the busiest first."""
        self._over.set()
        self.join()
        return sorted(self.spent.values(), reverse=True)


def timed(archive: Path, out: Path, workers: Workers, answers: int) -> tuple[Archive, float, list[float]]:
    """Read the archive; return what was read, the seconds it took, and those of the processor.

    These are of this process first, then of those beside it.
    """
    beside, started, own = Beside(), time.perf_counter(), time.process_time()
    beside.start()
    done = read_archive([archive], out, workers, answers=answers)
    beside.look()
    return done, time.perf_counter() - started, [time.process_time() - own, *beside.stop()]


def main() -> None:
    """Write an archive, read it with one worker and with many, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--relevant", type=float, default=0.25, help="share of pages about attacks")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engine", choices=("processes", "ray"), default="processes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, answers = Path(folder) / "pages.warc.gz", max(1, options.pages // 16)
        write_archive(archive, options.pages, options.relevant)
        found = []
        for count in dict.fromkeys((0, 1, options.workers)):
            workers: Workers = (
                OnRay(count) if options.engine == "ray" and count else Processes(count) if count else Here()
            )
            out = Path(folder) / str(count)
            done, wall, spent = timed(archive, out, workers, answers)
            size = sum(path.stat().st_size for path in out.rglob("*.parquet"))
            pages = sum(part.pages for part in done.read)
            print(
                f"{count or 'no'} workers beside: {pages} pages, {wall:.1f} s, {pages / wall:.1f} pages/s, "
                f"{size / pages:.0f} bytes of tables a page, {done.incidents} incidents; processor "
                f"{', '.join(f'{each:.1f}' for each in spent[:4])} s: at most {sum(spent[:2]):.1f} s "
                "where each has a core",
                flush=True,
            )
            found.append(sorted((out / "incidents.jsonl").read_text(encoding="utf-8").splitlines()))
            if isinstance(workers, OnRay):
                workers.close()
        print("the same incidents" if all(each == found[0] for each in found) else "DIFFERENT incidents")


if __name__ == "__main__":
    main()
