"""Two looks at the candidates of a report by trained rankers: at each alone, then beside the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.forest import Forest
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.second import HOPELESS, look_again

Table = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Look:
    """Rankers by role: logistic ones, and forests whose log odds are averaged with theirs."""

    linear: Mapping[str, Logistic]
    forests: Mapping[str, Forest]


def two_looks(
    evidence: Evidence,
    described: Sequence[Table],
    looks: tuple[Look, Look],
    relevant: float,
    types: Mapping[str, float],
) -> tuple[float, ...]:
    """Return the log odds of all candidates of one report.

    described: the features of each alone. relevant, types: log odds that the report holds an incident, and
    one of each type. Who seems hopeless to the first logistic ranker keeps the odds that it gave.
    """
    first, second = looks
    linear = [
        first.linear[ROLES[each.role]].log_odds(table)
        for each, table in zip(evidence.candidates, described, strict=True)
    ]
    alive = [number for number, value in enumerate(linear) if value > HOPELESS]
    odds = list(linear)
    for number, value in _by_forest(evidence, described, alive, first.forests):
        odds[number] = (linear[number] + value) / 2
    tables: Sequence[Table] = [
        {**alone, **beside}
        for alone, beside in zip(described, look_again(evidence, odds, relevant, types), strict=True)
    ]
    for number, value in _by_forest(evidence, tables, alive, second.forests):
        role = ROLES[evidence.candidates[number].role]
        odds[number] = (second.linear[role].log_odds(tables[number]) + value) / 2
    return tuple(odds)


def _by_forest(
    evidence: Evidence, tables: Sequence[Table], alive: Sequence[int], forests: Mapping[str, Forest]
) -> list[tuple[int, float]]:
    """Return the candidates by their numbers, each with the log odds that the forest of its role gives."""
    found: list[tuple[int, float]] = []
    for role, name in enumerate(ROLES):
        places = [each for each in alive if evidence.candidates[each].role == role]
        judged = forests[name].log_odds([tables[each] for each in places])
        found += zip(places, judged, strict=True)
    return found
