"""Reports and claims: what was entered, and entering more."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from oqiga.book.deciding import claim_with_id
from oqiga.book.reasons import sentence_of
from oqiga.desk.adding import add_all, fetched
from oqiga.desk.api.answers import (
    MISSING,
    NO_PAGE,
    PROBLEMS,
    UNCHANGED,
    AddedAnswer,
    ClaimAnswer,
    ReportAnswer,
    ReportList,
    tagged,
)
from oqiga.desk.desk import address_of, desk_of
from oqiga.desk.entry import Adder, Reader
from oqiga.desk.listing import report_page
from oqiga.desk.reports import told
from oqiga.desk.typed import Cursor, Published
from oqiga.errors import GatherError
from oqiga.gather.inputs import RawInput
from oqiga.gather.report import Known
from oqiga.ledger.engine import reading
from oqiga.model.wire import claim_to_json, report_to_json

router = APIRouter(tags=["reports"], responses=PROBLEMS)


_ANY_CONTENT: list[JsonValue] = [
    {"required": [name], "properties": {name: {"type": "string", "minLength": 1}}}
    for name in ("text", "html", "url")
]


class NewReport(BaseModel):
    """A report to read and enter: its text, its page, or only its address."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"anyOf": _ANY_CONTENT})

    text: str | None = Field(default=None, max_length=5_000_000)
    html: str | None = Field(default=None, max_length=5_000_000)
    url: str | None = Field(default=None, max_length=2_000, pattern=r"^https?://[^/?#\s]+")
    title: str | None = Field(default=None, max_length=1_000)
    publisher: str | None = Field(default=None, max_length=200)
    published: Published | None = None
    language: str | None = Field(default=None, pattern=r"^[a-z]{2}$")

    @model_validator(mode="after")
    def _has_content(self) -> NewReport:
        if not (self.text or self.html or self.url):
            raise ValueError("neither text nor html nor url")
        return self


@router.get("/reports", response_model=ReportList, responses={**UNCHANGED, **NO_PAGE})
def list_reports(
    request: Request,
    person: Reader,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    cursor: Annotated[Cursor | None, Query(max_length=400)] = None,
) -> Response:
    """List the reports of the book, the latest entered first."""
    book = desk_of(request).book

    def make() -> dict[str, Any]:
        page = report_page(book, size=limit, cursor=cursor)
        return {"reports": list(page.rows), "cursor": page.cursor}

    return tagged(request, make)


@router.post("/reports", response_model=AddedAnswer, status_code=201)
def add_report(request: Request, person: Adder, new: NewReport) -> AddedAnswer:
    """Read a report and enter it; the same report twice is one. Nothing is half-entered."""
    desk = desk_of(request)
    known = Known(
        title=new.title,
        publisher=new.publisher,
        published=new.published,
        url=new.url,
        language=new.language,
    )
    content = new.html or new.text
    if content:
        raw = RawInput("the report sent", content.encode("utf-8", "replace"), known)
        (outcome,) = add_all(desk, [raw])
    else:
        (outcome,) = add_all(desk, [fetched(desk, new.url or "", known)])
    if outcome.added is None:
        raise GatherError(outcome.why, subject=outcome.subject)
    added = outcome.added
    desk.log.note(person.name, "add", added.report, address=address_of(request), now=desk.now())
    return AddedAnswer(
        report=added.report, status=added.status, why=added.why, incidents=list(added.incidents)
    )


@router.get("/reports/{report:path}", response_model=ReportAnswer, responses={**MISSING, **UNCHANGED})
def one_report(
    request: Request,
    person: Reader,
    report: str,
    revision: Annotated[str | None, Query(max_length=60, description="One of its versions.")] = None,
) -> Response:
    """Return a report with everything it claims."""
    book = desk_of(request).book

    def make() -> dict[str, Any]:
        found = told(book, report, revision=revision)
        versions = [
            {"id": each.id, "entry": each.entry, "known": each.known, "stands": each.stands}
            for each in found.revisions
        ]
        return {
            "report": report_to_json(found.report),
            "claims": [claim_to_json(claim) for claim in found.claims],
            "revisions": versions,
            "incidents": list(found.incidents),
            "warnings": list(found.warnings),
        }

    return tagged(request, make)


@router.get("/claims/{claim}", response_model=ClaimAnswer, responses={**MISSING, **UNCHANGED})
def one_claim(request: Request, person: Reader, claim: str) -> Response:
    """Return one claim with its sentence."""
    book = desk_of(request).book

    def make() -> dict[str, Any]:
        with reading(book.engine, book.address) as connection:
            found, report = claim_with_id(connection, claim)
        text = told(book, report).report.text
        sentence = sentence_of(text, found.span) if found.span.of(text) == found.quote else found.quote
        return {"claim": claim_to_json(found), "report": report, "sentence": sentence}

    return tagged(request, make)
