"""Reading annotated reports by patterns, once for all that is fitted on them."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oqiga.model.report import Report
from oqiga.read.context import Context
from oqiga.read.reader import find_claims, make_context
from oqiga.read.templates.patterns import named_in
from oqiga.train.roles.counts import body_of

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the patterns of the reader make of a report: its context, and the strings they name by role."""

    context: Context
    named: Mapping[str, frozenset[str]]

    @property
    def text(self) -> str:
        """The text that was read."""
        return self.context.report.text


def read_all(documents: Sequence[Document]) -> list[Reading]:
    """Read reports by patterns.

    The collector of garbage rests meanwhile: it would walk all that is held again and again.
    """
    gc.disable()
    try:
        return [reading_of(each) for each in documents]
    finally:
        gc.enable()


def reading_of(document: Document) -> Reading:
    """Read one annotated report by patterns; its key is not looked at."""
    report = Report(
        id=document["docid"], text=body_of(document), published=document.get("dateline_date"), language="en"
    )
    context = make_context(report)
    return Reading(context, named_in(find_claims(context), report.text))
