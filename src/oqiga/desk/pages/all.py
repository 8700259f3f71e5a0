"""All pages and assets, put onto an application."""

from __future__ import annotations

from fastapi import FastAPI

from oqiga.desk.pages import adding, assets, front, incident, people, report, review, signing

PARTS = (front, incident, report, review, adding, people, signing)


def add_pages(app: FastAPI) -> None:
    """Add the routes of all pages and assets."""
    app.mount("/static", assets.assets(), name="static")
    for part in PARTS:
        app.include_router(part.router, include_in_schema=False)
