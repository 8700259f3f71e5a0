"""Reports that a person has sorted by incident: does the book bring those of one together, and no others?

A line: what `oqiga evaluate reports` takes, and "incident": name of the report's main incident. Since many
reports come without a date, it is asked three times: with all dates, without those of every other report, and
with none.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oqiga.book.book import Book
from oqiga.errors import EvaluateError
from oqiga.evaluate.kits.reports import report_of
from oqiga.model.record import Reading
from oqiga.read.reader import read_report
from oqiga.simulate.scoring import BCubed, b_cubed, main_incidents

NAME = "incidents"
FILE = "reports.jsonl"
_ENTERED = "2100-01-01T00:00:00Z"
"""When reports of the past are entered: after all of them came out."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """One grouping. dates: which reports kept theirs. found, truth: the incident of each report by its id."""

    dates: str
    score: BCubed
    found: Mapping[str, str]
    truth: Mapping[str, str]


def sorted_reports(folder: Path) -> Path:
    """Return the file of sorted reports in a data folder."""
    return folder / NAME / FILE


def groupings(documents: Iterable[Mapping[str, Any]], *, trained: bool = True) -> tuple[Grouping, ...]:
    """Bring reports together with all, half and none of their dates.

    Raises EvaluateError when one is sorted into no incident.
    """
    ordered = sorted(documents, key=lambda document: str(document["id"]))
    unsorted = next((str(each["id"]) for each in ordered if not each.get("incident")), None)
    if unsorted is not None:
        raise EvaluateError("the report is sorted into no incident", subject=unsorted)
    truth = {str(each["id"]): str(each["incident"]) for each in ordered}
    dated = [_read(each, trained=trained) for each in ordered]
    undated = [_read({**each, "published": None}, trained=trained) for each in ordered]
    half = [pair[number % 2] for number, pair in enumerate(zip(dated, undated, strict=True))]
    found = []
    for dates, readings in (("all", dated), ("half", half), ("none", undated)):
        told = _brought_together(readings)
        found.append(Grouping(dates, b_cubed(told, truth), told, truth))
    return tuple(found)


def _read(document: Mapping[str, Any], *, trained: bool) -> Reading:
    return read_report(report_of(document), gated=False, trained=trained)


def _brought_together(readings: Sequence[Reading]) -> dict[str, str]:
    """Return the incident of each report by its id; what tells of none stands by itself."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Book.open(str(Path(folder) / "book.db"), create=True) as book,
    ):
        for each in readings:
            book.add(each, now=_ENTERED)
        found = main_incidents(book, readings)
    return {each.report.id: found.get(each.report.id, f"none of {each.report.id}") for each in readings}


def grouping_table(found: Sequence[Grouping]) -> str:
    """Lay groupings out as a Markdown table, in per cent."""
    head = f"| {NAME}, dates of | B-cubed precision | recall | F1 | reports | incidents |"
    lines = [head, "| --- | --- | --- | --- | --- | --- |"]
    for each in found:
        score, groups = each.score, len(set(each.truth.values()))
        figures = f"{100 * score.precision:.1f} | {100 * score.recall:.1f} | {100 * score.f1:.1f}"
        lines.append(f"| {each.dates} | {figures} | {len(each.truth)} | {groups} |")
    return "\n".join(lines)
