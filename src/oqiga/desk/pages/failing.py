"""Pages for what went wrong, and the way to the sign-in page."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from oqiga.desk.pages.shell import fresh_page, language_of
from oqiga.publish.words import translator


def error_page(request: Request, status: int, message: str, subject: str | None) -> Response:
    """Return a page that says what went wrong."""
    say = translator(language_of(request))
    titles = {
        404: say("Not found"),
        403: say("Not allowed"),
        401: say("Sign in"),
        429: say("Too many requests"),
    }
    context = {
        "title": titles.get(status, say("This did not work")),
        "status": status,
        "message": say(message),
        "subject": subject or "",
    }
    return fresh_page(request, None, "error.html.j2", context, status=status)


def to_sign_in(request: Request) -> Response:
    """Send the browser to the sign-in page, and back here afterwards."""
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/sign-in?back={quote(back, safe='')}", status_code=303)
