"""Filling templates: is there an incident, of which types, and who and what fills its roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.candidates import Candidate
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.features import describe
from oqiga.read.templates.filled import Filler, Template
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.looks import Look, two_looks
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.report import of_findings, of_report, of_type, subjects
from oqiga.read.templates.several import SEVERAL, of_several, split


@dataclass(frozen=True, slots=True)
class Ranking:
    """The trained models behind templates, and the log odds from which each of their answers counts as yes.

    relevant, holds: a first and a second look at relevance. several: are there more incidents of one type.
    subjects: over a report's words; types: rankers by name; looks: rankers of candidates, two in turn.
    least: by role, "relevant", "second" (type) and "several".
    """

    subjects: dict[str, Logistic]
    relevant: Logistic
    holds: Logistic
    several: Logistic
    types: Mapping[str, Logistic]
    looks: tuple[Look, Look]
    priors: Mapping[str, Priors]
    least: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """One report judged: log odds of relevance, of several incidents, of each type and of each candidate."""

    relevant: float
    several: float
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
    odds = two_looks(evidence, described, ranking.looks, relevant, types)
    holds = ranking.holds.log_odds(of_findings(evidence, relevant, types, odds))
    several = ranking.several.log_odds(of_several(evidence, holds, types, odds, told))
    return Judged(holds, several, types, odds)


def fill(evidence: Evidence, judged: Judged, least: Mapping[str, float]) -> tuple[Template, ...]:
    """Return the templates of one report: one a type, none where it seems to hold no incident.

    Where it seems to hold several incidents of one type, the likeliest type gets two.
    """
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
    templates = [Template(name, _distinct(fillers)) for name, fillers in filled.items()]
    if judged.several > least[SEVERAL]:
        return (*split(templates[0]), *templates[1:])
    return tuple(templates)


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
