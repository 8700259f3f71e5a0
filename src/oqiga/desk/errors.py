"""One shape for all errors: {"error": {"code", "message", "subject", "details"}}."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.routing import Match

from oqiga.desk.people.rights import TooManyError, UnknownPersonError
from oqiga.errors import OqigaError, ReconcileError

API = "/api/"
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
_NAMES = {400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 422: "unprocessable"}
_NAMES |= {405: "method_not_allowed", 413: "too_large", 429: "too_many_requests", 500: "internal_error"}


class Problem(BaseModel):
    """What went wrong. code: for programs; message: for people; subject: what failed, where one is known."""

    code: str
    message: str
    subject: str | None = None
    details: list[str] = []


class ProblemAnswer(BaseModel):
    """The body of every answer that is an error."""

    error: Problem


def add_error_handlers(app: FastAPI) -> None:
    """Let every error of an app leave in the one shape, or as a page where a page was asked for."""
    app.add_exception_handler(OqigaError, _of_oqiga)
    app.add_exception_handler(RequestValidationError, _of_request)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _of_all_else)


def answer(
    request: Request, status: int, message: str, *, subject: str | None = None, details: Sequence[str] = ()
) -> Response:
    """Return an error as JSON under /api, else as a page."""
    headers = {"www-authenticate": "Bearer"} if status == 401 and _of_api(request) else {}
    if not _of_api(request):
        from oqiga.desk.pages.failing import error_page

        return error_page(request, status, message, subject)
    code = _NAMES.get(status, "error")
    problem = ProblemAnswer(error=Problem(code=code, message=message, subject=subject, details=list(details)))
    return JSONResponse(problem.model_dump(), status_code=status, headers=headers)


def _of_api(request: Request) -> bool:
    return request.url.path.startswith(API) or request.url.path == "/metrics"


def status_of(error: OqigaError) -> int:
    """Return the HTTP status of an error; what a person decided against the rules is not our failure."""
    return 422 if isinstance(error, ReconcileError) else error.http_status


def _of_oqiga(request: Request, error: Exception) -> Response:
    assert isinstance(error, OqigaError)
    status = status_of(error)
    if isinstance(error, UnknownPersonError) and not _of_api(request) and request.method == "GET":
        from oqiga.desk.pages.failing import to_sign_in

        return to_sign_in(request)
    found = answer(request, status, error.message, subject=error.subject)
    if isinstance(error, TooManyError):
        found.headers["retry-after"] = str(error.retry_after)
    return found


def _of_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    details = [_complaint(each) for each in error.errors()]
    return answer(request, 422, "the request does not have the form that is asked for", details=details)


def _complaint(found: dict[str, Any]) -> str:
    where = ".".join(str(part) for part in found.get("loc", ()))
    return f"{where}: {found.get('msg', '')}"


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message = re.sub(r"\s+", " ", str(error.detail)).lower()
    found = answer(request, error.status_code, message)
    for name, value in (error.headers or {}).items():
        found.headers[name] = value
    if error.status_code == 405:
        found.headers["allow"] = ", ".join(_methods(request))
    return found


def _methods(request: Request) -> list[str]:
    """Return what may be asked of an address, by all routes that lead there."""
    scopes = ({**request.scope, "method": method} for method in _METHODS)
    return [
        str(scope["method"])
        for scope in scopes
        if any(each.matches(scope)[0] is Match.FULL for each in request.app.routes)
    ]


def _of_all_else(request: Request, error: Exception) -> Response:
    return answer(request, 500, "something went wrong at the desk; its log says what")
