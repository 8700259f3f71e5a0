"""Measuring templates on reports judged by rankers that have not seen them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from oqiga.evaluate.kits.muc4 import form_of, tally
from oqiga.evaluate.muc4.where import home_country
from oqiga.evaluate.tally import summarise
from oqiga.read.templates.filled import Template
from oqiga.read.templates.linear import Choice, Logistic
from oqiga.train.roles.folds import Unseen
from oqiga.train.roles.readings import Reading

Document = Mapping[str, Any]
_SAMPLES = 1000
_SEED = 1


def measure(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    unseen: Sequence[Unseen],
    templates: Sequence[Sequence[Template]],
    places: Sequence[Logistic],
    predictions: Path | None,
) -> Callable[[Sequence[Document]], str]:
    """Write templates in full where asked, and return what tells the figures of some reports.

    templates, places: of each report, filled and fitted by what has not seen it.
    """
    lines = {}
    for document, reading, each, filled, place in zip(
        documents, readings, unseen, templates, places, strict=True
    ):
        home = home_country(document.get("dateline_place"), document.get("dateline_country"))
        chosen = {slot: Choice(models) for slot, models in each.values.items()}
        forms = [form_of(found, reading.context, home, chosen, place) for found in filled]
        lines[document["docid"]] = {"docid": document["docid"], "templates": forms}
    if predictions is not None:
        text = "".join(json.dumps(line) + "\n" for line in lines.values())
        predictions.write_text(text, encoding="utf-8")

    def told(some: Sequence[Document]) -> str:
        tallies = [tally(document, lines[document["docid"]]) for document in some]
        scores = summarise(tallies, samples=_SAMPLES, seed=_SEED)
        parts = (
            f"{each.field} {100 * each.tally.f1:.1f} ({100 * each.low:.1f}-{100 * each.high:.1f})"
            for each in scores
        )
        return ", ".join(parts)

    return told
