"""Health for those who run the desk: alive, ready, how stale the feeds are; and metrics."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from oqiga.desk.api.answers import PROBLEMS
from oqiga.desk.desk import desk_of
from oqiga.desk.entry import Reader
from oqiga.desk.errors import ProblemAnswer
from oqiga.desk.feeds import FeedLine, feed_lines
from oqiga.desk.metrics import metrics_of
from oqiga.errors import LedgerError

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """The process answers."""

    status: str


class Health(BaseModel):
    """The book can be read; entry is its last. listeners: pages that wait for changes.

    changes: "told" by the database as they are made, "asked" for twice a second, or "failing".
    """

    status: str
    entry: int
    listeners: int
    changes: Literal["told", "asked", "failing"]
    feeds: list[FeedLine]


@router.get("/health/live", response_model=Alive)
def live() -> Alive:
    """Say that the process answers; needs no rights."""
    return Alive(status="alive")


@router.get("/health/ready", response_model=Alive, responses={503: {"model": ProblemAnswer}})
def ready(request: Request) -> Response:
    """Say whether the book can be read; needs no rights and tells nothing else."""
    try:
        desk_of(request).pulse.last()
    except LedgerError:
        packed = ProblemAnswer.model_validate({"error": {"code": "not_ready", "message": "no book"}})
        return JSONResponse(packed.model_dump(), status_code=503)
    return JSONResponse({"status": "ready"})


@router.get("/health", response_model=Health, responses=PROBLEMS)
def health(request: Request, person: Reader) -> dict[str, Any]:
    """Say how the book and the feeds are."""
    desk = desk_of(request)
    feeds = feed_lines(desk.settings.feeds, now=desk.now())
    silent = any(feed.silent for feed in feeds)
    return {
        "status": "feeds_silent" if silent else "well",
        "entry": desk.pulse.last(),
        "listeners": desk.pulse.listeners,
        "changes": desk.pulse.manner,
        "feeds": feeds,
    }


@router.get("/metrics", response_class=Response, responses=PROBLEMS)
def metrics(request: Request, person: Reader) -> Response:
    """Return the metrics as Prometheus reads them."""
    desk = desk_of(request)
    found = metrics_of(request.app)
    found.entries.set(desk.pulse.last())
    found.listeners.set(desk.pulse.listeners)
    for feed in feed_lines(desk.settings.feeds, now=desk.now()):
        if feed.minutes is not None:
            found.feed_age.labels(feed=feed.name).set(feed.minutes * 60)
    content, kind = found.written()
    return Response(content, media_type=kind)
