"""Filling templates: is there an incident, of which types, and who and what fills its roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.candidates import Candidate
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.features import describe
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.report import of_findings, of_report, of_type, subjects


@dataclass(frozen=True, slots=True)
class Filler:
    """A string that fills a role: lower case, and where it stands best. odds: log odds that it is right."""

    role: str
    text: str
    span: Span
    odds: float


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its type and the fillers of its roles, the surest first."""

    type: str
    fillers: tuple[Filler, ...]

    def of(self, role: str) -> tuple[Filler, ...]:
        """Return the fillers of one role."""
        return tuple(each for each in self.fillers if each.role == role)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The trained models behind templates, and the log odds from which each of their answers counts as yes.

    relevant, holds: a first and a second look at relevance. subjects: over a report's words;
    roles, types: rankers by name; least: by role, "relevant" and "second".
    """

    subjects: dict[str, Logistic]
    relevant: Logistic
    holds: Logistic
    types: Mapping[str, Logistic]
    roles: Mapping[str, Logistic]
    priors: Mapping[str, Priors]
    least: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """One report judged: log odds of relevance, of each type, and of each candidate of the evidence."""

    relevant: float
    types: Mapping[str, float]
    candidates: tuple[float, ...]


def judge(evidence: Evidence, ranking: Ranking) -> Judged:
    """Apply the trained models to one report."""
    told = subjects(evidence.text, ranking.subjects)
    relevant = ranking.relevant.log_odds(of_report(evidence, told))
    types = {
        name: ranking.types[name].log_odds(of_type(evidence, TYPES.index(name), told))
        for name in ranking.types
    }
    described = describe(evidence, ranking.priors, relevant)
    odds = tuple(
        ranking.roles[ROLES[each.role]].log_odds(features)
        for each, features in zip(evidence.candidates, described, strict=True)
    )
    findings = of_findings(evidence, relevant, types, odds)
    return Judged(ranking.holds.log_odds(findings), types, odds)


def fill(evidence: Evidence, judged: Judged, least: Mapping[str, float]) -> tuple[Template, ...]:
    """Return the templates of one report: one a type, none where it seems to hold no incident."""
    if judged.relevant <= least["relevant"]:
        return ()
    chosen = _chosen_types(judged.types, least["second"])
    filled: dict[str, list[Filler]] = {name: [] for name in chosen}
    for number, candidate in enumerate(evidence.candidates):
        role = ROLES[candidate.role]
        if judged.candidates[number] > least[role]:
            kinds = evidence.kinds[number]
            best = max(chosen, key=lambda name: float(kinds[TYPES.index(name)]))
            filled[best].append(_filler(candidate, judged.candidates[number]))
    return tuple(Template(name, _distinct(fillers)) for name, fillers in filled.items())


def _chosen_types(odds: Mapping[str, float], least: float) -> list[str]:
    ordered = sorted(odds, key=lambda name: -odds[name])
    return [ordered[0], *(name for name in ordered[1:] if odds[name] > least)]


def _filler(candidate: Candidate, odds: float) -> Filler:
    best = min(candidate.mentions, key=lambda each: (each.level, each.first))
    return Filler(ROLES[candidate.role], candidate.text, best.span, odds)


def _distinct(fillers: Sequence[Filler]) -> tuple[Filler, ...]:
    """Leave out a string that holds, or is held by, a surer one of its role: the same entity named twice."""
    kept: list[Filler] = []
    for each in sorted(fillers, key=lambda filler: -filler.odds):
        if not any(each.role == other.role and same_entity(each.text, other.text) for other in kept):
            kept.append(each)
    return tuple(kept)


def same_entity(one: str, other: str) -> bool:
    """Tell whether two names are of one entity: one within the other, or the initials of the other."""
    if f" {one} " in f" {other} " or f" {other} " in f" {one} ":
        return True
    shorter, longer = sorted((one, other), key=len)
    return " " not in shorter and len(shorter) > 1 and shorter in _initials(longer)


def _initials(name: str) -> tuple[str, str]:
    words = name.split()
    every = "".join(word[0] for word in words)
    large = "".join(
        word[0] for word in words if word not in ("of", "the", "for", "and", "de", "la", "del", "y")
    )
    return every, large
