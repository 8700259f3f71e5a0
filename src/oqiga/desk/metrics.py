"""What is measured of a desk, as Prometheus reads it."""

from __future__ import annotations

import time
from typing import cast

from fastapi import FastAPI
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PREFIX = "/api/v1"
_STEPS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """The measures of one desk, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "oqiga_requests", "Requests answered", ("route", "method", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "oqiga_request_seconds", "Time to answer", ("route",), buckets=_STEPS, registry=self.registry
        )
        self.entries = Gauge("oqiga_book_entries", "Last entry of the book", registry=self.registry)
        self.listeners = Gauge("oqiga_listeners", "Pages waiting for changes", registry=self.registry)
        self.feed_age = Gauge(
            "oqiga_feed_silence_seconds", "Since a feed brought anything", ("feed",), registry=self.registry
        )

    def written(self) -> tuple[bytes, str]:
        """Return all measures and their media type."""
        return generate_latest(self.registry), CONTENT_TYPE_LATEST


class Measured:
    """Counts and times requests by route; the name of a route, never an address, becomes a label."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            route = _named(scope)
            self._metrics.requests.labels(route, scope["method"], str(status)).inc()
            if not route.endswith("/changes"):
                self._metrics.seconds.labels(route).observe(time.perf_counter() - begun)


def _named(scope: Scope) -> str:
    """Return the route a request took, as it is written, its prefix included."""
    route = str(getattr(scope.get("route"), "path", "none"))
    inside = scope["path"].startswith(_PREFIX) and not route.startswith(_PREFIX)
    return _PREFIX + route if inside else route


def metrics_of(app: FastAPI) -> Metrics:
    """Return the measures of an app."""
    return cast(Metrics, app.state.metrics)
