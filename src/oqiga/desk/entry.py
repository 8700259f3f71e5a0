"""Who makes a request: by session cookie or bearer token; and whether they may."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request

from oqiga.desk.desk import desk_of
from oqiga.desk.people.rights import ForbiddenError, Person, Right, UnknownPersonError
from oqiga.desk.people.sessions import COOKIE, check_form

_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
FORM_HEADER = "x-csrf-token"
_SCHEME = "bearer "


def person_of(request: Request) -> Person | None:
    """Return who makes the request, None when nobody is signed in. Raises UnknownPersonError."""
    desk = desk_of(request)
    header = request.headers.get("authorization", "")
    if header:
        if header[: len(_SCHEME)].lower() != _SCHEME:
            raise UnknownPersonError("only bearer tokens are taken")
        return desk.accounts.bearer(header[len(_SCHEME) :].strip(), now=desk.now())
    word = request.cookies.get(COOKIE)
    return desk.sessions.find(word, now=desk.now()) if word else None


def needs(right: Right) -> Callable[[Request], Awaitable[Person]]:
    """Return a dependency that lets in only those with a right, within their limits.

    Changes by a browser must carry the session's own word in a header; forms carry it as a field, which
    their handlers check, since only they read the form.
    """

    async def let_in(request: Request) -> Person:
        desk = desk_of(request)
        person = person_of(request)
        if person is None:
            raise UnknownPersonError("sign in, or send a token")
        changing = request.method in _CHANGING
        (desk.writes if changing else desk.reads).take(person.name, now=desk.now())
        if not person.may(right):
            raise ForbiddenError(f"{person.name} has no right to {right.value}")
        if changing and request.url.path.startswith("/api/"):
            check_form(person, request.headers.get(FORM_HEADER))
        return person

    return let_in


Reader = Annotated[Person, Depends(needs(Right.READ))]
Adder = Annotated[Person, Depends(needs(Right.ADD))]
Analyst = Annotated[Person, Depends(needs(Right.DECIDE))]
Admin = Annotated[Person, Depends(needs(Right.PEOPLE))]
