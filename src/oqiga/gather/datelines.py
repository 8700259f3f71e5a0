"""Lines of a dump that hold nothing but a date: where the publication time is when no metadata gives it."""

from __future__ import annotations

import re
import warnings
from datetime import datetime
from typing import Any

from oqiga.gather.boilerplate import Boilerplate

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(?:19|20)\d\d(?!\d)")
_LEADING_YEAR = re.compile(r"((?:19|20)\d\d) (\d{1,2} [^\W\d_]{3,12})\b(.{0,40})")
_MAX_LENGTH = 70
_MAX_WORDS = 9


def date_line(paragraph: str, rules: Boilerplate) -> str | None:
    """Return the moment a line names, ISO 8601, if the line holds nothing but a label and a full date.

    Numeric dates whose day and month cannot be told apart (5/6/2016) give None.
    """
    if len(paragraph) > _MAX_LENGTH or len(paragraph.split()) > _MAX_WORDS or not _YEAR.search(paragraph):
        return None
    line = paragraph.lower().strip(" |•·-—–")
    for opening in rules.published_openings:
        if line.startswith(opening):
            line = line[len(opening) :].strip(" :|–—-")
            break
    line = _day_first(" ".join(word for word in line.split() if word not in rules.year_words))
    numeric = _NUMERIC.search(line)
    if numeric and numeric.group(2) != "." and int(numeric.group(1)) <= 12 and int(numeric.group(3)) <= 12:
        return None
    moment = _parsed(line)
    if moment is None:
        return None
    timed = _CLOCK.search(_NUMERIC.sub(" ", line))
    return moment.strftime("%Y-%m-%dT%H:%M") if timed else moment.strftime("%Y-%m-%d")


def _day_first(line: str) -> str:
    """Put a year that leads the line behind the day and month: "2016 6 маусым, 12:10"."""
    leading = _LEADING_YEAR.match(line)
    if leading is None:
        return line
    return f"{leading.group(2)} {leading.group(1)}{leading.group(3)}"


def _parsed(line: str) -> datetime | None:
    """Parse a whole line as a date with day, month and year; None when anything is left over."""
    settings: dict[str, Any] = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    settings |= {"DATE_ORDER": "DMY", "PREFER_LOCALE_DATE_ORDER": False}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from dateparser import parse

        found: datetime | None = parse(line, languages=["en", "ru", "kk"], settings=settings)
    return found.replace(tzinfo=None) if found else None
