"""Looking at feeds, one round after another: what is due is fetched, read and entered in the book."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from oqiga.errors import GatherError
from oqiga.gather.addresses import page_input
from oqiga.gather.feeds import FeedEntry, read_feed
from oqiga.gather.fetch import Fetched, Fetcher
from oqiga.gather.inputs import RawInput
from oqiga.gather.live import parted
from oqiga.gather.report import Known
from oqiga.watch.feedlist import FeedList, WatchedFeed
from oqiga.watch.robots import Robots
from oqiga.watch.state import FeedState, SeenPage, WatchState, save_state

_LONGEST_BACK_OFF = 6 * 60.0
_HOUR_S = 3600.0
_MOST_FAILURES = 8
_JITTER = 0.1

Enter = Callable[[Sequence[RawInput]], Sequence[str]]
"""Reads the parts of a page and enters them in the book together; gives "entered", "known", "revised" or
"rejected" of each."""


@dataclass(frozen=True, slots=True)
class Look:
    """What came of one page, or of one feed (url is then the feed's). why: of a failure, else ""."""

    feed: str
    url: str
    status: str
    why: str = ""


class Watch:
    """Watches a list of feeds.

    clock: seconds since 1970. sleep: waits so many seconds. rng: for the jitter between looks.
    """

    def __init__(
        self,
        feeds: FeedList,
        state: WatchState,
        *,
        fetcher: Fetcher,
        enter: Enter,
        memory: Path,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        rng: random.Random,
    ) -> None:
        self._feeds = feeds
        self._state = state
        self._fetcher = fetcher
        self._enter = enter
        self._memory = memory
        self._clock = clock
        self._sleep = sleep
        self._rng = rng
        self._robots = Robots(self._polite, clock)
        self._last_request: dict[str, float] = {}

    def run_round(self) -> Iterator[Look]:
        """Look at every feed that is due and at every page due to be looked at again."""
        for feed in self._feeds.feed:
            state = self._state.of(feed.name)
            if self._has_come(state.due, self._wait_s(feed, state.failures)):
                yield from self._look_at(feed, state)
                save_state(self._state, self._memory)
            for url, page in list(state.pages.items()):
                if page.next_look is not None and self._has_come(page.next_look, self._longest_s(feed)):
                    yield from self._fetch_page(feed, state, url, page)
                    save_state(self._state, self._memory)

    def seconds_to_next(self) -> float:
        """Return how long until something is due."""
        dues = [self._state.of(feed.name).due for feed in self._feeds.feed]
        dues += [
            page.next_look
            for feed in self._feeds.feed
            for page in self._state.of(feed.name).pages.values()
            if page.next_look is not None
        ]
        return max(0.0, min(dues) - self._clock())

    def silent(self) -> list[tuple[str, float | None]]:
        """Return the feeds that have told nothing new for longer than they should, and since when."""
        now = self._clock()
        found = []
        for feed in self._feeds.feed:
            last = self._state.of(feed.name).last_new
            if last is None or now - last > feed.silent_after * 60:
                found.append((feed.name, last))
        return found

    def _look_at(self, feed: WatchedFeed, state: FeedState) -> Iterator[Look]:
        try:
            fetched = self._polite(feed.url, etag=state.etag, last_modified=state.last_modified)
            entries = [] if fetched.status == 304 else read_feed(fetched.content, subject=feed.url)
        except GatherError as error:
            state.failures += 1
            state.last_error = error.message
            state.due = self._later(self._wait_s(feed, state.failures))
            yield Look(feed.name, feed.url, "failed", error.message)
            return
        state.failures, state.last_error = 0, None
        fresh = [entry for entry in entries if entry.url not in state.pages]
        for entry in fresh[: feed.most_per_look]:
            page = SeenPage(published=entry.published, title=entry.title)
            yield from self._fetch_page(feed, state, entry.url, page)
        if len(fresh) <= feed.most_per_look and fetched.status != 304:
            state.etag, state.last_modified = fetched.etag, fetched.last_modified
        self._forget(state, entries)
        state.due = self._later(feed.every * 60)

    def _fetch_page(self, feed: WatchedFeed, state: FeedState, url: str, page: SeenPage) -> Iterator[Look]:
        """Fetch one page and enter it; it is remembered only after the book has it."""
        looks = self._attempt(feed, url, page)
        page.next_look = self._next_look(feed, page, looks)
        state.pages[url] = page
        for look in looks:
            if look.status in ("entered", "revised"):
                state.entered += 1
                state.last_new = self._clock()
            elif look.status in ("rejected", "failed", "disallowed"):
                state.refused += 1
        yield from looks

    def _next_look(self, feed: WatchedFeed, page: SeenPage, looks: Sequence[Look]) -> float | None:
        """Return when to look again: soon at a live page, ever later at one that fails, None when done.

        A page that cannot be had is given up after 8 tries, one that robots.txt forbids at once.
        """
        if looks[0].status == "disallowed":
            return None
        if looks[0].status == "failed":
            page.failures += 1
            wait = self._wait_s(feed, page.failures)
            return self._later(wait) if page.failures < _MOST_FAILURES else None
        page.failures = 0
        if len(looks) > 1 and any(look.status in ("entered", "revised") for look in looks):
            page.looks = 0
            return self._later(feed.every * 60)
        page.looks += 1
        waits = self._feeds.recheck_hours
        return self._clock() + waits[page.looks - 1] * _HOUR_S if page.looks <= len(waits) else None

    def _attempt(self, feed: WatchedFeed, url: str, page: SeenPage) -> list[Look]:
        """Fetch and enter a page: one look, or one for each post of a live blog."""
        try:
            if not self._robots.allow(url):
                return [Look(feed.name, url, "disallowed", "robots.txt")]
            fetched = self._polite(url, etag=page.etag, last_modified=page.last_modified)
            if fetched.status == 304:
                return [Look(feed.name, url, "known")]
            raw = page_input(fetched, url, self._known(feed, url, page))
        except GatherError as error:
            return [Look(feed.name, url, "failed", error.message)]
        parts = list(parted(raw))
        looks = [
            Look(feed.name, part.known.url or url, status)
            for part, status in zip(parts, self._enter(parts), strict=True)
        ]
        page.etag, page.last_modified = fetched.etag, fetched.last_modified
        return looks

    @staticmethod
    def _known(feed: WatchedFeed, url: str, page: SeenPage) -> Known:
        return Known(
            publisher=feed.name, published=page.published, url=url, language=feed.language, zone=feed.zone
        )

    def _polite(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Fetch, with a pause between two requests to one host."""
        host = urlsplit(url).netloc
        wait = self._last_request.get(host, 0.0) + self._feeds.pause - self._clock()
        if wait > 0:
            self._sleep(min(wait, self._feeds.pause))
        try:
            return self._fetcher(url, etag=etag, last_modified=last_modified)
        finally:
            self._last_request[host] = self._clock()

    def _later(self, seconds: float) -> float:
        return self._clock() + seconds * self._rng.uniform(1 - _JITTER, 1 + _JITTER)

    def _has_come(self, moment: float, longest: float) -> bool:
        """Tell whether a moment has come; one too far off was set before the clock went back."""
        ahead = moment - self._clock()
        return ahead <= 0 or ahead > longest * (1 + _JITTER)

    @staticmethod
    def _wait_s(feed: WatchedFeed, failures: int) -> float:
        """Return the seconds between two looks: ever longer after failures in a row."""
        longest = max(_LONGEST_BACK_OFF, feed.every)
        backed_off: float = feed.every * 2 ** min(failures, _MOST_FAILURES)
        return 60 * min(longest, backed_off)

    def _longest_s(self, feed: WatchedFeed) -> float:
        """Return the longest time between two looks at a page, in seconds."""
        waits = [hours * _HOUR_S for hours in self._feeds.recheck_hours]
        return max([self._wait_s(feed, _MOST_FAILURES), *waits])

    @staticmethod
    def _forget(state: FeedState, entries: list[FeedEntry]) -> None:
        """Drop pages that have left the feed and need no further look."""
        announced = {entry.url for entry in entries}
        for url in [url for url, page in state.pages.items() if page.next_look is None]:
            if entries and url not in announced:
                del state.pages[url]
