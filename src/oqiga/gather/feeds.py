"""Feeds to the addresses of reports: RSS, Atom, JSON Feed and news sitemaps."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import feedparser
from lxml import etree

from oqiga.errors import GatherError
from oqiga.gather.zones import feed_moment

_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE[^<>]{0,2000}\[)", re.IGNORECASE)
_SITEMAP = re.compile(rb"<(?:urlset|sitemapindex)\b")
_MOST = 5000
_MOST_TAGS = 150_000
_NEWS = {"news": "http://www.google.com/schemas/sitemap-news/0.9"}


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One report a feed announces. published: ISO 8601 as far as the feed tells."""

    url: str
    title: str | None
    published: str | None


def read_feed(content: bytes, *, subject: str) -> list[FeedEntry]:
    """Return the entries of a feed, in its order, each address once.

    Raises GatherError when it is no feed, or its XML declares entities.
    """
    if content.count(b"<") > _MOST_TAGS:
        raise GatherError("more markup than any feed has", subject=subject)
    stripped = content.lstrip()
    if stripped.startswith(b"{"):
        found = _json_feed(stripped, subject)
    elif _ENTITY.search(content):
        raise GatherError("XML that declares entities is not read", subject=subject)
    elif _SITEMAP.search(content[:4000]):
        found = _sitemap(stripped, subject)
    else:
        found = _syndicated(content, subject)
    once = {entry.url: entry for entry in reversed(found) if entry.url.startswith(("http://", "https://"))}
    return list(reversed(once.values()))[:_MOST]


def _syndicated(content: bytes, subject: str) -> list[FeedEntry]:
    parsed = feedparser.parse(content)
    if not parsed.get("version"):
        raise GatherError("not a feed", subject=subject)
    return [
        FeedEntry(str(entry.get("link", "")), _text(entry.get("title")), _stamp(entry))
        for entry in parsed.entries
    ]


def _stamp(entry: Any) -> str | None:
    return feed_moment(entry.get("published")) or feed_moment(entry.get("updated"))


def _json_feed(content: bytes, subject: str) -> list[FeedEntry]:
    try:
        packed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise GatherError("broken JSON", subject=subject) from error
    entries = packed.get("items") if isinstance(packed, dict) else None
    if not isinstance(entries, list) or "jsonfeed" not in str(packed.get("version", "")):
        raise GatherError("not a JSON Feed", subject=subject)
    named = [entry for entry in entries if isinstance(entry, dict)]
    return [
        FeedEntry(
            str(each.get("url", "")), _text(each.get("title")), feed_moment(_text(each.get("date_published")))
        )
        for each in named
    ]


def _sitemap(content: bytes, subject: str) -> list[FeedEntry]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(content, parser)
    if root is None:
        raise GatherError("broken XML", subject=subject)
    if etree.QName(root).localname == "sitemapindex":
        first = next((each.text or "" for each in root.iter("{*}loc")), "")
        raise GatherError(f"an index of sitemaps; name the one to read, such as {first}", subject=subject)
    found = []
    for url in root.iter("{*}url"):
        location = url.findtext("{*}loc")
        published = url.findtext(".//news:publication_date", namespaces=_NEWS)
        title = url.findtext(".//news:title", namespaces=_NEWS)
        if location:
            found.append(FeedEntry(location.strip(), _text(title), feed_moment(published)))
    return found


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
