"""From claims to incidents: one incident out of everything said about it, or all incidents of one report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from oqiga.codebook.plain import plain
from oqiga.errors import NoClaimsError
from oqiga.model.claims import Blame, Claim, Event, Measure, Statement, Toll
from oqiga.model.decision import Decision
from oqiga.model.incident import Dispute, Incident, SettledToll
from oqiga.model.moments import known_by
from oqiga.model.report import Report
from oqiga.model.terms import Group, Outcome
from oqiga.reconcile.arithmetic import disputes_of_parts, parts_before
from oqiga.reconcile.blamed import body_key
from oqiga.reconcile.chronicle import timeline
from oqiga.reconcile.decisions import Bearing, apply, bearing, in_effect
from oqiga.reconcile.denied import disputes_of_event, is_denied
from oqiga.reconcile.disputing import only_denied
from oqiga.reconcile.evidence import Evidence, Header
from oqiga.reconcile.heading import title_of
from oqiga.reconcile.measures import course
from oqiga.reconcile.overturning import no_longer_none
from oqiga.reconcile.parts import parts_of
from oqiga.reconcile.portrait import (
    acts_of,
    begun,
    once,
    places_of,
    stage_of,
    targets_of,
    time_of,
    time_of_tolls,
    told,
    type_of,
)
from oqiga.reconcile.settle import settle
from oqiga.reconcile.standing import series
from oqiga.reconcile.whole import as_part, with_parts

ClaimT = TypeVar("ClaimT", bound=Claim)
_GROUPS = list(Group)
_OUTCOMES = list(Outcome)


def build_incidents(
    reports: Sequence[Report],
    claims: Mapping[str, Sequence[Claim]],
    decisions: Sequence[Decision] = (),
    *,
    as_of: str | None = None,
    policy: str = "default",
) -> tuple[Incident, ...]:
    """Return the incidents inside each report, those it is about before those of the background.

    claims: id of a report → its claims, their `incident` set by the reader; claims without one belong to no
    incident. The ids of the incidents are the ones the claims carry; reports are not brought together. The
    parts of an incident stand behind it.
    """
    by_incident: dict[tuple[str, str], list[Evidence[Claim]]] = {}
    for report in reports:
        header = Header.of(report)
        for claim in claims.get(report.id, ()):
            if claim.incident is not None:
                by_incident.setdefault((report.id, claim.incident), []).append(Evidence(claim, header))
    built = [
        each
        for (_, incident), evidence in by_incident.items()
        for each in build_incident(incident, evidence, decisions, as_of=as_of, policy=policy)
    ]
    return tuple(sorted(built, key=lambda each: each.background))


def build_incident(
    incident: str,
    evidence: Sequence[Evidence[Claim]],
    decisions: Sequence[Decision] = (),
    *,
    as_of: str | None = None,
    policy: str = "default",
) -> tuple[Incident, ...]:
    """Return one incident out of all that is said about it, and its parts; nothing when nothing was known.

    as_of: what was known by then. `reports` of an incident are those that are about it; those that only
    mention it as background count when there are no others.
    """
    known = [each for each in evidence if each.report.known is None or known_by(each.report.known, as_of)]
    borne = bearing(in_effect(decisions, as_of), known)
    heard = sorted(apply(known, borne), key=lambda each: each.order)
    if not heard:
        return ()
    home = next((place.country for place in places_of(told(_of(heard, Event))) if place.country), None)
    heard = [replace(each, home=home) for each in heard]
    whole = _portrayed(incident, heard, borne, policy=policy)
    found = parts_of(heard)
    parts = [
        as_part(whole, part, _portrayed(whole.id, part.evidence, borne, policy=policy)) for part in found
    ]
    return with_parts(whole, found, parts), *parts


def _portrayed(incident: str, heard: Sequence[Evidence[Claim]], borne: Bearing, *, policy: str) -> Incident:
    """Return an incident without parts, out of the claims about it in order of time."""
    events = told(_of(heard, Event))
    acts, chosen = acts_of(events), type_of(events)
    counted, ordered = _of(heard, Toll), _of(heard, Measure)
    time = time_of(events, chosen) if events else time_of_tolls(counted) if counted else begun(ordered)
    places = places_of(events, counted, () if counted else ordered)
    targets = targets_of(acts, counted)
    tolls, disputes = settled(counted, borne, policy=policy)
    about = [each for each in heard if not each.claim.background or each.report.about]
    alone = ordered[0].claim.type if ordered and not (events or counted) else None
    title, happenings = title_of(chosen, time, places, targets, measure=alone), _of(heard, Event)
    return Incident(
        id=incident,
        title=f"{title} (denied)" if is_denied(happenings) else title,
        type=chosen,
        stage=stage_of(events, chosen),
        time=time,
        places=places,
        background=not about,
        perpetrators=once(acts, lambda event: event.perpetrators),
        targets=targets,
        weapons=once(acts, lambda event: event.weapons),
        tolls=tolls,
        blame=_blame(_of(heard, Blame)),
        measures=course(ordered),
        statements=_statements(_of(heard, Statement)),
        timeline=timeline(heard, tolls),
        disputes=(*disputes_of_event(happenings, chosen), *disputes),
        reports=tuple(dict.fromkeys(each.report.id for each in (about or heard))),
    )


def settled(
    evidence: Sequence[Evidence[Toll]], borne: Bearing, *, policy: str
) -> tuple[tuple[SettledToll, ...], tuple[Dispute, ...]]:
    """Settle every figure of one incident, and check parts against wholes."""
    figures: dict[tuple[Outcome, Group], list[Evidence[Toll]]] = {}
    for each in evidence:
        figures.setdefault((each.claim.outcome, each.claim.group), []).append(each)
    tolls: list[SettledToll] = []
    parts = parts_before(evidence, borne.struck)
    disputes: list[Dispute] = []
    for key in sorted(figures, key=lambda key: (_OUTCOMES.index(key[0]), _GROUPS.index(key[1]))):
        attackers = {each.claim.low for each in figures.get((key[0], Group.ATTACKERS), ())} - {0}
        held = frozenset(attackers) if key[1] is Group.ALL else frozenset()
        points = series(figures[key], borne.struck, borne.confirmed, held, parts)
        if key[1] is Group.ALL:
            points = no_longer_none(points, _of_outcome(evidence, key[0], borne))
        try:
            toll, dispute = settle(points, policy=policy)
        except NoClaimsError:
            disputes.extend(only_denied(points))
            continue
        tolls.append(toll)
        disputes.extend([dispute] if dispute else [])
    return tuple(tolls), (*disputes, *disputes_of_parts(tolls))


def _of_outcome(evidence: Sequence[Evidence[Toll]], outcome: Outcome, borne: Bearing) -> list[Evidence[Toll]]:
    return [each for each in evidence if each.claim.outcome is outcome and each.claim.id not in borne.struck]


def _of(evidence: Sequence[Evidence[Claim]], kind: type[ClaimT]) -> list[Evidence[ClaimT]]:
    return [each for each in evidence if isinstance(each.claim, kind)]  # type: ignore[misc]


def _blame(evidence: Sequence[Evidence[Blame]]) -> tuple[Blame, ...]:
    """Return who is blamed, each accused on each ground by each origin once, however the name is spelled."""
    found: dict[tuple[object, str, str], Blame] = {}
    for each in evidence:
        named = body_key(each.claim.perpetrator or "")
        found.setdefault((named, each.claim.basis.value, each.origin), each.claim)
    return tuple(found.values())


def _statements(evidence: Sequence[Evidence[Statement]]) -> tuple[Statement, ...]:
    """Return what was said, the same words once."""
    found: dict[str, Statement] = {}
    for each in evidence:
        found.setdefault(plain(each.claim.words), each.claim)
    return tuple(found.values())
