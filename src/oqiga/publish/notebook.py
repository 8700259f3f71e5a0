"""What a brief is made of: sections of lines, each line pointing at numbered sentences of reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from oqiga.model.claims import Claim
from oqiga.model.moments import instant
from oqiga.model.report import Report
from oqiga.publish.sentences import sentence_around
from oqiga.publish.words import spoken_date


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence of a report. number: what lines refer to; source: outlet and time, "" if unknown."""

    number: int
    quote: str
    source: str
    report_id: str
    start: int


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is known. label and figure may be empty; depth 1 is a part of the line above."""

    text: str
    notes: tuple[int, ...]
    label: str = ""
    figure: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a person is shown; `warnings` say what the reader could not do."""

    title: str
    when: str
    as_of: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    warnings: tuple[str, ...] = ()


def last_published(reports: Iterable[Report]) -> str | None:
    """Return when the latest of some reports was published, None where none of them tells."""
    told = [report.published for report in reports if report.published]
    return max(told, key=instant, default=None)


@dataclass(slots=True)
class Notebook:
    """Numbers the sentences that lines refer to, in the order they are first needed."""

    claims: Mapping[str, Claim]
    report_of: Mapping[str, Report]
    language: str
    moment: str | None = None
    """As of when a brief is read, ISO 8601; None where no report tells."""
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def cite(self, claim_ids: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the sentences that hold these claims; unknown ids are passed over."""
        known = (claim for claim in claim_ids if claim in self.claims and claim in self.report_of)
        return tuple(sorted({self._number(self.claims[claim], self.report_of[claim]) for claim in known}))

    def _number(self, claim: Claim, report: Report) -> int:
        span = sentence_around(report.text, claim.span)
        key = (report.id, span.start)
        if key not in self.numbers:
            self.numbers[key] = len(self.notes) + 1
            quote = " ".join(span.of(report.text).split())
            self.notes.append(Note(self.numbers[key], quote, self._source(report), report.id, span.start))
        return self.numbers[key]

    def _source(self, report: Report) -> str:
        published = spoken_date(report.published, self.language) if report.published else ""
        return ", ".join(part for part in (report.publisher or "", published) if part)
