"""Judging each report by what has not seen it: networks, a model of words and counts of other reports.

Each network learned without some reports. What is learned on top of the networks' answers (rankers,
thresholds) sees, for each report, the mean answer of those that had not seen it; in use all answer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from oqiga.errors import SettingsError
from oqiga.read.encoder.model import Encoder, networks_in
from oqiga.read.templates.clauses import ClauseModel
from oqiga.read.templates.evidence import Evidence, gather_evidence
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.report import subjects
from oqiga.read.templates.words import WordModel
from oqiga.train.roles.choices import fit_values
from oqiga.train.roles.clauses import fit_clauses
from oqiga.train.roles.counts import count_fillers
from oqiga.train.roles.rank import fit_subjects, fit_words
from oqiga.train.roles.readings import Reading

Document = Mapping[str, Any]

LESSONS = "networks.json"
"""Name of the file that tells which reports each network of a folder learned from."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Which reports a network learned from: all but one of so many folds.

    also: those of the second file too.
    """

    folds: int
    without: int
    also: bool

    def holds(self, document: Document, *, of_also: bool) -> bool:
        """Tell whether the network has seen a report. of_also: it is of the second file."""
        return (self.also or not of_also) and fold_of(document, self.folds) != self.without


def fold_of(document: Document, folds: int) -> int:
    """Return the fold of a report, by its name alone."""
    return int(hashlib.sha256(document["docid"].encode()).hexdigest(), 16) % folds


def save_lessons(lessons: Mapping[str, Lesson], folder: Path) -> None:
    """Write which reports each network, by the stem of its file, learned from."""
    kept = {name: asdict(each) for name, each in lessons.items()}
    (folder / LESSONS).write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def load_lessons(folder: Path) -> dict[str, Lesson]:
    """Read which reports each network learned from. Raises SettingsError where that is not told."""
    path = folder / LESSONS
    if not path.exists():
        raise SettingsError(f"no {LESSONS} in {folder}: what its networks learned from is not known")
    return {name: Lesson(**each) for name, each in json.loads(path.read_text(encoding="utf-8")).items()}


@dataclass(frozen=True, slots=True)
class Unseen:
    """One report as judged by what had not seen it.

    networks: how many judged it. told: as `subjects` gives it; values: models by slot.
    """

    networks: int
    evidence: Evidence
    told: Mapping[str, float]
    priors: Mapping[str, Priors]
    values: Mapping[str, Mapping[str, Logistic]]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a network and learns from the same reports: words, clauses, subjects and counts."""

    words: WordModel
    clauses: ClauseModel
    subjects: dict[str, Logistic]
    priors: Mapping[str, Priors]
    values: Mapping[str, Mapping[str, Logistic]]


def learn_beside(documents: Sequence[Document], readings: Sequence[Reading]) -> Beside:
    """Fit all that stands beside a network on the reports that it learned from. readings: of each report."""
    return Beside(
        fit_words(documents),
        fit_clauses(documents, [each.context.document for each in readings]),
        fit_subjects(documents),
        count_fillers(documents),
        fit_values(documents),
    )


def unseen(
    documents: Sequence[Document], more: Sequence[Document], readings: Sequence[Reading], folder: Path
) -> list[Unseen]:
    """Return all reports, those of the second file last, each as judged by what had not seen it.

    Words, clauses, subjects and counts are of the reports that the first of its networks learned from.
    readings: of all reports. Raises SettingsError where all networks have seen a report.
    """
    lessons, networks = load_lessons(folder), networks_in(folder)
    every = [(each, False) for each in documents] + [(each, True) for each in more]
    groups: dict[tuple[Path, ...], list[int]] = {}
    for place, (document, of_also) in enumerate(every):
        blind = tuple(each for each in networks if not lessons[each.stem].holds(document, of_also=of_also))
        groups.setdefault(blind, []).append(place)
    if () in groups:
        raise SettingsError(f"{len(groups[()])} reports have been seen by every network in {folder}")
    judged: dict[int, Unseen] = {}
    beside: dict[Path, Beside] = {}
    for blind, places in groups.items():
        if blind[0] not in beside:
            lesson = lessons[blind[0].stem]
            seen = [place for place, (each, also) in enumerate(every) if lesson.holds(each, of_also=also)]
            beside[blind[0]] = learn_beside(
                [every[place][0] for place in seen], [readings[place] for place in seen]
            )
        read = Encoder(blind)
        judged |= {place: _judged(readings[place], read, len(blind), beside[blind[0]]) for place in places}
    return [judged[place] for place in range(len(every))]


def _judged(reading: Reading, read: Encoder, networks: int, beside: Beside) -> Unseen:
    found = gather_evidence(reading.context, read, beside.words, beside.clauses, reading.named)
    return Unseen(networks, found, subjects(reading.text, beside.subjects), beside.priors, beside.values)
