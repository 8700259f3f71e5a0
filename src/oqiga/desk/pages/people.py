"""People: for admins, who may use the desk and what was done at it."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from oqiga.desk.desk import desk_of
from oqiga.desk.entry import Admin
from oqiga.desk.pages.shell import fresh_page, language_of
from oqiga.desk.views.words import short
from oqiga.publish.words import translator

router = APIRouter()
_LINES = 200


@router.get("/people")
def people_page(request: Request, person: Admin) -> Response:
    """Show users, tokens and the log."""
    desk = desk_of(request)
    say = translator(language_of(request))
    lines = [
        {
            "at": datetime.fromtimestamp(line.at, UTC).isoformat(timespec="seconds"),
            "name": short(line.name, 64),
            "what": line.what,
            "subject": short(line.subject, 80),
            "address": line.address,
        }
        for line in desk.log.latest(_LINES)
    ]
    context = {
        "title": say("People"),
        "users": desk.accounts.all(),
        "tokens": desk.accounts.tokens(),
        "lines": lines,
    }
    return fresh_page(request, person, "people.html.j2", context)
