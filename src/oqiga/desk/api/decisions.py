"""Decisions: read, and enter. Everything can be withdrawn, nothing is erased."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from oqiga.book.deciding import decide, decisions_of
from oqiga.desk.api.answers import MISSING, PROBLEMS, UNCHANGED, DecisionList, tagged
from oqiga.desk.asking import checked_date
from oqiga.desk.desk import address_of, desk_of
from oqiga.desk.entry import Analyst, Reader
from oqiga.desk.typed import Moment
from oqiga.model.decision import Decision, DecisionKind
from oqiga.model.wire import decision_to_json

router = APIRouter(tags=["decisions"], responses=PROBLEMS)

Id = Annotated[str, Field(min_length=1, max_length=400)]


_BY_KIND: list[JsonValue] = [
    {
        "if": {"properties": {"kind": {"enum": ["merge", "split"]}}},
        "then": {"properties": {"about": {"minItems": 2, "uniqueItems": True}}},
    },
    {
        "if": {"properties": {"kind": {"const": "correct"}}},
        "then": {"required": ["values"], "properties": {"values": {"minProperties": 1}}},
    },
]
"""What a decision needs by its kind."""


class NewDecision(BaseModel):
    """What is decided, about what, and why. The analyst is who asks.

    about: for a merge, ids of incidents; for a split, an incident and the reports to take out of it; for a
    note, an incident; for a withdrawal, the decision; else claims. values: of a correction.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra={"allOf": _BY_KIND})

    kind: DecisionKind
    about: list[Id] = Field(min_length=1, max_length=200)
    reason: str = Field(min_length=1, max_length=2_000)
    values: dict[str, str | int | bool | None] = Field(default_factory=dict, max_length=12)


@router.get("/decisions", response_model=DecisionList, responses=UNCHANGED)
def list_decisions(
    request: Request,
    person: Reader,
    as_of: Annotated[Moment | None, Query(max_length=40, description="Those in effect then.")] = None,
) -> Response:
    """List the decisions in effect."""
    then = checked_date(as_of, "as_of")
    book = desk_of(request).book
    return tagged(
        request,
        lambda: {"decisions": [decision_to_json(each) for each in decisions_of(book, as_of=then)]},
    )


@router.post("/decisions", response_model=Decision, status_code=201, responses=MISSING)
def enter_decision(request: Request, person: Analyst, new: NewDecision) -> Decision:
    """Enter a decision; the incidents it bears on are up to date when this returns."""
    desk = desk_of(request)
    made = decide(
        desk.book,
        new.kind,
        new.about,
        analyst=person.name,
        reason=new.reason,
        now=desk.moment(),
        values=new.values,
    )
    desk.log.note(person.name, new.kind.value, made.id, address=address_of(request), now=desk.now())
    return made
