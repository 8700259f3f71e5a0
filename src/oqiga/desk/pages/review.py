"""Review: the queue of what is disputed or doubtful, decisions, their history, undoing them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from oqiga.book.claiming import claims_with_ids, confidences_of
from oqiga.book.deciding import decide, decisions_of
from oqiga.desk.desk import Desk, address_of, desk_of
from oqiga.desk.entry import Analyst, Reader
from oqiga.desk.pages.incident import decision_line
from oqiga.desk.pages.shell import kept_page
from oqiga.desk.people.sessions import check_form
from oqiga.desk.views.evidence import Ground, grounds_of
from oqiga.desk.views.queue import Looked, Question, looked_at, questions_about, same_questions
from oqiga.errors import UsageError
from oqiga.ledger.asking import Question as Asking
from oqiga.ledger.asking import Row, ask
from oqiga.ledger.engine import reading
from oqiga.model.decision import DecisionKind
from oqiga.model.wire import incident_from_json
from oqiga.publish.words import Translate

router = APIRouter()
_LOOKED_AT = 60
_SHOWN = 30
_MOST_GROUNDS = 8
_NUMBERS = frozenset({"low", "high"})


@router.get("/review")
def review_page(request: Request, person: Reader, done: str = "") -> Response:
    """Show the queue, the gravest first."""
    desk = desk_of(request)

    def make(say: Translate, lang: str) -> dict[str, Any]:
        found = queue(desk, say, lang)
        return {
            "title": say("Review"),
            "questions": grounded(desk, found[:_SHOWN], say, lang),
            "more": len(found) - _SHOWN,
            "done": done,
        }

    return kept_page(request, person, "review.html.j2", make)


def queue(desk: Desk, say: Translate, lang: str) -> list[Question]:
    """Return what is to be looked at among the latest incidents and the latest disputed ones."""
    decided = decisions_of(desk.book)
    asking = Asking(limit=_LOOKED_AT)
    with reading(desk.book.engine, desk.book.address) as connection:
        latest = ask(connection, asking)
        disputed = ask(connection, replace(asking, disputed=True))
    looked = {row.id: _looked(desk, row, say, lang) for row in (*latest, *disputed)}
    found = same_questions((looked[row.id] for row in latest), decided, say)
    found += questions_about(looked.values(), decided)
    return sorted(found, key=lambda each: (-each.weight, each.incident, each.about))


def _looked(desk: Desk, row: Row, say: Translate, lang: str) -> Looked:
    """Return what the queue knows of an incident, opened again only when it has changed."""

    def make() -> Looked:
        incident = incident_from_json(json.loads(row.body))
        sure = confidences_of(desk.book, (each for toll in incident.tolls for each in toll.claims))
        return looked_at(incident, sure, say, lang)

    return desk.looked.get((row.id, lang), (row.changed, hash(row.body)), make)


def grounded(
    desk: Desk, questions: Iterable[Question], say: Translate, lang: str
) -> list[tuple[Question, list[Ground]]]:
    """Return questions with the sentences they rest on."""
    shown = [(each, each.claims[:_MOST_GROUNDS]) for each in questions]
    told, report_of = claims_with_ids(desk.book, (name for _, names in shown for name in names))
    decided = decisions_of(desk.book)
    return [(each, grounds_of(names, told, report_of, say, lang, decisions=decided)) for each, names in shown]


@router.get("/history")
def history_page(request: Request, person: Reader, analyst: str = "", done: str = "") -> Response:
    """Show all decisions, the latest first, with the way to undo them."""
    desk = desk_of(request)

    def make(say: Translate, lang: str) -> dict[str, Any]:
        found = [each for each in reversed(decisions_of(desk.book)) if analyst in ("", each.analyst)]
        lines = [decision_line(each, True, lang) for each in found[:200]]
        names = sorted({each.analyst for each in decisions_of(desk.book)})
        return {"title": say("Decisions"), "lines": lines, "names": names, "analyst": analyst, "done": done}

    return kept_page(request, person, "history.html.j2", make)


@router.post("/decide")
async def decide_page(request: Request, person: Analyst) -> Response:
    """Enter the decision of a form and go back to where it was made."""
    async with request.form(max_files=0, max_fields=300) as form:
        check_form(person, _text(form.get("csrf")))
        about = [_text(each).strip() for each in form.getlist("about") if _text(each).strip()]
        values = _changed(form)
        kind, reason, back = (_text(form.get(name)) for name in ("kind", "reason", "back"))
    made = await run_in_threadpool(_decided, request, person.name, kind, about, reason, values)
    return RedirectResponse(_back(back, made), status_code=303)


def _changed(form: FormData) -> dict[str, str | int | bool | None]:
    """Return the fields of a correction that differ from what they were."""
    found: dict[str, str | int | bool | None] = {}
    for field, given in form.items():
        name = field.removeprefix("value_")
        if name != field and _text(given) != _text(form.get(f"was_{name}")):
            found[name] = _value(name, _text(given))
    return found


def _decided(
    request: Request,
    name: str,
    kind: str,
    about: list[str],
    reason: str,
    values: dict[str, str | int | bool | None],
) -> str:
    desk = desk_of(request)
    if kind not in set(DecisionKind):
        raise UsageError(f"no decision {kind!r}")
    if len(reason) > 2_000 or not about:
        raise UsageError("a decision needs what it is about, and a reason of at most 2,000 characters")
    chosen = DecisionKind(kind)
    made = decide(desk.book, chosen, about, analyst=name, reason=reason, now=desk.moment(), values=values)
    desk.log.note(name, kind, made.id, address=address_of(request), now=desk.now())
    return made.id


def _text(given: object) -> str:
    return given if isinstance(given, str) else ""


def _value(name: str, given: str) -> str | int | None:
    """Return a value of a form: whole numbers for figures, None for what was left empty."""
    if name in _NUMBERS and given:
        if not given.isdecimal():
            raise UsageError(f"{name} is a whole number, not {given!r}")
        return int(given)
    return given or None


def _back(back: str, made: str) -> str:
    """Return a page of this desk to go back to, saying what was done."""
    local = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/review"
    kept = local.split("#", 1)[0]
    kept = "&".join(part for part in kept.split("&") if not part.startswith("done="))
    kept = kept.split("?done=", 1)[0]
    return f"{kept}{'&' if '?' in kept else '?'}done={made}"
