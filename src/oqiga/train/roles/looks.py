"""Fitting the two looks at candidates, each on odds from models that had not seen the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.forest import Forest
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.looks import Look
from oqiga.read.templates.second import HOPELESS, look_again
from oqiga.train.roles.counts import key_strings
from oqiga.train.roles.rank import crossed_levelled, levelled
from oqiga.train.roles.trees import crossed_forest, grow

Document = Mapping[str, Any]
Table = Mapping[str, float]
Odds = list[list[float]]
_OF_FIRST = 0.005
_OF_SECOND = 0.01
"""Strengths of the logistic rankers: the smaller, the nearer to nought the weights."""


def fit_looks(
    documents: Sequence[Document],
    evidence: Sequence[Evidence],
    described: Sequence[Sequence[Table]],
    relevant: Sequence[float],
    types: Sequence[Mapping[str, float]],
    folds: Sequence[int],
    tell: Callable[[str], None],
) -> tuple[Odds, tuple[Look, Look]]:
    """Return the log odds of all candidates, by report, and the rankers of both looks.

    described: the features of each candidate alone. relevant, types: log odds that a report holds an
    incident, and one of each type.
    """
    rows = [_Rows(documents, evidence, folds, role) for role in range(len(ROLES))]
    odds: Odds = [[0.0] * len(each.candidates) for each in evidence]
    first = _fit_first(rows, described, odds, tell)
    beside = [look_again(*each) for each in zip(evidence, odds, relevant, types, strict=True)]
    return odds, (first, _fit_second(rows, described, beside, odds))


class _Rows:
    """The candidates of one role: which each is, by report and place; whether the key has it; its fold."""

    def __init__(
        self, documents: Sequence[Document], evidence: Sequence[Evidence], folds: Sequence[int], role: int
    ) -> None:
        self.name = ROLES[role]
        self.of_key = [key_strings(document, self.name) for document in documents]
        self.places = [
            (report, place)
            for report, each in enumerate(evidence)
            for place, candidate in enumerate(each.candidates)
            if candidate.role == role
        ]
        self.wanted = [
            evidence[report].candidates[place].text in self.of_key[report] for report, place in self.places
        ]
        self.folds = [folds[report] for report, _ in self.places]

    def keep(self, kept: Sequence[bool]) -> None:
        """Leave out the rows that are not to be kept."""
        numbers = [number for number, each in enumerate(kept) if each]
        self.places = [self.places[number] for number in numbers]
        self.wanted = [self.wanted[number] for number in numbers]
        self.folds = [self.folds[number] for number in numbers]


def _fit_first(
    rows: Sequence[_Rows],
    described: Sequence[Sequence[Table]],
    odds: Odds,
    tell: Callable[[str], None],
) -> Look:
    """Fit the first look, enter its odds, and leave out the rows that are hopeless to it."""
    linear: dict[str, Logistic] = {}
    forests: dict[str, Forest] = {}
    for each in rows:
        tables = [described[report][place] for report, place in each.places]
        found = sum(each.wanted)
        tell(f"{each.name}: {len(tables)} candidates, {found} of {sum(map(len, each.of_key))} strings found")
        linear[each.name] = levelled(tables, each.wanted, _OF_FIRST)
        alone = crossed_levelled(tables, each.wanted, each.folds, _OF_FIRST)
        for (report, place), value in zip(each.places, alone, strict=True):
            odds[report][place] = value
        each.keep([value > HOPELESS for value in alone])
        tables = [described[report][place] for report, place in each.places]
        forests[each.name] = grow(tables, each.wanted)
        grown = crossed_forest(tables, each.wanted, each.folds)
        for (report, place), value in zip(each.places, grown, strict=True):
            odds[report][place] = (odds[report][place] + value) / 2
    return Look(linear, forests)


def _fit_second(
    rows: Sequence[_Rows],
    described: Sequence[Sequence[Table]],
    beside: Sequence[Sequence[Table]],
    odds: Odds,
) -> Look:
    """Fit the second look on what the first left, and enter its odds."""
    linear: dict[str, Logistic] = {}
    forests: dict[str, Forest] = {}
    for each in rows:
        tables = [{**described[report][place], **beside[report][place]} for report, place in each.places]
        linear[each.name] = levelled(tables, each.wanted, _OF_SECOND)
        forests[each.name] = grow(tables, each.wanted)
        judged = zip(
            each.places,
            crossed_levelled(tables, each.wanted, each.folds, _OF_SECOND),
            crossed_forest(tables, each.wanted, each.folds),
            strict=True,
        )
        for (report, place), one, other in judged:
            odds[report][place] = (one + other) / 2
    return Look(linear, forests)
