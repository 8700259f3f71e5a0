"""The date of an incident, as the task writes it: a day, or "on or before" the day of the report."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.mentions import TimeMention
from oqiga.model.span import Span
from oqiga.model.syntax import Document

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FARTHEST = 62
"""Days before the report: older incidents are history."""


def date_of(
    document: Document, times: Sequence[TimeMention], fillers: Sequence[Span], published: str | None
) -> str | None:
    """Return the date of the incident whose fillers stand at these spans, the surest first.

    The first day told in a sentence of a filler counts, or in the one before it.
    """
    exact = [each for each in times if _is_day(each, published)]
    for reach in (0, 1):
        for filler in fillers:
            found = _told_near(document, exact, filler, reach)
            if found is not None:
                return found
    return f"/{published}" if published else None


def _told_near(document: Document, exact: Sequence[TimeMention], filler: Span, reach: int) -> str | None:
    sentences = document.sentences
    at = next(
        (i for i, each in enumerate(sentences) if each.span.start <= filler.start < each.span.end), None
    )
    if at is None or at < reach:
        return None
    inside = [each for each in exact if sentences[at - reach].span.covers(each.span)]
    nearest = min(inside, key=lambda each: abs(each.span.start - filler.start), default=None)
    return nearest.when.start[:10] if nearest and nearest.when and nearest.when.start else None


def _is_day(mention: TimeMention, published: str | None) -> bool:
    when = mention.when
    if when is None or when.start is None or not when.precision.of_one_day or len(when.start) < 10:
        return False
    if any(day in mention.text.lower() for day in _WEEKDAYS):
        return False  # the task takes a day of the week for "on or before the report"
    if published is None:
        return True
    return when.start[:10] <= published and _days(when.start, published) <= _FARTHEST


def _days(start: str, published: str) -> int:
    from datetime import date

    return (date.fromisoformat(published) - date.fromisoformat(start[:10])).days
