"""Giving claims a calibrated confidence: of a hundred claims at 0.8, about eighty are right.

The weights stand apart in `weights/` (see the card there); where they are not installed, claims keep the rule
of thumb of the engine that made them. A kind of claim that no public data judge shares a pooled model.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from oqiga.model.claims import Blame, Claim, Event, Statement, Toll
from oqiga.model.terms import Outcome
from oqiga.read.confidence.features import Features, Surroundings, features, told
from oqiga.read.templates.from_claims import TEMPLATE_TYPES
from oqiga.read.templates.linear import Logistic

POOLED = "pooled"
"""The model that claims share which no public data judge."""

HARMED = frozenset({Outcome.KILLED, Outcome.INJURED, Outcome.HOSPITALIZED})
"""Outcomes that public data count."""

Models = Mapping[str, Logistic]


def calibrated(
    claims: tuple[Claim, ...],
    length: int,
    models: Models | None = None,
    *,
    but: Collection[str] = (),
) -> tuple[Claim, ...]:
    """Return all claims of a report with their confidence.

    length: of the report, in code points. models: in place of the installed ones. but: extractors whose
    claims keep the confidence they have.
    """
    models = installed() if models is None else models
    if models is None:
        return claims
    around = Surroundings(claims, length)
    return tuple(
        claim
        if claim.extractor in but
        else replace(claim, confidence=round(_chance(claim, around, models), 3))
        for claim in claims
    )


def family(claim: Claim) -> str:
    """Return the name of the model that a claim belongs to."""
    match claim:
        case Toll() if claim.outcome in HARMED and not claim.background:
            return "toll"
        case Event() if claim.type in TEMPLATE_TYPES and not claim.background:
            return "event"
        case Blame() if claim.perpetrator is not None:
            return "blame"
        case Statement():
            return "statement"
        case _:
            return POOLED


def described(claim: Claim, around: Surroundings, name: str) -> Features:
    """Return the features that the model of that name looks at."""
    return told(claim, around) if name == POOLED else features(claim, around)


def _chance(claim: Claim, around: Surroundings, models: Models) -> float:
    name = family(claim)
    name = name if name in models else POOLED
    return models[name].chance(described(claim, around, name))


@lru_cache(maxsize=1)
def installed() -> Models | None:
    """Return the shipped models, None where they are not installed."""
    path = files("oqiga.read.confidence") / "weights" / "confidence.json"
    return models_of(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def models_of(kept: Mapping[str, Any]) -> Models:
    """Take up models as they were written down."""
    return {name: Logistic.of(each) for name, each in kept["models"].items()}
