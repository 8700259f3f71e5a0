"""The front page: incidents by last change, map and list side by side, filters in the address."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import func, select

from oqiga.desk.asking import Asked, asked
from oqiga.desk.desk import Desk, desk_of
from oqiga.desk.entry import Reader
from oqiga.desk.feeds import feed_lines
from oqiga.desk.listing import Listed, incident_page
from oqiga.desk.pages.shell import kept_page, with_query
from oqiga.desk.views.summary import Summary, summary_of
from oqiga.errors import NotFoundError, UsageError
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import entries, revisions
from oqiga.model.terms import EventType
from oqiga.model.wire import incident_from_json
from oqiga.publish import labels
from oqiga.publish.words import Translate

router = APIRouter()
_SIZE = 40


@router.get("/")
def front(
    request: Request,
    person: Reader,
    near: Annotated[str, Query(max_length=200)] = "",
    within: Annotated[str, Query(max_length=12)] = "50km",
    since: Annotated[str, Query(max_length=40)] = "",
    until: Annotated[str, Query(max_length=40)] = "",
    type: Annotated[str, Query(max_length=40)] = "",
    min_killed: Annotated[str, Query(max_length=8)] = "",
    disputed: Annotated[str, Query(max_length=4)] = "",
    background: Annotated[str, Query(max_length=4)] = "",
    search: Annotated[str, Query(max_length=200)] = "",
    as_of: Annotated[str, Query(max_length=40)] = "",
    cursor: Annotated[str, Query(max_length=400)] = "",
) -> Response:
    """Show what is known, the latest change first. What a form left empty asks for nothing.

    It is long because every field of the form is named here.
    """
    desk = desk_of(request)
    kinds = {each.value for each in EventType}
    wrong = ""
    try:
        question = asked(
            near=near.strip() or None,
            within=within.strip() or "50km",
            since=since or None,
            until=until or None,
            type=[EventType(type)] if type in kinds else None,
            min_killed=int(min_killed) if min_killed.isdecimal() else None,
            disputed=bool(disputed),
            background=bool(background),
            search=search or None,
            as_of=as_of or None,
        )
        question.question()
    except (UsageError, NotFoundError) as error:
        question, wrong = Asked(), error.message

    def make(say: Translate, lang: str) -> dict[str, Any]:
        page = incident_page(desk.book, question, order="changed", size=_SIZE, cursor=cursor or None)
        rows = [_summary(desk, row, say, lang) for row in page.rows]
        values = {"near": near, "within": within, "since": since, "until": until, "type": type}
        values |= {"min_killed": min_killed, "disputed": disputed, "background": background}
        values |= {"search": search, "as_of": as_of}
        return {
            "title": say("Incidents"),
            "rows": rows,
            "next": with_query(request, cursor=page.cursor) if page.cursor else "",
            "first": with_query(request, cursor=None) if cursor else "",
            "values": values,
            "narrowed": any(value for name, value in values.items() if name != "within"),
            "wrong": say(wrong) if wrong else "",
            "types": [(kind.value, say(label)) for kind, label in labels.EVENTS.items()],
            "map": json.dumps(_map(rows), ensure_ascii=False),
            "fresh": _freshness(desk),
            "feeds": feed_lines(desk.settings.feeds, now=desk.now()),
        }

    return kept_page(request, person, "front.html.j2", make)


def _summary(desk: Desk, row: Listed, say: Translate, lang: str) -> Summary:
    """Return a row, parsed again only when the incident has changed."""

    def make() -> Summary:
        return summary_of(incident_from_json(json.loads(row.body)), row.changed, say, lang)

    return desk.rows.get(("row", row.id, lang), (row.changed, hash(row.body)), make)


def _map(rows: list[Summary]) -> dict[str, Any]:
    features = [
        row.spot.feature(
            id=row.id,
            title=row.title,
            killed=int(row.killed.number.replace(",", "").rstrip("+")) if row.killed else 0,
            figure=f"{row.killed.number} {row.killed.label}" if row.killed else "",
            level=row.level.tone if row.level else "",
        )
        for row in rows
        if row.spot is not None
    ]
    return {"type": "FeatureCollection", "features": features}


def _freshness(desk: Desk) -> dict[str, Any]:
    """Return how fresh the book is, by its latest reports only, so that its size does not matter."""
    with reading(desk.book.engine, desk.book.address) as connection:
        last = connection.execute(
            select(entries.c.at, entries.c.number)
            .where(entries.c.kind == "revision")
            .order_by(entries.c.number.desc())
            .limit(1)
        ).first()
        recent = (
            select(revisions.c.publisher, revisions.c.known)
            .where(revisions.c.current)
            .order_by(revisions.c.entry.desc())
            .limit(500)
            .subquery()
        )
        outlets = connection.execute(
            select(recent.c.publisher, func.max(recent.c.known).label("last"), func.count().label("count"))
            .where(recent.c.publisher.is_not(None))
            .group_by(recent.c.publisher)
            .order_by(func.max(recent.c.known).desc())
            .limit(8)
        ).all()
        return {
            "entered": last.at if last else "",
            "outlets": [(row.publisher, row.last, row.count) for row in outlets],
        }
