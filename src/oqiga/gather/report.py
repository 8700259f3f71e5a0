"""One input to one report: decoded, told apart from its page, cleaned, its language known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from oqiga.errors import GatherError
from oqiga.gather.clean import Cleaned, clean
from oqiga.gather.decode import without_controls
from oqiga.gather.language import detect_language
from oqiga.gather.page import Page, Worth, looks_like_html, read_page
from oqiga.gather.paragraphs import paragraphs
from oqiga.gather.zones import is_plausible, told_moment, zoned
from oqiga.model.ids import report_id
from oqiga.model.moments import instant
from oqiga.model.report import Report

MAX_CHARACTERS = 120_000
"""The longest cleaned text taken for one report, about 20,000 words."""
_LONGEST_UNCLEANED = 10 * MAX_CHARACTERS

MAX_TOKENS = 25_000
"""The most words and marks in one report; what has more at that length is no running text."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the caller knows of a report beside its text; what it knows wins over what the text says.

    zone: IANA name of the outlet's zone, for moments that come without one.
    """

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    zone: str | None = None


def make_report(
    content: str, *, subject: str, known: Known | None = None, worth: Worth | None = None
) -> Report:
    """Make a report of a text or a page.

    content: decoded characters; HTML is recognised by its tags. subject: the input's name, for errors.
    worth: see `read_page`.
    Raises GatherError when nothing is left to read, or `known.published` is no date.
    """
    known = known or Known()
    page = read_page(content, subject=subject, worth=worth) if looks_like_html(content) else _plain(content)
    if len(page.text) > _LONGEST_UNCLEANED:
        raise GatherError(f"{len(page.text):,} characters, longer than any report", subject=subject)
    cleaned = clean(paragraphs(page.text), title=known.title or page.title)
    body = "\n\n".join(cleaned.body)
    if not any(ch.isalpha() for ch in body):
        raise GatherError("no text left to read", subject=subject)
    if len(body) > MAX_CHARACTERS:
        raise GatherError(f"{len(body):,} characters, longer than any report", subject=subject)
    if len(body) > MAX_TOKENS and sum(1 for _ in _TOKEN.finditer(body)) > MAX_TOKENS:
        raise GatherError(f"more than {MAX_TOKENS:,} words and marks, no running text", subject=subject)
    return _assembled(body, page, cleaned, _timed(known, subject))


def _timed(known: Known, subject: str) -> Known:
    """Return what is known with its moments in ISO 8601."""
    if not (known.published or "").strip():
        return replace(known, published=None)
    try:
        return replace(known, published=told_moment(known.published or ""))
    except ValueError as error:
        why = f"published takes an ISO 8601 date such as 2016-06-05, not {known.published!r}"
        raise GatherError(why, subject=subject) from error


def _plain(content: str) -> Page:
    return Page(text=content)


def _assembled(body: str, page: Page, cleaned: Cleaned, known: Known) -> Report:
    title = _shown(cleaned.title)
    url = known.url or page.url
    publisher = _shown(known.publisher or page.publisher)
    published = zoned(known.published or _moment(page.published, cleaned.published), known.zone)
    return Report(
        id=known.id or report_id(url=url, title=title, text=body),
        title=title,
        publisher=publisher,
        published=published,
        updated=_later(zoned(known.updated or _moment(page.updated), known.zone), published),
        language=known.language or _language(body, page),
        url=url,
        credits=tuple(name for name in cleaned.credits if name != publisher),
        text=body,
    )


def _language(body: str, page: Page) -> str | None:
    """Return the language of a text; pages are wrong about it, which matters only where one is to be read."""
    declared = page.language if page.skimmed else None
    return declared or detect_language(body) or page.language


def _shown(words: str | None) -> str | None:
    """Return a title or a name without the characters that no output can hold."""
    return without_controls(words).strip() or None if words else None


def _moment(*found: str | None) -> str | None:
    """Return the first moment of a page that can be one: "0001-01-01" stands for "unknown"."""
    return next((each for each in found if each and is_plausible(each)), None)


def _later(updated: str | None, published: str | None) -> str | None:
    """Return when a text was changed, None unless both moments are known and it was after publication."""
    if updated is None or published is None or "T" not in updated or "T" not in published:
        return None
    return updated if instant(updated) > instant(published) else None
