"""Addresses to inputs: a page is one report, a feed is all it announces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oqiga.errors import GatherError
from oqiga.gather.archives import from_pdf
from oqiga.gather.feeds import read_feed
from oqiga.gather.fetch import Fetched, Fetcher
from oqiga.gather.inputs import RawInput, Unreadable
from oqiga.gather.report import Known

_FEED_TYPES = ("rss", "atom", "feed+json", "xml")
_FEED_OPENINGS = (b"<rss", b"<feed", b"<urlset", b"<rdf", b"<!doctype rss")


def is_address(name: str) -> bool:
    """Tell whether a name is an address and not a path."""
    return name.startswith(("http://", "https://"))


def from_address(url: str, fetcher: Fetcher, known: Known) -> Iterator[RawInput | Unreadable]:
    """Fetch one address; of a feed, every report it announces."""
    try:
        fetched = fetcher(url)
        if not _is_feed(fetched):
            yield page_input(fetched, url, known)
            return
        entries = read_feed(fetched.content, subject=url)
    except GatherError as error:
        yield Unreadable(url, error)
        return
    for entry in entries:
        try:
            found = replace(known, published=entry.published, url=entry.url)
            yield page_input(fetcher(entry.url), entry.url, found)
        except GatherError as error:
            yield Unreadable(entry.url, error)


def page_input(fetched: Fetched, url: str, known: Known) -> RawInput:
    """Return the input of a fetched page or official notice, under the address it was asked by."""
    found = replace(known, url=known.url or url)
    if fetched.content.startswith(b"%PDF-"):
        return from_pdf(fetched.content, subject=url, known=found)
    return RawInput(url, fetched.content, found)


def _is_feed(fetched: Fetched) -> bool:
    kind = fetched.headers.get("content-type", "").lower()
    opening = fetched.content[:1000].lower()
    if "html" in kind:
        return False
    return any(word in kind for word in _FEED_TYPES) or any(word in opening for word in _FEED_OPENINGS)
