"""Time the first paint of the desk's pages in Chromium.

python scripts/desk_paint.py --ledger out/demo.db

OQIGA_CHROMIUM names the program if it is not /usr/bin/chromium. Printed: milliseconds from asking for the
page to the first contentful paint, with an empty cache, the middle one of five rounds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FIRST_PAINT = """() => new Promise((done) => {
  const found = performance.getEntriesByName('first-contentful-paint')[0];
  if (found) done(found.startTime);
  else new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (each.name === 'first-contentful-paint') done(each.startTime);
  }).observe({ type: 'paint', buffered: true });
})"""
ROUNDS = 5


def first_paint(browser: Browser, address: str, cookies: list[object]) -> float:
    """Return the first paint of a page in a fresh browser context, in milliseconds."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.add_cookies(cookies)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address)
        return float(page.evaluate(FIRST_PAINT))


def main() -> None:
    """Open a desk, measure its front page and its first incident."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledger", required=True)
    ledger = parser.parse_args().ledger
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).with_name("oqiga")), "serve", "--port", "0", "--ledger", ledger]
        command += ["--people", f"{folder}/people.db"]
        served = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert served.stdout is not None
        address = next(line.strip() for line in served.stdout if "/enter?" in line)
        try:
            with sync_playwright() as started:
                program = os.environ.get("OQIGA_CHROMIUM", "/usr/bin/chromium")
                browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
                context = browser.new_context()
                page = context.new_page()
                page.goto(address)
                cookies: list[object] = list(context.cookies())
                base = address.split("/enter?")[0]
                one = page.get_attribute(".incident", "data-id")
                for name, path in (("front", "/"), ("incident", f"/incidents/{one}")):
                    times = [first_paint(browser, base + path, cookies) for _ in range(ROUNDS)]
                    print(f"{name:9} first paint {statistics.median(times):6.0f} ms (most {max(times):.0f})")
                browser.close()
        finally:
            served.terminate()
            served.wait()


if __name__ == "__main__":
    main()
