"""Exports: incidents in the form a receiver takes, and the brief of one."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from oqiga.book.questions import dossier, show
from oqiga.desk.api.answers import MISSING, PROBLEMS
from oqiga.desk.asking import Asked, asked, checked_date
from oqiga.desk.desk import address_of, desk_of
from oqiga.desk.entry import Reader
from oqiga.desk.typed import Moment
from oqiga.errors import UsageError
from oqiga.publish.brief import make_brief
from oqiga.publish.brief_html import as_html
from oqiga.publish.brief_text import as_markdown
from oqiga.publish.exports import FORMATS, export

router = APIRouter(tags=["exports"], responses=PROBLEMS)
_MOST = 5_000


@router.get("/exports/{form}", response_class=Response, responses=MISSING)
def export_incidents(
    request: Request,
    person: Reader,
    form: Annotated[str, Path(description="The receiver's form.", json_schema_extra={"enum": list(FORMATS)})],
    question: Annotated[Asked, Depends(asked)],
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 1_000,
) -> Response:
    """Write incidents in a receiver's form; what it has no room for is named in `x-oqiga-losses`."""
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    desk = desk_of(request)
    wanted = replace(question.question(), limit=limit)
    written = export(form, dossier(desk.book, wanted, as_of=question.as_of))
    desk.log.note(person.name, "export", form, address=address_of(request), now=desk.now())
    losses = quote("; ".join(written.losses), safe=" ;,.:()'")
    headers = {"content-disposition": f'attachment; filename="oqiga-{form}"', "x-oqiga-losses": losses}
    return Response(written.content, media_type=written.media_type, headers=headers)


@router.get("/incidents/{incident}/brief", response_class=Response, responses=MISSING)
def brief(
    request: Request,
    person: Reader,
    incident: str,
    form: Annotated[Literal["markdown", "html"], Query()] = "markdown",
    lang: Annotated[Literal["en", "ru", "kk"], Query()] = "en",
    as_of: Annotated[Moment | None, Query(max_length=40)] = None,
) -> Response:
    """Return the brief of one incident, to send on."""
    shown = show(desk_of(request).book, incident, as_of=checked_date(as_of, "as_of"))
    made = make_brief(shown.dossier, reports=shown.dossier.reports, lang=lang)
    ending, text = ("html", as_html(made, lang=lang)) if form == "html" else ("md", as_markdown(made))
    name = f'attachment; filename="{shown.incident.id}.{ending}"'
    media = "text/html" if form == "html" else "text/markdown"
    return Response(text, media_type=media, headers={"content-disposition": name})
