"""Shootings: killed, injured and date of one incident from a news report on gun violence.

The labels count everybody hit, attackers too. The reader's claims are settled to one number each by
`shootings_settle`, the days that it tells to one by `shootings_date`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from oqiga.evaluate.kits.shootings_date import date_of
from oqiga.evaluate.kits.shootings_settle import settle
from oqiga.evaluate.kits.shootings_sums import sums_of
from oqiga.evaluate.tally import Tally
from oqiga.model.report import Report
from oqiga.read.reader import find_claims, make_context

ID_FIELD = "id"
SPLITS = {"train": "train.jsonl", "dev": "dev.jsonl"}


def predict(document: Mapping[str, Any], *, trained: bool = True) -> dict[str, Any]:  # noqa: ARG001  nothing here is trained apart
    """Read one report and return its counts and date; the labels in `document` are not looked at."""
    published = document.get("published")
    report = Report(id=str(document["id"]), text=document["text"], published=published, language="en")
    context = make_context(report)
    claims = find_claims(context)
    killed, injured = settle(claims, sums_of(claims, context))
    return {"id": document["id"], "killed": killed, "injured": injured, "date": date_of(claims, context)}


def tally(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
    """Return a tally for each of killed, injured, both and date: exact or wrong."""
    killed = predicted.get("killed") == gold["n_killed"]
    injured = predicted.get("injured") == gold["n_injured"]
    date = str(predicted.get("date") or "")[:10] == gold["date"]
    right = {"killed": killed, "injured": injured, "both": killed and injured, "date": date}
    return {name: Tally(float(hit), 1.0, 1.0) for name, hit in right.items()}
