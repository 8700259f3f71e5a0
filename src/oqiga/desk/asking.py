"""From the words of an address to a question to the book: dates, circles, types, checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from fastapi import Query

from oqiga.book.asked import circle_around, kilometres_of, no_date
from oqiga.desk.typed import Distance, Moment
from oqiga.errors import NotFoundError, UsageError
from oqiga.ledger.asking import Near, Question
from oqiga.ledger.wording import asked_words
from oqiga.model.moments import calendar_moment
from oqiga.model.terms import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the list of incidents, as it stands in an address. search: words in what is known."""

    near: str | None = None
    within: str = "25km"
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    min_killed: int | None = None
    disputed: bool = False
    changed_since: str | None = None
    background: bool = False
    search: str | None = None
    as_of: str | None = None

    def question(self) -> Question:
        """Return the question to the book. Raises NotFoundError for a place nobody knows."""
        return Question(
            near=circle(self.near, self.within),
            since=self.since,
            until=self.until,
            types=self.types,
            min_killed=self.min_killed,
            disputed=self.disputed,
            changed_since=self.changed_since,
            background=self.background,
            words=None if self.search is None else asked_words(self.search),
        )


def asked(
    near: Annotated[
        str | None, Query(max_length=200, description='A place or a point "50.28,57.17".')
    ] = None,
    within: Annotated[Distance, Query(max_length=12, description="How near: 50km.")] = "25km",
    since: Annotated[
        Moment | None, Query(max_length=40, description="Happened then or later, ISO 8601.")
    ] = None,
    until: Annotated[Moment | None, Query(max_length=40, description="Happened on or before.")] = None,
    type: Annotated[list[EventType] | None, Query(description="Of this type; may be repeated.")] = None,
    min_killed: Annotated[int | None, Query(ge=0, le=10_000_000)] = None,
    disputed: Annotated[bool, Query(description="Only those with a dispute.")] = False,
    changed_since: Annotated[Moment | None, Query(max_length=40)] = None,
    background: Annotated[bool, Query(description="Also those that reports only mention.")] = False,
    search: Annotated[str | None, Query(max_length=200, description="Words in what is known.")] = None,
    as_of: Annotated[Moment | None, Query(max_length=40, description="Only what was known by then.")] = None,
) -> Asked:
    """Read the question out of an address. Raises UsageError for what is no date or no distance."""
    kilometres_of(within, name="within")
    return Asked(
        near=near or None,
        within=within,
        since=checked_date(since, "since"),
        until=checked_date(until, "until"),
        types=tuple(each.value for each in type or ()),
        min_killed=min_killed,
        disputed=disputed,
        changed_since=checked_date(changed_since, "changed_since"),
        background=background,
        search=(search or "").strip() or None,
        as_of=checked_date(as_of, "as_of"),
    )


@lru_cache(maxsize=4096)
def checked_date(moment: str | None, name: str) -> str | None:
    """Return the moment; "" is None. Raises UsageError when it is no ISO 8601 date.

    A "+" that an address has turned into a space is put back.
    """
    if not moment:
        return None
    written = moment.strip().replace(" ", "+")
    try:
        if not 1000 <= calendar_moment(written).year <= 9990:
            raise ValueError("no year of news")
    except ValueError as error:
        raise no_date(name, moment) from error
    return written


def circle(near: str | None, within: str) -> Near | None:
    """Return the circle around a named place or a point.

    Raises UsageError for what is no distance, NotFoundError for a place that nobody knows.
    """
    if near is None:
        return None
    kilometres = kilometres_of(within, name="within")
    try:
        return circle_around(near, kilometres)
    except UsageError as error:
        raise NotFoundError(error.message, subject=error.subject) from error
