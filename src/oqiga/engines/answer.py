"""The form an outside model has to answer in: the claims of the record, but for what the reader works out.

Every field is required and nothing else is allowed, so that servers which hold a model to a JSON Schema can
do so strictly. Ids, spans, places, times and incidents are the reader's business.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from oqiga.model.terms import (
    Basis,
    Certainty,
    Counts,
    EventType,
    Group,
    MeasureStatus,
    MeasureType,
    Outcome,
    ParticipantKind,
    SourceKind,
    Stage,
    WeaponType,
)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AnsweredSource(_Strict):
    """Who is said to have said it, as the report names them."""

    name: str
    kind: SourceKind


class AnsweredParticipant(_Strict):
    """A perpetrator or a target, as the quotation names them."""

    name: str
    kind: ParticipantKind


class AnsweredWeapon(_Strict):
    """A weapon, as the quotation names it."""

    name: str
    type: WeaponType


class _Answered(_Strict):
    quote: str
    said_by: list[AnsweredSource]
    certainty: Certainty
    background: bool


class AnsweredToll(_Answered):
    """So many people were killed, injured, detained, …"""

    kind: Literal["toll"]
    outcome: Outcome
    group: Group
    low: int
    high: int | None
    approximate: bool
    counts: Counts


class AnsweredEvent(_Answered):
    """Something happened."""

    kind: Literal["event"]
    type: EventType
    stage: Stage
    perpetrators: list[AnsweredParticipant]
    targets: list[AnsweredParticipant]
    weapons: list[AnsweredWeapon]


class AnsweredBlame(_Answered):
    """Somebody is named as having done it."""

    kind: Literal["blame"]
    perpetrator: str | None
    basis: Basis


class AnsweredMeasure(_Answered):
    """Authorities did or ordered something."""

    kind: Literal["measure"]
    type: MeasureType
    level: str | None
    status: MeasureStatus
    issuer: str | None


class AnsweredStatement(_Answered):
    """Somebody said something."""

    kind: Literal["statement"]
    speaker: str | None
    words: str
    direct: bool


AnsweredClaim = AnsweredToll | AnsweredEvent | AnsweredBlame | AnsweredMeasure | AnsweredStatement
"""Any claim as a model gives it; told apart by `kind`."""

_CLAIM: TypeAdapter[AnsweredClaim] = TypeAdapter(Annotated[AnsweredClaim, Field(discriminator="kind")])


class Answer(_Strict):
    """The whole of an answer."""

    claims: list[AnsweredClaim]


def answer_schema() -> dict[str, Any]:
    """Return the JSON Schema of an answer."""
    return Answer.model_json_schema()


def claims_in(content: str) -> list[object] | None:
    """Return what an answer lists as claims, not yet checked; None when it is not of the form at all."""
    try:
        answered = json.loads(_unfenced(content))
    except (ValueError, RecursionError):
        return None
    claims = answered.get("claims") if isinstance(answered, dict) else None
    return claims if isinstance(claims, list) else None


def checked(claim: object) -> AnsweredClaim | None:
    """Return one listed claim as a value, None when it is not of the form."""
    try:
        return _CLAIM.validate_python(claim)
    except (ValidationError, RecursionError):
        return None


def _unfenced(content: str) -> str:
    """Return the answer without the fence of Markdown that some models put around JSON."""
    stripped = content.strip()
    if not stripped.startswith("```"):
        return stripped
    return stripped.partition("\n")[2].rpartition("```")[0]
