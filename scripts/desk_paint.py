"""Time the desk's pages in Chromium: first paint, and until an open page shows what another process added.

python scripts/desk_paint.py --ledger out/demo.db
python scripts/desk_paint.py --postgres folder --database world

The book is copied first. OQIGA_CHROMIUM names the program if it is not /usr/bin/chromium. Printed, in
milliseconds: from asking for the page to the first contentful paint, with an empty cache, the middle one of
five rounds; from a report being in to its standing on the page, the middle one of five reports.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from growing.books import add_book_options, copied
from growing.worlds import NOW
from playwright.sync_api import Browser, Page, sync_playwright

from oqiga.book.book import Book
from oqiga.model.record import Reading
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

FIRST_PAINT = """() => new Promise((done) => {
  const found = performance.getEntriesByName('first-contentful-paint')[0];
  if (found) done(found.startTime);
  else new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (each.name === 'first-contentful-paint') done(each.startTime);
  }).observe({ type: 'paint', buffered: true });
})"""
CHANGED = (
    """(before) => document.querySelector("[data-live=fresh], [data-live=reports]").innerHTML !== before"""
)
ROUNDS = 5


def first_paint(browser: Browser, address: str, cookies: list[Any]) -> float:
    """Return the first paint of a page in a fresh browser context, in milliseconds."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.add_cookies(cookies)
        page = context.new_page()
        page.goto(address)
        return float(page.evaluate(FIRST_PAINT))


def add(address: str, told: Sequence[Reading], done: Queue[tuple[float, str]], go_on: Event) -> None:
    """Add reports one by one, each when asked to; tell when each was in and an incident that it is about."""
    with Book.open(address) as book:
        for second, each in enumerate(told):
            go_on.wait()
            go_on.clear()
            added = book.add(each, now=f"{NOW[:17]}{second + 1:02}Z")
            done.put((time.time(), added.incidents[0] if added.incidents else ""))


def follow(page: Page, base: str, address: str) -> dict[str, list[float]]:
    """Return how long what another process adds takes to stand on open pages: the list, an incident."""
    spawn = multiprocessing.get_context("spawn")
    done, go_on = spawn.Queue(), spawn.Event()
    told = [
        each.reading for each in cover(make_world(seed=7, incidents=1, days=9), seed=7, reports=2 * ROUNDS)
    ]
    adding = spawn.Process(target=add, args=(address, told, done, go_on))
    adding.start()
    waits: dict[str, list[float]] = {"front": [], "incident": []}
    incident = ""
    for number in range(len(told)):
        kind = "front" if number < ROUNDS else "incident"
        page.goto(base + ("/" if kind == "front" else f"/incidents/{incident}"))
        page.wait_for_timeout(1_000)
        before = page.inner_html("[data-live=fresh], [data-live=reports]")
        go_on.set()
        entered, incident = done.get(timeout=60)
        page.wait_for_function(CHANGED, arg=before, timeout=60_000, polling=20)
        waits[kind].append(1000 * (time.time() - entered))
    adding.join()
    return waits


@contextmanager
def desk_at(ledger: str, folder: str) -> Iterator[str]:
    """Serve a book; give the address that signs one in."""
    command = [str(Path(sys.executable).with_name("oqiga")), "serve", "--port", "0", "--ledger", ledger]
    served = subprocess.Popen(
        [*command, "--people", f"{folder}/people.db"], stdout=subprocess.PIPE, text=True
    )
    assert served.stdout is not None
    try:
        yield next(line.strip() for line in served.stdout if "/enter?" in line)
    finally:
        served.terminate()
        served.wait()


def main() -> None:
    """Open a desk, measure its front page and its first incident, then add reports."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_book_options(parser)
    with tempfile.TemporaryDirectory() as folder:
        place = copied(parser.parse_args(), Path(folder))
        with desk_at(place.address, folder) as address, sync_playwright() as started:
            program = os.environ.get("OQIGA_CHROMIUM", "/usr/bin/chromium")
            browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
            context = browser.new_context()
            page = context.new_page()
            page.goto(address)
            cookies: list[Any] = list(context.cookies())
            base = address.split("/enter?")[0]
            one = page.get_attribute(".incident", "data-id")
            for name, path in (("front", "/"), ("incident", f"/incidents/{one}")):
                times = [first_paint(browser, base + path, cookies) for _ in range(ROUNDS)]
                print(f"{name:9} first paint {statistics.median(times):6.0f} ms (most {max(times):.0f})")
            for name, times in follow(page, base, place.address).items():
                print(f"{name:9} followed in {statistics.median(times):6.0f} ms (most {max(times):.0f})")
            browser.close()


if __name__ == "__main__":
    main()
