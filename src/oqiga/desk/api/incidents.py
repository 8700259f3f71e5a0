"""Incidents: the list with its filters, one in full, why a figure is what it is, what changed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from oqiga.book.differing import differences
from oqiga.book.questions import show
from oqiga.book.reasons import reasons
from oqiga.desk.api.answers import (
    MISSING,
    NO_PAGE,
    PROBLEMS,
    UNCHANGED,
    Difference,
    IncidentList,
    Why,
    tagged,
)
from oqiga.desk.asking import Asked, asked, checked_date
from oqiga.desk.desk import desk_of
from oqiga.desk.entry import Reader
from oqiga.desk.listing import incident_page
from oqiga.desk.typed import Cursor, Moment, PolicyName, SomeMoment
from oqiga.errors import UsageError
from oqiga.model.incident import Incident
from oqiga.model.terms import Group, Outcome
from oqiga.model.wire import incident_to_json

router = APIRouter(tags=["incidents"], responses={**PROBLEMS, **UNCHANGED})
AsOf = Annotated[Moment | None, Query(max_length=40, description="Only what was known by then, ISO 8601.")]
Policy = Annotated[
    PolicyName,
    Query(max_length=40, description="How figures are settled; see the codebook."),
]


@router.get("/incidents", response_model=IncidentList, responses=NO_PAGE)
def list_incidents(
    request: Request,
    person: Reader,
    question: Annotated[Asked, Depends(asked)],
    order: Annotated[Literal["changed", "time"], Query(description="The latest change or time first.")] = (
        "changed"
    ),
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[Cursor | None, Query(max_length=400)] = None,
) -> Response:
    """List incidents that answer the question, a page at a time."""
    desk = desk_of(request)

    def make() -> str:
        page = incident_page(desk.book, question, order=order, size=limit, cursor=cursor)
        after = "null" if page.cursor is None else f'"{page.cursor}"'
        rows = ",".join(row.body for row in page.rows)
        return f'{{"incidents":[{rows}],"cursor":{after},"entry":{desk.pulse.last()}}}'

    return tagged(request, make)


@router.get("/incidents/{incident}", response_model=Incident, responses=MISSING)
def one_incident(
    request: Request, person: Reader, incident: str, as_of: AsOf = None, policy: Policy = "default"
) -> Response:
    """Return one incident in full, by its id or that of any that became part of it."""
    then = checked_date(as_of, "as_of")
    book = desk_of(request).book
    return tagged(request, lambda: incident_to_json(show(book, incident, as_of=then, policy=policy).incident))


@router.get("/incidents/{incident}/why", response_model=list[Why], responses=MISSING)
def why(
    request: Request,
    person: Reader,
    incident: str,
    outcome: Annotated[Outcome | None, Query()] = None,
    group: Annotated[Group | None, Query()] = None,
    as_of: AsOf = None,
    policy: Policy = "default",
) -> Response:
    """Follow figures back to the sentences they rest on."""
    then = checked_date(as_of, "as_of")
    book = desk_of(request).book

    def make() -> list[dict[str, Any]]:
        shown = show(book, incident, as_of=then, policy=policy)
        found = reasons(shown, outcome.value if outcome else None, group.value if group else None)
        return [reason.packed(shown) for reason in found]

    return tagged(request, make)


@router.get("/incidents/{incident}/diff", response_model=list[Difference], responses=MISSING)
def diff(
    request: Request,
    person: Reader,
    incident: str,
    since: Annotated[SomeMoment, Query(min_length=4, max_length=40, description="What was known then.")],
    until: Annotated[Moment | None, Query(max_length=40, description="Now, when not given.")] = None,
    policy: Policy = "default",
) -> Response:
    """Tell what changed in what is known of an incident between two moments."""
    desk = desk_of(request)
    first = checked_date(since, "since")
    if first is None:
        raise UsageError("since takes an ISO 8601 date such as 2016-06-05")
    last = checked_date(until, "until") or desk.moment()

    def make() -> list[dict[str, Any]]:
        found = differences(desk.book, incident, since=first, until=last, policy=policy)
        return [each.packed() for each in found]

    return tagged(request, make)
