"""What became of an incident that an alert was sent about: why its alert no longer holds."""

from __future__ import annotations

from oqiga.book.book import Book
from oqiga.book.questions import filed_incident, show
from oqiga.errors import NotFoundError


def fate(book: Book, incident: str) -> str | None:
    """Return why alerts about an incident are to be cancelled, None while it stands in the book."""
    filed = filed_incident(book, incident)
    if filed is not None:
        return "reports now tell it as the background of something else" if filed.background else None
    try:
        now = show(book, incident).incident
    except NotFoundError:
        return "no claim about it stands any longer"
    return f"it is part of {now.id} now: {now.title}"
