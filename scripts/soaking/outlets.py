"""Local outlets that announce more and more reports of an invented world, some of them changed later."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from html import escape

from kill_watch import Outlets

from oqiga.simulate.coverage import Told

_IN_A_FEED = 60
CHANGED_EVERY, CHANGED_AFTER_S = 10, 45.0
"""Every tenth report is changed so long after its announcement."""
CHANGE = "The list of those who died was closed late in the evening."


class GrowingOutlets(Outlets):
    """So many feeds that together announce the next report every so many seconds, until stopped.

    slow_s: seconds each answer takes at present.
    """

    def __init__(self, told: Sequence[Told], *, feeds: int, every: float) -> None:
        self.told, self.every, self.slow_s = told, every, 0.0
        self._began = time.monotonic()
        self._final = len(told)
        super().__init__(feeds, 0)

    @property
    def announced(self) -> int:
        """How many reports are announced by now."""
        return min(self._final, 1 + int((time.monotonic() - self._began) / self.every))

    def stop(self) -> None:
        """Announce nothing more."""
        self._final = self.announced

    def path_of(self, number: int) -> str:
        """Return the path of a report's page."""
        return f"/{number % self.feeds}/page/{number}"

    def pages(self) -> Iterator[str]:
        """Yield the path of every report that was announced."""
        yield from map(self.path_of, range(self.announced))

    def changed(self) -> Iterator[str]:
        """Yield the paths of those that are changed by now."""
        yield from (self.path_of(number) for number in range(self.announced) if self._is_changed(number))

    def answer(self, path: str) -> bytes:
        """Return a feed of the latest reports, or a page, nothing where there is none."""
        if self.slow_s:
            time.sleep(self.slow_s)
        parts = path.strip("/").split("/")
        if parts[-1] == "rss" and parts[0].isdigit():
            return self._feed(int(parts[0]))
        if len(parts) == 3 and parts[2].isdigit() and int(parts[2]) < self.announced:
            return self._page(int(parts[2]))
        return b""

    def _is_changed(self, number: int) -> bool:
        age = time.monotonic() - self._began - number * self.every
        return number % CHANGED_EVERY == 0 and age > CHANGED_AFTER_S

    def _feed(self, feed: int) -> bytes:
        own = range(feed, self.announced, self.feeds)[-_IN_A_FEED:]
        entries = "".join(
            f"<item><link>{self.root}{self.path_of(number)}</link>"
            f"<pubDate>{format_datetime(self.told[number].published)}</pubDate></item>"
            for number in own
        )
        return f'<rss version="2.0"><channel><title>Outlet {feed}</title>{entries}</channel></rss>'.encode()

    def _page(self, number: int) -> bytes:
        report = self.told[number].reading.report
        paragraphs = [*report.text.split("\n\n"), *([CHANGE] if self._is_changed(number) else [])]
        title = escape(report.text.split(". ")[0])
        body = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
        return (
            f'<!doctype html><html lang="{report.language}"><head><title>{title}</title></head>'
            f"<body><article><h1>{title}</h1>{body}</article></body></html>"
        ).encode()
