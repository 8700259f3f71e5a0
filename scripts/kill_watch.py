"""Kill `oqiga watch` at random moments while it reads local feeds; check that nothing is lost or doubled.

python scripts/kill_watch.py --feeds 200 --times 20

Each feed announces a few short invented reports from a local server. The watch runs in a process of its own,
is killed without warning, started again on the same memory and book, and at the end left to finish.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zlib import crc32

from oqiga.book.book import Book
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify

_PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>{killed} people were killed when gunmen attacked a market in Taraz on Sunday, police said in {name}.</p>
<p>The city was sealed off after the attack, a spokesman for the Interior Ministry said.</p>
</article></body></html>"""


class Outlets:
    """A local server of many outlets, each with one feed. asked: how often each path was asked for."""

    def __init__(self, feeds: int, reports: int) -> None:
        self.feeds, self.reports = feeds, reports
        self.asked: Counter[str] = Counter()
        outlets = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outlets.asked[self.path] += 1
                found = outlets.answer(self.path)
                tag = f'"{crc32(found):x}"'
                if found and self.headers.get("If-None-Match") == tag:
                    self.send_response(304)
                    self.end_headers()
                    return
                self.send_response(200 if found else 404)
                self.send_header("ETag", tag)
                self.send_header(
                    "Content-Type", "text/html" if "page" in self.path else "application/rss+xml"
                )
                self.send_header("Content-Length", str(len(found)))
                self.end_headers()
                self.wfile.write(found)

            def log_message(self, *_: object) -> None:
                return

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, *_: object) -> None:
                """Say nothing: a killed watch hangs up in the middle of an answer."""

        self.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()

    @property
    def root(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def pages(self) -> Iterator[str]:
        """Yield the path of every report."""
        for feed in range(self.feeds):
            yield from (f"/{feed}/page/{report}" for report in range(self.reports))

    def answer(self, path: str) -> bytes:
        """Return the feed or the page under a path, nothing where there is none."""
        parts = path.strip("/").split("/")
        if parts[-1] == "rss":
            links = "".join(
                f"<item><link>{self.root}/{parts[0]}/page/{report}</link>"
                f"<pubDate>Sun, 05 Jun 2016 {report:02d}:30:00 GMT</pubDate></item>"
                for report in range(self.reports)
            )
            return f'<rss version="2.0"><channel><title>x</title>{links}</channel></rss>'.encode()
        if len(parts) == 3:
            name = f"{parts[0]}-{parts[2]}"
            return _PAGE.format(
                title=f"Attack on market, {name}", killed=int(parts[2]) + 2, name=name
            ).encode()
        return b""


def feed_list(outlets: Outlets, folder: Path) -> Path:
    """Write the list of feeds to watch."""
    lines = ['allow = ["127.0.0.1"]', "pause = 0.0", "recheck_hours = []"]
    for feed in range(outlets.feeds):
        lines += ["[[feed]]", f'name = "Outlet {feed}"', f'url = "{outlets.root}/{feed}/rss"', "every = 600"]
    path = folder / "feeds.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def watch(feeds: Path, ledger: Path, *, kill_after: float | None) -> None:
    """Run one round of the watch; kill it so many seconds after its first page, if so many are given."""
    command = [sys.executable, "-c", "from oqiga.cli import main; main()", "watch", str(feeds), "--once"]
    with subprocess.Popen(
        [*command, "--ledger", str(ledger)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        if kill_after is None:
            child.communicate()
            return
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(kill_after)
        child.send_signal(signal.SIGKILL)


def faults(outlets: Outlets, ledger: Path | str) -> list[str]:
    """Return what is wrong with the book after the last round."""
    with Book.open(str(ledger)) as book:
        urls = Counter(str(report["url"]) for report in book.reports())
        with reading(book.engine, book.address) as connection:
            found = [fault.what for fault in verify(connection).faults]
    wanted = {f"{outlets.root}{path}" for path in outlets.pages()}
    found += [f"lost {url}" for url in sorted(wanted - set(urls))]
    found += [f"doubled {url}" for url, times in sorted(urls.items()) if times > 1]
    return found + [f"never announced {url}" for url in sorted(set(urls) - wanted)]


def run(*, feeds: int, reports: int, times: int, longest: float, folder: Path, seed: int = 1) -> list[str]:
    """Serve, kill, finish and check; return what is wrong."""
    outlets = Outlets(feeds, reports)
    dice = random.Random(seed)
    listed, ledger = feed_list(outlets, folder), folder / "watched.db"
    for _ in range(times):
        watch(listed, ledger, kill_after=dice.uniform(0, longest))
    watch(listed, ledger, kill_after=None)
    outlets.close()
    return faults(outlets, ledger)


def main() -> None:
    """Kill, check, and say what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--reports", type=int, default=3, help="reports a feed announces")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--longest", type=float, default=3.0, help="seconds before a kill, at most")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(
            feeds=options.feeds,
            reports=options.reports,
            times=options.times,
            longest=options.longest,
            folder=Path(folder),
        )
    print(f"{options.feeds} feeds, {options.times} kills, {len(found)} things wrong")
    for each in found[:20]:
        print(" ", each)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
