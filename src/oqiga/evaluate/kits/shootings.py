"""Shootings: killed, injured and date of one incident from a news report on gun violence.

The labels count everybody hit, attackers too. The reader's claims are settled to one number each by
`shootings_settle`; the date is that of the main incident, else the first day told, else publication.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.evaluate.kits.shootings_settle import settle
from oqiga.evaluate.tally import Tally
from oqiga.locate.times import leading_day, single_day
from oqiga.model.claims import Claim, Event, Toll
from oqiga.model.report import Report
from oqiga.model.terms import EventType, Outcome, TimePrecision
from oqiga.read.context import Context
from oqiga.read.reader import find_claims, make_context

ID_FIELD = "id"
SPLITS = {"train": "train.jsonl", "dev": "dev.jsonl"}
_OF_A_DAY = {TimePrecision.MINUTE, TimePrecision.HOUR, TimePrecision.PART_OF_DAY, TimePrecision.DAY}


def predict(document: Mapping[str, Any], *, trained: bool = True) -> dict[str, Any]:  # noqa: ARG001  nothing here is trained apart
    """Read one report and return its counts and date; the labels in `document` are not looked at."""
    published = document.get("published")
    report = Report(id=str(document["id"]), text=document["text"], published=published, language="en")
    context = make_context(report)
    claims = find_claims(context)
    killed, injured = settle(claims)
    return {"id": document["id"], "killed": killed, "injured": injured, "date": _date(claims, context)}


def _date(claims: Sequence[Claim], context: Context) -> str | None:
    """Return the first day that an attack or a toll of it is tied to, else the first day told."""
    published = context.report.published
    if published is None:
        return None
    for claim in claims:
        found = _day_of(claim) if isinstance(claim, Event | Toll) and _of_attack(claim) else None
        if found is not None and found <= published[:10]:
            return found
    told = leading_day(context.times, datetime.date.fromisoformat(published[:10]))
    day = None if told is None else single_day(told)
    return published[:10] if day is None else day.isoformat()


def _of_attack(claim: Event | Toll) -> bool:
    """Tell whether a claim is about what happened rather than about arrests after it, or about the past."""
    if claim.background:
        return False
    return (
        claim.outcome is not Outcome.DETAINED
        if isinstance(claim, Toll)
        else claim.type is not EventType.ARREST
    )


def _day_of(claim: Event | Toll) -> str | None:
    if claim.time is None or claim.time.start is None or claim.time.precision not in _OF_A_DAY:
        return None
    return datetime.date.fromisoformat(claim.time.start[:10]).isoformat()


def tally(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
    """Return a tally for each of killed, injured, both and date: exact or wrong."""
    killed = predicted.get("killed") == gold["n_killed"]
    injured = predicted.get("injured") == gold["n_injured"]
    date = str(predicted.get("date") or "")[:10] == gold["date"]
    right = {"killed": killed, "injured": injured, "both": killed and injured, "date": date}
    return {name: Tally(float(hit), 1.0, 1.0) for name, hit in right.items()}
