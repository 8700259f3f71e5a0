"""Measuring templates on reports judged by rankers that have not seen them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oqiga.evaluate.kits.muc4 import form_of, tally
from oqiga.evaluate.muc4.where import home_country
from oqiga.evaluate.tally import summarise
from oqiga.model.report import Report
from oqiga.read.context import Context
from oqiga.read.reader import find_claims, make_context
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.fill import Judged, fill
from oqiga.read.templates.linear import Choice, Logistic
from oqiga.read.templates.patterns import named_in
from oqiga.train.roles.counts import body_of

Document = Mapping[str, Any]
_SAMPLES = 1000
_SEED = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What the patterns of the reader make of a report: its context, and the strings they name by role."""

    context: Context
    named: Mapping[str, frozenset[str]]

    @property
    def text(self) -> str:
        """The text that was read."""
        return self.context.report.text


def reading_of(document: Document) -> Reading:
    """Read one annotated report by patterns; its key is not looked at."""
    report = Report(
        id=document["docid"], text=body_of(document), published=document.get("dateline_date"), language="en"
    )
    context = make_context(report)
    return Reading(context, named_in(find_claims(context), report.text))


def measure(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    evidence: Sequence[Evidence],
    judged: Sequence[Judged],
    least: Mapping[str, float],
    values: Mapping[str, Mapping[str, Logistic]],
    predictions: Path | None,
    tell: Callable[[str], None],
) -> None:
    """Tell the figures of templates filled as judged, and write the templates where asked.

    values: models of slot values, fitted without these reports.
    """
    chosen = {slot: Choice(each) for slot, each in values.items()}
    lines = []
    for document, reading, found, odds in zip(documents, readings, evidence, judged, strict=True):
        home = home_country(document.get("dateline_place"), document.get("dateline_country"))
        forms = [form_of(each, reading.context, home, chosen) for each in fill(found, odds, least)]
        lines.append({"docid": document["docid"], "templates": forms})
    scores = summarise(
        [tally(*pair) for pair in zip(documents, lines, strict=True)], samples=_SAMPLES, seed=_SEED
    )
    for each in scores:
        tell(f"{each.field}: {100 * each.tally.f1:.1f} ({100 * each.low:.1f}-{100 * each.high:.1f})")
    if predictions is not None:
        predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
