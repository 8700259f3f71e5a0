"""Moments as outlets write them to ISO 8601, with the outlet's zone where they come without one."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_tz
from zoneinfo import ZoneInfo

from oqiga.model.moments import calendar_moment

_NAMED_HOURS = {
    "UT": 0,
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "MSK": 3,
    "MSD": 4,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
}
_NAMED_HOURS |= {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}


_YEARS = range(1000, 9000)
"""Years that a report can be of. Databases write the first and the last day of the calendar for "unknown"."""

_YEAR_ONE = re.compile(r"(?<!\S)000\d(?!\S)")
"""A year that the rules for mail would take for 2001."""


def is_plausible(moment: str) -> bool:
    """Tell whether an ISO 8601 moment is one of the calendar, and none that only stands for "unknown"."""
    try:
        return calendar_moment(moment).year in _YEARS
    except ValueError:
        return False


def feed_moment(written: str | None) -> str | None:
    """Return the moment of a feed's entry, ISO 8601; without an offset where the feed gives none it can tell.

    written: RFC 822 or ISO 8601, as feeds mix them. A zone by a name that is not known counts as none.
    """
    if written is None or not written.strip():
        return None
    text = written.strip()
    found = _from_iso(text) or _from_mail_date(text)
    return found if found is not None and is_plausible(found) else None


def told_moment(written: str) -> str:
    """Return the moment that a caller tells: as it is in ISO 8601, put into that from what feeds write too.

    Raises ValueError when it is no moment of the calendar, or one that only stands for "unknown".
    """
    found = written if is_plausible(written) else feed_moment(written)
    if found is None:
        raise ValueError(f"no moment at which a report came out: {written!r}")
    return found


def _from_iso(text: str) -> str | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if len(text) == len("2016-06-05") else _packed(found)


def _from_mail_date(text: str) -> str | None:
    parts = parsedate_tz(text)
    if parts is None or _YEAR_ONE.search(text):
        return None
    try:
        found = datetime(*parts[:6])
    except ValueError:
        return None
    last = text.rsplit(maxsplit=1)[-1]
    if last.upper() in _NAMED_HOURS:
        found = found.replace(tzinfo=timezone(timedelta(hours=_NAMED_HOURS[last.upper()])))
    elif last[:1] in "+-" and last[1:].replace(":", "").isdigit() and last != "-0000":
        found = found.replace(tzinfo=timezone(timedelta(seconds=parts[9] or 0)))
    return _packed(found)


def _packed(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def zoned(moment: str | None, zone: str | None) -> str | None:
    """Put a zone on a moment that comes without one; days, and what is no moment, stay as they are.

    zone: an IANA name such as "Asia/Almaty"; None leaves the moment as it is.
    """
    if moment is None or zone is None or "T" not in moment:
        return moment
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return moment if found.tzinfo is not None else found.replace(tzinfo=ZoneInfo(zone)).isoformat()
