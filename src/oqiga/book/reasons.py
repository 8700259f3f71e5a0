"""From a figure back to its sentences: every claim behind it, whether it stands, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from oqiga.book.questions import Shown
from oqiga.errors import NotFoundError
from oqiga.model.incident import SettledToll
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.wire import claim_to_json
from oqiga.publish.sentences import sentence_around
from oqiga.reconcile.point import figure


@dataclass(frozen=True, slots=True)
class Ground:
    """One claim behind a figure. sentence: the words around its span; denied: it says that this is not so."""

    claim: str
    at: str | None
    value: str
    source: str
    standing: bool
    report: Report
    sentence: str
    span: Span
    denied: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """A figure, why it is what it is, and everything it was weighed from."""

    toll: SettledToll
    grounds: tuple[Ground, ...]

    def packed(self, shown: Shown) -> dict[str, Any]:
        """Return it as plain JSON values, its claims whole. shown: the incident that the figure is of."""
        toll = self.toll
        return {
            "incident": shown.incident.id,
            "outcome": toll.outcome.value,
            "group": toll.group.value,
            "best": toll.best,
            "low": toll.low,
            "high": toll.high,
            "why": toll.why,
            "grounds": [
                {
                    "claim": claim_to_json(shown.claims[ground.claim]),
                    "at": ground.at,
                    "standing": ground.standing,
                    "report": ground.report.id,
                    "publisher": ground.report.publisher,
                    "sentence": ground.sentence,
                }
                for ground in self.grounds
            ],
        }


def reasons(shown: Shown, outcome: str | None = None, group: str | None = None) -> list[Reason]:
    """Return figures of an incident with their grounds. Raises NotFoundError when there is no such figure."""
    chosen = [
        toll
        for toll in shown.incident.tolls
        if outcome in (None, toll.outcome.value) and group in (None, toll.group.value)
    ]
    if not chosen:
        raise NotFoundError("the incident has no such figure", subject=shown.incident.id)
    return [Reason(toll, _grounds(toll, shown)) for toll in chosen]


def _grounds(toll: SettledToll, shown: Shown) -> tuple[Ground, ...]:
    found = []
    for point in toll.series:
        claim, report = shown.claims[point.claim], shown.report_of[point.claim]
        names = ", ".join(source.name for source in point.said_by) or report.publisher or "the report itself"
        found.append(
            Ground(
                claim.id,
                point.at,
                figure(point.low, point.high),
                names,
                point.standing,
                report,
                sentence_of(report.text, claim.span),
                claim.span,
                point.denied,
            )
        )
    return tuple(found)


def sentence_of(text: str, span: Span) -> str:
    """Return the sentence that holds the span, on one line."""
    return " ".join(sentence_around(text, span).of(text).split())
