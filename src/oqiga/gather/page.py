"""A news page to its parts: metadata from JSON-LD and meta tags, the article's text by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import trafilatura
from htmldate import find_date
from lxml import etree, html

from oqiga.errors import GatherError
from oqiga.gather.linked import absolute, linked_things, moment, one_line, parsed, types_of

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
_MOST_ELEMENTS = 50_000
"""Live blogs of a whole day stay under 20,000."""
_HTML_OPENING = re.compile(
    r"<(?:!doctype\s{1,9}html|html|head|body|article|div|p|meta|title)\b", re.IGNORECASE
)
_TITLE_META = ("og:title", "twitter:title")
_PUBLISHED_META = ("article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date")
_SEEN = etree.XPath(
    "//text()[not(parent::script or parent::style or parent::noscript or parent::template)]",
    smart_strings=False,
)
_HOW_MANY = etree.XPath("count(//*)")
_SHORTEST_ARTICLE = 250
"""In characters: with less in its paragraphs, a page keeps its article somewhere else."""
_UPDATED_META = ("article:modified_time", "datemodified", "og:updated_time")


Worth = Callable[[str], bool]
"""Tells from all words of a page whether its article is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The parts of one news page.

    published, updated: ISO 8601 with the zone the page gives; text: not yet cleaned.
    skimmed: the article was not wanted and was cut out the quick way.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    text: str = ""
    skimmed: bool = False


def looks_like_html(text: str) -> bool:
    """Tell a page from a text, by the tags near its start."""
    return bool(_HTML_OPENING.search(text[:5000]))


def read_page(markup: str, *, subject: str, worth: Worth | None = None) -> Page:
    """Extract the article of a page. Raises GatherError when there is none.

    worth: tells from all words of a page whether its article is wanted; of a page that is not, the article
    is cut out the quick way, which now and then keeps or loses a paragraph. None takes care with every page.
    """
    tree = parsed(markup)
    if tree is None:
        raise GatherError("not readable as HTML", subject=subject)
    elements: Any = _HOW_MANY(tree)  # the stubs know no more of what an XPath finds
    if elements > _MOST_ELEMENTS:
        raise GatherError(f"more than {_MOST_ELEMENTS:,} elements, no news page", subject=subject)
    metadata = _merged(_linked_metadata(tree), _meta_tags(tree))
    if metadata.published is None:
        metadata = replace(metadata, published=_guessed(tree))
    careful = worth is None or worth(f"{metadata.title or ''}\n{_all_words(tree)}")
    text = _article_text(markup, tree, careful=careful)
    if not text.strip():
        raise GatherError("no article on this page", subject=subject)
    return replace(metadata, text=text, skimmed=not careful)


def _all_words(tree: html.HtmlElement) -> str:
    """Return the words of everything a reader may see, the article's among them."""
    words: Any = _SEEN(tree)
    return " ".join(words)


def _article_text(markup: str, tree: html.HtmlElement, *, careful: bool) -> str:
    """Return the article's paragraphs; of a page that trafilatura finds empty, its bare paragraphs.

    The tree is used up.
    """
    if not careful:
        quick = _bare_paragraphs(tree)
        if len(quick) >= _SHORTEST_ARTICLE:
            return quick
    extracted = trafilatura.extract(
        tree,
        include_comments=False,
        include_tables=False,
        favor_recall=True,
        deduplicate=False,
        fast=not careful,
    )
    if extracted:
        return "\n\n".join(line.lstrip("- ") for line in extracted.splitlines() if line.strip())
    fresh = parsed(markup)
    return _bare_paragraphs(fresh) if fresh is not None else ""


def _bare_paragraphs(tree: html.HtmlElement) -> str:
    """Return the paragraphs of the first article on a page, of the whole page where none is marked."""
    article = next(tree.iter("article"), tree)
    return "\n\n".join(" ".join(each.text_content().split()) for each in article.iter("h1", "p"))


def _linked_metadata(tree: html.HtmlElement) -> Page:
    """Read schema.org metadata of the article, as pages carry them in JSON-LD."""
    for thing in linked_things(tree):
        if types_of(thing) & _ARTICLE_TYPES:
            return _from_article(thing)
    return Page()


def _from_article(thing: dict[str, Any]) -> Page:
    publisher = thing.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    language = one_line(thing.get("inLanguage"))
    return Page(
        title=one_line(thing.get("headline")) or one_line(thing.get("name")),
        publisher=one_line(name),
        published=moment(one_line(thing.get("datePublished")) or one_line(thing.get("coverageStartTime"))),
        updated=moment(one_line(thing.get("dateModified"))),
        url=one_line(thing.get("url")),
        language=language[:2].lower() if language else None,
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
        published=moment(published),
        updated=moment(next((tags[name] for name in _UPDATED_META if name in tags), None)),
        url=absolute(canonical) or absolute(tags.get("og:url")),
        language=(tree.get("lang") or "")[:2].lower() or None,
    )


def _heading(tree: html.HtmlElement) -> str | None:
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            words = " ".join(element.text_content().split())
            if words:
                return words
    return None


def _guessed(tree: html.HtmlElement) -> str | None:
    """Return the day htmldate finds in the page's own dates; it does not search the running text.

    Of a page with an impossible date, as with a zone of 25 hours, no day is known.
    """
    try:
        day: str | None = find_date(tree, extensive_search=False, original_date=True)
    except ValueError:
        return None
    return day


def _merged(*sources: Page) -> Page:
    def first(field: str) -> str | None:
        return next((getattr(each, field) for each in sources if getattr(each, field)), None)

    return Page(
        title=first("title"),
        publisher=first("publisher"),
        published=first("published"),
        updated=first("updated"),
        url=first("url"),
        language=first("language"),
    )
