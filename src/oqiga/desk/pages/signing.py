"""Signing in and out: by a one-time address on this machine, by name and password elsewhere."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from oqiga.desk.desk import Desk, address_of, desk_of
from oqiga.desk.entry import Reader, person_of
from oqiga.desk.pages.shell import fresh_page, language_of
from oqiga.desk.people.rights import TooManyError, UnknownPersonError
from oqiga.desk.people.sessions import COOKIE, LIFETIME_S, Opened, check_form
from oqiga.publish.words import translator

router = APIRouter()


@router.get("/enter")
def enter(request: Request, word: Annotated[str, Query(max_length=100)]) -> Response:
    """Open a session with the one-time word that the command printed."""
    desk = desk_of(request)
    desk.sign_ins.take(address_of(request), now=desk.now())
    opened = desk.sessions.enter(word, now=desk.now())
    desk.log.note(opened.person.name, "enter", address=address_of(request), now=desk.now())
    return _begun(desk, opened, "/")


@router.get("/sign-in")
def sign_in_page(request: Request, back: Annotated[str, Query(max_length=2_000)] = "/") -> Response:
    """Show the form, or go on when somebody is signed in."""
    if person_of(request) is not None:
        return RedirectResponse(_local(back), status_code=303)
    return _form(request, back, "")


@router.post("/sign-in")
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=64)],
    password: Annotated[str, Form(max_length=200)],
    back: Annotated[str, Form(max_length=2_000)] = "/",
) -> Response:
    """Open a session for a name and a password; tries are few, for a name and for an address."""
    desk = desk_of(request)
    address = address_of(request)
    try:
        desk.sign_ins.take(address, now=desk.now())
        desk.sign_ins.take(f"name {name}", now=desk.now())
        user = desk.accounts.verify(name, password)
    except UnknownPersonError as error:
        desk.log.note(name, "sign in refused", address=address, now=desk.now())
        return _form(request, back, error.message, status=401)
    except TooManyError as error:
        refused = _form(request, back, error.message, status=429)
        refused.headers["retry-after"] = str(error.retry_after)
        return refused
    desk.log.note(name, "sign in", address=address, now=desk.now())
    return _begun(desk, desk.sessions.open(user.name, user.role, now=desk.now()), back)


@router.post("/sign-out")
def sign_out(request: Request, person: Reader, csrf: Annotated[str, Form(max_length=100)]) -> Response:
    """End the session."""
    check_form(person, csrf)
    desk_of(request).sessions.close(request.cookies.get(COOKIE, ""))
    found = RedirectResponse("/sign-in", status_code=303)
    found.delete_cookie(COOKIE)
    return found


def _form(request: Request, back: str, wrong: str, *, status: int = 200) -> Response:
    say = translator(language_of(request))
    team = desk_of(request).settings.team or bool(desk_of(request).accounts.all())
    context = {
        "title": say("Sign in"),
        "goal": _local(back),
        "wrong": say(wrong) if wrong else "",
        "team": team,
    }
    return fresh_page(request, None, "sign_in.html.j2", context, status=status)


def _begun(desk: Desk, opened: Opened, back: str) -> Response:
    found = RedirectResponse(_local(back), status_code=303)
    found.set_cookie(
        COOKIE,
        opened.word,
        max_age=LIFETIME_S,
        httponly=True,
        samesite="lax",
        secure=desk.settings.secure,
    )
    return found


def _local(back: str) -> str:
    """Return the page to go to, only ever one of this desk."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
