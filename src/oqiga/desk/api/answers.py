"""What the API answers with, beside the record format itself; and answers with a version tag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zlib import crc32

from fastapi import Request, Response
from pydantic import BaseModel

from oqiga.desk.desk import desk_of
from oqiga.desk.errors import ProblemAnswer
from oqiga.model.claims import Claim
from oqiga.model.decision import Decision
from oqiga.model.incident import Incident
from oqiga.model.report import Report
from oqiga.model.wire import dumps

Answers = dict[int | str, dict[str, Any]]
PROBLEMS: Answers = {
    code: {"model": ProblemAnswer, "description": words}
    for code, words in {
        400: "The request asks for something there is not, or in a wrong form.",
        401: "Nobody is signed in, or the token is not right.",
        403: "The person has no right to this.",
        422: "The request does not have the form that is asked for.",
        429: "Too many requests; `retry-after` says when to come back.",
    }.items()
}
MISSING: Answers = {404: {"model": ProblemAnswer, "description": "The book holds nothing under that id."}}
NO_PAGE: Answers = {404: {"model": ProblemAnswer, "description": "There is no such page or place."}}
UNCHANGED: Answers = {304: {"description": "Nothing has changed since the version named by if-none-match."}}


class IncidentList(BaseModel):
    """A page of incidents. cursor: of the next page, null after the last; entry: of the book."""

    incidents: list[Incident]
    cursor: str | None
    entry: int


class ReportLine(BaseModel):
    """A report without its text. known: when it counts from; relevant: whether it is about violence."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    url: str | None
    credits: list[str]
    known: str
    relevant: bool


class ReportList(BaseModel):
    """A page of reports, the latest entered first."""

    reports: list[ReportLine]
    cursor: str | None


class RevisionLine(BaseModel):
    """One version of a report. stands: its claims count now."""

    id: str
    entry: int
    known: str
    stands: bool


class ReportAnswer(BaseModel):
    """A report with what it claims, its versions, and the incidents it is about."""

    report: Report
    claims: list[Claim]
    revisions: list[RevisionLine]
    incidents: list[str]
    warnings: list[str]


class Ground(BaseModel):
    """One claim behind a figure. sentence: its words in the report."""

    claim: Claim
    at: str | None
    standing: bool
    report: str
    publisher: str | None
    sentence: str


class Why(BaseModel):
    """One figure and everything it was weighed from."""

    incident: str
    outcome: str
    group: str
    best: int
    low: int
    high: int | None
    why: str
    grounds: list[Ground]


class Difference(BaseModel):
    """One thing that changed between two moments, and what changed it."""

    about: str
    before: str | None
    after: str | None
    why: str
    claims: list[str]
    reports: list[str]


class ClaimAnswer(BaseModel):
    """One claim, the report that makes it, and its sentence."""

    claim: Claim
    report: str
    sentence: str


class DecisionList(BaseModel):
    """Decisions in order of time, withdrawn ones left out."""

    decisions: list[Decision]


class AddedAnswer(BaseModel):
    """What became of a report, and the incidents it changed."""

    report: str
    status: str
    why: str
    incidents: list[str]


def tagged(request: Request, make: Callable[[], Any]) -> Response:
    """Answer with JSON under a tag that changes with the book; 304 when the caller has that version.

    The answer is made once for all who ask for the same address.
    """
    desk = desk_of(request)
    entry = desk.pulse.last()
    address = f"{request.url.path}?{request.url.query}"
    tag = f'W/"{entry}-{crc32(address.encode()):x}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": tag})
    body = desk.kept.get(("api", address), entry, lambda: _encoded(make()))
    return Response(body, media_type="application/json", headers={"etag": tag})


def _encoded(made: Any) -> bytes:
    text = made if isinstance(made, str) else dumps(made)
    return text.encode("utf-8", "replace")
