"""The feed of changes: server-sent events, also for what other processes enter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import StreamingResponse

from oqiga.desk.api.answers import PROBLEMS
from oqiga.desk.desk import Desk, desk_of
from oqiga.desk.entry import Reader

router = APIRouter(tags=["changes"], responses=PROBLEMS)


@router.get(
    "/changes",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}, "description": "An event an entry of the book."}},
)
async def changes(
    request: Request,
    person: Reader,
    since: Annotated[int | None, Query(ge=0, le=2**53, description="Begin after this entry.")] = None,
    last_event_id: Annotated[str | None, Header(max_length=20)] = None,
) -> StreamingResponse:
    """Send an event for each entry made from now on, or since one; it resumes by last-event-id."""
    resumed = int(last_event_id) if last_event_id and last_event_id.isdigit() else since
    headers = {"x-accel-buffering": "no", "cache-control": "no-store"}
    return StreamingResponse(
        _events(desk_of(request), resumed), media_type="text/event-stream", headers=headers
    )


async def _events(desk: Desk, since: int | None) -> AsyncIterator[str]:
    yield "retry: 2000\n: listening\n\n"
    async for entered in desk.pulse.listen(since):
        yield ": still here\n\n" if entered is None else entered.as_event()
