"""Filling templates: is there an incident, of which types, and who and what fills its roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.candidates import Candidate
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.features import describe
from oqiga.read.templates.filled import Filler, Template
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.looks import Look, two_looks
from oqiga.read.templates.outlook import seen_with
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.report import of_findings, of_report, of_type, subjects
from oqiga.read.templates.several import of_several
from oqiga.read.templates.together import Standing, incidents

SHARED = ("organization", "perpetrator")
"""Roles whose fillers may stand behind several incidents of a report."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The trained models behind templates, and the log odds from which each of their answers counts as yes.

    relevant, holds: a first and a second look at relevance. several: are there more incidents of one type.
    subjects: over a report's words; types: rankers by name; looks: rankers of candidates, two in turn.
    together: over pairs of fillers, are they of one incident. least: by role, "relevant" and "second" (type).
    """

    subjects: dict[str, Logistic]
    relevant: Logistic
    holds: Logistic
    several: Logistic
    together: Logistic
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


def fill(
    evidence: Evidence, judged: Judged, least: Mapping[str, float], together: Logistic
) -> tuple[Template, ...]:
    """Return the templates of one report: one an incident, none where it seems to hold no incident.

    Each type that is likely enough has at least one; fillers that are likelier of several incidents part
    them. Who did one may have done the others: perpetrators and organizations are given to all templates, to
    the others as shared. together: the model of pairs of fillers.
    """
    standing = standing_in(evidence, judged, least)
    parted = incidents(evidence, [*standing.values()], judged.several, together)
    templates = [
        Template(name, tuple(fillers))
        for name, groups in zip(standing, parted, strict=True)
        for fillers in groups or [[]]
    ]
    doers = [each for template in templates for each in template.fillers if each.role in SHARED]
    shared = [replace(each, fillers=_with_shared(each.fillers, doers)) for each in templates]
    return seen_with(shared, judged.relevant, judged.several, judged.types)


def standing_in(evidence: Evidence, judged: Judged, least: Mapping[str, float]) -> dict[str, list[Standing]]:
    """Return the fillers of a report by the type of incident that fits them best, the surest first.

    Every type that the report is taken to hold has its list; none where it seems to hold no incident.
    """
    if judged.relevant <= least["relevant"]:
        return {}
    chosen = _chosen_types(judged.types, least["second"])
    found: dict[str, list[Standing]] = {name: [] for name in chosen}
    order = sorted(range(len(judged.candidates)), key=lambda number: -judged.candidates[number])
    for number in order:
        candidate, odds = evidence.candidates[number], judged.candidates[number]
        if odds > least[ROLES[candidate.role]]:
            kinds = evidence.kinds[number]
            best = found[max(chosen, key=lambda name: float(kinds[TYPES.index(name)]))]
            filler = _filler(candidate, odds)
            if not _is_among(filler, [each.filler for each in best]):
                best.append(Standing(filler, candidate, kinds))
    return found


def _with_shared(own: Sequence[Filler], doers: Sequence[Filler]) -> tuple[Filler, ...]:
    kept = list(own)
    for each in sorted(doers, key=lambda filler: -filler.odds):
        if not _is_among(each, kept):
            kept.append(replace(each, shared=True))
    return tuple(sorted(kept, key=lambda filler: -filler.odds))


def _chosen_types(odds: Mapping[str, float], least: float) -> list[str]:
    ordered = sorted(odds, key=lambda name: -odds[name])
    return [ordered[0], *(name for name in ordered[1:] if odds[name] > least)]


def _filler(candidate: Candidate, odds: float) -> Filler:
    best = min(candidate.mentions, key=lambda each: (each.level, each.first))
    return Filler(ROLES[candidate.role], candidate.text, best.span, odds)


def _is_among(filler: Filler, others: Sequence[Filler]) -> bool:
    """Tell whether a string holds, or is held by, another of its role: the same entity named twice."""
    return any(filler.role == each.role and same_entity(filler.text, each.text) for each in others)


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
