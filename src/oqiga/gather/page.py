"""A news page to its parts: metadata from JSON-LD and meta tags, the article's text by trafilatura."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import trafilatura
from htmldate import find_date
from lxml import etree, html

from oqiga.errors import GatherError

_MOMENT = re.compile(
    r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$"
)
_ARTICLE_TYPES = frozenset(
    {
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "AnalysisNewsArticle",
    }
)
_HTML_OPENING = re.compile(
    r"<(?:!doctype\s{1,9}html|html|head|body|article|div|p|meta|title)\b", re.IGNORECASE
)
_TITLE_META = ("og:title", "twitter:title")
_PUBLISHED_META = ("article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date")
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of one news page. published: ISO 8601 with the zone the page gives; text: not yet cleaned."""

    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    text: str


def looks_like_html(text: str) -> bool:
    """Tell a page from a text, by the tags near its start."""
    return bool(_HTML_OPENING.search(text[:5000]))


def read_page(markup: str, *, subject: str) -> Page:
    """Extract the article of a page. Raises GatherError when there is none."""
    tree = _parsed(markup, subject)
    metadata = _merged(_linked_metadata(tree), _meta_tags(tree), _guessed(tree))
    text = _article_text(markup, tree)
    if not text.strip():
        raise GatherError("no article on this page", subject=subject)
    return replace(metadata, text=text)


def _parsed(markup: str, subject: str) -> html.HtmlElement:
    try:
        tree = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise GatherError(f"not readable as HTML: {error}", subject=subject) from error
    return tree


def _article_text(markup: str, tree: html.HtmlElement) -> str:
    """Return the article's paragraphs; of a page that trafilatura finds empty, its bare paragraphs."""
    extracted = trafilatura.extract(
        markup, include_comments=False, include_tables=False, favor_recall=True, deduplicate=False
    )
    if extracted:
        return "\n\n".join(line.lstrip("- ") for line in extracted.splitlines() if line.strip())
    return "\n\n".join(" ".join(each.text_content().split()) for each in tree.iter("p", "h1"))


def _linked_metadata(tree: html.HtmlElement) -> Page:
    """Read schema.org metadata of the article, as pages carry them in JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type", "").lower() != "application/ld+json":
            continue
        try:
            packed = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue  # a broken block of metadata tells nothing; the page's other metadata may
        for thing in _things(packed, 0):
            types = thing.get("@type")
            named = set(types) if isinstance(types, list) else {types}
            if named & _ARTICLE_TYPES:
                return _from_article(thing)
    return Page(None, None, None, None, None, "")


def _things(packed: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(packed, list):
        for each in packed:
            yield from _things(each, depth + 1)
    elif isinstance(packed, dict):
        yield packed
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(packed.get(key), depth + 1)


def _from_article(thing: dict[str, Any]) -> Page:
    publisher = thing.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    language = _text(thing.get("inLanguage"))
    return Page(
        title=_text(thing.get("headline")) or _text(thing.get("name")),
        publisher=_text(name),
        published=_moment(_text(thing.get("datePublished")) or _text(thing.get("coverageStartTime"))),
        url=_text(thing.get("url")),
        language=language[:2].lower() if language else None,
        text="",
    )


def _meta_tags(tree: html.HtmlElement) -> Page:
    tags: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            tags.setdefault(name, content)
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    published = next((tags[name] for name in _PUBLISHED_META if name in tags), None)
    return Page(
        title=next((tags[name] for name in _TITLE_META if name in tags), None) or _heading(tree),
        publisher=tags.get("og:site_name"),
        published=_moment(published),
        url=_absolute(canonical) or _absolute(tags.get("og:url")),
        language=(tree.get("lang") or "")[:2].lower() or None,
        text="",
    )


def _heading(tree: html.HtmlElement) -> str | None:
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            words = " ".join(element.text_content().split())
            if words:
                return words
    return None


def _guessed(tree: html.HtmlElement) -> Page:
    """Take the day htmldate finds in the page's own dates; it does not search the running text."""
    day = find_date(tree, extensive_search=False, original_date=True)
    return Page(None, None, day, None, None, "")


def _merged(*sources: Page) -> Page:
    def first(field: str) -> str | None:
        return next((getattr(each, field) for each in sources if getattr(each, field)), None)

    return Page(first("title"), first("publisher"), first("published"), first("url"), first("language"), "")


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _absolute(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None


def _moment(value: str | None) -> str | None:
    """Return an ISO 8601 moment in the record's form, None when the value is anything else."""
    if value is None or not _MOMENT.match(value.strip()):
        return None
    moment = value.strip().replace(" ", "T", 1).replace(" ", "")
    zone = moment[-5:]
    if "T" in moment and zone[0] in "+-" and ":" not in zone:
        moment = f"{moment[:-2]}:{moment[-2:]}"
    return moment
