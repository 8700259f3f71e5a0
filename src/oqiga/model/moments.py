"""Moments of partial precision: when something was surely known, which came first, how a person writes it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta
from functools import lru_cache

_ISO = re.compile(
    r"^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def _parts(moment: str) -> tuple[list[int], timedelta]:
    match = _ISO.match(moment)
    if match is None:
        raise ValueError(f"not an ISO 8601 date or moment: {moment!r}")
    numbers = [int(part) for part in match.groups()[:6] if part is not None]
    zone = match.group(7)
    if zone in (None, "Z"):
        return numbers, timedelta(0)
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return numbers, offset if zone[0] == "+" else -offset


@lru_cache(maxsize=65536)
def earliest(moment: str) -> datetime:
    """Return the first instant (UTC) that `moment` may mean; a moment without offset is taken as UTC."""
    numbers, offset = _parts(moment)
    filled = numbers + [1, 1, 0, 0, 0][len(numbers) - 1 :]
    return datetime(*filled[:6], tzinfo=UTC) - offset  # type: ignore[arg-type, misc]


def calendar_moment(moment: str) -> datetime:
    """Return the first instant of an ISO 8601 moment. Raises ValueError when there is none such."""
    try:
        return earliest(moment)
    except OverflowError as error:
        raise ValueError(f"outside of the calendar: {moment!r}") from error


@lru_cache(maxsize=65536)
def latest(moment: str) -> datetime:
    """Return the last instant (UTC) that `moment` may mean: "2019-04" ends with April."""
    numbers, _ = _parts(moment)
    start = earliest(moment)
    if len(numbers) <= 2:
        month = numbers[1] if len(numbers) == 2 else 12
        days = monthrange(start.year, month)[1]
        return start.replace(month=month, day=days, hour=23, minute=59, second=59)
    width = {3: timedelta(days=1), 4: timedelta(hours=1), 5: timedelta(minutes=1), 6: timedelta(seconds=1)}
    return start + (width[len(numbers)] - timedelta(seconds=1))


def instant(moment: str) -> str:
    """Return the last instant that `moment` may mean in one form (UTC, to the second) that sorts by time."""
    return latest(moment).strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")


def known_by(moment: str, as_of: str | None) -> bool:
    """Tell whether something dated `moment` was surely known as of `as_of` (None: always).

    A date alone is known at the end of its day; "as of" a date means the end of that day.
    """
    return as_of is None or latest(moment) <= latest(as_of)


def day_of(moment: str) -> int | None:
    """Return the day of `moment` as an ordinal, None when it is less exact than a day."""
    return earliest(moment).toordinal() if len(moment) >= 10 else None


def written(moment: str | None) -> str:
    """Return the day as a person writes it ("25 April 2019"), "an unknown day" for None."""
    if moment is None:
        return "an unknown day"
    parts = moment[:10].split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
