"""The application: routes, guards and error handlers put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from oqiga import __version__
from oqiga.desk.api import changes, decisions, exports, health, incidents, reports
from oqiga.desk.desk import Desk
from oqiga.desk.errors import add_error_handlers
from oqiga.desk.guard import Guard
from oqiga.desk.metrics import Measured, Metrics
from oqiga.desk.pages.all import add_pages

PREFIX = "/api/v1"
_SMALLEST_PACKED = 1_000
_HERE = frozenset({"127.0.0.1", "::1"})


def make_app(desk: Desk) -> FastAPI:
    """Return the application of an open desk; its lifespan starts and stops the pulse."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        desk.pulse.start()
        yield
        await desk.pulse.stop()

    app = FastAPI(
        title="oqiga",
        version=__version__,
        description="The book of what reports claim about attacks: every value with the words it rests on.",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        swagger_ui_oauth2_redirect_url=None,
    )
    app.state.desk = desk
    app.state.metrics = Metrics()
    for part in (exports, incidents, reports, decisions, changes, health):
        app.include_router(part.router, prefix=PREFIX)
    add_pages(app)
    add_error_handlers(app)
    settings = desk.settings
    app.add_middleware(Measured, metrics=app.state.metrics)
    app.add_middleware(_Packed)
    app.add_middleware(Guard, hosts=settings.hosts, secure=settings.secure)
    return app


class _Packed:
    """Compresses answers for those far away; not the feed of changes, whose events must leave at once."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._packing = GZipMiddleware(app, minimum_size=_SMALLEST_PACKED, compresslevel=4)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        near = (scope.get("client") or ("",))[0] in _HERE
        plain = scope["type"] != "http" or near or scope["path"].endswith("/changes")
        await (self._app if plain else self._packing)(scope, receive, send)
