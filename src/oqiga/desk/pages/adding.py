"""Adding: paste a text or an address, or drop files; what was read is shown at once."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from oqiga.desk.adding import Outcome, add_all, fetched, is_address
from oqiga.desk.asking import checked_date
from oqiga.desk.desk import address_of, desk_of
from oqiga.desk.entry import Adder
from oqiga.desk.pages.shell import fresh_page, language_of
from oqiga.desk.people.rights import Person
from oqiga.desk.people.sessions import check_form
from oqiga.desk.reports import about, told
from oqiga.desk.views.timeline import claim_words
from oqiga.desk.views.words import short
from oqiga.errors import UsageError
from oqiga.gather.inputs import RawInput, Unreadable
from oqiga.gather.report import Known
from oqiga.publish.brief_sections import headline
from oqiga.publish.phrases import warned
from oqiga.publish.words import translator

router = APIRouter()
_MOST_FILES = 50


@router.get("/add")
def add_page(request: Request, person: Adder) -> Response:
    """Show the form."""
    say = translator(language_of(request))
    return fresh_page(request, person, "add.html.j2", {"title": say("Add reports"), "outcomes": []})


@router.post("/add")
async def added_page(request: Request, person: Adder) -> Response:
    """Read what was given, enter it, and show what became of each."""
    async with request.form(max_files=_MOST_FILES, max_fields=20, max_part_size=6_000_000) as form:
        check_form(person, _text(form, "csrf"))
        known = _known(form)
        inputs = await _inputs(form, known)
    if not inputs:
        raise UsageError("nothing to read: paste a text or an address, or choose files")
    outcomes = await run_in_threadpool(_read_all, request, person, inputs, known)
    say = translator(language_of(request))
    context = {"title": say("Add reports"), "outcomes": outcomes}
    return fresh_page(request, person, "add.html.j2", context)


async def _inputs(form: FormData, known: Known) -> list[RawInput | str]:
    """Return what was pasted and the files; an address that was pasted stays one."""
    inputs: list[RawInput | str] = []
    if pasted := _text(form, "text").strip():
        raw = RawInput("the pasted text", pasted.encode("utf-8", "replace"), known)
        inputs.append(pasted if is_address(pasted) else raw)
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            inputs.append(RawInput(short(upload.filename, 120), await upload.read(), known))
    return inputs


def _read_all(
    request: Request, person: Person, inputs: list[RawInput | str], known: Known
) -> list[dict[str, Any]]:
    desk = desk_of(request)
    had: list[RawInput | Unreadable] = [
        fetched(desk, each, known) if isinstance(each, str) else each for each in inputs
    ]
    found = []
    for outcome in add_all(desk, had):
        subject = outcome.added.report if outcome.added else outcome.subject
        desk.log.note(person.name, "add", subject, address=address_of(request), now=desk.now())
        found.append(_line(request, outcome))
    return found


def _line(request: Request, outcome: Outcome) -> dict[str, Any]:
    lang = language_of(request)
    say = translator(lang)
    if outcome.added is None:
        return {"subject": outcome.subject, "refused": outcome.why, "report": None}
    found = told(desk_of(request).book, outcome.added.report)
    return {
        "subject": outcome.subject,
        "refused": "",
        "status": outcome.added.status,
        "report": found.report.id,
        "title": short(found.report.title, 160) or short(found.report.text, 80),
        "claims": [(each.kind, claim_words(each, say), each.id) for each in found.claims],
        "incidents": [
            (each.id, short(headline(each, say, lang), 120))
            for each in about(desk_of(request).book, found.incidents)
        ],
        "warnings": [warned(each, say) for each in found.warnings],
    }


def _known(form: FormData) -> Known:
    return Known(
        title=_text(form, "title")[:1_000] or None,
        publisher=_text(form, "publisher")[:200] or None,
        published=checked_date(_text(form, "published"), "published"),
        url=_text(form, "url")[:2_000] or None,
        language=_text(form, "language") if _text(form, "language") in ("en", "ru", "kk") else None,
    )


def _text(form: FormData, name: str) -> str:
    given = form.get(name)
    return given if isinstance(given, str) else ""
